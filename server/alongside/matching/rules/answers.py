"""How long a proposal waits for an answer."""

SILENCE_DAYS = 7


def last_day_to_lapse(today: int) -> int:
    """Give the last day since which a proposal has been silent for a week today."""
    return today - SILENCE_DAYS
