"""Learns linear heads from sparse rows: logistic regression, by L-BFGS.

No chance is used, and sums are taken in one order: the same rows give the same weights.
"""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

Floats = NDArray[np.float64]

_KEPT = 8
_TRIES = 20


class Rows:
    """Sparse rows, and their sums."""

    def __init__(self, matrix: csr_matrix) -> None:
        """Keep both ways of walking through it."""
        self._matrix = matrix
        self._turned = matrix.T.tocsr()
        self.width = int(matrix.shape[1])

    @classmethod
    def of(cls, rows: Sequence[dict[int, float]], width: int) -> "Rows":
        """Lay dictionaries of column and value out in one piece."""
        starts = np.concatenate(([0], np.cumsum([len(row) for row in rows], dtype=np.int64)))
        columns = np.fromiter((at for row in rows for at in row), np.int32, starts[-1])
        values = np.fromiter((v for row in rows for v in row.values()), np.float64, starts[-1])
        return cls(csr_matrix((values, columns, starts), (len(rows), width)))

    def __len__(self) -> int:
        """Count the rows."""
        return int(self._matrix.shape[0])

    def times(self, weights: Floats) -> Floats:
        """Sum each row, weighted."""
        return np.asarray(self._matrix @ weights)

    def back(self, each: Floats) -> Floats:
        """Sum each column, every row weighted."""
        return np.asarray(self._turned @ each)

    def chosen(self, rows: NDArray[np.int64]) -> "Rows":
        """Give some of the rows, in this order."""
        return Rows(self._matrix[rows])


def sigmoid(x: Floats) -> Floats:
    """1 / (1 + e^-x), for any x."""
    return np.asarray(0.5 * (1.0 + np.tanh(0.5 * x)))


def learn(
    rows: Rows,
    truth: Floats,
    *,
    strength: float,
    importance: Floats | None = None,
    rounds: int = 40,
) -> tuple[Floats, float]:
    """Weights and the constant that make the truth likeliest; less strength holds back more."""
    much = np.ones(len(rows)) if importance is None else importance
    width = rows.width

    def cost(all_of_it: Floats) -> tuple[float, Floats]:
        weights, constant = all_of_it[:width], all_of_it[width]
        scores = rows.times(weights) + constant
        loss = np.sum(much * (np.logaddexp(0.0, scores) - truth * scores))
        wrong = much * (sigmoid(scores) - truth)
        slope = np.concatenate((rows.back(wrong) + weights / strength, [np.sum(wrong)]))
        return float(loss + _dot(weights, weights) / (2 * strength)), slope

    found = _descend(cost, np.zeros(width + 1), rounds)
    return found[:width], float(found[width])


def _dot(one: Floats, other: Floats) -> float:
    """Sum in one order and in one thread, whatever library numpy leans on."""
    return float(np.sum(one * other))


def _descend(
    cost: Callable[[Floats], tuple[float, Floats]], start: Floats, rounds: int
) -> Floats:
    place = start
    value, slope = cost(place)
    steps, turns = list[Floats](), list[Floats]()
    first = float(np.max(np.abs(slope)))
    for _ in range(rounds):
        way = -_bent(slope, steps, turns)
        length = 1.0 if steps else 1.0 / max(1.0, _dot(slope, slope) ** 0.5)
        promised = _dot(slope, way)
        for _ in range(_TRIES):
            there = place + length * way
            reached, new_slope = cost(there)
            if reached <= value + 1e-4 * length * promised:
                break
            length *= 0.5
        else:
            break
        step, turn = there - place, new_slope - slope
        if _dot(step, turn) > 1e-12:
            steps, turns = [*steps[-_KEPT + 1 :], step], [*turns[-_KEPT + 1 :], turn]
        place, slope = there, new_slope
        done = value - reached < 1e-6 * max(1.0, abs(value))
        value = reached
        if done or float(np.max(np.abs(slope))) < 1e-4 * first:
            break
    return place


def _bent(slope: Floats, steps: Sequence[Floats], turns: Sequence[Floats]) -> Floats:
    way = slope.copy()
    shares = list[float]()
    for step, turn in zip(reversed(steps), reversed(turns), strict=True):
        share = _dot(step, way) / _dot(step, turn)
        way -= share * turn
        shares.append(share)
    if steps:
        way *= _dot(steps[-1], turns[-1]) / _dot(turns[-1], turns[-1])
    for step, turn, share in zip(steps, turns, reversed(shares), strict=True):
        way += step * (share - _dot(turn, way) / _dot(step, turn))
    return way
