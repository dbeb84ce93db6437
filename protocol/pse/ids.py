"""Ids that are bound to the keys they name (P7)."""

from .pae import h, sized

ID = 16
HASH = 32


def account_id_of(ik: bytes, ek: bytes, rand: bytes) -> bytes:
    """The account id (16 bytes) that belongs to the first keys and 16 random bytes."""
    return h("pse1/account", ik, ek, sized(rand, ID, "rand"))[:ID]


def conv_id_of(kind: int, owner_id: bytes, owner_kr_hash: bytes, rand: bytes) -> bytes:
    """The conversation id (16 bytes) that belongs to its owner's keys and 16 random bytes."""
    owner = sized(owner_id, ID, "an account id")
    keys = sized(owner_kr_hash, HASH, "a key record's hash")
    return h("pse1/conv", kind, owner, keys, sized(rand, ID, "rand"))[:ID]
