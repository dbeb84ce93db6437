"""Writes a pack: the same learnt weights give the same bytes."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from listening_coach.pack import FILE, FORMAT
from listening_coach.training import Choice, Trained

MOST = 127
OPEN = {
    "name": "open",
    "version": 2,
    "language": "en",
    "licence": "CC-BY-4.0",
    "learnt_from": "coach/corpus: made up, written and labelled with a language model",
}


def write_trained(folder: Path, trained: Trained) -> None:
    """Write what was learnt as it is: `trained.json`, and the weights in `trained.f32`."""
    folder.mkdir(parents=True, exist_ok=True)
    row = {"heads": trained.heads, "labels": trained.labels, "whole": trained.whole}
    (folder / "trained.json").write_text(json.dumps(row, indent="\t"), encoding="utf-8")
    said = {name: all_of.tolist() for name, all_of in trained.told.items()}
    (folder / "said.json").write_text(json.dumps(said), encoding="utf-8")
    (folder / "trained.f32").write_bytes(trained.matrix.astype("<f4").tobytes())


def read_trained(folder: Path) -> Trained:
    """Read it again."""
    row = json.loads((folder / "trained.json").read_text(encoding="utf-8"))
    flat = np.frombuffer((folder / "trained.f32").read_bytes(), "<f4")
    matrix = flat.reshape(len(row["heads"]), -1)
    return Trained(tuple(row["heads"]), matrix, row["labels"], row["whole"])


def write_pack(
    folder: Path,
    told: Mapping[str, Any],
    lists: Mapping[str, Any],
    choice: Choice,
    trained: Trained,
) -> None:
    """Write `pack.json` and `heads.bin`; `told` is what a pack says of itself, first."""
    heads, data = [], bytearray()
    for head, weights in zip(trained.heads, trained.matrix, strict=True):
        scale = float(np.max(np.abs(weights))) / MOST or 1.0
        data += np.rint(weights.astype(np.float64) / scale).astype(np.int8).tobytes()
        heads.append(
            {**head, "constant": round(head["constant"], 6), "scale": float(f"{scale:.8g}")}
        )
    row = {
        "format": FORMAT,
        **told,
        "files": {FILE: {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}},
        "labels": trained.labels,
        "whole": trained.whole,
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
    (folder / FILE).write_bytes(bytes(data))
