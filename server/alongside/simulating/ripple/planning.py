"""How long people wait if a programme begins with fewer specialists, or with more."""

from collections.abc import Iterator
from dataclasses import replace

from alongside.simulating.ripple.assumptions import Assumptions
from alongside.simulating.ripple.growing import Waiting, grow, waiting

BEGINNINGS = (0.5, 1.0, 2.0, 4.0, 8.0)


def by_beginning(
    people: int, *, months: int, seed: int, assumed: Assumptions
) -> Iterator[Waiting]:
    """Grow the same programme from half, once, twice, four and eight times as many."""
    for times in BEGINNINGS:
        changed = replace(assumed, first_specialists=assumed.first_specialists * times)
        yield waiting(grow(people, months=months, seed=seed, assumed=changed))
