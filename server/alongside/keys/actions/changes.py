"""Changing the ways in: with the spare code at once, without it after three days (P10)."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from alongside.ground import clock
from alongside.ground.clock import day_of
from alongside.ground.refusal import NotYours, Refused
from alongside.ground.secrets import server_key
from alongside.keys.actions.coming_in import keep_slot, opened_by
from alongside.keys.actions.devices import NotFresh
from alongside.keys.actions.state import save_state
from alongside.keys.actions.told import tell_called_off, tell_changed, tell_waits
from alongside.keys.actions.ways_in import prove_words
from alongside.keys.models import ChangeKind, Slot, SlotType, WayChange
from alongside.keys.queries import change_of, words_slot_of
from alongside.keys.rules import MOST_OF, MOST_WAITING, WAIT_DAYS, WayIn, check_way_in
from alongside.people import actions as people
from alongside.people.actions import NotOpened
from alongside.people.models import Account, Token
from alongside.people.rules import is_fresh
from alongside.people.tries import Door, forgive, take_try
from pse.account import DEVICE, PASSKEY, SPARE, WORDS
from pse.account import Slot as SlotPaper
from pse.refusal import Malformed
from pse.state import State as StatePaper
from pse.ticket import verifier_of


class TooManyWays(Refused):
    """A place has two spare codes, ten devices, five passkeys at most; few changes wait."""

    code = "too-many-ways"
    words = "There are too many ways in already. Please remove one first."


class LastWay(Refused):
    """The words and the last spare code cannot be taken away, only exchanged."""

    code = "last-way"
    words = "This way in cannot be taken away. It is the last of its kind."


class NotYet(Refused):
    """A change without the spare code waits until its day."""

    code = "not-yet"
    words = "The three days are not over yet."


@dataclass(frozen=True)
class Wish:
    """What is to change: a way in that comes, one that goes, or other words."""

    kind: ChangeKind
    slot_id: bytes
    way: WayIn | None = None


@dataclass(frozen=True)
class Proof:
    """What shows that it is really them: the spare code, the five words, a fresh sign-in."""

    spare: bytes | None
    words: bytes | None
    address: str


def ask_change(
    token: Token, wish: Wish, proof: Proof, state: StatePaper | None, *, now: datetime
) -> None:
    """Change the ways in at once with the spare code, or let the change wait without it."""
    person = token.account
    has_card = prove(token, proof, now=now)
    _check_door(wish, has_card=has_card)
    if wish.kind == ChangeKind.ALONG:
        _ask_along(person, wish, has_card=has_card, today=day_of(now))
        return
    if has_card != (state is not None):
        raise Malformed("a state goes with what is done at once, and only with that")
    if state is not None:
        _change_now(token, wish, state, today=day_of(now))
    else:
        _let_wait(person, wish, today=day_of(now))


@transaction.atomic
def finish_change(
    token: Token, slot_id: bytes, state: StatePaper | None, *, now: datetime
) -> None:
    """Do what has waited long enough; NotYet else."""
    waiting = change_of(token.account, slot_id)
    if waiting.kind == ChangeKind.LOCK:
        # A new lock brings more than a state: it has a door of its own.
        raise NotYours
    if waiting.due_on > day_of(now):
        raise NotYet
    if (waiting.kind == ChangeKind.ALONG) != (state is None):
        raise Malformed("a state goes with every change of the ways in, and with nothing else")
    if state is None:
        waiting.delete()
        return
    save_state(token.account, state)
    waiting.delete()
    _check_fits(token.account, _paper(waiting), ChangeKind(waiting.kind))
    _do(token, _paper(waiting), waiting.verifier, ChangeKind(waiting.kind))
    tell_changed(token.account, ChangeKind(waiting.kind), waiting.type, today=day_of(now))
    if (waiting.kind, waiting.type) == (ChangeKind.ADD, SPARE):
        # The code that waited is on paper; one that nobody wrote down is not asked for again.
        Slot.objects.filter(account=token.account, type=SPARE).update(seen=True)


@transaction.atomic
def cancel_change(person: Account, slot_id: bytes) -> None:
    """Call off a change that waits."""
    change = change_of(person, slot_id)
    change.delete()
    tell_called_off(person, change.kind, change.type, today=clock.today())


@transaction.atomic
def _ask_along(person: Account, wish: Wish, *, has_card: bool, today: int) -> None:
    """With the card nothing waits any more; without it the wish stands on every device."""
    waiting = WayChange.objects.filter(account=person)
    waiting.filter(kind=ChangeKind.ALONG).delete()
    if has_card:
        return
    if waiting.count() >= MOST_WAITING:
        raise TooManyWays
    if waiting.filter(slot_id=wish.slot_id).exists():
        raise Malformed("a wish has an id of its own")
    due_on = today + WAIT_DAYS
    WayChange.objects.create(
        account=person, kind=wish.kind, due_on=due_on, slot_id=wish.slot_id, type=WORDS
    )
    tell_waits(person, wish.kind, WORDS, due_on=due_on, today=today)


def prove(token: Token, proof: Proof, *, now: datetime) -> bool:
    """Say whether the spare code was there; NotFresh, NotOpened or SlowDown."""
    person = token.account
    if proof.words is not None:
        prove_words(person, proof.words, address=proof.address, now=now)
    if proof.spare is not None:
        _prove_spare(person, proof.spare, address=proof.address, now=now)
    is_first_visit = proof.spare is not None and _is_spare_unseen(person)
    if not (proof.words is not None or is_first_visit or is_fresh(token.expires_at, now=now)):
        raise NotFresh
    return proof.spare is not None


def _check_door(wish: Wish, *, has_card: bool) -> None:
    if wish.kind == ChangeKind.LOCK and has_card:
        raise Malformed("with the spare code a new lock has a door of its own")


def _prove_spare(person: Account, auth: bytes, *, address: str, now: datetime) -> None:
    door = Door(SlotType.SPARE.name, person.username or "", address)
    take_try(door, now=now)
    codes = Slot.objects.select_related("account").filter(account=person, type=SPARE)
    if opened_by(auth, list(codes.order_by("id")), by=SlotType.SPARE) is None:
        raise NotOpened
    forgive(door)


def _is_spare_unseen(person: Account) -> bool:
    """Whoever sits at a first visit has the code on the screen: no more is asked of them."""
    return Slot.objects.filter(account=person, type=SPARE, seen=False).exists()


@transaction.atomic
def _change_now(token: Token, wish: Wish, state: StatePaper, *, today: int) -> None:
    person = token.account
    save_state(person, state)
    paper, verifier = _asked(person, wish)
    WayChange.objects.filter(account=person, slot_id=wish.slot_id).delete()
    _check_fits(person, paper, wish.kind)
    _do(token, paper, verifier, wish.kind)
    tell_changed(person, wish.kind, paper.type, today=today)


@transaction.atomic
def _let_wait(person: Account, wish: Wish, *, today: int) -> None:
    paper, verifier = _asked(person, wish)
    # Whoever asks for the same once more begins to wait anew.
    waiting = WayChange.objects.filter(account=person)
    waiting.filter(slot_id=wish.slot_id).delete()
    if waiting.count() >= MOST_WAITING:
        raise TooManyWays
    _check_fits(person, paper, wish.kind)
    kept = {"g": paper.g, "profile": paper.profile, "salt": paper.salt, "box": paper.box}
    WayChange.objects.create(
        account=person,
        kind=wish.kind,
        due_on=today + WAIT_DAYS,
        slot_id=wish.slot_id,
        type=paper.type,
        verifier=verifier,
        **(kept if wish.way else {}),
    )
    tell_waits(person, wish.kind, paper.type, due_on=today + WAIT_DAYS, today=today)


def _asked(person: Account, wish: Wish) -> tuple[SlotPaper, bytes]:
    """Read a wish: the way in it is about, and a keyed hash of what will prove the right."""
    if wish.kind == ChangeKind.LOCK:
        return SlotPaper(wish.slot_id, WORDS, 0, 0, b""), b""
    if wish.way is None:
        slot = Slot.objects.filter(account=person, slot_id=wish.slot_id).first()
        if slot is None:
            raise NotYours
        return SlotPaper(slot.slot_id, slot.type, slot.g, slot.profile, slot.salt), b""
    paper = wish.way.slot
    check_way_in(wish.way, _expected_type(wish.kind, paper), g=words_slot_of(person).g)
    return paper, verifier_of(server_key(), person.ref, paper.type, wish.way.auth)


def _expected_type(kind: ChangeKind, paper: SlotPaper) -> int:
    if kind == ChangeKind.WORDS:
        return WORDS
    return paper.type if paper.type in (DEVICE, PASSKEY) else SPARE


def _check_fits(person: Account, paper: SlotPaper, kind: ChangeKind) -> None:
    if kind == ChangeKind.LOCK:
        return
    mine = Slot.objects.filter(account=person)
    alike = mine.filter(type=paper.type).count()
    if kind == ChangeKind.REMOVE:
        if not mine.filter(slot_id=paper.slot_id).exists():
            raise NotYours
        if paper.type == WORDS or (paper.type == SPARE and alike < MOST_OF[SPARE]):
            raise LastWay
        return
    if mine.filter(slot_id=paper.slot_id).exists():
        raise Malformed("a new way in has an id of its own")
    if kind == ChangeKind.ADD and alike >= MOST_OF[paper.type]:
        raise TooManyWays


def _do(token: Token, paper: SlotPaper, verifier: bytes, kind: ChangeKind) -> None:
    person = token.account
    if kind == ChangeKind.REMOVE:
        Slot.objects.filter(account=person, slot_id=paper.slot_id).delete()
        if paper.type == PASSKEY and token.way == paper.slot_id:
            # Whoever takes away the passkey they came by stays where they are.
            people.came_by(token, None)
        people.sign_out_way(person, paper.slot_id)
        return
    if kind == ChangeKind.WORDS:
        words_slot_of(person).delete()
        people.sign_out_others(token)
    added = keep_slot(person, paper, verifier)
    if paper.type == DEVICE:
        people.came_by(token, paper.slot_id)
    if paper.type == SPARE:
        # It was shown when it was made, to be given away; it is never shown again.
        Slot.objects.filter(pk=added.pk).update(seen=True)


def _paper(change: WayChange) -> SlotPaper:
    fields = (change.slot_id, change.type, change.g, change.profile, change.salt, change.box)
    return SlotPaper(*fields)
