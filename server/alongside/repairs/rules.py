"""When a reply is due, when it is late, and how long the house remembers."""

from collections.abc import Collection

# Three of the programme's working days, whatever the day is on which it is said.
REPLY_WITHIN = 3
# What stays open for so long after its day is between the two alone.
KEPT_AFTER_DUE = 90
MOST_OPEN = 10
MONDAY_TO_FRIDAY = frozenset({1, 2, 3, 4, 5})


def weekday(day: int) -> int:
    """Give the weekday of a day since 1970-01-01, from 1 (Monday) to 7."""
    return (day + 3) % 7 + 1


def due_on(said_on: int, *, working_days: Collection[int]) -> int:
    """Give the last day on which a reply is in time: the third working day after.

    `working_days` are weekdays from 1 (Monday) to 7; ValueError without any.
    """
    if not set(working_days) & set(range(1, 8)):
        raise ValueError("at least one day of the week is a working day")
    day, left = said_on, REPLY_WITHIN
    while left:
        day += 1
        left -= weekday(day) in working_days
    return day


def is_late(due: int, *, answered: bool, today: int) -> bool:
    """Say whether a reply is late: its last day is over, and none has come."""
    return not answered and due < today


def last_due_to_forget(today: int) -> int:
    """Give the newest due day of what the house remembers no longer."""
    return today - KEPT_AFTER_DUE - 1
