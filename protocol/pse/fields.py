"""The fields of a frame, each LE32 length and bytes, and how each is read and written."""

import struct
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from itertools import pairwise
from typing import Any

from .entry import NO_FC, Entry
from .epoch import WRAP, Epoch, Member
from .ids import HASH, ID
from .pae import from_le64, le64
from .refusal import Malformed

Given = Iterator[bytes]
Write = Callable[[Any], list[bytes]]
Read = Callable[[Given], Any]
Codec = tuple[Write, Read]
_ROW = ID + HASH + 8


def join(given: list[bytes]) -> bytes:
    """Write fields one after another."""
    raw = []
    for field in given:
        raw.append(struct.pack("<I", len(field)))
        raw.append(field)
    return b"".join(raw)


def split(raw: bytes) -> Given:
    """Read fields one after another; Malformed where the bytes break off."""
    at = 0
    while at < len(raw):
        start = at + 4
        if start > len(raw):
            raise Malformed("a frame that breaks off")
        at = start + struct.unpack_from("<I", raw, at)[0]
        if at > len(raw):
            raise Malformed("a frame that breaks off")
        yield raw[start:at]


def take(given: Given) -> bytes:
    """The next field; Malformed if it is missing."""
    field = next(given, None)
    if field is None:
        raise Malformed("a frame with a missing field")
    return field


def of_size(*sizes: int) -> Codec:
    """Bytes of one of these sizes, or of any size where none is given."""

    def check(raw: bytes) -> bytes:
        if type(raw) is not bytes or (sizes and len(raw) not in sizes):
            raise Malformed("a field of another size")
        return raw

    return (lambda raw: [check(raw)]), (lambda given: check(take(given)))


def rows(size: int, write: Callable[[Any], bytes], read: Callable[[list[bytes]], Any]) -> Codec:
    """One field made of rows of the same size."""

    def cut(given: Given) -> Any:
        raw = take(given)
        if len(raw) % size:
            raise Malformed("a row that breaks off")
        return read([raw[at : at + size] for at in range(0, len(raw), size)])

    return (lambda value: [write(value)]), cut


def record(made: Callable[..., Any], codecs: Mapping[str, Codec]) -> Codec:
    """Several fields that make one value, in this order."""

    def write(value: Any) -> list[bytes]:
        return [raw for name, codec in codecs.items() for raw in codec[0](getattr(value, name))]

    def read(given: Given) -> Any:
        return made(**{name: codec[1](given) for name, codec in codecs.items()})

    return write, read


def _write_members(members: tuple[Member, ...]) -> bytes:
    return b"".join(row.account_id + row.kr_hash + le64(row.role) for row in members)


def _read_members(raw: list[bytes]) -> tuple[Member, ...]:
    return tuple(Member(row[:16], row[16:48], from_le64(row[48:])) for row in raw)


def _write_wraps(wraps: dict[bytes, bytes]) -> bytes:
    return b"".join(account_id + wrapped for account_id, wrapped in sorted(wraps.items()))


def _read_wraps(raw: list[bytes]) -> dict[bytes, bytes]:
    ids = [row[:ID] for row in raw]
    if any(left >= right for left, right in pairwise(ids)):
        raise Malformed("wraps ascend by id, none twice")
    return {row[:ID]: row[ID:] for row in raw}


INT: Codec = ((lambda number: [le64(number)]), (lambda given: from_le64(take(given))))
NAME = of_size(ID)
DIGEST = of_size(HASH)
ANY = of_size()
PATH = rows(HASH, b"".join, tuple)
MEMBERS = rows(_ROW, _write_members, _read_members)
WRAPS = rows(ID + WRAP, _write_wraps, _read_wraps)

_ENTRY: dict[str, Codec] = {
    "kind": INT,
    "conv": NAME,
    "epoch": INT,
    "eh_hash": DIGEST,
    "sender": NAME,
    "msg_id": NAME,
    "sseq": INT,
    "seen_n": INT,
    "seen_h": DIGEST,
    "fc": of_size(HASH, len(NO_FC)),
    "box": ANY,
}
_OTHERS: dict[str, Codec] = {
    "conv": NAME,
    "prev_eh_hash": DIGEST,
    "closed_h": DIGEST,
    "owner_id": NAME,
    "author_id": NAME,
    "agreement_hash": DIGEST,
    "members": MEMBERS,
    "kc": DIGEST,
    "wraps_hash": DIGEST,
    "log_root": DIGEST,
}

ENTRY = record(Entry, _ENTRY)
EPOCH = record(Epoch, {field.name: _OTHERS.get(field.name, INT) for field in fields(Epoch)})
