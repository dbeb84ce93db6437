"""Are the figures honest? Many programmes are grown, and each is held against the truth."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from alongside.counts.rules import LEAST
from alongside.simulating.ripple.assumptions import QUARTER, Assumptions
from alongside.simulating.ripple.growing import Grown, grow
from alongside.simulating.ripple.people import Chance
from alongside.simulating.ripple.told import Figure, batches, brought, passed_on, told_cells

FIGURES: dict[str, Callable[[Grown, Chance], Figure]] = {
    "passed-on": passed_on,
    "brought": brought,
}


@dataclass(frozen=True)
class Coverage:
    """How often a figure's interval holds what is true over all programmes together."""

    figure: str
    truth: float
    programmes: int
    told: int
    held: int
    mean_width: float

    @property
    def share(self) -> float | None:
        """Give the share of intervals that hold it; None where nothing was told."""
        return self.held / self.told if self.told else None


@dataclass(frozen=True)
class Suppression:
    """What a reader of every quarter's picture could take one from another."""

    numbers: int
    differences: int
    too_small: int


@dataclass(frozen=True)
class Known:
    """In how many closed batches somebody who knows others learns of one more."""

    knows: float
    batches: int
    learnt: int


def coverage(
    people: int, *, months: int, seeds: Sequence[int], assumed: Assumptions
) -> list[Coverage]:
    """Grow a programme from each seed, and count whose intervals hold the truth."""
    found: dict[str, list[Figure]] = {name: [] for name in FIGURES}
    for seed in seeds:
        grown = grow(people, months=months, seed=seed, assumed=assumed)
        chance = np.random.default_rng((seed, 1))
        for name, figure in FIGURES.items():
            found[name].append(figure(grown, chance))
    return [_held(name, figures) for name, figures in found.items()]


def suppression(grown: Grown) -> Suppression:
    """Subtract each told number from each other of its cell, through all quarters."""
    pictures = [
        told_cells(grown, until=month) for month in range(QUARTER, grown.months + 1, QUARTER)
    ]
    numbers = differences = small = 0
    for cell in pictures[0] if pictures else ():
        row = [picture[cell] for picture in pictures]
        apart = [abs(one - other) for at, one in enumerate(row) for other in row[:at]]
        numbers += len(row)
        differences += len(apart)
        small += sum(0 < number < LEAST for number in (*row, *apart))
    return Suppression(numbers, differences, small)


def known_seven(grown: Grown, *, knows: float, chance: Chance) -> Known:
    """Let somebody who knows each counted person with a chance read the picture every day.

    Where they know seven of a batch, they learn on the day it closes that one more reached it.
    """
    known = chance.random(len(grown.people.lot)) < knows
    closed = [known[some].sum(axis=1) for some in batches(grown, chance)]
    return Known(
        knows=knows,
        batches=sum(len(some) for some in closed),
        learnt=sum(int((some == LEAST - 1).sum()) for some in closed),
    )


def _held(name: str, figures: Sequence[Figure]) -> Coverage:
    people = sum(one.true_people for one in figures)
    truth = sum(one.true_yes for one in figures) / people if people else 0.0
    told = [one.told for one in figures if one.told is not None]
    return Coverage(
        figure=name,
        truth=truth,
        programmes=len(figures),
        told=len(told),
        held=sum(one.low <= truth <= one.high for one in told),
        mean_width=sum(one.high - one.low for one in told) / len(told) if told else 0.0,
    )
