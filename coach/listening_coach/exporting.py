"""Writes a pack: the same learnt weights give the same bytes."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from listening_coach.pack import FILE, FORMAT, SECOND_FILES
from listening_coach.training import Choice, Sure, Trained

MOST = 127
OPEN = {
    "name": "open",
    "version": 6,
    "language": "en",
    "licence": "CC-BY-4.0",
    "learnt_from": "coach/corpus: made up, written and labelled with a language model",
    "starts_from": "the second tier: all-MiniLM-L6-v2 (Apache-2.0), cut down and learnt on",
}


@dataclass(frozen=True, slots=True)
class Second:
    """A second tier as it is written: its files, and what pack.json says of it."""

    files: Mapping[str, bytes]
    row: Mapping[str, Any]


def write_second(folder: Path, second: Second) -> None:
    """Write a second tier beside what was learnt for the first."""
    for name, data in second.files.items():
        (folder / name).write_bytes(data)
    text = json.dumps(second.row, indent="\t")
    (folder / "encoder.json").write_text(text, encoding="utf-8")


def read_second(folder: Path) -> Second | None:
    """Read it again; None: nothing was learnt."""
    if not (folder / "encoder.json").exists():
        return None
    row = json.loads((folder / "encoder.json").read_text(encoding="utf-8"))
    return Second({name: (folder / name).read_bytes() for name in SECOND_FILES}, row)


def write_trained(folder: Path, trained: Trained) -> None:
    """Write what was learnt as it is: `trained.json`, and the weights in `trained.f32`."""
    folder.mkdir(parents=True, exist_ok=True)
    row = {"heads": trained.heads, "labels": trained.labels, "whole": trained.whole}
    (folder / "trained.json").write_text(json.dumps(row, indent="\t"), encoding="utf-8")
    write_said(folder / "said.json", trained.told)
    write_sure(folder / "sure.npz", trained.sure)
    (folder / "trained.f32").write_bytes(trained.matrix.astype("<f4").tobytes())
    with (folder / "unseen.npz").open("wb") as opened:
        np.savez(opened, **trained.unseen)  # type: ignore[arg-type]


def write_said(file: Path, told: Mapping[str, NDArray[np.int64]]) -> None:
    """Write what labels said of each row, told from other folds."""
    said = {name: all_of.tolist() for name, all_of in told.items()}
    file.write_text(json.dumps(said), encoding="utf-8")


def write_sure(file: Path, sure: Mapping[str, Sure]) -> None:
    """Write how sure labels were of each row, told from other folds: `sureness.py` reads it."""
    rows = {name: np.stack([one.likely, one.truth, one.replies]) for name, one in sure.items()}
    with file.open("wb") as opened:
        np.savez(opened, **rows)  # type: ignore[arg-type]


def read_sure(file: Path) -> dict[str, Sure]:
    """Read it again."""
    with np.load(file) as held:
        return {
            name: Sure(held[name][0], held[name][1], held[name][2].astype(np.int64))
            for name in held.files
        }


def read_trained(folder: Path) -> Trained:
    """Read it again."""
    row = json.loads((folder / "trained.json").read_text(encoding="utf-8"))
    flat = np.frombuffer((folder / "trained.f32").read_bytes(), "<f4")
    matrix = flat.reshape(len(row["heads"]), -1)
    with np.load(folder / "unseen.npz") as held:
        unseen = {name: held[name] for name in held.files}
    return Trained(tuple(row["heads"]), matrix, row["labels"], row["whole"], {}, unseen)


def write_pack(
    folder: Path,
    told: Mapping[str, Any],
    lists: Mapping[str, Any],
    choice: Choice,
    trained: Trained,
    second: Second | None = None,
) -> None:
    """Write `pack.json` and `heads.bin`; `told` is what a pack says of itself, first.

    With a second tier, `encoder.bin` and `pieces.txt` too.
    """
    heads, data = [], bytearray()
    for head, weights in zip(trained.heads, trained.matrix, strict=True):
        scale = float(np.max(np.abs(weights))) / MOST or 1.0
        data += np.rint(weights.astype(np.float64) / scale).astype(np.int8).tobytes()
        heads.append(
            {**head, "constant": round(head["constant"], 6), "scale": float(f"{scale:.8g}")}
        )
    files = {FILE: bytes(data), **(second.files if second else {})}
    row = {
        "format": FORMAT,
        **told,
        "files": {
            name: {"bytes": len(one), "sha256": hashlib.sha256(one).hexdigest()}
            for name, one in files.items()
        },
        "labels": trained.labels,
        "whole": trained.whole,
        **({"encoder": second.row} if second else {}),
        "heads": heads,
        "features": {
            "buckets": choice.buckets,
            "weights": dict(choice.weights),
            "lists": lists,
        },
    }
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(row, ensure_ascii=False, indent="\t")
    (folder / "pack.json").write_text(text + "\n", encoding="utf-8")
    for name, one in files.items():
        (folder / name).write_bytes(one)
