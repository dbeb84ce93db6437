"""seal and open: the only symmetric encryption, committing to key, nonce and context."""

import hmac

from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_decrypt as _decrypt,
)
from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_encrypt as _encrypt,
)
from nacl.exceptions import CryptoError

from .chance import Chance, system_chance
from .padding import SIZES
from .pae import kdf
from .refusal import NotOpened

SUITE = 1
NONCE = 24
COMMITMENT = 32
TAG = 16
OVERHEAD = 1 + NONCE + COMMITMENT + TAG
SEALED_SIZES = frozenset(OVERHEAD + size for size in SIZES)


def seal(key: bytes, aad: bytes, text: bytes, *, chance: Chance = system_chance) -> bytes:
    """Seal text under a 32-byte key and its context: 73 bytes longer than the text."""
    nonce = chance(NONCE)
    cipher_key, commitment = _keys(key, nonce, aad)
    return bytes([SUITE]) + nonce + commitment + _encrypt(text, aad, nonce, cipher_key)


def open_sealed(key: bytes, aad: bytes, box: bytes) -> bytes:
    """Give back the text; NotOpened for another key, context, suite or any changed byte."""
    if type(box) is not bytes or len(box) < OVERHEAD or box[0] != SUITE:
        raise NotOpened("not a box of this suite")
    nonce, commitment, sealed = box[1:25], box[25:57], box[57:]
    cipher_key, expected = _keys(key, nonce, aad)
    if not hmac.compare_digest(commitment, expected):
        raise NotOpened("the box commits to another key or context")
    try:
        return _decrypt(sealed, aad, nonce, cipher_key)
    except CryptoError:
        raise NotOpened("the box was changed") from None


def _keys(key: bytes, nonce: bytes, aad: bytes) -> tuple[bytes, bytes]:
    both = kdf(key, 64, "pse1/aead", nonce, aad)
    return both[:32], both[32:]
