"""What is true of a grown programme, and what its own figures would tell of it.

Figures know only of people who let themselves be counted, in batches of eight, rounded by lot.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alongside.counts.rules import LEAST, STEP
from alongside.ripple.intervals import Share, share
from alongside.simulating.ripple.assumptions import QUARTER, RECORDED, ROLES, YEAR
from alongside.simulating.ripple.growing import Grown
from alongside.simulating.ripple.people import NEVER, Chance, Column, People, Places

# Beyond the third everybody is told together.
GENERATIONS = 4
SUPPORTED = "supported"

Answers = NDArray[np.bool_]


@dataclass(frozen=True)
class Figure:
    """How it is with everybody, and what the figure says; `told` is None if it says nothing."""

    true_yes: int
    true_people: int
    told: Share | None


def passed_on(grown: Grown, chance: Chance) -> Figure:
    """Of those still here a year after their support ended: who gave support since."""
    people, assumed = grown.people, grown.assumed
    due = people.ended + YEAR
    is_due = (people.ended != NEVER) & (due <= grown.months)
    is_due &= (people.left == NEVER) | (people.left >= due)
    gave = (people.gave != NEVER) & (people.gave < due)
    likelier = np.where(gave, assumed.counted_if_given, 1.0)
    counted = is_due & (people.lot < np.minimum(1.0, assumed.counted * likelier))
    here = np.flatnonzero(counted)
    order = here[np.lexsort((chance.random(len(here)), due[here]))]
    return Figure(int(gave[is_due].sum()), int(is_due.sum()), tell(gave[order], chance))


def brought(grown: Grown, chance: Chance) -> Figure:
    """Of quarters in which somebody was here and had brought nobody yet: in which they did.

    Whoever leaves is not in the quarter in which they do, whatever it brought. Told and true
    alike know only of pairs where the one who came is counted; `brought_by_all` knows of all.
    """
    people = grown.people
    true = _quarters(grown, people.brought, np.ones_like(people.bad))
    told = _quarters(grown, people.brought, people.lot < grown.assumed.counted)
    for answers in told:
        chance.shuffle(answers)
    in_order = np.concatenate(told) if told else np.zeros(0, np.bool_)
    return Figure(*_sums(true), tell(in_order, chance))


def brought_by_all(grown: Grown) -> tuple[int, int]:
    """Give the same of everybody, counted or not: what no figure can know."""
    people = grown.people
    return _sums(_quarters(grown, people.brought_any, np.ones_like(people.bad)))


def tell(answers: Answers, chance: Chance) -> Share | None:
    """Put answers into batches in their order, round each by lot, and say what they tell."""
    batches = len(answers) // LEAST
    counts = answers[: batches * LEAST].reshape(batches, LEAST).sum(axis=1)
    over = counts % STEP
    up = chance.random(batches) < over / STEP
    about = counts - over + np.where(up, STEP, 0)
    return share(int(about.sum()), batches=batches)


def cells(grown: Grown, *, until: int, counted: bool) -> dict[tuple[int, str], int]:
    """Count who reached what by the beginning of a month, by generation and role."""
    people = grown.people
    some = people.lot < grown.assumed.counted if counted else np.ones_like(people.bad)
    generation = np.minimum(people.generation, GENERATIONS - 1)
    found: dict[tuple[int, str], int] = {}
    for role, months in _reached(people):
        by_then = some & (months != NEVER) & (months < until)
        many = np.bincount(generation[by_then], minlength=GENERATIONS)
        found |= {(at, role): int(many[at]) for at in range(GENERATIONS)}
    return found


def told_cells(grown: Grown, *, until: int) -> dict[tuple[int, str], int]:
    """Give what the picture is drawn from: whole batches of eight alone."""
    exact = cells(grown, until=until, counted=True)
    return {cell: many // LEAST * LEAST for cell, many in exact.items()}


def batches(grown: Grown, chance: Chance) -> Iterator[Places]:
    """Give who is in each closed batch of the picture: counted people, eight by eight."""
    people = grown.people
    some = people.lot < grown.assumed.counted
    generation = np.minimum(people.generation, GENERATIONS - 1)
    for _, months in _reached(people):
        for at in range(GENERATIONS):
            here = np.flatnonzero(some & (months != NEVER) & (generation == at))
            order = here[np.lexsort((chance.random(len(here)), months[here]))]
            yield order[: len(order) // LEAST * LEAST].reshape(-1, LEAST).astype(np.int32)


def _reached(people: People) -> Iterator[tuple[str, Column]]:
    yield SUPPORTED, people.began
    for role in RECORDED:
        yield ROLES[role], people.reached[role]


def _quarters(grown: Grown, brought: Column, some: Answers) -> list[Answers]:
    people, found = grown.people, []
    for start in range(QUARTER, grown.months - QUARTER + 1, QUARTER):
        end = start + QUARTER
        at_risk = some & (people.came != NEVER) & (people.came < start)
        at_risk &= (people.left == NEVER) | (people.left >= end)
        at_risk &= (brought == NEVER) | (brought >= start)
        did = (brought != NEVER) & (brought < end)
        # Whoever leaves in it is not in it, whatever they did, as in the house.
        found.append(did[at_risk])
    return found


def _sums(answers: list[Answers]) -> tuple[int, int]:
    return sum(int(some.sum()) for some in answers), sum(len(some) for some in answers)
