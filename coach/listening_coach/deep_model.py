"""The encoder as it is learnt, in JAX; `encoder.py` reads what comes out of it.

Rows are laid out by `deep_rows.py`: who may attend to whom is told by message and reply.
"""

import math
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from listening_coach.deep_plan import Lesson
from listening_coach.deep_start import HEAD, Params
from listening_coach.encoder import EPSILON
from listening_coach.encoder_file import MOST

Array = Any
Drop = tuple[Any, float] | None
"""A key of chance, and how much of what is added is left out."""
SENTENCE, WHOLE = "sentence", "whole"


def through(params: Params, batch: dict[str, Array], drop: Drop = None) -> list[Array]:
    """Give the rows after each layer, the first before any."""
    may = _may(batch)
    rows = (
        params["pieces"][batch["numbers"]]
        + params["positions"][batch["positions"]]
        + params["types"][batch["kinds"]]
    )
    found = [_norm(rows, params["norm"])]
    for at, layer in enumerate(params["layers"]):
        here = None if drop is None else (jax.random.fold_in(drop[0], at), drop[1])
        found.append(_layer(found[-1], layer, may, here)[0])
    return found


def moved_apart(params: Params, batch: dict[str, Array]) -> list[tuple[Array, ...]]:
    """Sum, for each layer, what heads and inner rows give, and the squares of both."""
    may, here = _may(batch), (batch["message"] >= 0)[..., None]
    rows = through({**params, "layers": []}, batch)[0]
    found = []
    for layer in params["layers"]:
        rows, seen, inner = _layer(rows, layer, may)
        found.append(
            tuple((of**power * here).sum((0, 1)) for of in (seen, inner) for power in (1, 2))
        )
    return found


def _may(batch: dict[str, Array]) -> Array:
    """Say who may attend to whom: within a message, to its own text or to what came before."""
    message, reply = batch["message"], batch["reply"]
    same = message[:, :, None] == message[:, None, :]
    seen = (reply[:, None, :] < 0) | (reply[:, :, None] == reply[:, None, :])
    return jnp.where(same & seen, 0.0, -1e9)[:, None]


def _layer(
    rows: Array, layer: Params, may: Array, drop: Drop = None
) -> tuple[Array, Array, Array]:
    query, key, value = (
        _heads(_linear(rows, layer[name])) for name in ("query", "key", "value")
    )
    scores = jnp.einsum("bqhd,bkhd->bhqk", query, key) / math.sqrt(HEAD) + may
    seen = jnp.einsum("bhqk,bkhd->bqhd", jax.nn.softmax(scores), value)
    seen = seen.reshape(*rows.shape[:2], -1)
    rows = _norm(rows + _left(_linear(seen, layer["joined"]), drop, 0), layer["first_norm"])
    inner = jax.nn.gelu(_linear(rows, layer["inner"]), approximate=True)
    added = _left(_linear(inner, layer["outer"]), drop, 1)
    return _norm(rows + added, layer["second_norm"]), seen, inner


def _left(rows: Array, drop: Drop, which: int) -> Array:
    if drop is None:
        return rows
    key, much = drop
    kept = jax.random.bernoulli(jax.random.fold_in(key, which), 1 - much, rows.shape)
    return jnp.where(kept, rows / (1 - much), 0.0)


def _heads(rows: Array) -> Array:
    return rows.reshape(*rows.shape[:2], -1, HEAD)


def _linear(rows: Array, pair: tuple[Array, Array]) -> Array:
    return rows @ pair[0].T + pair[1]


def _norm(rows: Array, pair: tuple[Array, Array]) -> Array:
    apart = rows - rows.mean(-1, keepdims=True)
    size = jnp.sqrt((apart * apart).mean(-1, keepdims=True) + EPSILON)
    return apart / size * pair[0] + pair[1]


def outputs(
    params: Params, batch: dict[str, Array], kept: Array | None = None, drop: Drop = None
) -> tuple[Array, Array]:
    """Give the scores of each sentence and of each whole reply of a batch."""
    rows = through(params, batch, drop)[-1]
    in_text = batch["sentence"] >= 0
    sentences = _means(rows, batch["sentence"], batch["known"].shape[1])
    replies = _means(rows, jnp.where(in_text, batch["reply"], -1), batch["whole"].shape[1])
    if kept is not None:
        sentences, replies = sentences * kept, replies * kept
    return _linear(sentences, params[SENTENCE]), _linear(replies, params[WHOLE])


def _means(rows: Array, places: Array, many: int) -> Array:
    each = (places[:, None, :] == jnp.arange(many)[None, :, None]).astype(rows.dtype)
    return each @ rows / jnp.maximum(each.sum(-1, keepdims=True), 1.0)


def loss(
    params: Params, batch: dict[str, Array], lesson: Lesson, kept: Array | None, drop: Drop
) -> Array:
    """How far scores are from what is known; each head by itself, or one of several."""
    sentence, whole = outputs(params, batch, kept, drop)
    known, much, smooth = batch["whole"], batch["much_whole"], lesson.smooth
    apart = lesson.sentences * _apart(sentence, batch["known"], batch["much"], smooth)
    if not lesson.choices:
        return apart + _apart(whole, known, much, smooth)
    chosen = {at for begins, ends in lesson.choices for at in range(begins, ends)}
    alone = np.array([at for at in range(whole.shape[-1]) if at not in chosen])
    apart += _apart(whole[..., alone], known[..., alone], much, smooth)
    for begins, ends in lesson.choices:
        some = slice(begins, ends)
        apart += _which(whole[..., some], known[..., some], much, smooth)
    return apart


def _which(scores: Array, known: Array, much: Array, smooth: float) -> Array:
    """How surprising the one that is true is, of several of which one is."""
    many = scores.shape[-1]
    weight = jnp.where(known[..., 0] >= 0, much, 0.0)
    truth = jnp.clip(known, 0.0) * (1 - 2 * smooth) + 2 * smooth / many
    return -(weight[..., None] * truth * jax.nn.log_softmax(scores)).sum() / 100.0


def _apart(scores: Array, known: Array, much: Array, smooth: float) -> Array:
    weight = jnp.where(known >= 0, much[..., None], 0.0)
    truth = jnp.clip(known, smooth, 1 - smooth)
    each = jnp.logaddexp(0.0, scores) - truth * scores
    return (weight * each).sum() / 100.0


def likeness(student: list[Array], teacher: list[Array], here: Array) -> Array:
    """How far a student's rows are from a teacher's, where there is text."""
    apart = [
        (((one - other) ** 2).mean(-1) * here).sum()
        for one, other in zip(student, teacher, strict=True)
    ]
    return sum(apart) / jnp.maximum(here.sum(), 1.0)


def rounded(params: Params) -> Params:
    """Round matrices as they will be written, and let slopes through; pieces are so already."""

    def pair(of: tuple[Array, Array]) -> tuple[Array, Array]:
        return _rounded(of[0]), of[1]

    return {
        **params,
        "layers": [
            {name: of if "norm" in name else pair(of) for name, of in layer.items()}
            for layer in params["layers"]
        ],
    }


def _rounded(matrix: Array) -> Array:
    scale = jnp.abs(matrix).max(-1, keepdims=True) / MOST
    whole = jnp.round(matrix / jnp.where(scale > 0, scale, 1.0)) * scale
    return matrix + jax.lax.stop_gradient(whole - matrix)
