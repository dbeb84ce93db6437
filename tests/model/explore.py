"""Visits every state of a small model; tells the shortest way to one that must not be."""

from collections import deque
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import TypeVar

State = TypeVar("State", bound=Hashable)
MOST_STATES = 2_000_000


class NotHeld(AssertionError):
    """A property that does not hold, with the steps that lead there."""


@dataclass(frozen=True)
class Explored:
    """How much was visited: distinct states, and steps between them."""

    states: int
    steps: int


def explore(
    start: State,
    moves: Callable[[State], Iterable[tuple[str, State]]],
    holds: Callable[[State], bool],
) -> Explored:
    """Visit all states, nearest first; NotHeld for the first that breaks the property."""
    came_from: dict[State, tuple[State, str] | None] = {start: None}
    waiting, steps = deque([start]), 0
    while waiting:
        state = waiting.popleft()
        if not holds(state):
            raise NotHeld(" -> ".join(_way_to(state, came_from)) + f"\nends in {state}")
        for name, after in moves(state):
            steps += 1
            if after not in came_from:
                came_from[after] = (state, name)
                waiting.append(after)
        if len(came_from) > MOST_STATES:
            raise RuntimeError("this model is too large to be visited whole")
    return Explored(len(came_from), steps)


def _way_to(state: State, came_from: dict[State, tuple[State, str] | None]) -> list[str]:
    way: list[str] = []
    step = came_from[state]
    while step is not None:
        state, name = step
        way.append(name)
        step = came_from[state]
    return way[::-1] or ["the beginning"]
