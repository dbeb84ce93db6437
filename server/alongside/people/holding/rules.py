"""How long a hold may last and be kept quiet: values in, a sentence or nothing out."""

from dataclasses import dataclass

MOST_DAYS = 90
SHORTEST, LONGEST = 20, 1_000


@dataclass(frozen=True)
class Silence:
    """A written ban on telling whom it is about: until which day, and by what."""

    until_on: int
    basis: str


@dataclass(frozen=True)
class Order:
    """What two people at the desk decided: why, until when, and whether it is told."""

    reason: str
    until_on: int
    silence: Silence | None = None


def wrong_in(order: Order, *, today: int) -> str | None:
    """Give what does not fit in an order, as one sentence; None if it holds together."""
    if not SHORTEST <= len(order.reason.strip()) <= LONGEST:
        return f"Please write who asks, and by what: {SHORTEST} to {LONGEST} letters."
    if not today < order.until_on <= today + MOST_DAYS:
        return f"A hold lasts 1 to {MOST_DAYS} days, and can then be renewed by two people."
    if order.silence is None:
        return None
    if not SHORTEST <= len(order.silence.basis.strip()) <= LONGEST:
        return "Please write which ban on telling there is: who wrote it, and when."
    if not today < order.silence.until_on <= order.until_on:
        return "A ban on telling ends by the day on which the hold ends, or before."
    return None


def may_tell(silent_until: int | None, *, today: int) -> bool:
    """Say whether whom it is about may be told by now."""
    return silent_until is None or silent_until <= today


def is_over(until_on: int, lifted_on: int | None, *, today: int) -> bool:
    """Say whether nothing is held any more."""
    return lifted_on is not None or until_on <= today
