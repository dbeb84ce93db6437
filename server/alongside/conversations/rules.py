"""When what was written is forgotten: by age, a month counting as 31 days, or taken back."""

DAYS_IN_A_MONTH = 31
DAYS_TAKEN_BACK = 14
# What both said they would do, and when they met, is kept as long (promises/rules.py).
DAYS_OF_KNOWING = 730


def last_day_to_forget(retention: int, *, today: int) -> int:
    """Give the newest header's day whose epoch has run out today (protocol/envelope.md, 9).

    Retention is in months, 1 to 24; an epoch is written in for one month at most.
    """
    return today - (retention + 1) * DAYS_IN_A_MONTH - 1


def last_day_to_let_go(*, today: int) -> int:
    """Give the newest day on which something ended that nobody has to know of any more."""
    return today - DAYS_OF_KNOWING - 1


def last_day_taken_back(*, today: int) -> int:
    """Give the newest day on which a line was taken back whose 14 days are over today."""
    return today - DAYS_TAKEN_BACK - 1
