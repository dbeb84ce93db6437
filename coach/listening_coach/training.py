"""Learns the heads of a pack from examples, and how sure each label may call itself.

Every group (a message with all its replies) is in one of five folds. What a head says of a fold
is learnt without it; from that come calibration, marks and the error rates a pack tells.
"""

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from listening_coach.features import Lists, bucket, weighted
from listening_coach.gathering import Example
from listening_coach.learning import Floats, Rows, learn, sigmoid
from listening_coach.reading import Groups, features_of, together

FOLDS = 5
SENTENCE_HEADS = (
    "question", "open", "reflection", "warmth", "understanding", "exploring",
    "advising", "unasked", "information", "own_story",
)  # fmt: skip
WHOLE_HEADS = ("whole_warmth", "whole_understanding", "whole_exploring")
LABELS = {
    "question": ("question",), "open": ("open",), "reflection": ("reflection",),
    "warmth": ("warmth",), "understanding": ("understanding",), "exploring": ("exploring",),
    "advice": ("advising", "unasked"), "information": ("information",),
    "own_story": ("own_story",),
}  # fmt: skip
ONLY = {"unasked": frozenset("x")}
HELD = {"open": (5, 1_000_000), "understanding": (0, 20)}
LOWEST = -9.0
# Below it, not four of five are right on sentences of another kind (coach/packs/open/card.md).
LEAST = {"advice": 0.95}


@dataclass(frozen=True, slots=True)
class Choice:
    """What is chosen before anything is learnt."""

    buckets: int
    weights: Mapping[str, float]
    strength: float
    right: float = 0.85
    missed: float = 0.1


CHOICE = Choice(1 << 15, {"w": 1.0, "c": 1.0, "s": 1.0, "k": 0.3, "x": 0.3}, 3.0)


def written_lists() -> dict[str, Any]:
    """Give the lists of words as they stand in `lists.json`, and in every pack."""
    found: dict[str, Any] = json.loads(
        (Path(__file__).parent / "lists.json").read_text(encoding="utf-8")
    )
    return found


def own_lists() -> Lists:
    """Give the lists of words as they are used."""
    return Lists.of(written_lists())


@dataclass(frozen=True, slots=True)
class Trained:
    """Learnt weights, a row a head, and what a pack says beside them."""

    heads: tuple[dict[str, Any], ...]
    matrix: NDArray[np.float32]
    labels: dict[str, Any]
    whole: dict[str, Any]
    unseen: dict[str, Floats] = field(default_factory=dict)


class Table:
    """The examples as sparse rows: one for each sentence, one for each whole reply."""

    def __init__(self, examples: Sequence[Example], lists: Lists, choice: Choice) -> None:
        """Lay them out."""
        self._choice = choice
        self._places = dict[str, int]()
        shown = [features_of(one.sentences, one.before, lists) for one in examples]
        self.reply_of = np.array([at for at, all_of in enumerate(shown) for _ in all_of])
        self._shown = {
            "sentence": [groups for all_of in shown for groups in all_of],
            "whole": [together(all_of) for all_of in shown],
        }
        folds = np.array([zlib.crc32(one.group.encode()) % FOLDS for one in examples])
        self.folds = {"sentence": folds[self.reply_of], "whole": folds}
        self._known = {
            "sentence": [known for one in examples for known in one.known],
            "whole": [one.whole for one in examples],
        }
        much = np.array([one.importance for one in examples])
        self.importance = {"sentence": much[self.reply_of], "whole": much}
        self._rows = {scope: self._laid(shown) for scope, shown in self._shown.items()}

    def rows(self, scope: str, only: frozenset[str] | None) -> Rows:
        """Give all rows of a scope, or with some groups of features alone."""
        if only is None:
            return self._rows[scope]
        part = [{g: n for g, n in groups.items() if g in only} for groups in self._shown[scope]]
        return self._laid(part)

    def truth(self, scope: str, head: str) -> tuple[NDArray[np.int64], Floats]:
        """Give the rows of which a head is known, and what is known."""
        known = self._known[scope]
        rows = np.array([at for at, row in enumerate(known) if head in row], np.int64)
        return rows, np.array([known[at][head] for at in rows], np.float64)

    def _laid(self, shown: Sequence[Groups]) -> Rows:
        return Rows.of([self._row(groups) for groups in shown], self._choice.buckets)

    def _row(self, groups: Groups) -> dict[int, float]:
        row = dict[int, float]()
        for name, much in weighted(groups, self._choice.weights).items():
            at = self._places.get(name)
            if at is None:
                at = self._places[name] = bucket(name, self._choice.buckets)
            row[at] = row.get(at, 0.0) + much
        return row


