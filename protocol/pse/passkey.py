"""A passkey as a way in: 32 bytes that an authenticator gives for a question of ours (PRF)."""

from .account import NO_PROFILE, NO_SALT, PASSKEY, SLOT_BOX, Lock, Slot, checked_username
from .ids import ID
from .pae import h, kdf, key_of, sized
from .refusal import Malformed, Unknown


def passkey_salt_of(home: bytes) -> bytes:
    """What every passkey of one home is asked (32 bytes): no name is needed to ask."""
    return h("pse1/passkey-salt", sized(home, ID, "home"))


def passkey_lock(answer: bytes, *, slot_id: bytes, home: bytes, username: str) -> Lock:
    """Derive from an authenticator's 32 bytes; its slot's id is the passkey's user handle.

    AUTH needs no name: the server says whose place it is, and only the right name opens it.
    """
    bound = (sized(home, ID, "home"), sized(slot_id, ID, "a slot id"))
    key = kdf(key_of(answer), 32, "pse1/passkey", *bound)
    return Lock(
        PASSKEY,
        kdf(key, 32, "pse1/passkey-auth", *bound),
        kdf(key, 32, "pse1/passkey-kek", home, checked_username(username), slot_id),
        NO_SALT,
        slot_id,
    )


def expect_passkey_slot(slot: Slot, *, slot_id: bytes) -> None:
    """Refuse, before anything is opened, any slot but the one this passkey belongs to."""
    if slot.type != PASSKEY or slot.slot_id != sized(slot_id, ID, "a slot id"):
        raise Unknown("another way in than the one used")
    if slot.profile != NO_PROFILE:
        raise Unknown("another key profile than the one compiled in")
    if slot.salt != NO_SALT:
        raise Malformed("nothing is stretched, so there is no salt")
    sized(slot.box, SLOT_BOX, "a slot's box")
