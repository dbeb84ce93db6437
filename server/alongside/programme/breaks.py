"""A specialist's planned break: which days it can have, and from when nobody new may ask."""

from typing import Protocol

from alongside.ground.refusal import Refused

# As long as a pause can last; begun within half a year.
LONGEST = 56
FURTHEST = 182
# A hello of the days right before would wait for the whole break.
HELLOS_BEFORE = 2


class Dates(Protocol):
    """The days of a break that a seat may have."""

    away_from_on: int | None
    back_on: int | None


class NotABreak(Refused):
    """Days that a break cannot have."""

    code = "break-days"
    words = "A break is up to eight weeks long and begins within half a year."


class OnBreak(Refused):
    """A break that has begun is ended first."""

    code = "break-now"
    words = "Your break has begun. Say that you are back first."


def is_a_break(from_on: int, back_on: int, *, today: int) -> bool:
    """Say whether a break can have these days; on `back_on` they are there again."""
    return today <= from_on <= today + FURTHEST and from_on < back_on <= from_on + LONGEST


def is_planned(seat: Dates, *, today: int) -> bool:
    """Say whether a break is to come or goes on."""
    return seat.away_from_on is not None and seat.back_on is not None and today < seat.back_on


def has_begun(seat: Dates, *, today: int) -> bool:
    """Say whether a break goes on today."""
    return is_planned(seat, today=today) and (seat.away_from_on or 0) <= today


def stops_hellos(seat: Dates, *, today: int) -> bool:
    """Say whether nobody new may ask because of a break: from two days before it on."""
    return is_planned(seat, today=today) and (seat.away_from_on or 0) - HELLOS_BEFORE <= today


def is_away_on(seat: Dates | None, day: int) -> bool:
    """Say whether a day lies in a break, so that nobody is met on it."""
    if seat is None or seat.away_from_on is None or seat.back_on is None:
        return False
    return seat.away_from_on <= day < seat.back_on
