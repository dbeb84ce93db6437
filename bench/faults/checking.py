"""Holds every stored line against what was acknowledged and shown; an AssertionError if not."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from bench.seed import Seeded, header_of
from pse.chain import chain_next, chain_start, h_aad, h_box
from pse.entry import Entry as SealedEntry
from pse.entry import aad_of
from pse.epoch import eh_hash_of, epoch_bytes

from .writer import Writer

HEADER, MESSAGE = 1, 3
COLUMNS = (
    "n", "kind", "epoch", "sender", "sseq", "msg_id", "seen_n", "seen_h", "fc", "box", "h",
)  # fmt: skip
Row = Mapping[str, Any]
Figures = dict[str, Any]


def checked(pairs: Iterable[Seeded], writers: Sequence[Writer]) -> Figures:
    """Check every pair, and give back what was counted."""
    lines = 0
    for seeded in pairs:
        mine = [writer for writer in writers if writer.seeded == seeded]
        lines += check_pair(seeded, mine)
    said = sum((writer.said for writer in writers), start=type(writers[0].said)())
    return {
        "lines": lines,
        "acknowledged": sum(len(writer.acked) for writer in writers),
        "shown": sum(len(writer.shown) for writer in writers),
        "comebacks": sum(writer.comebacks for writer in writers),
        "heard": dict(said),
        "lost": 0,
        "doubled": 0,
        "out_of_order": 0,
        "chains": "intact",
    }


def check_pair(seeded: Seeded, writers: Sequence[Writer]) -> int:
    """One conversation: chain, counters, acknowledgements, what was shown."""
    rows = rows_of(seeded)
    check_chain(seeded, rows)
    messages = [row for row in rows if row["kind"] == MESSAGE]
    for writer in writers:
        check_acknowledged(writer, messages)
        check_shown(writer, messages)
    return len(messages)


def rows_of(seeded: Seeded) -> list[dict[str, Any]]:
    """Every line of a conversation as it is stored, in order."""
    from alongside.conversations.models import Entry

    lines = Entry.objects.filter(conversation__ref=seeded.conv).order_by("n")
    return [
        {name: bytes(value) if isinstance(value, memoryview) else value for name, value in one}
        for one in (zip(COLUMNS, row, strict=True) for row in lines.values_list(*COLUMNS))
    ]


def check_acknowledged(writer: Writer, messages: Iterable[Row]) -> None:
    """Every acknowledged line is stored once, where and as it was acknowledged; no other is."""
    mine = [row for row in messages if row["sender"] == writer.side.ref]
    stored = {row["msg_id"]: (row["n"], row["h"]) for row in mine}
    assert len(stored) == len(mine)
    assert stored == {id_: (ack.n, ack.h) for id_, ack in writer.acked.items()}


def check_shown(writer: Writer, messages: Sequence[Row]) -> None:
    """Nothing was shown twice or in another order than the chain's, and nothing is missing."""
    others = [each for each in writer.shown if each.msg_id not in writer.acked]
    assert all(earlier.n < later.n for earlier, later in pairwise(others))
    theirs = [row for row in messages if row["sender"] != writer.side.ref]
    stored = [(row["n"], row["msg_id"], h_box(row["box"])) for row in theirs]
    assert [(each.n, each.msg_id, each.h_box) for each in others] == stored


def check_chain(seeded: Seeded, rows: Iterable[Row]) -> None:
    """The chain holds from its beginning, and head and places stand at its end."""
    from alongside.conversations.models import Head, Place

    n, h = 0, chain_start(seeded.conv)
    counts: dict[bytes, int] = {}
    for row in rows:
        h = chain_next(h, conv=seeded.conv, n=n + 1, kind=row["kind"], **_hashes(row, seeded))
        n += 1
        assert (row["n"], row["h"]) == (n, h)
        if row["kind"] == MESSAGE:
            counts[row["sender"]] = counts.get(row["sender"], 0) + 1
            assert row["sseq"] == counts[row["sender"]]
    head = Head.objects.get(conversation__ref=seeded.conv)
    assert (head.n, bytes(head.h)) == (n, h)
    places = Place.objects.filter(conversation__ref=seeded.conv).select_related("account")
    assert {bytes(place.account.ref): place.sseq for place in places} == counts


def _hashes(row: Row, seeded: Seeded) -> dict[str, bytes]:
    header = header_of(seeded)
    if row["kind"] == HEADER:
        return {"h_aad": h_aad(epoch_bytes(header.header)), "h_box": h_box(header.eh_sig)}
    entry = SealedEntry(
        row["kind"], seeded.conv, row["epoch"], eh_hash_of(header.header), row["sender"],
        row["msg_id"], row["sseq"], row["seen_n"], row["seen_h"], row["fc"], row["box"],
    )  # fmt: skip
    return {"h_aad": h_aad(aad_of(entry)), "h_box": h_box(entry.box)}
