"""A folder like MiniLM's, with numbers by chance, and a plan that is learnt in seconds."""

import json

import numpy as np
from listening_coach.deep_plan import Lesson, Plan

from tests.coach.small_pack import PIECES, WIDTH

INNER, LAYERS = 64, 2
PLAN = Plan(
    layers=(1,), width=WIDTH, heads=1, inner=32, pieces=130,
    alike=Lesson(epochs=2, rate=1e-3, wide=2), labels=Lesson(epochs=14, rate=3e-3, wide=2),
)  # fmt: skip


def write_small_weights(folder):
    """Write it."""
    chance = np.random.default_rng(3)
    lines = [
        "[PAD]",
        "[UNK]",
        "[CLS]",
        "[SEP]",
        *PIECES[5:],
        "smile",
        "laughing",
        "heart",
        "sad",
    ]
    (folder / "vocab.txt").write_text("".join(f"{line}\n" for line in lines), "utf-8")
    sizes = {
        "embeddings.word_embeddings.weight": (len(lines), WIDTH),
        "embeddings.position_embeddings.weight": (300, WIDTH),
        "embeddings.token_type_embeddings.weight": (2, WIDTH),
    }
    for at in range(LAYERS):
        for part, (rows, width) in {
            "attention.self.query": (WIDTH, WIDTH),
            "attention.self.key": (WIDTH, WIDTH),
            "attention.self.value": (WIDTH, WIDTH),
            "attention.output.dense": (WIDTH, WIDTH),
            "intermediate.dense": (INNER, WIDTH),
            "output.dense": (WIDTH, INNER),
        }.items():
            sizes[f"encoder.layer.{at}.{part}.weight"] = (rows, width)
            sizes[f"encoder.layer.{at}.{part}.bias"] = (rows,)
    arrays = {name: chance.normal(0, 0.1, size) for name, size in sizes.items()}
    norms = ["embeddings.LayerNorm"]
    for at in range(LAYERS):
        norms += [
            f"encoder.layer.{at}.{part}.LayerNorm" for part in ("attention.output", "output")
        ]
    for name in norms:
        arrays |= {f"{name}.weight": np.ones(WIDTH), f"{name}.bias": np.zeros(WIDTH)}
    head, data = {"__metadata__": {}}, b""
    for name, of in arrays.items():
        one = of.astype("<f4").tobytes()
        places = [len(data), len(data) + len(one)]
        head[name] = {"dtype": "F32", "shape": list(of.shape), "data_offsets": places}
        data += one
    said = json.dumps(head).encode()
    (folder / "model.safetensors").write_bytes(len(said).to_bytes(8, "little") + said + data)
    return folder
