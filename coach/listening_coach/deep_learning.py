"""Learns the weights of a small encoder: first to do as MiniLM does, then the labels.

What is mixed, hidden or left out is drawn with a seed: the same rows give the same weights, on
the same machine and libraries. Pieces, positions and types stay as they start.
"""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

import jax
import jax.numpy as jnp
import numpy as np

from listening_coach.deep_model import (
    Array,
    likeness,
    loss,
    moved_apart,
    outputs,
    rounded,
    through,
)
from listening_coach.deep_plan import Lesson
from listening_coach.deep_rows import Batch, Rows
from listening_coach.deep_start import F32, HEAD, Params

FROZEN = ("pieces", "positions", "types")
_BETAS = 0.9, 0.98
_DECAY = 0.01
_WARMING = 0.1
_CLIP = 1.0
_QUICK = {"sentence": 5.0, "whole": 5.0}


Cost = Callable[[Params, Params, Batch, Array, Lesson], Array]
"""How far weights are from what is asked; the second are weights that only help to say so."""


def heaviness(params: Params, batches: Sequence[Batch]) -> list[tuple[F32, F32, F32, F32]]:
    """Measure what each head and each inner row of a layer does, and what both are on average.

    Gives, layer by layer: the weight of heads and of inner rows, and the means of the joined
    and of the inner values, which a shift can stand in for.
    """
    looked, all_of = jax.jit(moved_apart), jax.tree.map(jnp.asarray, params)
    found = [jax.tree.map(np.asarray, looked(all_of, batch)) for batch in batches]
    sums = jax.tree.map(lambda *each: sum(each), *found)
    count = sum(int((batch["message"] >= 0).sum()) for batch in batches)
    weights = []
    for layer, (joined, joined2, inner, inner2) in zip(params["layers"], sums, strict=True):
        spread = [
            np.maximum(two / count - (one / count) ** 2, 0)
            for one, two in ((joined, joined2), (inner, inner2))
        ]
        by_value = spread[0] * (np.asarray(layer["joined"][0]) ** 2).sum(0)
        by_row = spread[1] * (np.asarray(layer["outer"][0]) ** 2).sum(0)
        by_head = by_value.reshape(-1, HEAD).sum(1)
        weights.append((by_head, by_row, joined / count, inner / count))
    return weights


def like_a_teacher(
    start: Params, teacher: Params, rows: Rows, every: Sequence[int], lesson: Lesson
) -> Params:
    """Learn to give, layer by layer, the rows a teacher gives; no label is looked at."""
    return _learnt(
        start,
        teacher,
        _unlike_teacher,
        lambda chance, _: rows.batches(every, lesson.wide, chance),
        lesson,
    )


def _unlike_teacher(
    params: Params, teacher: Params, batch: Batch, _: Array, __: Lesson
) -> Array:
    here = (batch["message"] >= 0).astype(jnp.float32)
    return likeness(through(params, batch)[1:], through(teacher, batch)[1:], here)


def with_labels(
    start: Params, rows: Rows, chosen: Sequence[int], lesson: Lesson, once: Sequence[int] = ()
) -> Params:
    """Learn every label at once from chosen replies, in whole numbers as it will be written.

    Those of `once` are learnt in the first round alone.
    """

    def batches(chance: random.Random, epoch: int) -> Iterable[Batch]:
        those = [*chosen, *once] if epoch == 0 else chosen
        return rows.batches(those, lesson.wide, chance, lesson.hidden)

    return _learnt(start, {}, _unlike_labels, batches, lesson)


def _unlike_labels(
    params: Params, _: Params, batch: Batch, key: Array, lesson: Lesson
) -> Array:
    width = params["norm"][0].shape[0]
    kept = jax.random.bernoulli(key, 1 - lesson.left_out, (width,)) / (1 - lesson.left_out)
    drop = (jax.random.fold_in(key, 1), lesson.dropped) if lesson.dropped else None
    return loss(rounded(params), batch, lesson, kept, drop)


