"""What the wall hears of handing over and standing in, told to each person it concerns.

A suggestion is told to those who see it; an ask to the client and whoever is asked; from the
yes on all three hear of it. The rooms above are known by the shape of what they announce.
"""

from typing import Protocol

from alongside.ground import clock
from alongside.people.kept_apart import is_kept_from
from alongside.people.models import Account, RoleName
from alongside.wall.actions.hearing import Pair
from alongside.wall.actions.telling import Note, note_all
from alongside.wall.rules import Kind

STAND_IN, SUGGESTED, DONE = 2, 1, 5
SOME, ALL = 1, 2


class Handover(Protocol):
    """Another specialist, named for a talk."""

    kind: int
    state: int
    by: int
    until_on: int | None
    to: Account
    made_id: int | None

    @property
    def relationship(self) -> Pair:
        """Give the two whose talk it was before."""


class OfHandover(Protocol):
    """An announcement about a handover."""

    @property
    def handover(self) -> Handover:
        """Give who is named for whose talk."""


class OfEnd(OfHandover, Protocol):
    """An announcement that a handover is over."""

    @property
    def by(self) -> int:
        """Give the role that took the step."""


class OfHistory(OfHandover, Protocol):
    """An announcement that somebody was let read of before."""

    @property
    def is_all(self) -> bool:
        """Say whether it was all of it."""


def suggested(made: OfHandover) -> None:
    """Told to the client, and to the specialist if it was their own thought; to nobody else.

    Whom the client and somebody else keep apart is told to no client. The specialist's own
    thought stands on their wall as any other: nothing tells them of a block.
    """
    handover = made.handover
    pair = handover.relationship
    who = [] if is_kept_from(pair.client, handover.to) else [pair.client]
    if handover.by == RoleName.SPECIALIST:
        who.append(pair.specialist)
    note_all(_proposed(handover, who, by=handover.by))


def asked_over(made: OfHandover) -> None:
    """The client asks: told to both of them. The one before hears of it with the yes."""
    handover = made.handover
    who = [handover.relationship.client, handover.to]
    note_all(_proposed(handover, who, by=RoleName.CLIENT))


def agreed_over(made: OfHandover) -> None:
    """Both signed the promise, and the one before hears who may come."""
    handover = made.handover
    pair = handover.relationship
    signed = _notes(handover, Kind.AGREED, [pair.client, handover.to], by=RoleName.SPECIALIST)
    note_all(signed + _proposed(handover, [pair.specialist], by=RoleName.CLIENT))


def together(made: OfHandover) -> None:
    """A header names whoever stands in; of a handover the end of it is told."""
    handover = made.handover
    if handover.kind == STAND_IN:
        three, until = _three(handover), handover.until_on
        note_all(_notes(handover, Kind.STAND_IN_ADDED, three, by=RoleName.CLIENT, until=until))


def done(made: OfHandover) -> None:
    """The talk goes on with another specialist."""
    three = _three(made.handover)
    note_all(_notes(made.handover, Kind.HANDOVER_DONE, three, by=RoleName.CLIENT))


def over(made: OfEnd) -> None:
    """It is over: told to those who were told of it."""
    handover = made.handover
    is_cover = handover.kind == STAND_IN and handover.state == DONE
    kind = Kind.STAND_IN_ENDED if is_cover else Kind.HANDOVER_CALLED_OFF
    two = [handover.relationship.client, handover.to]
    who = two if handover.made_id is None else _three(handover)
    note_all(_notes(handover, kind, who, by=made.by))


def history_given(made: OfHistory) -> None:
    """The client gave some of before, or all: told to everybody who wrote or reads it."""
    what = ALL if made.is_all else SOME
    three = _three(made.handover)
    note_all(_notes(made.handover, Kind.HISTORY_GIVEN, three, by=RoleName.CLIENT, what=what))


def _three(handover: Handover) -> list[Account]:
    return [handover.relationship.client, handover.relationship.specialist, handover.to]


def _proposed(handover: Handover, who: list[Account], *, by: int) -> list[Note]:
    return _notes(handover, Kind.HANDOVER_PROPOSED, who, by=by, until=handover.until_on)


def _notes(
    handover: Handover,
    kind: Kind,
    who: list[Account],
    *,
    by: int,
    until: int | None = None,
    what: int | None = None,
) -> list[Note]:
    """To each it is about the one who comes; to that one it is about the client."""
    pair, today = handover.relationship, clock.today()
    detail = {"conv": pair.conv, "by": by, "until": until, "what": what}
    return [
        Note(
            each, kind, today, pair.client if each.pk == handover.to.pk else handover.to, detail
        )
        for each in who
    ]
