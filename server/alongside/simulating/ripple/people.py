"""Everybody who might come, as columns: one place in each column is one person."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from alongside.simulating.ripple.assumptions import ROLES, SPECIALIST, Assumptions

NOT_HERE, WAITING, SUPPORTED, AROUND, GONE = range(5)
NEVER = -1

Column = NDArray[np.int16]
Small = NDArray[np.int8]
Places = NDArray[np.int32]
Chance = np.random.Generator


@dataclass
class People:
    """The first ones are specialists from the beginning; the others come in order."""

    state: Small
    generation: Small
    role: Small
    bad: NDArray[np.bool_]
    open_invites: Small
    supporter: Places
    load: Places
    seats: int
    came: Column
    began: Column
    ended: Column
    gave: Column
    # The month of the first who came by their invitation; only where both may be counted.
    brought: Column
    brought_any: Column
    left: Column
    gave_up: NDArray[np.bool_]
    # Who lets themselves be counted: whose lot is below the share that does.
    lot: NDArray[np.float32]
    was_invited: NDArray[np.bool_]
    # The month in which somebody first reached each role.
    reached: Column
    # Specialists from the beginning, and everybody who came so far, with them.
    first: int = 0
    here: int = 0
    queue: Places = field(default_factory=lambda: np.empty(0, np.int32))


def make_people(people: int, assumed: Assumptions, chance: Chance) -> People:
    """Make everybody; only the first specialists are there."""
    first = first_specialists(people, assumed)
    many = people + first

    def column(value: int = NEVER) -> Column:
        return np.full(many, value, np.int16)

    made = People(
        state=np.zeros(many, np.int8),
        generation=np.zeros(many, np.int8),
        role=np.zeros(many, np.int8),
        bad=np.zeros(many, np.bool_),
        open_invites=np.zeros(many, np.int8),
        supporter=np.full(many, NEVER, np.int32),
        load=np.zeros(many, np.int32),
        seats=round(assumed.seats),
        came=column(),
        began=column(),
        ended=column(),
        gave=column(),
        brought=column(),
        brought_any=column(),
        left=column(),
        gave_up=np.zeros(many, np.bool_),
        lot=chance.random(many, np.float32),
        was_invited=np.zeros(many, np.bool_),
        reached=np.full((len(ROLES), many), NEVER, np.int16),
        first=first,
        here=first,
    )
    made.state[:first] = AROUND
    made.role[:first] = SPECIALIST
    made.came[:first] = 0
    made.reached[SPECIALIST, :first] = 0
    return made


def first_specialists(people: int, assumed: Assumptions) -> int:
    """Give how many are there from the beginning: one at least."""
    return max(1, round(people * assumed.first_specialists / 1_000))
