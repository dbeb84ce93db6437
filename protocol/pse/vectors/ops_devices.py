"""Ops over a person's own device as a way in."""

from pse.account import Lock, Slot
from pse.device import device_lock, device_salt_of, expect_device_slot

from .slots import In, open_given, seal_given


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


OPS = {
    "device.salt": _salt,
    "device.lock": _lock,
    "device.expect": _expect,
    "device.seal": lambda given: seal_given(_device_lock(given), given),
    "device.open": lambda given: open_given(_device_lock(given), given),
}