def train(examples: Sequence[Example], lists: Lists, choice: Choice) -> Trained:
    """Learn every head that is known often enough, and calibrate every label."""
    table = Table(examples, lists, choice)
    scopes = {
        **dict.fromkeys(SENTENCE_HEADS, "sentence"),
        **dict.fromkeys(WHOLE_HEADS, "whole"),
    }
    heads, matrix, unseen = list[dict[str, Any]](), list[Floats](), dict[str, Floats]()
    for head, scope in scopes.items():
        weights, constant, unseen[head] = learnt(table, scope, head, choice)
        heads.append({"id": head, "scope": scope, "constant": constant})
        matrix.append(weights)
    sure = dict[str, Floats]()
    return Trained(
        tuple(heads),
        np.array(matrix, np.float32),
        {name: _label(table, name, unseen, choice, sure) for name in LABELS},
        {head[6:]: _whole(table, head, unseen, choice) for head in WHOLE_HEADS},
        sure,
    )


def learnt(table: Table, scope: str, head: str, choice: Choice) -> tuple[Floats, float, Floats]:
    """Give a head's weights, its constant, and scores of every row learnt without its fold."""
    rows, truth = table.truth(scope, head)
    everything = table.rows(scope, ONLY.get(head))
    much = table.importance[scope][rows]
    weights, constant = learn(
        everything.chosen(rows), truth, strength=choice.strength, importance=much
    )
    unseen = np.zeros(len(everything))
    for fold in range(FOLDS):
        seen = table.folds[scope][rows] != fold
        part, shift = learn(
            everything.chosen(rows[seen]),
            truth[seen],
            strength=choice.strength,
            importance=much[seen],
        )
        there = np.flatnonzero(table.folds[scope] == fold)
        unseen[there] = everything.chosen(there).times(part) + shift
    return weights, constant, unseen


def _platt(columns: Sequence[Floats], truth: Floats) -> tuple[list[float], float]:
    wide = len(columns)
    rows = Rows.of(
        [dict(enumerate(map(float, row))) for row in zip(*columns, strict=True)], wide
    )
    weights, constant = learn(rows, truth, strength=10.0)
    return [round(float(weight), 4) for weight in weights], round(constant, 4)


def _label(
    table: Table,
    name: str,
    unseen: Mapping[str, Floats],
    choice: Choice,
    told: dict[str, Floats],
) -> dict[str, Any]:
    parts, sure = [], np.ones(len(table.reply_of))
    for head in LABELS[name]:
        rows, truth = table.truth("sentence", head)
        (weight,), constant = _platt([unseen[head][rows]], truth)
        parts.append({"a": {head: weight}, "b": constant})
        sure = sure * sigmoid(weight * unseen[head] + constant)
    told[name] = sure
    rows, truth = table.truth("sentence", LABELS[name][0])
    for head in LABELS[name][1:]:
        those, whether = table.truth("sentence", head)
        narrow = np.zeros(len(table.reply_of))
        narrow[those] = whether
        truth = truth * narrow[rows]
    return {
        "parts": parts,
        **({"words": list(HELD[name])} if name in HELD else {}),
        **_marks(sure[rows], truth, choice, LEAST.get(name, 0.5)),
    }


def _whole(
    table: Table, head: str, unseen: Mapping[str, Floats], choice: Choice
) -> dict[str, Any]:
    name = head[6:]
    rows, truth = table.truth("whole", head)
    best = np.full(len(unseen[head]), LOWEST)
    np.maximum.at(best, table.reply_of, unseen[name])
    best, whole = best[rows], unseen[head][rows]
    weights, constant = _platt([best, whole], truth)
    sure = sigmoid(weights[0] * best + weights[1] * whole + constant)
    part = {"a": {name: weights[0], head: weights[1]}, "b": constant}
    return {"parts": [part], **_marks(sure, truth, choice)}


def _marks(p: Floats, truth: Floats, choice: Choice, least: float = 0.5) -> dict[str, Any]:
    """Set the marks between which nothing is said, and how often what is said is wrong."""
    grid = np.arange(1, 100) / 100
    yes = next(
        (
            t
            for t in grid
            if t >= least and truth[p >= t].sum() >= choice.right * (p >= t).sum()
        ),
        1.0,
    )
    no = next(
        (
            t
            for t in grid[::-1]
            if t < 0.5 and truth[p <= t].sum() <= choice.missed * max(1, (p <= t).sum())
        ),
        0.0,
    )
    if not len(p):
        yes, no = 1.0, 0.0
    there, away = p >= yes, p <= no
    return {
        "yes": float(yes),
        "no": float(no),
        "errors": {
            "yes": _share(1 - truth[there]),
            "no": _share(truth[away]),
            "said": _share((there | away).astype(np.float64)),
            "found": _share(there[truth == 1].astype(np.float64)),
            "n": len(p),
        },
    }


def _share(of: Floats) -> float:
    return round(float(np.mean(of)), 3) if len(of) else 0.0
