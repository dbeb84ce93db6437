"""Vectors for a lock that was renewed whole: generation 1 of slots, bundle and state."""

from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from pse.as_json import read_slot
from pse.chance import repeatable_chance
from pse.holder import Person
from pse.new_lock import NewLock, renew_lock
from pse.state import saved_of

from .case import Cases, answered, refused
from .scene import DAY, HOME, newcomer

WORDS = "abanico abarcar tibio higuera zona"


@dataclass(frozen=True)
class Renewed:
    """Ada before and after, and what she made."""

    before: Person
    after: Person
    made: NewLock


@cache
def renewed() -> Renewed:
    """Ada's lock, renewed on the fifth day: always with the same keys."""
    before = newcomer("ada").person
    after = replace(before, chance=repeatable_chance("a new lock"))
    return Renewed(before, after, renew_lock(after, day=DAY + 5, words=WORDS))


def cases() -> Cases:
    """All of them."""
    return [*_slots(), *_bundles(), *_states(), *_records()]


def _slots() -> Cases:
    here, old = renewed(), newcomer("ada")
    words, spare = (read_slot(here.made.payload[way]["slot"]) for way in ("words", "spare"))
    new_words, new_spare = here.made.locks
    given = {"home": HOME, "account_id": here.after.account_id}
    return [
        answered("the new words", "slot.open", slot=words, kek=new_words.kek, **given),
        answered("the new spare code", "slot.open", slot=spare, kek=new_spare.kek, **given),
        answered("hash of the new way in", "slot.hash", slot=words),
        refused("the old words", "slot.open", slot=words, kek=old.locks[0].kek, **given),
        refused("the old code", "slot.open", slot=spare, kek=old.locks[1].kek, **given),
        refused(
            "the new words at the old way in",
            "slot.open",
            slot=old.slots[0],
            kek=new_words.kek,
            **given,
        ),
        refused(
            "called generation 0",
            "slot.open",
            slot=replace(words, g=0),
            kek=new_words.kek,
            **given,
        ),
    ]


def _bundles() -> Cases:
    here = renewed()
    before, after = here.before, here.after
    given: dict[str, Any] = {"home": HOME, "account_id": after.account_id}
    given["bundle"] = after.bundle
    old_key, new_key = before.root_key, after.root_key
    return [
        answered("holds old seeds and new", "bundle.open", root_key=new_key, **given),
        refused("the thief's root key", "bundle.open", root_key=old_key, **given),
        refused(
            "the bundle from before",
            "bundle.open",
            root_key=new_key,
            **{**given, "bundle": before.bundle},
        ),
        refused(
            "the one from before called generation 1",
            "bundle.open",
            root_key=old_key,
            **{**given, "bundle": replace(before.bundle, g=1, ver=2)},
        ),
    ]


def _states() -> Cases:
    here = renewed()
    before, after = here.before, here.after
    given = {"root_key": after.root_key, "account_id": after.account_id}
    mixed = replace(after.state, parts=(*after.state.parts[:3], before.state.parts[3]))
    rolled = {"own": [saved_of(after.state)]}
    return [
        answered("the next state", "state.open", state=after.state, **given),
        answered("what messages carry", "state.sc", state=after.state),
        refused("the state from before", "state.open", state=before.state, **given),
        refused(
            "the thief's root key",
            "state.open",
            state=after.state,
            **{**given, "root_key": before.root_key},
        ),
        refused("a part from before", "state.open", state=mixed, **given),
        refused("called generation 0", "state.open", state=replace(after.state, g=0), **given),
        refused("rolled back to generation 0", "state.newest", state=before.state, **rolled),
    ]


def _records() -> Cases:
    chain = renewed().after.records
    first, second = chain
    return [
        answered("signed by both", "keyrec.verify", records=list(chain)),
        answered("is where the lock begins", "keyrec.lock", records=list(chain)),
        refused(
            "the thief signs alone",
            "keyrec.verify",
            records=[first, replace(second, sig=second.prev_sig)],
        ),
    ]
