"""Frames to bytes and back: one type byte, then the fields (ledger.md, section 4)."""

from itertools import chain

from . import frames
from .entry import Entry
from .fields import (
    DIGEST,
    ENTRY,
    EPOCH,
    INT,
    NAME,
    PATH,
    WRAPS,
    Codec,
    Given,
    join,
    of_size,
    record,
    split,
    take,
)
from .pae import le64
from .refusal import Malformed
from .signing import SIGNATURE
from .ticket import TICKET


def encode(frame: frames.Frame) -> bytes:
    """Write a frame; Malformed if a field has another size than the page gives it."""
    code, (write, _) = _BY_CLASS[type(frame)]
    return bytes([code]) + join(write(frame))


def decode(raw: bytes) -> frames.Frame:
    """Read a frame; Malformed for an unknown type, missing, extra or wrong fields."""
    if not raw or len(raw) > frames.LARGEST_FRAME or raw[0] not in _SHAPES:
        raise Malformed("not a frame of this wire")
    given = split(raw[1:])
    frame: frames.Frame = _SHAPES[raw[0]][1][1](given)
    if next(given, None) is not None:
        raise Malformed("a frame with an extra field")
    return frame


def _write_first(first: Entry | None) -> list[bytes]:
    return [b"" if first is None else encode(frames.Send(first))]


def _read_first(given: Given) -> Entry | None:
    raw = take(given)
    frame = decode(raw) if raw else None
    if frame is None:
        return None
    if not isinstance(frame, frames.Send):
        raise Malformed("`first` is a SEND")
    return frame.entry


def _write_stored(stored: frames.Stored) -> list[bytes]:
    kind, conv, *rest = ENTRY[0](stored.entry)
    return [conv, le64(stored.n), kind, *rest]


def _read_stored(given: Given) -> frames.Stored:
    conv, n, kind = take(given), INT[1](given), take(given)
    return frames.Stored(n, ENTRY[1](chain((kind, conv), given)))


_SIG = of_size(SIGNATURE)
_WRAP = of_size(112, 0)
_AT: dict[str, Codec] = {"conv": NAME, "n": INT}

_SHAPES: dict[int, tuple[type, Codec]] = {
    code: (made, record(made, codecs))
    for code, made, codecs in (
        (0x01, frames.Open, {"version": INT, "ticket": of_size(TICKET)}),
        (0x02, frames.Follow, {"conv": NAME, "after_n": INT}),
        (0x03, frames.Send, {"entry": ENTRY}),
        (
            0x04,
            frames.Header,
            {
                "header": EPOCH,
                "eh_sig": _SIG,
                "wraps": WRAPS,
                "first": (_write_first, _read_first),
            },
        ),
        (0x05, frames.Page, {"conv": NAME, "before_n": INT, "count": INT}),
        (0x06, frames.Unfollow, {"conv": NAME}),
        (0x07, frames.SendQuietly, {"entry": ENTRY}),
        (0x11, frames.Opened, {"version": INT, "today": INT}),
        (
            0x13,
            frames.Ack,
            {
                "id": NAME,
                **_AT,
                "h": DIGEST,
                "index": INT,
                "size": INT,
                "path": PATH,
                "sig": _SIG,
            },
        ),
        (
            0x14,
            frames.Refusal,
            {"id": NAME, "conv": NAME, "code": INT, "head_n": INT, "detail": INT},
        ),
        (0x15, frames.Upto, {**_AT, "h": DIGEST, "sseq": INT, "seen_n": INT, "mode": INT}),
        (0x16, frames.Gate, {"conv": NAME, "mode": INT}),
        (0x17, frames.Goodbye, {"code": INT}),
        (0x18, frames.Head, {**_AT, "header": EPOCH, "eh_sig": _SIG, "wrap": _WRAP}),
        (0x19, frames.Base, {**_AT, "h": DIGEST}),
        (
            0x1A,
            frames.Gone,
            {
                **_AT,
                "kind": INT,
                "sender": NAME,
                "sseq": INT,
                "h_aad": DIGEST,
                "h_box": DIGEST,
            },
        ),
        (0x1B, frames.Paged, _AT),
    )
}
_SHAPES[0x12] = (frames.Stored, (_write_stored, _read_stored))
_BY_CLASS: dict[type, tuple[int, Codec]] = {
    made: (code, codec) for code, (made, codec) in _SHAPES.items()
}
