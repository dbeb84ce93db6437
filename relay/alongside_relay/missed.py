"""What somebody missed, read at one moment and written as frames."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

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
from .spans import Span, span_of

STEP, STEP_BYTES = 64, 256 * 1024


@dataclass(frozen=True, slots=True)
class Start:
    """Where a following begins: the mode, the base, every header so far, the first step."""

    mode: int
    base_n: int
    base_h: bytes
    heads: list[bytes]
    step: "Step"


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
    found = reading.found(db, gate.id, account, after_n=after_n, headers_n=0, limit=STEP)
    span = span_of(gate.members[account].ref, found.epochs)
    if span is None:
        return None
    base_n = span.base(after_n, _stands(conv, found)[0])
    if base_n != after_n:
        found = reading.found(db, gate.id, account, after_n=base_n, headers_n=0, limit=STEP)
    found = _cut(db, gate, found, span)
    n, h = _stands(conv, found)
    base_h = (found.h if base_n < n else h) or chain_start(conv)
    heads = [_head(conv, each) for each in found.epochs]
    first = _step(gate, found, headers_n=n, mode=_mode(gate, span))
    return Start(gate.mode, base_n, base_h, heads, first)


def step(db: Driver, *, conv: bytes, account: int, after_n: int, headers_n: int) -> Step | None:
    """The entries after a number; headers up to `headers_n` were sent before."""
    gate = _gate(db, conv, account)
    if gate is None or gate.mode == Mode.GONE:
        return None
    above = max(after_n, headers_n)
    found = reading.found(db, gate.id, account, after_n=after_n, headers_n=above, limit=STEP)
    if found.head is None or found.head.has(gate.members[account].ref):
        return _step(gate, found, headers_n=headers_n, mode=gate.mode)
    span = _span(db, gate, account)
    if span is None:
        return None
    cut = _cut(db, gate, found, span)
    return _step(gate, cut, headers_n=headers_n, mode=_mode(gate, span))


def page(db: Driver, *, conv: bytes, account: int, before_n: int, count: int) -> Older | None:
    """The last `count` entries before a number; no number is ever missing in a chain."""
    gate = _gate(db, conv, account)
    if gate is None or gate.mode == Mode.GONE:
        return None
    head = reading.head(db, gate.id)
    span = _span(db, gate, account)
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
    lines = reading.lines_after(db, gate.id, after_n, min(until_n - after_n, STEP))
    return _frames(conv, _not_too_large(lines), ())


def _step(gate: Gate, found: reading.Found, *, headers_n: int, mode: int) -> Step:
    n, h = _stands(gate.ref, found)
    upto = Upto(gate.ref, n, h, found.place.sseq, found.place.seen_n, mode)
    fresh = [each for each in found.epochs if each.n > headers_n]
    return Step(_frames(gate.ref, _not_too_large(found.lines), fresh), n, encode(upto))


def _stands(conv: bytes, found: reading.Found) -> tuple[int, bytes]:
    return (found.head.n, found.head.h) if found.head else (0, chain_start(conv))


def _gate(db: Driver, conv: bytes, account: int) -> Gate | None:
    gate = gates_of(db, {conv}).get(conv)
    return gate if gate and account in gate.members else None


def _span(db: Driver, gate: Gate, account: int) -> Span | None:
    return span_of(gate.members[account].ref, reading.epochs(db, gate.id, account))


def _mode(gate: Gate, span: Span) -> int:
    """Who was let go reads on in what there was: for them it is closed."""
    return gate.mode if span.ends is None else Mode.CLOSED


def _cut(db: Driver, gate: Gate, found: reading.Found, span: Span) -> reading.Found:
    """What was found, up to where somebody's reading ended."""
    if span.ends is None or found.head is None:
        return found
    n = span.upto(found.head.n)
    return replace(
        found,
        head=replace(found.head, n=n, h=_h_at(db, gate, n)),
        epochs=[each for each in found.epochs if each.n <= n],
        lines=[line for line in found.lines if line.n <= n],
    )


def _not_too_large(lines: list[Line]) -> list[Line]:
    """Fewer when they are large: whoever does not read must hold little."""
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
