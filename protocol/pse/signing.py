"""Ed25519 keys and signatures, refusing points that sign for anybody."""

from nacl.bindings import (
    crypto_sign,
    crypto_sign_open,
    crypto_sign_seed_keypair,
)
from nacl.exceptions import BadSignatureError

from .pae import key_of
from .refusal import BadKey, WrongSignature

SIGNATURE = 64
_PRIME = 2**255 - 19
_BELOW_SIGN = 2**255 - 1
# y of the points of order 1, 2, 4 and 8, without the sign bit
_SMALL_ORDER = frozenset(
    {
        0,
        1,
        _PRIME - 1,
        int.from_bytes(
            bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"),
            "little",
        ),
        int.from_bytes(
            bytes.fromhex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"),
            "little",
        ),
    }
)


def verify_key_of(seed: bytes) -> bytes:
    """The public key (32 bytes) of a 32-byte seed."""
    return crypto_sign_seed_keypair(key_of(seed))[0]


class Signer:
    """Signs often with one seed: its pair is computed once."""

    def __init__(self, seed: bytes) -> None:
        self._pair: bytes = crypto_sign_seed_keypair(key_of(seed))[1]

    def sign(self, message: bytes) -> bytes:
        """Sign: 64 bytes."""
        return crypto_sign(message, self._pair)[:SIGNATURE]


def sign(seed: bytes, message: bytes) -> bytes:
    """Sign with the pair of a 32-byte seed: 64 bytes."""
    return Signer(seed).sign(message)


def verify(public: bytes, message: bytes, signature: bytes) -> None:
    """Return for a good signature; WrongSignature or BadKey else."""
    signing_point(public)
    if type(signature) is not bytes or len(signature) != SIGNATURE:
        raise WrongSignature("a signature is 64 bytes")
    try:
        crypto_sign_open(signature + message, public)
    except BadSignatureError:
        raise WrongSignature("nobody with this key signed these bytes") from None


def signing_point(public: bytes) -> bytes:
    """Give back a canonical Ed25519 key of full order; BadKey else."""
    y = int.from_bytes(key_of(public), "little") & _BELOW_SIGN
    if y >= _PRIME or y in _SMALL_ORDER:
        raise BadKey("a small-order or non-canonical signing key")
    return public
