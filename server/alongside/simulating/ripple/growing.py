"""A whole programme, month by month, the same from the same number."""

from dataclasses import dataclass

import numpy as np

from alongside.simulating.ripple.assumptions import SPECIALIST, Assumptions
from alongside.simulating.ripple.month import live
from alongside.simulating.ripple.people import (
    GONE,
    NEVER,
    WAITING,
    People,
    Places,
    make_people,
)


@dataclass(frozen=True)
class Grown:
    """A programme after its last month; `waited[m]` is how many waited m months."""

    people: People
    months: int
    assumed: Assumptions
    waited: Places


@dataclass(frozen=True)
class Waiting:
    """How long people wait with so many specialists at the beginning."""

    first_specialists: int
    came: int
    supported: int
    gave_up: int
    still_waiting: int
    half_waited: int
    nine_in_ten_waited: int
    specialists: int


def grow(people: int, *, months: int, seed: int, assumed: Assumptions) -> Grown:
    """Let a programme grow for so many months."""
    chance = np.random.default_rng(seed)
    made = make_people(people, assumed, chance)
    waited = np.zeros(months, np.int64)
    for month in range(months):
        spans = live(made, assumed, month=month, chance=chance)
        waited += np.bincount(spans, minlength=months)
    return Grown(made, months, assumed, waited.astype(np.int32))


def waiting(grown: Grown) -> Waiting:
    """Say how long people waited, and for whom it was too long."""
    people = grown.people
    first = people.first
    began = people.began[first : people.here] != NEVER
    state = people.state[first : people.here]
    return Waiting(
        first_specialists=first,
        came=people.here - first,
        supported=int(began.sum()),
        gave_up=int((~began & (state == GONE)).sum()),
        still_waiting=int((~began & (state == WAITING)).sum()),
        half_waited=_months_of(grown.waited, 0.5),
        nine_in_ten_waited=_months_of(grown.waited, 0.9),
        specialists=int((people.role == SPECIALIST).sum()),
    )


def _months_of(waited: Places, share: float) -> int:
    """Give after how many months so many of those whose support began had waited enough."""
    total = waited.cumsum()
    return int(np.searchsorted(total, share * total[-1])) if total[-1] else 0
