"""The frames of the wire, as values (ledger.md, section 4). Bytes are written by wire.py."""

from dataclasses import dataclass

from .entry import Entry
from .epoch import Epoch

VERSION = 1
LARGEST_FRAME = 70_000
MOST_PAGED = 200


@dataclass(frozen=True, slots=True)
class Open:
    version: int
    ticket: bytes


@dataclass(frozen=True, slots=True)
class Follow:
    conv: bytes
    after_n: int


@dataclass(frozen=True, slots=True)
class Send:
    entry: Entry


@dataclass(frozen=True, slots=True)
class SendQuietly(Send):
    """SEND of which nobody in a circle gets a short note; stored and handed on like any."""


@dataclass(frozen=True, slots=True)
class Header:
    header: Epoch
    eh_sig: bytes
    wraps: dict[bytes, bytes]
    first: Entry | None


@dataclass(frozen=True, slots=True)
class Page:
    conv: bytes
    before_n: int
    count: int


@dataclass(frozen=True, slots=True)
class Unfollow:
    conv: bytes


@dataclass(frozen=True, slots=True)
class Opened:
    version: int
    today: int


@dataclass(frozen=True, slots=True)
class Stored:
    """ENTRY: an entry with its number."""

    n: int
    entry: Entry


@dataclass(frozen=True, slots=True)
class Ack:
    id: bytes
    conv: bytes
    n: int
    h: bytes
    index: int
    size: int
    path: tuple[bytes, ...]
    sig: bytes


@dataclass(frozen=True, slots=True)
class Refusal:
    """REFUSED: what was not stored, and why (one of the codes of ledger.md)."""

    id: bytes
    conv: bytes
    code: int
    head_n: int
    detail: int


@dataclass(frozen=True, slots=True)
class Upto:
    conv: bytes
    n: int
    h: bytes
    sseq: int
    seen_n: int
    mode: int


@dataclass(frozen=True, slots=True)
class Gate:
    conv: bytes
    mode: int


@dataclass(frozen=True, slots=True)
class Goodbye:
    code: int


@dataclass(frozen=True, slots=True)
class Head:
    """HEAD: an epoch header with its number and the receiver's own wrap, or b""."""

    conv: bytes
    n: int
    header: Epoch
    eh_sig: bytes
    wrap: bytes


@dataclass(frozen=True, slots=True)
class Base:
    conv: bytes
    n: int
    h: bytes


@dataclass(frozen=True, slots=True)
class Gone:
    conv: bytes
    n: int
    kind: int
    sender: bytes
    sseq: int
    h_aad: bytes
    h_box: bytes


@dataclass(frozen=True, slots=True)
class Paged:
    conv: bytes
    n: int


FromRoom = Open | Follow | Send | Header | Page | Unfollow
FromRelay = Opened | Stored | Ack | Refusal | Upto | Gate | Goodbye | Head | Base | Gone | Paged
Frame = FromRoom | FromRelay
