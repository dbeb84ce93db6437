"""Ops over files: sealed, and opened with pieces in any order a hostile server likes."""

from collections.abc import Mapping
from typing import Any

from pse.file import Papers, open_file, seal_file

from .change import flip
from .ops_primitives import given_chance

In = Mapping[str, Any]


def _content(given: In) -> bytes:
    text: bytes = given["text"]
    return text * int(given["times"])


def _sealed(given: In) -> tuple[Papers, list[bytes]]:
    return seal_file(
        given["msg_id"],
        _content(given),
        type=given["type"],
        name=given["called"],
        secs=given["secs"],
        chance=given_chance(*given["draws"]),
    )


def _open(given: In) -> int:
    """Seal as given, then open pieces `order` under papers with `change`; gives the size."""
    papers, pieces = _sealed(given)
    brought = [pieces[i] for i in given["order"]]
    if given["flipped"] is not None:
        brought[given["flipped"]] = flip(brought[given["flipped"]], -1)
    told = Papers(**{name: getattr(papers, name) for name in Papers.__slots__} | given["told"])
    opened = open_file(given.get("as_msg_id", given["msg_id"]), told, brought)
    if opened != _content(given):
        raise AssertionError("opened to something else")
    return len(opened)


OPS = {"file.seal": lambda given: _sealed(given)[0], "file.open": _open}
