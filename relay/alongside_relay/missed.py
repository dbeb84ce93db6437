"""What somebody missed, read at one moment and written as frames."""

from collections.abc import Iterable
from dataclasses import dataclass

from pse.chain import chain_start
from pse.entry import Entry
from pse.frames import Gone, Head, Stored, Upto
from pse.wire import encode

from . import reading
from .codes import Kind, Mode
from .driver import Driver
from .gates import gates_of
from .headers import header_of
from .rows import Gate, Line, StoredEpoch
from .rows import Head as ChainHead
from .spans import Span, span_of

STEP, STEP_BYTES = 64, 256 * 1024


@dataclass(frozen=True, slots=True)
class Start:
    """Where a following begins: the mode, the head's number, the base, every header so far."""

    mode: int
    n: int
    base_n: int
    base_h: bytes
    heads: list[bytes]


@dataclass(frozen=True, slots=True)
class Step:
    """The next entries as (n, frame or b""), where the chain stood, and the UPTO for there."""

    frames: list[tuple[int, bytes]]
    n: int
    upto: bytes


@dataclass(frozen=True, slots=True)
class Older:
    """A page: what comes before it, and its last number."""

    base_n: int
    base_h: bytes
    last_n: int


def start(db: Driver, *, conv: bytes, account: int, after_n: int) -> Start | None:
    """Where an account's following begins; None if the conversation is not theirs."""
    gate = _gate(db, conv, account)
    if gate is None:
        return None
    head = reading.head(db, gate.id)
    epochs = _all_epochs(db, gate, account, head)
    span = span_of(gate.members[account].ref, epochs)
    if span is None:
        return None
    n = span.upto(head.n if head else 0)
    base_n = max(min(after_n, n), span.begins)
    heads = [_head(conv, each) for each in epochs if each.n <= n]
    return Start(gate.mode, n, base_n, _h_at(db, gate, base_n), heads)


def step(db: Driver, *, conv: bytes, account: int, after_n: int, headers_n: int) -> Step | None:
    """The entries after a number; headers up to `headers_n` were sent before."""
    gate = _gate(db, conv, account)
    if gate is None or gate.mode == Mode.GONE:
        return None
    head = reading.head(db, gate.id)
    n, h, mode = (head.n, head.h, gate.mode) if head else (0, chain_start(conv), gate.mode)
    if head is not None and not head.has(gate.members[account].ref):
        span = _span(db, gate, account, head)
        if span is None:
            return None
        n, mode = span.upto(n), Mode.CLOSED
        h = _h_at(db, gate, n)
    lines = _lines(db, gate, after_n, until_n=n, limit=STEP)
    last = lines[-1].n if lines else after_n
    epochs = reading.epochs(db, gate.id, account, after_n=max(after_n, headers_n), until_n=last)
    place = reading.place(db, gate.id, account)
    upto = Upto(conv, n, h, place.sseq, place.seen_n, mode)
    return Step(_frames(conv, lines, epochs), n, encode(upto))


def page(db: Driver, *, conv: bytes, account: int, before_n: int, count: int) -> Older | None:
    """The last `count` entries before a number; no number is ever missing in a chain."""
    gate = _gate(db, conv, account)
    if gate is None or gate.mode == Mode.GONE:
        return None
    head = reading.head(db, gate.id)
    span = _span(db, gate, account, head)
    if span is None:
        return None
    last_n = max(span.upto(min(before_n - 1, head.n if head else 0)), 0)
    lowest = span.lowest(last_n)
    base_n = last_n if lowest is None else max(last_n - count, lowest)
    return Older(base_n, _h_at(db, gate, base_n), last_n)


def part(
    db: Driver, *, conv: bytes, account: int, after_n: int, until_n: int
) -> list[tuple[int, bytes]]:
    """The next entries of a page as (n, frame); a header's frame is empty."""
    gate = _gate(db, conv, account)
    if gate is None or gate.mode == Mode.GONE:
        return []
    lines = _lines(db, gate, after_n, until_n=until_n, limit=STEP)
    return _frames(conv, lines, ())


def _gate(db: Driver, conv: bytes, account: int) -> Gate | None:
    gate = gates_of(db, {conv}).get(conv)
    return gate if gate and account in gate.members else None


def _span(db: Driver, gate: Gate, account: int, head: ChainHead | None) -> Span | None:
    return span_of(gate.members[account].ref, _all_epochs(db, gate, account, head))


def _all_epochs(
    db: Driver, gate: Gate, account: int, head: ChainHead | None
) -> list[StoredEpoch]:
    until_n = head.n if head else 0
    return reading.epochs(db, gate.id, account, after_n=0, until_n=until_n)


def _lines(db: Driver, gate: Gate, after_n: int, *, until_n: int, limit: int) -> list[Line]:
    """The next lines, fewer when they are large: whoever does not read must hold little."""
    lines = reading.lines_after(db, gate.id, after_n, until_n=until_n, limit=limit)
    size = 0
    for count, line in enumerate(lines, start=1):
        size += len(line.box or b"")
        if size > STEP_BYTES:
            return lines[:count]
    return lines


def _h_at(db: Driver, gate: Gate, n: int) -> bytes:
    return (n and reading.h_at(db, gate.id, n)) or chain_start(gate.ref)


def _frames(
    conv: bytes, lines: Iterable[Line], epochs: Iterable[StoredEpoch]
) -> list[tuple[int, bytes]]:
    heads = {each.n: each for each in epochs}
    return [(line.n, _frame(conv, line, heads.get(line.n))) for line in lines]


def _frame(conv: bytes, line: Line, header: StoredEpoch | None) -> bytes:
    if line.kind == Kind.HEADER:
        return _head(conv, header) if header else b""
    if line.box is None:
        return encode(
            Gone(
                conv, line.n, line.kind, line.sender, line.sseq,
                line.h_aad or b"", line.h_box or b"",
            )
        )  # fmt: skip
    entry = Entry(
        line.kind, conv, line.epoch, line.eh_hash, line.sender, line.msg_id or b"",
        line.sseq, line.seen_n or 0, line.seen_h or b"", line.fc or b"", line.box,
    )  # fmt: skip
    return encode(Stored(line.n, entry))


def _head(conv: bytes, stored: StoredEpoch) -> bytes:
    header = header_of(stored.eh)
    return encode(Head(conv, stored.n, header, stored.eh_sig, stored.wrap))
