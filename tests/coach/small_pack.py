"""A pack with a small encoder nobody taught anything: only what it is made of matters."""

import json
from pathlib import Path

import numpy as np
from listening_coach.encoder import Shape
from listening_coach.encoder_file import encoder_bytes
from listening_coach.exporting import OPEN as TOLD
from listening_coach.exporting import Second, write_pack
from listening_coach.pack import open_pack
from listening_coach.pieces import SPECIAL
from listening_coach.training import CHOICE, SENTENCE_HEADS, WHOLE_HEADS, Trained, written_lists

OPEN = Path(__file__).parents[2] / "coach" / "packs" / "open"
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789.,;:!?'-()\"/&"
WORDS = (
    "you i it the a and to so that was how what did feel like when are your me is of for in "
    "sorry here tired hard sounds could maybe try with about today week ##ing "
    "##ed ##s ##ly ##er"
)
WIDTH = 64
PIECES = (*SPECIAL, *LETTERS, *(f"##{letter}" for letter in LETTERS), *WORDS.split())


def small_shape(**other: int) -> Shape:
    sizes = {
        "layers": 2, "width": WIDTH, "heads": 2, "head_width": 32, "inner": 48,
        "pieces": len(PIECES), "positions": 225, "before": 62, "draft": 160,
    }  # fmt: skip
    return Shape(**{**sizes, **other})


def small_params(shape, seed=0):
    """Weights by chance, as large as learnt ones are."""
    chance = np.random.default_rng(seed)

    def some(*size, much=0.2):
        return chance.normal(0, much, size).astype(np.float32)

    def norm():
        return 1 + some(shape.width, much=0.05), some(shape.width, much=0.05)

    joined, width = shape.heads * shape.head_width, shape.width
    sizes = {
        "query": (joined, width), "key": (joined, width), "value": (joined, width),
        "joined": (width, joined), "inner": (shape.inner, width), "outer": (width, shape.inner),
    }  # fmt: skip
    layers = [
        {name: (some(*size), some(size[0])) for name, size in sizes.items()}
        | {"first_norm": norm(), "second_norm": norm()}
        for _ in range(shape.layers)
    ]
    return {
        "pieces": some(shape.pieces, width),
        "positions": some(shape.positions, width, much=0.05),
        "types": some(2, width, much=0.05),
        "norm": norm(),
        "layers": layers,
        "sentence": (some(len(SENTENCE_HEADS), width), some(len(SENTENCE_HEADS))),
        "whole": (some(len(WHOLE_HEADS), width), some(len(WHOLE_HEADS))),
    }


def trained_of(pack):
    """What the open pack learnt for its first tier, as it was before it was written."""
    matrix = [np.array(head.numbers) * head.scale for head in pack.heads.values()]
    return Trained(
        tuple(
            {"id": name, "scope": head.scope, "constant": head.constant}
            for name, head in pack.heads.items()
        ),
        np.array(matrix, np.float32),
        pack.row["labels"],
        pack.row["whole"],
    )


def write_small_pack(folder: Path) -> Path:
    """Write a pack with the open pack's first tier, and a second by chance."""
    pack = open_pack(OPEN, first_alone=True)
    shape = small_shape()
    row = {
        "shape": {name: getattr(shape, name) for name in Shape.__dataclass_fields__},
        "sentence": [f"deep_{head}" for head in SENTENCE_HEADS],
        "whole_heads": [f"deep_{head}" for head in WHOLE_HEADS],
        "labels": _leaning(pack.row["labels"]),
        "whole": _leaning(pack.row["whole"]),
    }
    files = {
        "encoder.bin": encoder_bytes(small_params(shape)),
        "pieces.txt": "".join(f"{piece}\n" for piece in PIECES).encode(),
    }
    write_pack(folder, TOLD, written_lists(), CHOICE, trained_of(pack), Second(files, row))
    return folder


def _leaning(labels):
    """Let every label lean on both tiers."""
    found = json.loads(json.dumps(labels))
    for label in found.values():
        for part in label["parts"]:
            part["a"] |= {f"deep_{head}": 0.5 for head in list(part["a"])}
    return found
