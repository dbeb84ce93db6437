"""A pack of the listening coach: what is in `pack.json` and `heads.bin`, checked before use.

`coach/packs/README.md` says what stands in one; `browser/listening/pack.js` reads the same.
"""

import hashlib
import json
from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from listening_coach.features import Lists

FORMAT = 1
FILE = "heads.bin"
ANY = (0, 1_000_000)


class BadPack(ValueError):
    """What is wrong with a pack, in a sentence."""


@dataclass(frozen=True, slots=True)
class Head:
    """One linear head: its whole numbers, what one of them is worth, and the constant."""

    scope: str
    constant: float
    scale: float
    numbers: "array[int]"


@dataclass(frozen=True, slots=True)
class Label:
    """How sure a label is: parts multiplied, each a sum of heads; and its two marks."""

    parts: tuple[tuple[Mapping[str, float], float], ...]
    yes: float
    no: float
    words: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack as it is used."""

    row: Mapping[str, Any]
    buckets: int
    weights: Mapping[str, float]
    lists: Lists
    other: frozenset[str]
    heads: Mapping[str, Head]
    labels: Mapping[str, Label]
    whole: Mapping[str, Label]


def open_pack(folder: Path) -> Pack:
    """Read a folder with `pack.json` and `heads.bin`; BadPack says what is wrong."""
    try:
        row = json.loads((folder / "pack.json").read_text(encoding="utf-8"))
        data = (folder / FILE).read_bytes()
    except (OSError, ValueError) as error:
        raise BadPack(f"{folder} holds no pack: {error}") from error
    if not isinstance(row, dict) or row.get("format") != FORMAT:
        raise BadPack(f"Packs of format {FORMAT} are read here.")
    try:
        return _laid_out(row, data)
    except (KeyError, TypeError, AttributeError) as error:
        raise BadPack("pack.json does not say all that a pack has to say.") from error


def _laid_out(row: dict[str, Any], data: bytes) -> Pack:
    file, buckets = row["files"][FILE], row["features"]["buckets"]
    if file["bytes"] != len(data):
        raise BadPack(f"{FILE} is not as long as pack.json says.")
    if file["sha256"] != hashlib.sha256(data).hexdigest():
        raise BadPack(f"{FILE} is not the file pack.json speaks of.")
    if len(data) != buckets * len(row["heads"]):
        raise BadPack(f"{FILE} does not hold the heads named.")
    heads = {
        head["id"]: Head(
            head["scope"],
            head["constant"],
            head["scale"],
            array("b", data[at * buckets : (at + 1) * buckets]),
        )
        for at, head in enumerate(row["heads"])
    }
    lists = row["features"]["lists"]
    return Pack(
        row,
        buckets,
        row["features"]["weights"],
        Lists.of(lists),
        frozenset(lists["other"]),
        heads,
        _labels(row["labels"], heads),
        _labels(row["whole"], heads),
    )


def _labels(rows: dict[str, Any], heads: Mapping[str, Head]) -> dict[str, Label]:
    found = {}
    for name, row in rows.items():
        parts = tuple((part["a"], part["b"]) for part in row["parts"])
        if not parts or any(head not in heads for weights, _ in parts for head in weights):
            raise BadPack(f"The label {name} leans on a head that is not there.")
        found[name] = Label(parts, row["yes"], row["no"], tuple(row.get("words", ANY)))
    return found
