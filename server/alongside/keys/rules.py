"""What sealed papers must look like to be taken. Nothing here can open them."""

from collections.abc import Sequence
from dataclasses import dataclass

from pse.account import (
    DEVICE,
    NO_PROFILE,
    NO_SALT,
    PASSKEY,
    PROFILES_OF,
    SLOT_BOX,
    SPARE,
    WORDS,
    Slot,
)
from pse.bundle import Bundle
from pse.ids import ID
from pse.key_record import KeyRecord
from pse.refusal import BadRecord, Malformed
from pse.renewal import ROUTINE_AFTER_DAYS
from pse.seal import SEALED_SIZES
from pse.state import NAMES, NOTHING_BEFORE, State

ENDS_SOON_DAYS = 30
FIRST_BUNDLE = min(SEALED_SIZES)
# Without the spare code a change waits for three whole days, wherever in the day it began.
WAIT_DAYS = 4
# A place is new on the day it was made and the day after; then a fresh code waits too.
NEW_DAYS = 1
WRONG_NUMBERS = 5
MOST_OF = {WORDS: 1, SPARE: 2, DEVICE: 10, PASSKEY: 5}
MOST_WAITING = 5


@dataclass(frozen=True)
class WayIn:
    """A slot together with what will prove the right to fetch it."""

    slot: Slot
    auth: bytes


@dataclass(frozen=True)
class NextKeys:
    """The next generation of a person's keys, with the bundle and the state that know of it."""

    record: KeyRecord
    bundle: Bundle
    state: State


@dataclass(frozen=True)
class NewLock:
    """The next generation of everything; `even_so`: whatever was saved meanwhile."""

    record: KeyRecord
    bundle: Bundle
    state: State
    words: WayIn
    spare: WayIn
    even_so: bool = False


@dataclass(frozen=True)
class Newcomer:
    """Everything a room hands over to come in."""

    username: str
    account_id: bytes
    record: KeyRecord
    words: WayIn
    spare: WayIn
    bundle: Bundle
    state: State
    link: str | None


def check_newcomer(newcomer: Newcomer, *, today: int) -> None:
    """Return if a sign-up's papers fit each other; Malformed or BadRecord else."""
    if newcomer.record.account_id != newcomer.account_id:
        raise BadRecord("the keys belong to another account")
    if abs(newcomer.record.day - today) > 1:
        raise BadRecord("keys are dated the day they are made")
    check_way_in(newcomer.words, WORDS, g=0)
    check_way_in(newcomer.spare, SPARE, g=0)
    bundle = newcomer.bundle
    if (bundle.g, bundle.ver, len(bundle.box)) != (0, 1, FIRST_BUNDLE):
        raise Malformed("a first bundle has generation 0, version 1 and one size")
    _check_first_state(newcomer.state)


def check_next_keys(keys: NextKeys, *, today: int) -> None:
    """Return if the next keys are dated today and their bundle is sealed; Refused else."""
    if abs(keys.record.day - today) > 1:
        raise BadRecord("keys are dated the day they are made")
    if not is_sealed(keys.bundle.box):
        raise Malformed("not sealed, or of another size")


def check_new_lock(lock: NewLock, *, g: int, today: int) -> None:
    """Return if all papers of a new lock are of generation g and whole; Refused else."""
    if abs(lock.record.day - today) > 1:
        raise BadRecord("keys are dated the day they are made")
    check_way_in(lock.words, WORDS, g=g)
    check_way_in(lock.spare, SPARE, g=g)
    if (lock.bundle.g, lock.state.g) != (g, g) or not is_sealed(lock.bundle.box):
        raise Malformed("bundle and state are of the same generation")
    check_state(lock.state)
    if tuple(part.name for part in lock.state.parts) != NAMES:
        raise Malformed("all four parts are sealed anew")


def is_routine(newest_day: int, *, today: int) -> bool:
    """Say whether the newest keys are old enough for new ones of the same lock."""
    return today - newest_day >= ROUTINE_AFTER_DAYS


def stands_for(kr_hash: bytes, chain: Sequence[tuple[bytes, bytes]]) -> bool:
    """Say whether a word about one record still counts for the newest: one ik all the way.

    `chain` holds (kr_hash, ik) of every generation, ascending.
    """
    since = [at for at, (named, _) in enumerate(chain) if named == kr_hash]
    return bool(since) and len({ik for _, ik in chain[since[0] :]}) == 1


def check_way_in(way: WayIn, type_: int, *, g: int) -> None:
    """Return if a slot is of this type and generation; Malformed else."""
    slot = way.slot
    if (slot.type, slot.g) != (type_, g) or slot.profile not in PROFILES_OF[type_]:
        raise Malformed("another way in was expected")
    if (len(slot.slot_id), len(slot.salt), len(slot.box)) != (ID, ID, SLOT_BOX):
        raise Malformed("a slot has fixed sizes")
    if (slot.salt == NO_SALT) != (slot.profile == NO_PROFILE):
        raise Malformed("only what is not stretched goes without salt")


def is_new(made_on: int, *, today: int) -> bool:
    """Say whether a place is so new that the five words alone make a fresh spare code."""
    return today <= made_on + NEW_DAYS


def check_state(state: State) -> None:
    """Return if index and parts are sealed and of a size that is padded to; Malformed else."""
    names = [part.name for part in state.parts]
    if names != sorted(set(names)) or not set(names) <= set(NAMES):
        raise Malformed("parts are named 1 to 4, ascending, none twice")
    if not all(is_sealed(box) for box in (state.box, *(part.box for part in state.parts))):
        raise Malformed("not sealed, or of another size")


def is_sealed(box: bytes) -> bool:
    """Say whether bytes have the first byte and one of the sizes of a padded seal."""
    return len(box) in SEALED_SIZES and box[0] == 1


def _check_first_state(state: State) -> None:
    check_state(state)
    if (state.g, state.ctr, state.prev) != (0, 1, NOTHING_BEFORE):
        raise Malformed("a first state counts 1 and follows nothing")
    if tuple(part.name for part in state.parts) != NAMES:
        raise Malformed("a first state has all four parts")
