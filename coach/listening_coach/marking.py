"""Sets how sure a label has to be before anything is said, and measures how often it is wrong.

A mark is set on some messages and measured on others: on four folds, and on the fifth.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from listening_coach.learning import Floats, Rows, learn

Flags = NDArray[np.bool_]
THERE, AWAY, SILENT = 1, 0, -1
GRID = np.arange(1, 100) / 100
Parts = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Aim:
    """From `least` up a label may be said, if `right` of it is; `missed` of it may be lost."""

    right: float
    missed: float
    least: float = 0.5


@dataclass(frozen=True, slots=True)
class Asked:
    """The rows of a label: what is true, which fold each is in, and where what may be said.

    `may`: anything at all; `held`: not that it is there, though that it is not.
    """

    truth: Floats
    folds: NDArray[np.int64]
    may: Flags
    held: Flags

    def marks(self, among: Flags, p: Floats, aim: Aim) -> tuple[float, float]:
        """Give `yes` and `no` by chosen rows: `yes` by those where a mark is not held back."""
        some, free = among & self.may, among & self.may & ~self.held
        yes = yes_mark(p[free], self.truth[free], aim)
        return yes, no_mark(p[some], self.truth[some], aim, under=yes)

    def verdicts(self, p: Floats, yes: float, no: float) -> NDArray[np.int64]:
        """Say of each row whether the label is there, as a room says it."""
        there = np.where(self.held, SILENT, THERE)
        said = np.where(p >= yes, there, np.where(p <= no, AWAY, SILENT))
        return np.where(self.may, said, SILENT)


Fitted = tuple[Parts, Callable[[Flags], Floats]]
"""Parts as a pack tells them, and how likely the label is in chosen rows."""


def platt(columns: Sequence[Floats], truth: Floats) -> tuple[list[float], float]:
    """Turn scores into how likely something is: a weight for each, and a constant."""
    wide = len(columns)
    rows = Rows.of(
        [dict(enumerate(map(float, row))) for row in zip(*columns, strict=True)], wide
    )
    weights, constant = learn(rows, truth, strength=10.0)
    return [round(float(weight), 4) for weight in weights], round(constant, 4)


def yes_mark(p: Floats, truth: Floats, aim: Aim) -> float:
    """Give the lowest mark from which so many are right; 1 where none is."""
    for mark in GRID[aim.least <= GRID]:
        if 0 < (p >= mark).sum() * aim.right <= truth[p >= mark].sum():
            return float(mark)
    return 1.0


def no_mark(p: Floats, truth: Floats, aim: Aim, *, under: float) -> float:
    """Give the highest mark up to which no more of what is there is lost than may be.

    How rare a label is does not move it.
    """
    lost = aim.missed * truth.sum()
    for mark in GRID[under > GRID][::-1]:
        if truth[p <= mark].sum() <= lost:
            return float(mark)
    return 0.0


def marked(
    asked: Asked, fit: Callable[[Flags], Fitted], aim: Aim
) -> tuple[dict[str, Any], NDArray[np.int64], Floats]:
    """Give a label as a pack tells it; by other folds, what it said of each row, how surely."""
    everything = np.ones(len(asked.truth), np.bool_)
    said = np.full(len(asked.truth), SILENT)
    sure = np.zeros(len(asked.truth))
    for fold in sorted(set(asked.folds.tolist())):
        others, there = asked.folds != fold, asked.folds == fold
        _, likely = fit(others)
        p = likely(everything)
        yes, no = asked.marks(others, p, aim)
        sure[there] = p[there]
        said[there] = asked.verdicts(p, yes, no)[there]
    parts, likely = fit(everything)
    yes, no = asked.marks(everything, likely(everything), aim)
    row = {"parts": parts, "yes": yes, "no": no, "errors": errors(said, asked.truth)}
    return row, said, sure


def errors(said: NDArray[np.int64], truth: Floats) -> dict[str, float]:
    """Count how often what was said is wrong, and how much of what is there was found."""
    return {
        "yes": _share(1 - truth[said == THERE]),
        "no": _share(truth[said == AWAY]),
        "said": _share((said != SILENT).astype(np.float64)),
        "found": _share((said[truth == 1] == THERE).astype(np.float64)),
        "lost": _share((said[truth == 1] == AWAY).astype(np.float64)),
        "n": len(said),
    }


def _share(of: Floats) -> float:
    return round(float(np.mean(of)), 3) if len(of) else 0.0
