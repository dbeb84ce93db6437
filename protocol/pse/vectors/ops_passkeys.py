"""Ops over a passkey as a way in."""

from collections.abc import Mapping
from typing import Any

from pse.account import Lock, Slot, open_slot, seal_slot
from pse.passkey import expect_passkey_slot, passkey_lock, passkey_salt_of

from .ops_primitives import given_chance

In = Mapping[str, Any]


def _passkey_lock(given: In) -> Lock:
    return passkey_lock(
        given["answer"],
        slot_id=given["slot_id"],
        home=given["home"],
        username=given["username"],
    )


def _lock(given: In) -> dict[str, bytes]:
    lock = _passkey_lock(given)
    return {"auth": lock.auth, "kek": lock.kek, "salt": lock.salt}


def _expect(given: In) -> bool:
    expect_passkey_slot(Slot(**given["slot"]), slot_id=given["slot_id"])
    return True


def _seal(given: In) -> bytes:
    return seal_slot(
        _passkey_lock(given),
        given["root_key"],
        home=given["home"],
        account_id=given["account_id"],
        g=0,
        chance=given_chance(given["nonce"]),
    ).box


def _open(given: In) -> bytes:
    lock = _passkey_lock(given)
    home, account_id = given["home"], given["account_id"]
    return open_slot(Slot(**given["slot"]), lock, home=home, account_id=account_id, g=0)


OPS = {
    "passkey.salt": lambda given: passkey_salt_of(given["home"]),
    "passkey.lock": _lock,
    "passkey.expect": _expect,
    "passkey.seal": _seal,
    "passkey.open": _open,
}
