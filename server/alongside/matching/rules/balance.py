"""Balance the load: the round as a flow that costs least (OR-tools, the extra `matching`).

A seat costs more the fuller its place is, so that people spread; a better fit costs less, and
not being met costs most of all, more with each week of waiting. Other than the default it may
give somebody a place that another would rather have.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

from alongside.matching.rules.keys import LOT, SCORES, Keys, Round, at_each_lot, score_of
from alongside.matching.rules.sides import Place, weeks

# A place that is half full asks as much as five facts are worth; one nearly full as ten.
FULL_COSTS = 100
WAITS_COST = 4 * (SCORES + FULL_COSTS)
Arc = tuple[int, int, int, int]


class NoFlow(RuntimeError):
    """The flow was not solved; that is a mistake of ours, for waiting is always possible."""


def balanced(round: Round, keys: Keys, *, listed: int) -> list[tuple[int, int, int]]:
    """Give (who, place, key) of everyone who found a place."""
    people, places = len(round.waiting), len(round.places)
    if not people or not places:
        return []
    flow, wished = SimpleMinCostFlow(), list(_wished(round, keys, listed=listed))
    arcs = [arc for _, _, _, arc in wished]
    _add(flow, [*arcs, *_waits(round), *_seats(round.places, people)])
    nodes = np.arange(people + places + 1, dtype=np.int32)
    supplies = np.zeros(people + places + 1, np.int64)
    supplies[:people], supplies[-1] = 1, -people
    flow.set_nodes_supplies(nodes, supplies)
    if flow.solve() != flow.OPTIMAL:
        raise NoFlow
    used = flow.flows(np.arange(len(wished), dtype=np.int32))
    return [(who, at, key) for (who, at, key, _), n in zip(wished, used, strict=True) if n]


def _wished(round: Round, keys: Keys, *, listed: int) -> Iterator[tuple[int, int, int, Arc]]:
    people, place_at = len(round.waiting), at_each_lot(round.place_drawn)
    for who, mine in enumerate(keys.first(listed)):
        for key in mine:
            at = place_at[(key ^ round.drawn[who]) & LOT]
            yield who, at, key, (who, people + at, 1, SCORES - score_of(key))


def _waits(round: Round) -> Iterator[Arc]:
    last = len(round.waiting) + len(round.places)
    for who, one in enumerate(round.waiting):
        yield who, last, 1, WAITS_COST * (1 + weeks(one.waited))


def _seats(places: Sequence[Place], people: int) -> Iterator[Arc]:
    last = people + len(places)
    for at, place in enumerate(places):
        whole = place.load + place.room
        for seat in range(max(0, place.room)):
            yield people + at, last, 1, FULL_COSTS * (place.load + seat) // whole


def _add(flow: SimpleMinCostFlow, arcs: Sequence[Arc]) -> None:
    tails, heads, most, costs = np.array(arcs, np.int64).T
    flow.add_arcs_with_capacity_and_unit_cost(
        tails.astype(np.int32), heads.astype(np.int32), most, costs
    )
