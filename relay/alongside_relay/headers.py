"""Reads a header back out of the bytes it is stored as (EH of envelope.md, section 7)."""

from collections.abc import Callable
from typing import Any

from pse.epoch import Epoch, Member
from pse.pae import from_le64
from pse.refusal import Malformed


def header_of(eh: bytes) -> Epoch:
    """The header whose `epoch_bytes` these are; Malformed for anything else."""
    label, pieces = _labelled(eh)
    if label != b"pse1/epoch" or len(pieces) != len(_READERS):
        raise Malformed("not an epoch header")
    return Epoch(*[read(piece) for read, piece in zip(_READERS, pieces, strict=True)])


def _members(raw: bytes) -> tuple[Member, ...]:
    _, rows = _labelled(raw)
    return tuple(_member(row) for row in rows)


def _member(raw: bytes) -> Member:
    _, pieces = _labelled(raw)
    if len(pieces) != 3:
        raise Malformed("not a member")
    account_id, kr_hash, role = pieces
    return Member(account_id, kr_hash, from_le64(role))


def _labelled(raw: bytes) -> tuple[bytes, list[bytes]]:
    label, *pieces = _pieces(raw) or [b""]
    return label, pieces


def _pieces(raw: bytes) -> list[bytes]:
    count, at, pieces = from_le64(raw[:8]), 8, []
    for _ in range(count):
        length = from_le64(raw[at : at + 8])
        pieces.append(raw[at + 8 : at + 8 + length])
        at += 8 + length
    if at != len(raw):
        raise Malformed("bytes that are no PAE")
    return pieces


_READERS: tuple[Callable[[bytes], Any], ...] = (
    bytes,  # conv
    from_le64,  # kind
    from_le64,  # epoch
    bytes,  # prev_eh_hash
    from_le64,  # closed_n
    bytes,  # closed_H
    bytes,  # owner_id
    bytes,  # author_id
    from_le64,  # retention
    bytes,  # agreement_hash
    _members,
    bytes,  # kc
    bytes,  # wraps_hash
    from_le64,  # log_size
    bytes,  # log_root
    from_le64,  # day
    from_le64,  # reason_code
)
