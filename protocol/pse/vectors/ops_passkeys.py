"""Ops over a passkey as a way in."""

from pse.account import Lock, Slot
from pse.passkey import expect_passkey_slot, passkey_lock, passkey_salt_of

from .slots import In, open_given, seal_given


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


OPS = {
    "passkey.salt": lambda given: passkey_salt_of(given["home"]),
    "passkey.lock": _lock,
    "passkey.expect": _expect,
    "passkey.seal": lambda given: seal_given(_passkey_lock(given), given),
    "passkey.open": lambda given: open_given(_passkey_lock(given), given),
}
