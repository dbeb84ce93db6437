"""Coming in, coming back and renewing the ways in, exactly as a room does it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from . import as_json
from .account import (
    DEVICE,
    NO_SALT,
    PASSKEY,
    Lock,
    Slot,
    checked_username,
    expect_slot,
    open_slot,
    seal_slot,
    slot_hash_of,
    spare_lock,
    words_lock,
)
from .base64url import from_text, to_text
from .bundle import Bundle, Secrets, bundle_hash_of, open_bundle, seal_bundle
from .chance import Chance, system_chance
from .device import expect_device_slot
from .document_list import DocumentList, documents_json
from .holder import Person
from .ids import ID
from .key_record import KeyRecord, first_key_record, verify_key_records
from .notes import Notes, notes_json
from .passkey import expect_passkey_slot
from .refusal import BadRecord
from .remembered import (
    BundlePin,
    SlotPin,
    Trust,
    marks_json,
    read_trust,
    trust_json,
)
from .signing import verify_key_of
from .spare_code import new_spare, write_spare
from .state import (
    DOCUMENTS,
    MARKS,
    NOTES,
    TRUST,
    open_state,
    seal_state,
)
from .strict_json import Json
from .words import draw_words, phrase_of
from .wrapping import wrap_key_of


@dataclass(frozen=True)
class Newcomer:
    """A person who just made their place, with what only they know and what the server gets."""

    person: Person
    words: str
    spare: bytes
    locks: tuple[Lock, Lock]
    slots: tuple[Slot, Slot]

    @property
    def spare_code(self) -> str:
        """The spare code as it stands on the card."""
        return write_spare(self.spare)

    def sign_up_payload(self, *, link: str | None = None) -> dict[str, Any]:
        """What `POST /api/sign-up` takes."""
        person, (words, spare) = self.person, self.locks
        payload = {
            "username": person.username,
            "account_id": to_text(person.account_id),
            "key_record": as_json.key_record_json(person.record),
            "slots": [as_json.slot_json(slot) for slot in self.slots],
            "auth": {"words": to_text(words.auth), "spare": to_text(spare.auth)},
            "bundle": as_json.bundle_json(person.bundle),
            "state": as_json.state_json(person.state),
        }
        return payload if link is None else {**payload, "link": link}


def make_person(
    username: str,
    *,
    home: bytes,
    day: int,
    words: str | None = None,
    spare: bytes | None = None,
    roster: bytes | None = None,
    roster_seed: bytes | None = None,
    log: bytes = bytes(32),
    name: str = "",
    chance: Chance = system_chance,
) -> Newcomer:
    """Make a place: keys, two ways in, bundle and state, exactly as a room does.

    `words` are five words of the list, however typed; `roster` and `log` are the programme's
    public keys as `config.json` gives them (`roster_seed` stands for its public key).
    """
    phrase = phrase_of(words) if words else draw_words(chance=chance)
    code = spare or new_spare(chance)
    locks = _locks(phrase, code, home, checked_username(username))
    secrets = Secrets(chance(32), {0: chance(32)}, chance(ID), {0: chance(32)})
    root_key = chance(32)
    record = _first_record(secrets, day)
    slots = _slots(locks, root_key, home, record.account_id, chance)
    bundle = seal_bundle(
        root_key, secrets, home=home, account_id=record.account_id, g=0, ver=1, chance=chance
    )
    roster_key = roster or (verify_key_of(roster_seed) if roster_seed else bytes(32))
    trust = Trust(
        BundlePin(bundle_hash_of(bundle.box), bundle.ver),
        home,
        log,
        roster_key,
        tuple(_slot_pin(slot, day) for slot in slots),
    )
    values = _first_values(trust, name)
    state = seal_state(root_key, values, account_id=record.account_id, g=0, chance=chance)
    person = Person(
        home, username, 0, root_key, secrets, (record,), bundle, state, values, chance
    )
    return Newcomer(person, phrase, code, locks, slots)


@dataclass(frozen=True)
class Renewed:
    """New words and a new spare code for the same root key; `payload` is for the server."""

    words: str
    spare: bytes
    payload: dict[str, Any]


def renew_ways_in(
    person: Person, *, words: str | None = None, spare: bytes | None = None, day: int = 0
) -> Renewed:
    """Make both ways in anew: what `POST /api/ways-in/renew` takes."""
    phrase = phrase_of(words) if words else draw_words(chance=person.chance)
    code = spare or new_spare(person.chance)
    locks = _locks(phrase, code, person.home, person.username)
    slots = _slots(
        locks, person.root_key, person.home, person.account_id, person.chance, g=person.g
    )
    state = person.remember(slots=[_slot_pin(slot, day) for slot in slots])
    both = [
        {"slot": as_json.slot_json(slot), "auth": to_text(lock.auth)}
        for lock, slot in zip(locks, slots, strict=True)
    ]
    return Renewed(phrase, code, {"words": both[0], "spare": both[1], "state": state})


def come_back(
    lock: Lock,
    answer: Mapping[str, Any],
    *,
    home: bytes,
    username: str,
    chance: Chance = system_chance,
) -> Person:
    """Open a place from what signing in answered; Refused wherever it does not hold."""
    me, slot = answer["me"], as_json.read_slot(answer["slot"])
    _expect(slot, lock, home=home, username=username)
    records = tuple(as_json.read_key_record(record) for record in me["key_records"])
    account_id = verify_key_records(records).account_id
    if from_text(me["account_id"]) != account_id or me["username"] != username:
        raise BadRecord("the server opened somebody else's place")
    bundle, state = as_json.read_bundle(me["bundle"]), as_json.read_state(me["state"])
    root_key = open_slot(slot, lock, home=home, account_id=account_id, g=bundle.g)
    secrets = open_bundle(root_key, bundle, home=home, account_id=account_id)
    _check_own(secrets, records)
    values = open_state(root_key, state, account_id=account_id)
    trust = read_trust(values[TRUST])
    _check_remembered(trust, home, bundle, me["slots"])
    return Person(
        home, username, bundle.g, root_key, secrets, records, bundle, state, values, chance
    )


def _expect(slot: Slot, lock: Lock, *, home: bytes, username: str) -> None:
    if lock.type == PASSKEY:
        expect_passkey_slot(slot, slot_id=lock.slot_id)
    elif lock.type == DEVICE:
        has_pin = lock.salt != NO_SALT
        expect_device_slot(
            slot, slot_id=lock.slot_id, has_pin=has_pin, home=home, username=username
        )
    else:
        expect_slot(slot, type=lock.type, home=home, username=username)


def _first_record(secrets: Secrets, day: int) -> KeyRecord:
    return first_key_record(
        ik_seed=secrets.ik,
        ik=verify_key_of(secrets.ik),
        ek=wrap_key_of(secrets.ek[0]),
        rand=secrets.rand,
        day=day,
    )


def _locks(phrase: str, code: bytes, home: bytes, username: str) -> tuple[Lock, Lock]:
    return (
        words_lock(phrase, home=home, username=username),
        spare_lock(code, home=home, username=username),
    )


def _slot_pin(slot: Slot, day: int) -> SlotPin:
    return SlotPin(slot_hash_of(slot), slot.slot_id, slot.type, day)


def _slots(
    locks: tuple[Lock, Lock],
    root_key: bytes,
    home: bytes,
    account_id: bytes,
    chance: Chance,
    *,
    g: int = 0,
) -> tuple[Slot, Slot]:
    words, spare = (
        seal_slot(lock, root_key, home=home, account_id=account_id, g=g, chance=chance)
        for lock in locks
    )
    return words, spare


def _first_values(trust: Trust, name: str) -> dict[int, Json]:
    return {
        MARKS: marks_json([]),
        TRUST: trust_json(trust),
        DOCUMENTS: documents_json(DocumentList()),
        NOTES: notes_json(Notes(name, {}, {})),
    }


def _check_own(secrets: Secrets, records: Sequence[KeyRecord]) -> None:
    if verify_key_of(secrets.ik) != records[-1].ik or secrets.rand != records[0].rand:
        raise BadRecord("the key records are not this person's")
    held = {*secrets.ek, records[-1].gen}
    if any(_ek_of(secrets, gen) != _ek_in(records, gen) for gen in held):
        raise BadRecord("the key records are not this person's")


def _ek_of(secrets: Secrets, gen: int) -> bytes | None:
    seed = secrets.ek.get(gen)
    return None if seed is None else wrap_key_of(seed)


def _ek_in(records: Sequence[KeyRecord], gen: int) -> bytes:
    return records[gen].ek if gen < len(records) else b""


def _check_remembered(
    trust: Trust, home: bytes, bundle: Bundle, slots: Sequence[Mapping[str, Any]]
) -> None:
    if trust.home != home:
        raise BadRecord("this place belongs to another programme")
    if trust.bundle != BundlePin(bundle_hash_of(bundle.box), bundle.ver):
        raise BadRecord("an older bundle than the one remembered")
    listed = {(row["slot_id"], row["type"], row["hash"]) for row in slots}
    known = {(to_text(pin.slot_id), pin.type, to_text(pin.hash)) for pin in trust.slots}
    if listed != known:
        raise BadRecord("the ways in are not the ones remembered")
