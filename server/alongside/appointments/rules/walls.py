"""What a clock on the wall shows, and when that is: hours skipped, hours that come twice."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo

DAY_MINUTES = 24 * 60


def opens_at(day: date, minute: int, zone: tzinfo) -> datetime:
    """Give the moment from which a span is open: past the skipped, from the second of two."""
    return _moment(day, minute, zone, fold=1)


def closes_at(day: date, minute: int, zone: tzinfo) -> datetime:
    """Give the moment at which a span is over: before the skipped, at the first of two."""
    return _moment(day, minute, zone, fold=0)


def last_closes_at(day: date, minute: int, zone: tzinfo) -> datetime:
    """Give the later of two moments at which a span is over."""
    return _moment(day, minute, zone, fold=1)


def same_wall(moment: datetime, zone: tzinfo, *, days: int) -> datetime:
    """Give the moment so many days later at which the wall shows the same time."""
    wall = moment.astimezone(zone)
    later = wall.date() + timedelta(days=days)
    return _moment(later, wall.hour * 60 + wall.minute, zone, fold=0)


def _moment(day: date, minute: int, zone: tzinfo, *, fold: int) -> datetime:
    if minute == DAY_MINUTES:
        return _moment(day + timedelta(days=1), 0, zone, fold=fold)
    clock = time(minute // 60, minute % 60, tzinfo=zone, fold=fold)
    moment = datetime.combine(day, clock).astimezone(UTC)
    if _is_shown(moment, day, minute, zone):
        return moment
    return _jump(day, minute, zone)


def _is_shown(moment: datetime, day: date, minute: int, zone: tzinfo) -> bool:
    wall = moment.astimezone(zone)
    return (wall.date(), wall.hour * 60 + wall.minute) == (day, minute)


def _jump(day: date, minute: int, zone: tzinfo) -> datetime:
    """Give the moment at which the wall's clock leaps over a time that it never shows."""
    shown = datetime.combine(day, time(minute // 60, minute % 60), tzinfo=UTC)
    low, high = shown - timedelta(hours=15), shown + timedelta(hours=15)
    bare = shown.replace(tzinfo=None)
    while high - low > timedelta(seconds=1):
        middle = low + (high - low) / 2
        if middle.astimezone(zone).replace(tzinfo=None) < bare:
            low = middle
        else:
            high = middle
    return high.replace(microsecond=0)
