"""Who may come in, for how long, and how often one may try."""

from dataclasses import dataclass
from datetime import datetime, timedelta

FULL_FOR = timedelta(hours=12)
# A spare code opens just long enough to choose new words.
SPARE_FOR = timedelta(minutes=10)
# How long a sign-in counts as fresh: who changes a way in has just opened one.
FRESH_FOR = timedelta(minutes=10)
LINK_DAYS = 7
LONGEST_NOTE = 80


@dataclass(frozen=True)
class Limit:
    """So many wrong tries in so long a time."""

    most: int
    window: timedelta

    @property
    def lasts_day(self) -> bool:
        """Say whether it counts for longer than all the others."""
        return self.window > LONGEST_WINDOW


HERE = Limit(5, timedelta(minutes=15))
ANYWHERE = Limit(50, timedelta(hours=1))
# A library or a clinic is one address for many people; a machine that fills the house is too.
NEWCOMERS = Limit(60, timedelta(hours=1))
# Six statements of a check-in, and a line that has to be tried again.
COUNTED = Limit(30, timedelta(hours=1))
# Texts cost money, and a stranger's phone is no toy: codes for one person, to one number, and
# of the whole house; and of a day, for a stranger who is rung every hour.
CODES = Limit(5, timedelta(hours=1))
ALL_CODES = Limit(100, timedelta(hours=1))
DAILY_CODES = Limit(8, timedelta(days=1))
LONGEST_WINDOW = ANYWHERE.window


def is_fresh(expires_at: datetime, *, now: datetime) -> bool:
    """Say whether a whole sign-in began a moment ago."""
    return expires_at - now >= FULL_FOR - FRESH_FOR


def is_window_over(started: datetime, limit: Limit, *, now: datetime) -> bool:
    """Say whether counting starts anew."""
    return now - started >= limit.window


def seconds_left(started: datetime, limit: Limit, *, now: datetime) -> int:
    """Say how long to wait until one may try again; at least one second."""
    return max(1, int((started + limit.window - now).total_seconds()))
