"""X25519 keys and wraps: `crypto_box_seal`, refusing points that share a secret with all."""

import hashlib

from nacl.bindings import crypto_box, crypto_box_seal_open, crypto_scalarmult_base
from nacl.exceptions import CryptoError

from .chance import Chance, system_chance
from .pae import key_of
from .refusal import BadKey, NotOpened

OVERHEAD = 48
_PRIME = 2**255 - 19
_SMALL_ORDER = frozenset(
    {
        0,
        1,
        _PRIME - 1,
        325606250916557431795983626356110631294008115727848805560023387167927233504,
        39382357235489614581723060781553021112529911719440698176882885853963445705823,
    }
)


def wrap_key_of(seed: bytes) -> bytes:
    """The public key (32 bytes) of a 32-byte seed, which is the secret scalar itself."""
    return crypto_scalarmult_base(key_of(seed))


def wrap(public: bytes, text: bytes, *, chance: Chance = system_chance) -> bytes:
    """Seal text to a public key: 48 bytes longer. Byte for byte libsodium's crypto_box_seal."""
    wrapping_point(public)
    once = chance(32)
    sender = wrap_key_of(once)
    nonce = hashlib.blake2b(sender + public, digest_size=24).digest()
    return sender + crypto_box(text, nonce, public, once)


def unwrap(seed: bytes, wrapped: bytes) -> bytes:
    """Open what was wrapped to this seed's public key; NotOpened else."""
    if type(wrapped) is not bytes or len(wrapped) < OVERHEAD:
        raise NotOpened("not a wrap")
    try:
        return crypto_box_seal_open(wrapped, wrap_key_of(seed), seed)
    except CryptoError:
        raise NotOpened("this wrap is for somebody else, or was changed") from None


def wrapping_point(public: bytes) -> bytes:
    """Give back a canonical X25519 key of full order; BadKey else."""
    u = int.from_bytes(key_of(public), "little")
    if u >= _PRIME or u in _SMALL_ORDER:
        raise BadKey("a small-order or non-canonical wrapping key")
    return public
