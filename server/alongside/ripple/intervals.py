"""What a sum of rounded batches says about a share: an interval that knows of the rounding.

Wilson's interval asks for which shares a count would be no surprise. What is told here is not a
count: each batch of eight was rounded up or down by lot (alongside.counts.rules.about). So the
same question is asked with the spread that such a sum really has.
docs/decisions/0131-intervals-that-know-of-the-rounding.md says why, with what was measured.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from math import comb, sqrt

from alongside.counts.rules import LEAST, STEP

# Of a normal law, 95 in 100 lie so many deviations around its middle.
NINETY_FIVE = 1.959963984540054
# With fewer batches nothing is told but that there are too few.
FEWEST_BATCHES = 8
_GRID = 400
_HALVINGS = 40


@dataclass(frozen=True)
class Share:
    """A share of people and where it may well lie, each in [0, 1]."""

    low: float
    about: float
    high: float
    people: int


def share(total: int, *, batches: int) -> Share | None:
    """Give what a sum of rounded batches tells; None where there are too few."""
    if batches < FEWEST_BATCHES:
        return None
    people = batches * LEAST
    about = min(1.0, total / people)
    low, high = interval(total, batches=batches)
    return Share(min(low, about), about, max(high, about), people)


def interval(
    total: int, *, batches: int, deviations: float = NINETY_FIVE
) -> tuple[float, float]:
    """Give the lowest and the highest share that `total` is no surprise for."""

    def is_fitting(share: float) -> bool:
        off = total - LEAST * batches * share
        return off * off <= deviations * deviations * batches * spread(share)

    marks = [at / _GRID for at in range(_GRID + 1)]
    centre = min(1.0, total / (LEAST * batches))
    fits = [mark for mark in marks if is_fitting(mark)]
    fits.append(centre)
    return (_edge(min(fits), -1, is_fitting), _edge(max(fits), 1, is_fitting))


def wilson(count: int, *, people: int, deviations: float = NINETY_FIVE) -> tuple[float, float]:
    """Give Wilson's interval of a plain count, for comparison: no rounding, nothing hidden."""
    square = deviations * deviations
    share, shrink = count / people, 1 + square / people
    middle = (share + square / (2 * people)) / shrink
    inner = share * (1 - share) / people + square / (4 * people * people)
    half = deviations * sqrt(inner) / shrink
    return max(0.0, middle - half), min(1.0, middle + half)


@cache
def spread(share: float) -> float:
    """Give the variance of what one batch tells: of who is in it, and of the lot."""
    squares = sum(
        comb(LEAST, count) * share**count * (1 - share) ** (LEAST - count) * _SQUARES[count]
        for count in range(LEAST + 1)
    )
    return max(0.0, squares - (LEAST * share) ** 2)


def _square_told(count: int) -> float:
    """Give the mean of the square of what is told of so many; the mean itself is `count`."""
    over = count % STEP
    below = count - over
    up = over / STEP
    return below**2 * (1 - up) + (below + STEP) ** 2 * up


_SQUARES: Sequence[float] = [_square_told(count) for count in range(LEAST + 1)]


def _edge(inside: float, way: int, is_fitting: Callable[[float], bool]) -> float:
    """Go from a mark that fits to the edge that lies before the next mark."""
    outside = min(1.0, max(0.0, inside + way / _GRID))
    if is_fitting(outside):
        return outside
    for _ in range(_HALVINGS):
        middle = (inside + outside) / 2
        inside, outside = (middle, outside) if is_fitting(middle) else (inside, middle)
    return inside