def scored(
    params: Params, rows: Rows, chosen: Sequence[int], wide: int
) -> Iterator[tuple[str, int, F32]]:
    """Give the scores of chosen replies: of which kind, which sentence or reply, and what."""
    all_of = jax.tree.map(jnp.asarray, params)
    for batch in rows.batches(chosen, wide, random.Random(0)):  # noqa: S311  # an order
        sentence, whole = _give(all_of, batch)
        for kind, places, scores in (
            ("sentence", batch["at"], sentence),
            ("whole", batch["at_whole"], whole),
        ):
            for row, place in zip(
                np.asarray(scores).reshape(-1, scores.shape[-1]), places.ravel(), strict=True
            ):
                if place >= 0:
                    yield kind, int(place), row


def _learnt(
    start: Params,
    given: Params,
    cost: Cost,
    batches: Callable[[random.Random, int], Iterable[Batch]],
    lesson: Lesson,
) -> Params:
    frozen = {name: jnp.asarray(start[name]) for name in FROZEN}
    live = jax.tree.map(jnp.asarray, {n: of for n, of in start.items() if n not in FROZEN})
    chance = random.Random(lesson.seed)  # noqa: S311  # an order, no secret
    plan = [list(batches(chance, epoch)) for epoch in range(lesson.epochs)]
    total = jnp.float32(sum(map(len, plan)))
    held = {"frozen": frozen, "given": jax.tree.map(jnp.asarray, given)}
    first = second = jax.tree.map(jnp.zeros_like, live)
    for at, batch in enumerate(batch for epoch in plan for batch in epoch):
        moment = jnp.float32(at), total
        live, first, second = _step(
            live, held, (first, second), moment, batch, cost=cost, lesson=lesson
        )
    found: Params = jax.tree.map(np.asarray, {**frozen, **live})
    return found


def _one_step(
    live: Params,
    held: Params,
    moments: tuple[Params, Params],
    moment: tuple[Array, Array],
    batch: Batch,
    *,
    cost: Cost,
    lesson: Lesson,
) -> tuple[Params, Params, Params]:
    at, total = moment
    key = jax.random.fold_in(jax.random.key(lesson.seed), at.astype(jnp.int32))

    def apart(of: Params) -> Array:
        return cost({**held["frozen"], **of}, held["given"], batch, key, lesson)

    slope = jax.grad(apart)(live)
    return _adam(live, slope, *moments, at, lesson.rate * _pace(at, total), lesson.falling)


_step = jax.jit(_one_step, static_argnames=("cost", "lesson"))
_give = jax.jit(lambda of, batch: outputs(rounded(of), batch))


def _pace(at: Array, total: Array) -> Array:
    """Faster at first, then ever slower."""
    done = (at + 1) / total
    return jnp.minimum(done / _WARMING, (1 - done) / (1 - _WARMING) + 1e-3)


def _adam(
    live: Params,
    slope: Params,
    first: Params,
    second: Params,
    at: Array,
    rate: Array,
    falling: float,
) -> tuple[Params, Params, Params]:
    size = jnp.sqrt(sum((of**2).sum() for of in jax.tree.leaves(slope)))
    slope = jax.tree.map(lambda of: of * jnp.minimum(1.0, _CLIP / (size + 1e-9)), slope)
    one, two = _BETAS
    first = jax.tree.map(lambda m, g: one * m + (1 - one) * g, first, slope)
    second = jax.tree.map(lambda v, g: two * v + (1 - two) * g * g, second, slope)

    def moved(quick: float, of: Array, m: Array, v: Array) -> Array:
        step = m / (1 - one ** (at + 1)) / (jnp.sqrt(v / (1 - two ** (at + 1))) + 1e-8)
        return of - rate * quick * (step + (_DECAY * of if of.ndim > 1 else 0.0))

    def part(quick: float, *of: Params) -> Params:
        found: Params = jax.tree.map(partial(moved, quick), *of)
        return found

    layers = len(live["layers"])
    there = {
        name: [
            part(falling ** (layers - 1 - depth), *each)
            for depth, each in enumerate(
                zip(*(of[name] for of in (live, first, second)), strict=True)
            )
        ]
        if name == "layers"
        else part(
            _QUICK.get(name, falling**layers), *(of[name] for of in (live, first, second))
        )
        for name in live
    }
    return there, first, second
