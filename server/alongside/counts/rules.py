"""When a batch closes, and what of it may be told. Chance is handed in.

docs/decisions/0102-a-batch-of-eight-and-one-figure.md says why, with what was measured.
"""

from collections.abc import Sequence

# So many people are in a batch when it closes, never fewer; no calendar closes it.
LEAST = 8
STEP = 5
# Whoever supports fewer is told that its plain totals may point at somebody.
SMALL = 25
# The six statements of a check-in; a person counts themselves in one by one.
STATEMENTS = range(1, 7)
# What did not sit right: said, answered (yes: in time), and closed by whoever said it.
NOT_RIGHT, ANSWERED, CLOSED = 13, 11, 12
# Where everybody in a batch says yes, how many were in it is all there is.
WITHOUT_A_NO = (NOT_RIGHT, CLOSED)
MENDING = (NOT_RIGHT, ANSWERED, CLOSED)
# Who passed support on (yes or no), and who reached what through how many (all yes): ripple.
PASSED_ON = 21
# In a quarter: their first invitation brought somebody (yes or no).
BROUGHT = 22
REACHED = range(30, 50)
TOPICS = (*STATEMENTS, ANSWERED, CLOSED, NOT_RIGHT, PASSED_ON, BROUGHT, *REACHED)
# Figures are told for so many quarters, and then forgotten.
QUARTERS = 20
DAYS_OF_QUARTER = 91


def is_full(people: int) -> bool:
    """Say whether a batch closes now."""
    return people >= LEAST


def about(count: int, *, chance: float) -> int:
    """Round to the step below or above, as `chance` in [0, 1) says; true on average."""
    over = count % STEP
    return count - over + (STEP if chance < over / STEP else 0)


def shown(count: int) -> int | None:
    """Round to the nearest step; None for fewer than a batch, and for nobody alike."""
    return None if count < LEAST else (count + STEP // 2) // STEP * STEP


def is_small(people: int) -> bool:
    """Say whether a programme is so small that plain totals may point at somebody."""
    return people < SMALL


def is_true(people: int, said_yes: int, *, tags: int) -> bool:
    """Say whether an open tally can be true beside so many tags."""
    return 0 <= said_yes <= people == tags < LEAST


def quarter_of(day: int) -> int:
    """Give the quarter of a year a day falls in, as whole quarters of 91 days since 1970."""
    return day // DAYS_OF_QUARTER


def first_quarter_kept(today: int) -> int:
    """Give the oldest quarter that is still told."""
    return quarter_of(today) - QUARTERS + 1


def quarters_of_year(today: int) -> Sequence[int]:
    """Give the last four quarters, the oldest first."""
    now = quarter_of(today)
    return range(now - 3, now + 1)
