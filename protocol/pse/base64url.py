"""base64url without padding, written in the one accepted way."""

import base64
import re

from .refusal import Malformed

_ALPHABET = re.compile(r"[A-Za-z0-9_-]*")


def to_text(raw: bytes) -> str:
    """Write bytes as base64url without padding."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")


def from_text(text: object, *, size: int | None = None) -> bytes:
    """Read base64url; Malformed for padding, other characters, loose bits or another size."""
    if type(text) is not str or not _ALPHABET.fullmatch(text) or len(text) % 4 == 1:
        raise Malformed("not base64url")
    raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if to_text(raw) != text:
        raise Malformed("the unused bits of base64url are zero")
    if size is not None and len(raw) != size:
        raise Malformed(f"{size} bytes were expected")
    return raw
