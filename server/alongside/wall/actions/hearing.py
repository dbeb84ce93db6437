"""What the wall hears of: announcements of other rooms, told to those they concern.

Rooms above are known by the shape of what they announce alone; wiring.py lists who listens.
"""

from typing import Protocol

from alongside.ground import clock
from alongside.people.announcements import Blocked, HoldOver, HoldTold, SignedOutByProgramme
from alongside.people.models import Account, RoleName
from alongside.wall.actions.telling import Note, note, note_all
from alongside.wall.rules import Kind


class Pair(Protocol):
    """Two people, as a relationship names them."""

    client: Account
    specialist: Account
    conv: bytes
    asked_on: int
    ended_by: int | None

    @property
    def has_specialist_gone(self) -> bool:
        """Say whether it ended with the specialist's place."""


class OfPair(Protocol):
    """An announcement about two people."""

    @property
    def relationship(self) -> Pair:
        """Give the two."""


class OfHello(OfPair, Protocol):
    """An announcement about an ask that came to nothing."""

    @property
    def had_come(self) -> bool:
        """Say whether whoever was asked could read the hello."""


class Pause(Protocol):
    """A pause: whose, and until when at most."""

    by: int
    until_on: int


class Plan(Protocol):
    """Until when two people mean to walk together, and who set it."""

    set_by: int
    ends_on: int | None


class OfPause(OfPair, Protocol):
    """An announcement about a pause."""

    @property
    def pause(self) -> Pause:
        """Give whose it is, and until which day."""


class OfPlan(OfPair, Protocol):
    """An announcement about how long two people mean to walk together."""

    @property
    def plan(self) -> Plan:
        """Give who said it, and until which day."""


class OfOne(Protocol):
    """An announcement about one person."""

    @property
    def account(self) -> Account:
        """Give them."""


def asked(made: OfPair) -> None:
    """A client asks: told to them alone. Until the hello comes they may still think again."""
    note_all([_asks(made.relationship, to_client=True)])


def agreed(made: OfPair) -> None:
    """Both signed the promise."""
    pair = made.relationship
    signed = _both(pair, Kind.AGREED, by=RoleName.SPECIALIST)
    note_all([_asks(pair, to_client=False), *signed])


def came_to_nothing(made: OfHello) -> None:
    """Declined, taken back, or lapsed; whoever no hello reached is told nothing at all."""
    pair = made.relationship
    client, specialist = _both(pair, Kind.CAME_TO_NOTHING, by=pair.ended_by)
    heard = [_asks(pair, to_client=False), specialist] if made.had_come else []
    note_all([client, *heard])


def ended(made: OfPair) -> None:
    """One of the two ended it; a block looks no different. Who closed their place is gone."""
    pair = made.relationship
    if pair.has_specialist_gone:
        gone = {"conv": pair.conv, "by": pair.ended_by}
        note_all(
            [Note(pair.client, Kind.SPECIALIST_GONE, clock.today(), pair.specialist, gone)]
        )
    else:
        _tell_both(pair, Kind.ENDED, by=pair.ended_by)


def came_back(made: OfPair) -> None:
    """After an end both wish to meet again."""
    _tell_both(made.relationship, Kind.CAME_BACK)


def blocked(made: Blocked) -> None:
    """Somebody blocked somebody: told to who did it alone."""
    note(account=made.by, kind=Kind.BLOCKED, day=clock.today(), other=made.person)


def signed_out(made: SignedOutByProgramme) -> None:
    """The programme ended every sign-in of somebody."""
    note(account=made.account, kind=Kind.SIGNED_OUT, day=clock.today())


def hold_told(made: HoldTold) -> None:
    """What the server can read about somebody stays longer, because of the law."""
    day = clock.today()
    note(account=made.account, kind=Kind.HOLD_PLACED, day=day, detail={"until": made.until_on})


def hold_over(made: HoldOver) -> None:
    """Nothing stays longer any more."""
    note(account=made.account, kind=Kind.HOLD_OVER, day=clock.today())


def paused(made: OfPause) -> None:
    """One of the two takes a pause."""
    rest = made.pause
    _tell_both(made.relationship, Kind.PAUSED, by=rest.by, until=rest.until_on)


def resumed(made: OfPause) -> None:
    """A pause is over."""
    _tell_both(made.relationship, Kind.RESUMED, by=made.pause.by)


def end_planned(made: OfPlan) -> None:
    """A day for the end was set, moved, or taken away."""
    plan = made.plan
    _tell_both(made.relationship, Kind.END_PLANNED, by=plan.set_by, until=plan.ends_on)


def promise_stronger(made: OfPair) -> None:
    """The promise promises more from now on."""
    _tell_both(made.relationship, Kind.PROMISE_STRONGER)


def promise_asked(made: OfPair) -> None:
    """A promise that promises less was put before both."""
    _tell_both(made.relationship, Kind.PROMISE_ASKED, by=RoleName.COORDINATOR)


def promise_agreed(made: OfPair) -> None:
    """Both have signed a later promise."""
    _tell_both(made.relationship, Kind.PROMISE_AGREED)


def promise_kept(made: OfPair) -> None:
    """One of the two said no; the old promise stays. Nobody is told which of the two."""
    _tell_both(made.relationship, Kind.PROMISE_NOT_AGREED, by=RoleName.COORDINATOR)


def lock_renewed(made: OfOne) -> None:
    """Somebody renewed their whole lock."""
    note(account=made.account, kind=Kind.LOCK_RENEWED, day=clock.today())


def _tell_both(
    pair: Pair, kind: Kind, *, by: int | None = None, until: int | None = None
) -> None:
    note_all(_both(pair, kind, by=by, until=until))


def _both(
    pair: Pair, kind: Kind, *, by: int | None = None, until: int | None = None
) -> list[Note]:
    client, specialist, today = pair.client, pair.specialist, clock.today()
    detail = {"conv": pair.conv, "by": by, "until": until}
    return [
        Note(client, kind, today, specialist, detail),
        Note(specialist, kind, today, client, detail),
    ]


def _asks(pair: Pair, *, to_client: bool) -> Note:
    """The ask, dated the day it was made, for one of the two."""
    to, other = (pair.client, pair.specialist) if to_client else (pair.specialist, pair.client)
    detail = {"conv": pair.conv, "by": RoleName.CLIENT, "until": None}
    return Note(to, Kind.ASKED, pair.asked_on, other, detail)
