"""Throws bytes at what reads a stranger's bytes, led by what the code does with them.

python -m bench.faults.fuzz [SECONDS]       (by hand: pip install atheris first)

It begins with one frame of each kind, changes bytes, and keeps what reaches a line of code that
nothing reached before. Whatever is read has to be written back as it came, the short way of
layout.py has to read what the long way reads, and nothing but Refused may ever be raised.
"""

import os
import sys
import tempfile
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any


def main() -> None:
    """Fuzz for so many seconds; libFuzzer says how many runs it made."""
    seconds = sys.argv[1] if len(sys.argv) > 1 else "60"
    atheris: Any = import_module("atheris")
    with atheris.instrument_imports(include=["pse", "alongside_relay"]):
        try_one, seeds = _target()
    with tempfile.TemporaryDirectory(prefix="alongside-fuzz-") as folder:
        for number, raw in enumerate(seeds):
            (Path(folder) / str(number)).write_bytes(raw)
        most = [f"-max_total_time={seconds}", "-max_len=2000", "-print_final_stats=1"]
        atheris.Setup([sys.argv[0], *most, folder], try_one)
        atheris.Fuzz()


def _target() -> tuple[Any, list[bytes]]:
    from alongside_relay.headers import header_of as stored_header
    from alongside_relay.layout import sent_entry
    from pse import frames
    from pse.epoch import epoch_bytes
    from pse.refusal import Refused
    from pse.wire import decode, encode

    def try_one(raw: bytes) -> None:
        entry = sent_entry(raw)
        with suppress(Refused):
            stored_header(raw)
        try:
            frame = decode(raw)
        except Refused:
            assert entry is None
            return
        assert encode(frame) == raw
        if isinstance(frame, frames.Header):
            assert stored_header(epoch_bytes(frame.header)) == frame.header
        assert entry is None or frame == frames.Send(entry)

    return try_one, [encode(frame) for frame in one_of_each()]


def one_of_each() -> list[Any]:
    """A frame of each kind."""
    from bench.seed import Seeded, Side, header_of
    from pse import frames
    from pse.entry import Entry

    conv, h, n = bytes(16), bytes(32), 7
    ada, ben = Side(1, b"a" * 16, 1), Side(2, b"b" * 16, 2)
    header = header_of(Seeded(conv, ada, ben))
    entry = Entry(3, conv, 0, h, ada.ref, os.urandom(16), 1, 1, h, h, os.urandom(80))
    leave = Entry(4, conv, 0, h, ada.ref, os.urandom(16), 1, 1, h, b"", bytes(72))
    wrap = header.wraps[ada.ref]
    return [
        frames.Open(1, bytes(72)), frames.Follow(conv, n), frames.Send(entry),
        frames.Send(leave), header, frames.Page(conv, n, 50), frames.Unfollow(conv),
        frames.Opened(1, n), frames.Stored(n, entry),
        frames.Ack(conv, conv, n, h, 0, 2, (h,), bytes(64)),
        frames.Refusal(conv, conv, 8, n, 0), frames.Upto(conv, n, h, 1, 1, 2),
        frames.Gate(conv, 2), frames.Goodbye(3),
        frames.Head(conv, 1, header.header, header.eh_sig, wrap), frames.Base(conv, n, h),
        frames.Gone(conv, n, 3, ada.ref, 1, h, h), frames.Paged(conv, n),
    ]  # fmt: skip


if __name__ == "__main__":
    main()
