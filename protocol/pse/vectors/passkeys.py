"""Vectors for a passkey as a way in: what is asked, what is derived, which slot is opened."""

from dataclasses import replace
from typing import Any

from pse.account import Slot
from pse.passkey import passkey_lock

from .case import Cases, answered, refused
from .scene import HOME, NAMES, newcomer
from .slots import adas_slot

_ANSWER = bytes(range(64, 96))
_SLOT_ID = b"a key of Ada's.."
_OTHER_ID = b"another of Ada's"
_NONCE = bytes(range(24))
_OTHER_HOME = bytes(16)


def cases() -> Cases:
    """All of them."""
    return [*_locks(), *_expected(), *_opened()]


def _given(**changed: Any) -> dict[str, Any]:
    bound = {"slot_id": _SLOT_ID, "home": HOME, "username": NAMES["ada"]}
    return {"answer": _ANSWER, **bound, **changed}


def _locks() -> Cases:
    bad: list[tuple[str, dict[str, Any]]] = [
        ("a short answer", {"answer": _ANSWER[:31]}),
        ("a long answer", {"answer": _ANSWER + b"\x00"}),
        ("no answer", {"answer": b""}),
        ("a short slot id", {"slot_id": _SLOT_ID[:15]}),
        ("a short home", {"home": b""}),
        ("not a name", {"username": "ada"}),
    ]
    return [
        answered("what is asked", "passkey.salt", home=HOME),
        answered("what is asked elsewhere", "passkey.salt", home=_OTHER_HOME),
        refused("no home to ask for", "passkey.salt", home=b""),
        answered("what is derived", "passkey.lock", **_given()),
        answered("another home", "passkey.lock", **_given(home=_OTHER_HOME)),
        answered("another name", "passkey.lock", **_given(username=NAMES["ben"])),
        answered("another slot", "passkey.lock", **_given(slot_id=_OTHER_ID)),
        answered("another passkey", "passkey.lock", **_given(answer=bytes(32))),
        *[refused(name, "passkey.lock", **_given(**changed)) for name, changed in bad],
    ]


def _slot(slot_id: bytes = _SLOT_ID) -> Slot:
    lock = passkey_lock(_ANSWER, slot_id=slot_id, home=HOME, username=NAMES["ada"])
    return adas_slot(lock, _NONCE)


def _expected() -> Cases:
    slot, given = _slot(), {"slot_id": _SLOT_ID}
    bad = [
        ("the slot of another passkey", _slot(_OTHER_ID)),
        ("a stretched one", replace(slot, profile=1)),
        ("a profile nobody named", replace(slot, profile=2)),
        ("a salt", replace(slot, salt=b"s" * 16)),
        ("a device", replace(slot, type=3)),
        ("the words' slot", newcomer("ada").slots[0]),
        ("the spare code's slot", newcomer("ada").slots[1]),
        ("a box too long", replace(slot, box=slot.box + b"\x00")),
    ]
    return [
        answered("its own slot", "passkey.expect", slot=slot, **given),
        *[refused(name, "passkey.expect", slot=other, **given) for name, other in bad],
    ]


def _opened() -> Cases:
    ada, ben = newcomer("ada").person, newcomer("ben").person
    slot, account = _slot(), {"account_id": ada.account_id}
    sealing = {"root_key": ada.root_key, "nonce": _NONCE, **account}
    bad: list[tuple[str, Slot, dict[str, Any]]] = [
        ("the answer of another passkey", slot, {"answer": bytes(32)}),
        ("another home", slot, {"home": _OTHER_HOME}),
        ("another name", slot, {"username": NAMES["ben"]}),
        ("another account", slot, {"account_id": ben.account_id}),
        ("another passkey's box", replace(slot, box=_slot(_OTHER_ID).box), {}),
        ("another passkey's id", replace(slot, slot_id=_OTHER_ID), {}),
        ("taken for a device", replace(slot, type=3), {}),
        ("taken for a spare code", replace(slot, type=2), {}),
    ]
    return [
        answered("is sealed", "passkey.seal", **_given(), **sealing),
        answered("opens", "passkey.open", slot=slot, **_given(), **account),
        *[
            refused(name, "passkey.open", slot=other, **{**_given(), **account, **change})
            for name, other, change in bad
        ],
    ]
