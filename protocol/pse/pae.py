"""Bytes that mean one thing only: LE64, PAE and the hashes over it (envelope.md, section 1)."""

import hashlib
import struct

from .labels import checked
from .refusal import BadKey, Malformed

Piece = bytes | str | int
LARGEST = 2**53 - 1
KEY_BYTES = 32


def le64(number: int) -> bytes:
    """Write 0..2^53-1 as eight bytes, little-endian; Malformed for any other number."""
    if type(number) is not int or not 0 <= number <= LARGEST:
        raise Malformed("an integer from 0 to 2^53-1 was expected")
    return struct.pack("<Q", number)


def from_le64(raw: bytes) -> int:
    """Read eight bytes written by `le64`; Malformed for anything else."""
    if len(raw) != 8:
        raise Malformed("an integer is eight bytes")
    number: int = struct.unpack("<Q", raw)[0]
    if number > LARGEST:
        raise Malformed("an integer beyond 2^53-1")
    return number


def pae(*pieces: Piece) -> bytes:
    """Join pieces so that no two lists of pieces of the same types give the same bytes."""
    parts = [struct.pack("<Q", len(pieces))]
    for piece in pieces:
        raw = _raw(piece)
        parts.append(struct.pack("<Q", len(raw)))
        parts.append(raw)
    return b"".join(parts)


def labelled(label: str, *pieces: Piece) -> bytes:
    """PAE that starts with a label of the registry; Unknown for any other label."""
    return pae(checked(label), *pieces)


def h(label: str, *pieces: Piece) -> bytes:
    """BLAKE2b-256 over a labelled PAE: 32 bytes."""
    return hashlib.blake2b(labelled(label, *pieces), digest_size=32).digest()


def h16(label: str, *pieces: Piece) -> bytes:
    """BLAKE2b-128 over a labelled PAE: 16 bytes."""
    return hashlib.blake2b(labelled(label, *pieces), digest_size=16).digest()


def kdf(key: bytes, size: int, label: str, *pieces: Piece) -> bytes:
    """Keyed BLAKE2b over a labelled PAE: `size` bytes; BadKey unless key is 32 bytes."""
    message = labelled(label, *pieces)
    return hashlib.blake2b(message, key=key_of(key), digest_size=size).digest()


def key_of(key: bytes) -> bytes:
    """Give back exactly 32 bytes; BadKey for anything else."""
    if type(key) is not bytes or len(key) != KEY_BYTES:
        raise BadKey("a key is exactly 32 bytes")
    return key


def sized(raw: bytes, size: int, what: str) -> bytes:
    """Give back exactly `size` bytes; Malformed, naming `what`, for anything else."""
    if type(raw) is not bytes or len(raw) != size:
        raise Malformed(f"{what} is {size} bytes")
    return raw


def _raw(piece: Piece) -> bytes:
    if type(piece) is bytes:
        return piece
    if type(piece) is str:
        return utf8(piece)
    if type(piece) is int:
        return le64(piece)
    raise Malformed("a piece is bytes, text or an integer")


def utf8(text: str) -> bytes:
    """Write text as UTF-8; Malformed for a lone surrogate."""
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        raise Malformed("text with a lone surrogate") from None
