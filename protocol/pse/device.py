"""A person's own device as a way in: a secret that stays on it, and a short number or none."""

import re

from .account import DEVICE, NO_SALT, SLOT_BOX, Lock, Slot, checked_username, stretch
from .ids import ID
from .pae import h16, kdf, key_of, sized
from .refusal import Malformed, Unknown

_PIN = re.compile(r"[0-9]{4,8}")


def checked_pin(pin: str) -> str:
    """Give back a short number of four to eight digits; Malformed for anything else."""
    if type(pin) is not str or not _PIN.fullmatch(pin):
        raise Malformed("a short number has four to eight digits")
    return pin


def device_salt_of(home: bytes, username: str, slot_id: bytes) -> bytes:
    """The salt (16 bytes) with which a device's short number is stretched."""
    name = checked_username(username)
    return h16(
        "pse1/device-salt", sized(home, ID, "home"), name, sized(slot_id, ID, "a slot id")
    )


def device_lock(
    secret: bytes, *, pin: str | None, slot_id: bytes, home: bytes, username: str
) -> Lock:
    """Derive from the device's 32 secret bytes, and its short number if it has one."""
    salt = device_salt_of(home, username, slot_id)
    number = b"" if pin is None else stretch(checked_pin(pin), salt)
    key = kdf(key_of(secret), 32, "pse1/device", number)
    bound = (home, username, slot_id)
    return Lock(
        DEVICE,
        kdf(key, 32, "pse1/device-auth", *bound),
        kdf(key, 32, "pse1/device-kek", *bound),
        NO_SALT if pin is None else salt,
        slot_id,
    )


def expect_device_slot(
    slot: Slot, *, slot_id: bytes, has_pin: bool, home: bytes, username: str
) -> None:
    """Refuse, before anything is derived, any slot but the one this device remembers."""
    if slot.type != DEVICE or slot.slot_id != sized(slot_id, ID, "a slot id"):
        raise Unknown("another way in than the one used")
    if slot.profile != int(has_pin):
        raise Unknown("another key profile than this device's")
    if slot.salt != (device_salt_of(home, username, slot_id) if has_pin else NO_SALT):
        raise Malformed("another salt than the one derived here")
    sized(slot.box, SLOT_BOX, "a slot's box")
