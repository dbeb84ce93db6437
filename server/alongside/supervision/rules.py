"""When a specialist and whoever supports them think together, and how long it is kept."""

from alongside.ground.refusal import Refused

# Planned up to two months ahead; put down up to two weeks after.
FURTHEST, LONGEST_AGO = 60, 14
# Who learns this work shows the hours of a year.
KEPT_DAYS = 365
BEGUN_A_DAY, LETTERS_A_DAY, LETTERS_IN_ALL = 5, 20, 60
PAGE = 30


class NotADayTogether(Refused):
    """A day too far away, or too long ago."""

    code = "together-day"
    words = "Please choose a day in the next two months, or one of the last two weeks."


class SupportOver(Refused):
    """The team has noted somebody else by now, or one of the two is not here any more."""

    code = "support-over"
    words = "The team has noted that you two do not meet for this any more. You can still read."
    status = 409


def is_day_together(day: int, *, today: int) -> bool:
    """Say whether a time to think together may be on this day."""
    return today - LONGEST_AGO <= day <= today + FURTHEST


def last_met_to_forget(today: int) -> int:
    """Give the newest day whose times together are forgotten."""
    return today - KEPT_DAYS
