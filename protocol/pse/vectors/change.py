"""Small changes that have to be refused."""

from typing import Any


def flip(raw: bytes, at: int, bit: int = 0) -> bytes:
    """The bytes with one bit changed."""
    changed = bytearray(raw)
    changed[at] ^= 1 << bit
    return bytes(changed)


def other(value: Any) -> Any:
    """Another value of the same type and length."""
    if isinstance(value, bytes):
        return flip(value, -1) if value else b"\x00"
    return value + 1 if isinstance(value, int) else value + "x"
