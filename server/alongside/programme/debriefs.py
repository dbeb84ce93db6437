"""A specialist asks for a talk about a hard contact: until when it waits, and on which day."""

from alongside.ground.refusal import Refused

# A day to talk lies within two weeks; the ask is forgotten two weeks after the last such day.
FURTHEST = 13
KEPT_DAYS = 28


class NobodySupports(Refused):
    """The team has not noted who supports this specialist, or that person is not here now."""

    code = "debrief-nobody"
    words = "The team has not noted who supports you. Please ask them."


class NotADayToTalk(Refused):
    """A day that is over, or too far away."""

    code = "debrief-day"
    words = "Please choose a day in the next two weeks."


def is_day_to_talk(day: int, *, today: int) -> bool:
    """Say whether two may talk on this day."""
    return today <= day <= today + FURTHEST


def is_over(meets_on: int | None, *, today: int) -> bool:
    """Say whether the day to talk has passed, so that somebody may ask anew."""
    return meets_on is not None and meets_on < today


def last_asked_to_forget(today: int) -> int:
    """Give the newest day whose asks are forgotten."""
    return today - KEPT_DAYS
