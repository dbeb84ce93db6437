"""When what was written is forgotten: a month counts as 31 days, and one month more at most."""

DAYS_IN_A_MONTH = 31


def last_day_to_forget(retention: int, *, today: int) -> int:
    """Give the newest header's day whose epoch has run out today (protocol/envelope.md, 9).

    Retention is in months, 1 to 24; an epoch is written in for one month at most.
    """
    return today - (retention + 1) * DAYS_IN_A_MONTH - 1
