"""Steps from being supported to supporting, and who is counted for what. Values in, value out.

docs/ripple.md says what the figures mean.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from alongside.counts.rules import BROUGHT, DAYS_OF_QUARTER, LEAST, PASSED_ON, REACHED
from alongside.ripple.intervals import Share, share

# Nobody is offered a step in the first six months of being supported.
SIX_MONTHS = 182
# After so many days since their own support ended, people are counted once.
YEAR = 365
# Whoever says yes to being counted later than so many days after that is not in the share: all
# in it are seen for one year alike.
NO_LATER = DAYS_OF_QUARTER
# So many invitations of one person are open at once, each for so many days.
MOST_OPEN = 3
OPEN_FOR = 7
# 0: nobody supported them here; 3: through three people or more.
GENERATIONS = 4


class Role(IntEnum):
    """What somebody may have reached here, in the order of the path."""

    SUPPORTED = 0
    WELCOMING = 1
    CO_HOSTING = 2
    TRAINED = 3
    SPECIALIST = 4


# What somebody asks for themselves; nobody else can ask it of them.
STEPS = (Role.WELCOMING, Role.CO_HOSTING, Role.TRAINED)
# Beside the roles: they were counted once, a year after their own support ended.
WAS_ASKED = len(Role)
# Until then: they took a step back since it ended. It goes once they are counted.
HAS_GIVEN = WAS_ASKED + 1
# In the quarter that is watched somebody came by their invitation; and: they are in no further
# quarter, for their first has come.
HAS_BROUGHT = HAS_GIVEN + 1
IN_BROUGHT = HAS_BROUGHT + 1


@dataclass(frozen=True)
class Cell:
    """How many people reached a role, through how many others: whole batches alone."""

    generation: int
    role: Role
    # None where no batch has closed: nobody, or fewer than eight.
    people: int | None


def may_begin_on(agreed_on: Iterable[int]) -> int | None:
    """Give the first day on which somebody may ask for a step; None if never supported."""
    days = [*agreed_on]
    return min(days) + SIX_MONTHS if days else None


def last_day_of_invitation(today: int) -> int:
    """Give the last day of an invitation that is made today: seven days, with this one."""
    return today + OPEN_FOR - 1


def first_whole_quarter(day: int) -> int:
    """Give the first quarter that begins on a day or after it."""
    return -(-day // DAYS_OF_QUARTER)


def next_step(held: Collection[int]) -> Role | None:
    """Give the one step that comes next; None where every step is taken."""
    return next((role for role in STEPS if role not in held), None)


def with_all_after(role: int) -> list[Role]:
    """Give a step and all that build on it: who takes one back takes back what follows."""
    return [step for step in STEPS if step >= role]


def generation_after(supporter: int | None) -> int:
    """Give how many people support went through; the first if the supporter says nothing."""
    return min((supporter or 0) + 1, GENERATIONS - 1)


def topic_of(generation: int, role: int) -> int:
    """Give the topic whose batches count one cell of the picture."""
    return REACHED[generation * len(Role) + role]


def bit(place: int) -> int:
    """Give the bit that remembers one thing of somebody, so that it is counted once."""
    return 1 << place


def cells(batches: Mapping[int, int]) -> list[Cell]:
    """Give the picture's numbers from how many batches closed, by topic."""
    return [
        Cell(generation, role, batches.get(topic_of(generation, role), 0) * LEAST or None)
        for generation in range(GENERATIONS)
        for role in Role
    ]


def passed_on(batches: Mapping[int, int], totals: Mapping[int, int]) -> Share | None:
    """Give the share that passed it on, with its interval; None where too few are counted."""
    return share(totals.get(PASSED_ON, 0), batches=batches.get(PASSED_ON, 0))


def brought(batches: Mapping[int, int], totals: Mapping[int, int]) -> Share | None:
    """Give the share of quarters in which somebody brought their first, with its interval."""
    return share(totals.get(BROUGHT, 0), batches=batches.get(BROUGHT, 0))
