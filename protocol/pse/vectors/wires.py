"""Vectors for the frames of the wire."""

from pse import frames, wire
from pse.epoch import Epoch

from .case import Cases, answered, refused
from .entries import sealed
from .epochs import scene, turned


def cases() -> Cases:
    """All of them."""
    return [*_taken(), *_refused()]


def every_frame() -> list[frames.Frame]:
    """One of each, a header with and without its first entry."""
    entry, begun = sealed(), scene().begun
    header: Epoch = begun.frame.header
    conv, one, two = begun.conv, b"1" * 32, b"2" * 32
    return [
        frames.Open(1, b"t" * 72),
        frames.Follow(conv, 0),
        frames.Send(entry),
        begun.frame,
        turned(),
        frames.Page(conv, 900, 200),
        frames.Unfollow(conv),
        frames.Opened(1, 20_400),
        frames.Stored(10, entry),
        frames.Ack(b"m" * 16, conv, 10, one, 2, 3, (two,), b"s" * 64),
        frames.Ack(b"m" * 16, conv, 10, one, 0, 1, (), b"s" * 64),
        frames.Refusal(b"m" * 16, conv, 2, 10, 3),
        frames.Upto(conv, 10, one, 4, 9, 2),
        frames.Gate(conv, 3),
        frames.Goodbye(2),
        frames.Head(conv, 1, header, begun.frame.eh_sig, b"w" * 112),
        frames.Head(conv, 1, header, begun.frame.eh_sig, b""),
        frames.Base(conv, 9, one),
        frames.Gone(conv, 5, 3, b"a" * 16, 2, one, two),
        frames.Paged(conv, 12),
        frames.SendQuietly(entry),
    ]


def _taken() -> Cases:
    return [
        answered(f"{type(frame).__name__} ({place})", "frame", raw=wire.encode(frame))
        for place, frame in enumerate(every_frame())
    ]


def _refused() -> Cases:
    gate = wire.encode(frames.Gate(b"c" * 16, 3))
    header = wire.encode(scene().begun.frame)
    pair = sorted(scene().begun.frame.wraps.items())
    wraps = b"".join(account_id + wrapped for account_id, wrapped in pair)
    turned_round = b"".join(account_id + wrapped for account_id, wrapped in pair[::-1])
    entry = wire.encode(frames.Send(sealed()))
    ack = wire.encode(frames.Ack(b"m" * 16, b"c" * 16, 9, b"h" * 32, 0, 2, (), b"s" * 64))
    bad = [
        ("no bytes", b""),
        ("a type nobody named", b"\x07" + gate[1:]),
        ("type 0", b"\x00"),
        ("a field missing", gate[: 1 + 4 + 16]),
        ("an extra field", gate + bytes(4)),
        ("a byte more", gate + b"\x00"),
        ("a byte less", gate[:-1]),
        ("a length that runs over", b"\x16\x11" + gate[2:]),
        ("a huge length", b"\x16\xff\xff\xff\xff" + gate[5:]),
        ("a short id", b"\x16" + b"\x0f\x00\x00\x00" + b"c" * 15 + gate[21:]),
        ("a short integer", gate[:21] + b"\x07\x00\x00\x00" + bytes(7)),
        ("an integer beyond 2^53-1", gate[:-1] + b"\x01"),
        ("larger than a frame may be", b"\x03" + bytes(70_000)),
        ("wraps not ascending", header.replace(wraps, turned_round)),
        ("the same wrap twice", header.replace(wraps, wraps[:128] * 2)),
        ("a first that is no SEND", header.replace(entry_of_header(), gate_as_first())),
        ("a path of 33 bytes", ack[:-72] + _field(b"p" * 33) + ack[-68:]),
        ("an fc of 31 bytes", entry.replace(b"\x20\x00\x00\x00" + sealed().fc, _short_fc())),
    ]
    return [refused(name, "frame", raw=raw) for name, raw in bad]


def entry_of_header() -> bytes:
    """The SEND inside Ada's first header, with its length."""
    first = scene().begun.frame.first
    raw = b"" if first is None else wire.encode(frames.Send(first))
    return len(raw).to_bytes(4, "little") + raw


def gate_as_first() -> bytes:
    """A GATE where a SEND belongs, with its length."""
    raw = wire.encode(frames.Gate(b"c" * 16, 3))
    return len(raw).to_bytes(4, "little") + raw


def _short_fc() -> bytes:
    return b"\x1f\x00\x00\x00" + sealed().fc[:31]


def _field(raw: bytes) -> bytes:
    return len(raw).to_bytes(4, "little") + raw
