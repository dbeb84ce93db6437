"""The one place that asks what time it is; tests may travel, a live programme may not."""

import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

EPOCH = date(1970, 1, 1)


def now() -> datetime:
    """Give this moment in UTC, moved by as many seconds as a test has travelled."""
    return datetime.now(UTC) + travelled()


def today() -> int:
    """Give the whole days from 1970-01-01 UTC until now."""
    return day_of(now())


def day_of(moment: datetime) -> int:
    """Give the day a moment falls on, as whole days since 1970-01-01 UTC."""
    return (moment.astimezone(UTC).date() - EPOCH).days


def date_of(day: int) -> date:
    """Give the calendar date of a day counted from 1970-01-01."""
    return EPOCH + timedelta(days=day)


def travelled() -> timedelta:
    """Say how far a test has moved the clock, by the file ALONGSIDE_TEST_CLOCK names."""
    path = os.environ.get("ALONGSIDE_TEST_CLOCK")
    if not path or os.environ.get("ALONGSIDE_MODE") == "production":
        return timedelta()
    return timedelta(seconds=_seconds_in(Path(path)))


def _seconds_in(path: Path) -> float:
    try:
        return float(path.read_text().strip() or 0)
    except FileNotFoundError:
        return 0.0
