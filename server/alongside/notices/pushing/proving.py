"""Says to a push service who sends (VAPID, RFC 8292), with a key this house made once."""

import json
from base64 import urlsafe_b64encode
from datetime import datetime, timedelta
from functools import cache
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric.ec import (
    ECDSA,
    SECP256R1,
    EllipticCurvePrivateKey,
    derive_private_key,
)
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings

from alongside.ground.secrets import push_seed

LASTS = timedelta(hours=12)
_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


def public_key() -> bytes:
    """Give the 65 bytes by which browsers and push services know this house."""
    return _key().public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def proof_for(endpoint: str, *, now: datetime) -> str:
    """Write the Authorization header for one push service: good for half a day, only there."""
    parts = urlsplit(endpoint)
    full_hour = now.replace(minute=0, second=0, microsecond=0)
    claims = {
        "aud": f"{parts.scheme}://{parts.netloc}",
        "exp": int((full_hour + LASTS).timestamp()),
        "sub": settings.ORIGIN,
    }
    signed = f"{_json({'typ': 'JWT', 'alg': 'ES256'})}.{_json(claims)}"
    r, s = decode_dss_signature(_key().sign(signed.encode(), ECDSA(SHA256())))
    signature = _text(r.to_bytes(32, "big") + s.to_bytes(32, "big"))
    return f"vapid t={signed}.{signature}, k={_text(public_key())}"


def _key() -> EllipticCurvePrivateKey:
    return _key_of(push_seed())


@cache
def _key_of(seed: bytes) -> EllipticCurvePrivateKey:
    # Any 32 bytes are a key: a number from 1 to the order of the curve, less one.
    return derive_private_key(int.from_bytes(seed, "big") % (_ORDER - 1) + 1, SECP256R1())


def _json(fields: dict[str, object]) -> str:
    return _text(json.dumps(fields, separators=(",", ":")).encode())


def _text(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()
