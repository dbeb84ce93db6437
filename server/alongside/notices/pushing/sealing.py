"""Seals a few bytes for one browser (RFC 8291, aes128gcm): who carries them reads nothing."""

from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ec import (
    ECDH,
    SECP256R1,
    EllipticCurvePrivateKey,
    EllipticCurvePublicKey,
)
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

POINT = 65
SECRET = 16
SALT = 16
# One record holds all of it: a note is shorter than any record may be.
RECORD = 4096
# All notes are as long as each other, before they are sealed and after.
LENGTH = 32
_LAST = b"\x02"


@dataclass(frozen=True)
class Browser:
    """What a browser gave to be told by: its public key (65 bytes) and a secret (16)."""

    public: bytes
    secret: bytes


def is_public_key(raw: bytes) -> bool:
    """Say whether these bytes are a point on the curve, as browsers write it."""
    try:
        return len(raw) == POINT and bool(_point(raw))
    except ValueError:
        return False


def sealed(
    note: bytes, browser: Browser, *, own: EllipticCurvePrivateKey, salt: bytes
) -> bytes:
    """Seal a note; `own` (a key for this note alone) and `salt` (16 bytes) come by chance."""
    ours = own.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    shared = own.exchange(ECDH(), _point(browser.public))
    info = b"WebPush: info\x00" + browser.public + ours
    both = _derived(shared, salt=browser.secret, info=info, length=32)
    key = _derived(both, salt=salt, info=b"Content-Encoding: aes128gcm\x00", length=16)
    nonce = _derived(both, salt=salt, info=b"Content-Encoding: nonce\x00", length=12)
    box = AESGCM(key).encrypt(nonce, note + _LAST, None)
    return salt + RECORD.to_bytes(4, "big") + bytes([POINT]) + ours + box


def _point(raw: bytes) -> EllipticCurvePublicKey:
    return EllipticCurvePublicKey.from_encoded_point(SECP256R1(), raw)


def _derived(secret: bytes, *, salt: bytes, info: bytes, length: int) -> bytes:
    return HKDF(SHA256(), length, salt, info).derive(secret)
