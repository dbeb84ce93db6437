"""Sixteen random bytes name a thing; outside the house they are written as base64url."""

import base64
import re
import secrets

LENGTH = 16
_TEXT = re.compile(r"[A-Za-z0-9_-]{22}")


def new_identifier() -> bytes:
    """Draw sixteen bytes that nobody can guess."""
    return secrets.token_bytes(LENGTH)


def to_text(raw: bytes) -> str:
    """Write bytes as base64url without padding."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")


def from_text(text: str, *, length: int | None = None) -> bytes:
    """Read base64url without padding; ValueError unless written in the one way there is."""
    if not re.fullmatch(r"[A-Za-z0-9_-]*", text) or len(text) % 4 == 1:
        raise ValueError("not base64url")
    raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if to_text(raw) != text:
        raise ValueError("not written in the one accepted way")
    if length is not None and len(raw) != length:
        raise ValueError(f"expected {length} bytes")
    return raw


def identifier_from_text(text: str) -> bytes:
    """Read the sixteen bytes of an identifier; ValueError for anything else."""
    if not _TEXT.fullmatch(text):
        raise ValueError("not an identifier")
    return from_text(text, length=LENGTH)
