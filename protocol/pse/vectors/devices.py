"""Vectors for a person's own device: with a short number and without."""

from dataclasses import replace
from typing import Any

from pse.account import Slot
from pse.device import device_lock

from .case import Cases, answered, refused
from .scene import HOME, NAMES, newcomer
from .slots import adas_slot

_SECRET = bytes(range(32))
_SLOT_ID = b"a phone of Ada's"
_NONCE = bytes(range(24))
_PIN = "274913"
_OTHER_HOME = bytes(16)


def cases() -> Cases:
    """All of them."""
    return [*_locks(), *_expected(), *_opened()]


def _given(pin: str | None = _PIN, **changed: Any) -> dict[str, Any]:
    name = NAMES["ada"]
    bound = {"slot_id": _SLOT_ID, "home": HOME, "username": name}
    return {"secret": _SECRET, "pin": pin, **bound, **changed}


def _locks() -> Cases:
    salt = {"home": HOME, "username": NAMES["ada"], "slot_id": _SLOT_ID}
    bad: list[tuple[str, dict[str, Any]]] = [
        ("three digits", {"pin": "274"}),
        ("nine digits", {"pin": "274913274"}),
        ("an empty number", {"pin": ""}),
        ("letters", {"pin": "27491e"}),
        ("digits of another script", {"pin": "\u0662\u0667\u0664\u0669"}),
        ("a line end behind it", {"pin": "2749\n"}),
        ("a short secret", {"secret": _SECRET[:31]}),
        ("a short slot id", {"slot_id": _SLOT_ID[:15]}),
        ("a short home", {"home": b""}),
        ("not a name", {"username": "ada"}),
    ]
    return [
        answered("the salt of a number", "device.salt", **salt),
        answered("with a number", "device.lock", **_given()),
        answered("with four digits", "device.lock", **_given("0000")),
        answered("with eight digits", "device.lock", **_given("98765432")),
        answered("without a number", "device.lock", **_given(None)),
        answered("another home", "device.lock", **_given(None, home=_OTHER_HOME)),
        answered("another name", "device.lock", **_given(None, username=NAMES["ben"])),
        answered("another slot", "device.lock", **_given(None, slot_id=bytes(16))),
        answered("another device", "device.lock", **_given(None, secret=bytes(32))),
        *[refused(name, "device.lock", **_given(**changed)) for name, changed in bad],
    ]


def _slot(pin: str | None) -> Slot:
    lock = device_lock(_SECRET, pin=pin, slot_id=_SLOT_ID, home=HOME, username=NAMES["ada"])
    return adas_slot(lock, _NONCE)


def _expected() -> Cases:
    given = {"slot_id": _SLOT_ID, "home": HOME, "username": NAMES["ada"]}
    with_pin, without = _slot(_PIN), _slot(None)
    bad = [
        ("no number, where this device has one", without, True),
        ("a number, where this device has none", with_pin, False),
        ("profile 0 with a salt", replace(with_pin, profile=0), False),
        ("a profile nobody named", replace(with_pin, profile=2), True),
        ("another salt", replace(with_pin, salt=b"s" * 16), True),
        ("another slot", replace(with_pin, slot_id=bytes(16)), True),
        ("the words' slot", newcomer("ada").slots[0], True),
        ("the spare code's slot", newcomer("ada").slots[1], False),
        ("a box too long", replace(with_pin, box=with_pin.box + b"\x00"), True),
    ]
    return [
        answered("with a number", "device.expect", slot=with_pin, has_pin=True, **given),
        answered("without one", "device.expect", slot=without, has_pin=False, **given),
        *[refused(n, "device.expect", slot=s, has_pin=has, **given) for n, s, has in bad],
    ]


def _opened() -> Cases:
    ada, ben = newcomer("ada").person, newcomer("ben").person
    slot, account = _slot(_PIN), {"account_id": ada.account_id}
    sealing = {"root_key": ada.root_key, "nonce": _NONCE, **account}
    bad: list[tuple[str, Slot, dict[str, Any]]] = [
        ("another number", slot, {"pin": "274914"}),
        ("no number", slot, {"pin": None}),
        ("the secret of another device", slot, {"secret": bytes(32)}),
        ("another home", slot, {"home": _OTHER_HOME}),
        ("another name", slot, {"username": NAMES["ben"]}),
        ("another account", slot, {"account_id": ben.account_id}),
        ("another slot's box", replace(slot, box=_slot(None).box), {}),
        ("taken for a spare code", replace(slot, type=2), {}),
    ]
    return [
        answered("is sealed with a number", "device.seal", **_given(), **sealing),
        answered("is sealed without", "device.seal", **_given(None), **sealing),
        answered("opens with a number", "device.open", slot=slot, **_given(), **account),
        answered("opens without", "device.open", slot=_slot(None), **_given(None), **account),
        *[
            refused(n, "device.open", slot=s, **{**_given(), **account, **change})
            for n, s, change in bad
        ],
    ]
