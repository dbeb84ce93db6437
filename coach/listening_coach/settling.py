"""Settles how the scores of a research pack become answers, on groups it did not learn from.

Heads are learnt one against all others: their scores say which answer is likelier, but not how
likely it is, and an answer that is rare in a corpus would seldom be given. A tenth of the
groups is kept back for this. There the weight of each tier and a constant for each answer are
fitted (a softmax, with a pull towards where they began); that is how likely an answer is. What
is answered then leans towards rare answers as far as that gives a better macro-F1 (Menon et al.
2021, "Long-tail learning via logit adjustment"; by one of five leans chosen beforehand), but
never so far that those which are right become fewer by more than two in a hundred. Leaning
changes which answer is given, never how likely it is called.
"""

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from listening_coach.judging import FILES, TASKS, Seen, looked, rows_of
from listening_coach.measures import macro_f1
from listening_coach.pack import open_pack
from listening_coach.training import DEEP

Floats = NDArray[np.float64]
LEANS = (0.0, 0.25, 0.5, 0.75, 1.0)
PARTS = 10
ENOUGH = 30
_WORTH = 0.01
_LOST = 0.02
_PULL = 1.0
_STEPS = 40


def is_kept_back(group: str) -> bool:
    """Tell whether nothing is learnt from a group, so that answers can be settled on it."""
    return zlib.crc32(f"kept back {group}".encode()) % PARTS == 0


@dataclass(frozen=True, slots=True)
class Settled:
    """What each tier weighs; a constant for each answer, and how much is leant towards it."""

    weights: tuple[float, ...]
    constants: tuple[float, ...]
    leans: tuple[float, ...]


def settle(folder: Path, tables: Path, without: str | None) -> list[str]:
    """Settle every task of a pack that has rows enough, and write it again; which tasks."""
    pack = open_pack(folder)
    row = dict(pack.row)
    of_both = row.get("encoder", {}).get("tasks", {})
    seen: Seen = {}
    done = []
    for task, answers in row["tasks"].items():
        tiers, truth = _scores(pack, tables / FILES[task], task, without, seen)
        if len(truth) < ENOUGH or len(set(truth.tolist())) < len(answers):
            continue
        done.append(task)
        _write_first(answers, settled(tiers[:1], truth, begin=(1.0,)))
        if task in of_both:
            began = _weights_of(of_both[task])
            _write_both(of_both[task], answers, settled(tiers, truth, begin=began))
    text = json.dumps(row, ensure_ascii=False, indent="\t")
    (folder / "pack.json").write_text(text + "\n", encoding="utf-8")
    return done


def settled(
    tiers: Sequence[Floats], truth: NDArray[np.int64], *, begin: Sequence[float]
) -> Settled:
    """Fit weights and constants to what is true; a tier gives rows of scores, one an answer."""
    many, answers = tiers[0].shape
    shown = np.concatenate(
        [
            np.stack(tiers, axis=2),
            np.broadcast_to(np.eye(answers), (many, answers, answers)),
        ],
        axis=2,
    )
    start = np.array([*begin, *np.zeros(answers)])
    found = _fitted(shown, truth, start)
    weights, constants = found[: len(tiers)], found[len(tiers) :]
    rates = (np.bincount(truth, minlength=answers) + 1) / (many + answers)
    sums = shown @ found
    said = [(sums - lean * np.log(rates)).argmax(1) for lean in LEANS]
    right = [float((one == truth).mean()) for one in said]
    reached = [
        _macro(truth, one) if much >= right[0] - _LOST else 0.0
        for one, much in zip(said, right, strict=True)
    ]
    lean = next(
        lean for lean, one in zip(LEANS, reached, strict=True) if one >= max(reached) - _WORTH
    )
    return Settled(
        tuple(map(float, weights)),
        tuple(map(float, constants - constants.max())),
        tuple(map(float, -lean * np.log(rates))),
    )


def _fitted(shown: Floats, truth: NDArray[np.int64], start: Floats) -> Floats:
    """Newton's steps to the least surprise, each halved until it helps."""
    found = start.copy()
    least = _surprise(shown, truth, found, start)
    for _ in range(_STEPS):
        likely = _likely(shown @ found)
        mean = np.einsum("nk,nkp->np", likely, shown)
        true = shown[np.arange(len(truth)), truth]
        slope = (mean - true).sum(0) + _PULL * (found - start)
        bend = np.einsum("nk,nkp,nkq->pq", likely, shown, shown) - mean.T @ mean
        step = np.linalg.solve(bend + _PULL * np.eye(len(found)), slope)
        size = 1.0
        while size > 1e-4 and _surprise(shown, truth, found - size * step, start) > least:
            size /= 2
        if size <= 1e-4:
            break
        found = found - size * step
        least = _surprise(shown, truth, found, start)
    return found


def _surprise(shown: Floats, truth: NDArray[np.int64], found: Floats, start: Floats) -> float:
    likely = _likely(shown @ found)[np.arange(len(truth)), truth]
    return float(-np.log(likely + 1e-12).sum() + _PULL * ((found - start) ** 2).sum() / 2)


def _likely(sums: Floats) -> Floats:
    raised = np.exp(sums - sums.max(1, keepdims=True))
    likely: Floats = raised / raised.sum(1, keepdims=True)
    return likely


def _macro(truth: NDArray[np.int64], said: NDArray[np.int64]) -> float:
    pairs = [(str(one), str(other)) for one, other in zip(truth, said, strict=True)]
    return macro_f1({pair: pairs.count(pair) for pair in set(pairs)})


def _scores(
    pack: Any, file: Path, task: str, without: str | None, seen: Seen
) -> tuple[list[Floats], NDArray[np.int64]]:
    """Score the rows kept back, tier by tier."""
    answers = pack.row["tasks"][task]
    names = list(answers)
    one = TASKS[task]
    first, second, truth = [], [], []
    for row in rows_of(file, one):
        true = one.truth(row)
        if true not in names or row.get("fold") == without is not None:
            continue
        if not is_kept_back(row["group"]):
            continue
        scored = looked(pack, row[one.text], row.get(one.before) or "", seen).scored
        own = [part["head"] if part["a"] else None for part in answers.values()]
        first.append([0.0 if head is None else scored.get(head, 0.0) for head in own])
        second.append([0.0 if head is None else scored.get(DEEP + head, 0.0) for head in own])
        truth.append(names.index(true))
    return (
        [np.array(first, np.float64), np.array(second, np.float64)],
        np.array(truth, np.int64),
    )


def _weights_of(of_both: Mapping[str, Any]) -> tuple[float, float]:
    """What the tiers weighed before anything was settled."""
    parts = next(part["a"] for part in of_both.values() if part["a"])
    second = next(a for head, a in parts.items() if head.startswith(DEEP))
    return next(a for head, a in parts.items() if not head.startswith(DEEP)), second


def _write_first(answers: Mapping[str, Any], found: Settled) -> None:
    for part, constant, lean in zip(
        answers.values(), found.constants, found.leans, strict=True
    ):
        part["a"] = found.weights[0] if part["a"] else 0.0
        part["b"], part["lean"] = constant, lean


def _write_both(of_both: Mapping[str, Any], answers: Mapping[str, Any], found: Settled) -> None:
    for (name, part), constant, lean in zip(
        of_both.items(), found.constants, found.leans, strict=True
    ):
        head = answers[name]["head"]
        if part["a"]:
            part["a"] = dict(zip((head, DEEP + head), found.weights, strict=True))
        part["b"], part["lean"] = constant, lean
