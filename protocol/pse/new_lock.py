"""Someone knows the five words: everything that a lock is made of, made anew (P10)."""

from dataclasses import dataclass, replace
from typing import Any

from . import as_json
from .account import Lock, Slot, seal_slot, slot_hash_of, spare_lock, words_lock
from .base64url import to_text
from .bundle import Secrets, bundle_hash_of, seal_bundle
from .holder import Person
from .key_record import KeyRecord, next_key_record
from .remembered import BundlePin, SlotPin, trust_json
from .signing import verify_key_of
from .spare_code import new_spare
from .state import TRUST, next_state
from .words import draw_words, phrase_of
from .wrapping import wrap_key_of


@dataclass(frozen=True)
class NewLock:
    """What opens the place from now on, and what the server takes, but for the proof."""

    words: str
    spare: bytes
    locks: tuple[Lock, Lock]
    payload: dict[str, Any]


def renew_lock(
    person: Person, *, day: int, words: str | None = None, spare: bytes | None = None
) -> NewLock:
    """Make generation g + 1 of everything; the person goes on with it.

    Root key, identity, wrapping key, vault key, both ways in. Old seeds to receive and old
    vault keys stay in the bundle, so that what was written can be read. `payload` is what
    `POST /api/new-lock` takes, without what proves the right.
    """
    phrase = phrase_of(words) if words else draw_words(chance=person.chance)
    code = spare or new_spare(person.chance)
    locks = (
        words_lock(phrase, home=person.home, username=person.username),
        spare_lock(code, home=person.home, username=person.username),
    )
    _renew_keys(person, day=day)
    slots = [_slot(person, lock) for lock in locks]
    _renew_state(person, slots, day=day)
    ways = [
        {"slot": as_json.slot_json(slot), "auth": to_text(lock.auth)}
        for lock, slot in zip(locks, slots, strict=True)
    ]
    payload = {
        "key_record": as_json.key_record_json(person.record),
        "bundle": as_json.bundle_json(person.bundle),
        "state": as_json.state_json(person.state),
        "words": ways[0],
        "spare": ways[1],
    }
    return NewLock(phrase, code, locks, payload)


def _renew_keys(person: Person, *, day: int) -> None:
    """A new root key with a bundle of its own: the new identity alone, the old seeds beside."""
    root_key, ik, ek, vk = (person.chance(32) for _ in range(4))
    record = _signed_on(person, ik=ik, ek=ek, day=max(day, person.record.day))
    old = person.secrets
    secrets = Secrets(ik, {**old.ek, record.gen: ek}, old.rand, {**old.vk, max(old.vk) + 1: vk})
    person.bundle = seal_bundle(
        root_key,
        secrets,
        home=person.home,
        account_id=person.account_id,
        g=person.g + 1,
        ver=person.bundle.ver + 1,
        chance=person.chance,
    )
    person.records = (*person.records, record)
    person.g, person.root_key, person.secrets = person.g + 1, root_key, secrets


def _signed_on(person: Person, *, ik: bytes, ek: bytes, day: int) -> KeyRecord:
    return next_key_record(
        person.record,
        ik_seed=ik,
        ik=verify_key_of(ik),
        ek=wrap_key_of(ek),
        prev_ik_seed=person.ik_seed,
        day=day,
    )


def _slot(person: Person, lock: Lock) -> Slot:
    return seal_slot(
        lock,
        person.root_key,
        home=person.home,
        account_id=person.account_id,
        g=person.g,
        chance=person.chance,
    )


def _renew_state(person: Person, slots: list[Slot], *, day: int) -> None:
    """What was remembered goes along; of the ways in only the new ones are."""
    pins = tuple(SlotPin(slot_hash_of(slot), slot.slot_id, slot.type, day) for slot in slots)
    bundle = BundlePin(bundle_hash_of(person.bundle.box), person.bundle.ver)
    known = replace(person.trust, slots=pins, bundle=bundle)
    person.values = {**person.values, TRUST: trust_json(known)}
    person.state = next_state(
        person.root_key,
        person.values,
        account_id=person.account_id,
        before=person.state,
        chance=person.chance,
    )
