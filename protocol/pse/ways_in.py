"""Adding, removing and exchanging ways in, exactly as a room asks for it (api.md)."""

from typing import Any

from . import as_json
from .account import Lock, Slot, seal_slot, slot_hash_of
from .base64url import to_text
from .holder import Person
from .remembered import SlotPin

ADD, REMOVE, WORDS = 1, 2, 3


def add_way(
    person: Person,
    lock: Lock,
    *,
    day: int = 0,
    name: str = "",
    spare: Lock | None = None,
    kind: int = ADD,
) -> dict[str, Any]:
    """What `POST /api/ways-in/changes` takes for a way in that comes.

    With the spare code's lock it is done at once; without it, it waits and no state goes along.
    """
    slot = _slot_for(person, lock)
    asked = {"kind": kind, "slot": as_json.slot_json(slot), "auth": to_text(lock.auth)}
    kept = [pin for pin in person.trust.slots if kind != WORDS or pin.type != lock.type]
    pin = SlotPin(slot_hash_of(slot), slot.slot_id, slot.type, day, name)
    return _asked(person, slot.slot_id, asked, [*kept, pin], spare)


def remove_way(person: Person, slot_id: bytes, *, spare: Lock | None = None) -> dict[str, Any]:
    """What `POST /api/ways-in/changes` takes for a way in that goes."""
    kept = [pin for pin in person.trust.slots if pin.slot_id != slot_id]
    return _asked(person, slot_id, {"kind": REMOVE}, kept, spare)


def _slot_for(person: Person, lock: Lock) -> Slot:
    return seal_slot(
        lock,
        person.root_key,
        home=person.home,
        account_id=person.account_id,
        g=person.g,
        chance=person.chance,
    )


def _asked(
    person: Person,
    slot_id: bytes,
    asked: dict[str, Any],
    slots: list[SlotPin],
    spare: Lock | None,
) -> dict[str, Any]:
    papers = {**asked, "slot_id": to_text(slot_id)}
    if spare is None:
        return papers
    return {
        **papers,
        "spare_auth": to_text(spare.auth),
        "state": person.remember(slots=slots),
    }
