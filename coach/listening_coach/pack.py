"""A pack of the listening coach: what is in `pack.json` and `heads.bin`, checked before use.

`coach/packs/README.md` says what stands in one; `browser/listening/pack.js` reads the same.
"""

import hashlib
import json
from array import array
from collections.abc import Container, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from listening_coach.deep import ReadsDeep
from listening_coach.features import Lists
from listening_coach.holding import Hold

FORMAT = 1
FILE = "heads.bin"
SECOND_FILES = ("encoder.bin", "pieces.txt")


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
    """How sure a label is: parts multiplied, each a sum of heads; its marks; its hold."""

    parts: tuple[tuple[Mapping[str, float], float], ...]
    yes: float
    no: float
    hold: Hold


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
    second: "Second | None" = None


@dataclass(frozen=True, slots=True)
class Second:
    """The second tier of a pack, and the labels that lean on both."""

    encoder: ReadsDeep
    labels: Mapping[str, Label]
    whole: Mapping[str, Label]


def open_pack(folder: Path, *, first_alone: bool = False) -> Pack:
    """Read a folder with `pack.json` and `heads.bin`; BadPack says what is wrong.

    The second tier is read where its files are there too, and numpy is.
    """
    try:
        row = json.loads((folder / "pack.json").read_text(encoding="utf-8"))
        data = (folder / FILE).read_bytes()
    except (OSError, ValueError) as error:
        raise BadPack(f"{folder} holds no pack: {error}") from error
    if not isinstance(row, dict) or row.get("format") != FORMAT:
        raise BadPack(f"Packs of format {FORMAT} are read here.")
    try:
        pack = _laid_out(row, data)
        if first_alone or "encoder" not in row:
            return pack
        return replace(pack, second=_second(row, folder, pack.heads))
    except (KeyError, TypeError, AttributeError) as error:
        raise BadPack("pack.json does not say all that a pack has to say.") from error


def _laid_out(row: dict[str, Any], data: bytes) -> Pack:
    buckets = row["features"]["buckets"]
    _check(row, FILE, data)
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


def _check(row: Mapping[str, Any], name: str, data: bytes) -> None:
    file = row["files"][name]
    if file["bytes"] != len(data):
        raise BadPack(f"{name} is not as long as pack.json says.")
    if file["sha256"] != hashlib.sha256(data).hexdigest():
        raise BadPack(f"{name} is not the file pack.json speaks of.")


def _second(row: Mapping[str, Any], folder: Path, heads: Mapping[str, Head]) -> Second | None:
    files = [folder / name for name in SECOND_FILES]
    if not all(file.is_file() for file in files):
        return None
    try:
        from listening_coach.encoder import opened
    except ImportError:
        return None
    said = row["encoder"]
    data = [file.read_bytes() for file in files]
    for name, one in zip(SECOND_FILES, data, strict=True):
        _check(row, name, one)
    try:
        encoder = opened(said, *data)
    except ValueError as error:
        raise BadPack(f"The encoder of this pack cannot be read: {error}.") from error
    known = {*heads, *said["sentence"], *said["whole_heads"]}
    return Second(encoder, _labels(said["labels"], known), _labels(said["whole"], known))


def _labels(rows: dict[str, Any], heads: Container[str]) -> dict[str, Label]:
    found = {}
    for name, row in rows.items():
        parts = tuple((part["a"], part["b"]) for part in row["parts"])
        if not parts or any(head not in heads for weights, _ in parts for head in weights):
            raise BadPack(f"The label {name} leans on a head that is not there.")
        found[name] = Label(parts, row["yes"], row["no"], Hold.of(row))
    return found
