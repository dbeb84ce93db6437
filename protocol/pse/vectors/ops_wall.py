"""Ops over the wall: what a row tells, and where rows lead."""

from collections.abc import Mapping
from typing import Any

from pse import wall

In = Mapping[str, Any]


def _read(given: In) -> dict[str, Any]:
    told = wall.read_told(given["told"])
    return {"kind": int(told.kind), "other": told.other, "detail": told.detail}


def _walk(given: In) -> dict[str, Any]:
    rows = [wall.Row(**row) for row in given["rows"]]
    at = wall.walk(given["account_id"], rows, today=given["today"])
    return {"n": at.n, "h": at.h}


OPS = {
    "wall.read": _read,
    "wall.told_hash": lambda given: wall.told_hash_of(given["told"]),
    "wall.walk": _walk,
}
