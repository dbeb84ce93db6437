"""Ops over a person's own device as a way in."""

from collections.abc import Mapping
from typing import Any

from pse.account import Lock, Slot, open_slot, seal_slot
from pse.device import device_lock, device_salt_of, expect_device_slot

from .ops_primitives import given_chance

In = Mapping[str, Any]


def _device_lock(given: In) -> Lock:
    return device_lock(
        given["secret"],
        pin=given["pin"],
        slot_id=given["slot_id"],
        home=given["home"],
        username=given["username"],
    )


def _lock(given: In) -> dict[str, bytes]:
    lock = _device_lock(given)
    return {"auth": lock.auth, "kek": lock.kek, "salt": lock.salt}


def _salt(given: In) -> bytes:
    return device_salt_of(given["home"], given["username"], given["slot_id"])


def _expect(given: In) -> bool:
    expect_device_slot(
        Slot(**given["slot"]),
        slot_id=given["slot_id"],
        has_pin=given["has_pin"],
        home=given["home"],
        username=given["username"],
    )
    return True


def _seal(given: In) -> bytes:
    return seal_slot(
        _device_lock(given),
        given["root_key"],
        home=given["home"],
        account_id=given["account_id"],
        g=0,
        chance=given_chance(given["nonce"]),
    ).box


def _open(given: In) -> bytes:
    lock = _device_lock(given)
    home, account_id = given["home"], given["account_id"]
    return open_slot(Slot(**given["slot"]), lock, home=home, account_id=account_id, g=0)


OPS = {
    "device.salt": _salt,
    "device.lock": _lock,
    "device.expect": _expect,
    "device.seal": _seal,
    "device.open": _open,
}
