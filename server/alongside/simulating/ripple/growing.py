"""A whole programme, month by month, the same from the same number."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alongside.simulating.ripple.assumptions import SPECIALIST, Assumptions
from alongside.simulating.ripple.month import live
from alongside.simulating.ripple.people import GONE, NEVER, WAITING, People, make_people


@dataclass(frozen=True)
class Grown:
    """A programme after its last month."""

    people: People
    months: int
    assumed: Assumptions


@dataclass(frozen=True)
class Waiting:
    """How long people wait with so many specialists at the beginning.

    Who came was supported, gave up or still waits; some of the supported wait again, once their
    specialist stopped. After how many months half and nine in ten of all who came would have
    waited enough if nobody gave up; None if that was not seen.
    """

    first_specialists: int
    came: int
    supported: int
    gave_up: int
    still_waiting: int
    wait_again: int
    gave_up_again: int
    half_waited: int | None
    nine_in_ten_waited: int | None
    specialists: int


def grow(people: int, *, months: int, seed: int, assumed: Assumptions) -> Grown:
    """Let a programme grow for so many months."""
    chance = np.random.default_rng(seed)
    made = make_people(people, assumed, chance)
    for month in range(months):
        live(made, assumed, month=month, chance=chance)
    return Grown(made, months, assumed)


def waiting(grown: Grown) -> Waiting:
    """Say how long people waited, and for whom it was too long."""
    people = grown.people
    first = people.first
    began = people.began[first : people.here] != NEVER
    state = people.state[first : people.here]
    begun = share_begun(grown)
    return Waiting(
        first_specialists=first,
        came=people.here - first,
        supported=int(began.sum()),
        gave_up=int((~began & (state == GONE)).sum()),
        still_waiting=int((~began & (state == WAITING)).sum()),
        wait_again=int((began & (state == WAITING)).sum()),
        gave_up_again=int((began & people.gave_up[first : people.here]).sum()),
        half_waited=_months_of(begun, 0.5),
        nine_in_ten_waited=_months_of(begun, 0.9),
        specialists=int((people.role == SPECIALIST).sum()),
    )


def share_begun(grown: Grown) -> NDArray[np.float64]:
    """Give, by months waited, for how many of all who came support would have begun by then.

    Kaplan and Meier's curve: who gave up, or still waits, counts for as long as they waited.
    """
    people = grown.people
    here = slice(people.first, people.here)
    came, began, left = people.came[here], people.began[here], people.left[here]
    has_begun = began != NEVER
    # In a month people give up before seats are given: who gave up then got none of them.
    gave_up = ~has_begun & (left != NEVER)
    last = np.where(has_begun, began, np.where(gave_up, left - 1, grown.months - 1)) - came
    begins = np.bincount(last[has_begun], minlength=grown.months)
    waits = np.bincount(last[last >= 0], minlength=grown.months)[::-1].cumsum()[::-1]
    still: NDArray[np.float64] = np.cumprod(1 - begins / np.maximum(waits, 1))
    return 1 - still


def _months_of(begun: NDArray[np.float64], share: float) -> int | None:
    """Give after how many months support would have begun for so many; None if not seen."""
    enough = np.flatnonzero(begun >= share)
    return int(enough[0]) if len(enough) else None
