"""Everything `alongside simulate-ripple` says, as plain values for people and for JSON."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import numpy as np

from alongside.simulating.ripple.assumptions import Assumptions
from alongside.simulating.ripple.growing import Grown, grow, waiting
from alongside.simulating.ripple.honesty import FIGURES, coverage, known_seven, suppression
from alongside.simulating.ripple.planning import by_beginning
from alongside.simulating.ripple.told import Figure, brought_by_all, cells, told_cells

Report = dict[str, Any]
# A reader knows so many of those who are counted.
KNOWS = (0.1, 0.5, 0.9)


def report(people: int, *, months: int, seed: int, assumed: Assumptions) -> Report:
    """Grow one programme, and say what is true of it and what its figures would tell."""
    grown = grow(people, months=months, seed=seed, assumed=assumed)
    chance = np.random.default_rng((seed, 1))
    figures = {name: _figure(make(grown, chance)) for name, make in FIGURES.items()}
    yes, of = brought_by_all(grown)
    figures["brought"]["true_of_everybody"] = yes / of if of else None
    return {
        "people": people,
        "months": months,
        "seed": seed,
        "assumptions": asdict(assumed),
        "waiting": asdict(waiting(grown)),
        "figures": figures,
        "reached": _reached(grown),
        "suppression": asdict(suppression(grown)),
        "known_seven": [
            asdict(known_seven(grown, knows=share, chance=chance)) for share in KNOWS
        ],
    }


def honesty(
    people: int, *, months: int, seed: int, programmes: int, assumed: Assumptions
) -> list[Report]:
    """Say of each figure how often its interval holds the truth, over many programmes."""
    seeds = range(seed, seed + programmes)
    found = coverage(people, months=months, seeds=seeds, assumed=assumed)
    return [asdict(one) | {"share": one.share} for one in found]


def plan(people: int, *, months: int, seed: int, assumed: Assumptions) -> list[Report]:
    """Say how long people wait, by how many specialists there are at the beginning."""
    found = by_beginning(people, months=months, seed=seed, assumed=assumed)
    return [asdict(one) for one in found]


def _figure(found: Figure) -> Report:
    true = found.true_yes / found.true_people if found.true_people else None
    return {
        "true": true,
        "true_people": found.true_people,
        "told": None if found.told is None else asdict(found.told),
    }


def _reached(grown: Grown) -> list[Report]:
    true = cells(grown, until=grown.months, counted=False)
    told = told_cells(grown, until=grown.months)
    return [
        {"generation": generation, "role": role, "true": many, "told": _told(told, cell)}
        for cell, many in true.items()
        for generation, role in [cell]
    ]


def _told(told: Mapping[tuple[int, str], int], cell: tuple[int, str]) -> int | None:
    return told[cell] or None
