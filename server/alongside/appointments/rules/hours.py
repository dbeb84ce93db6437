"""Open hours of a week in one's own zone, and the times in them that are still free."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import pairwise

from alongside.appointments.rules import walls

# The wall's clock is divided by this; nobody meets at seven minutes past.
GRID = 5
LENGTHS = (15, 240)
MOST_BETWEEN = 120
MOST_AHEAD_DAYS = 90
MOST_LEAD_HOURS = 14 * 24
MOST_SPANS_A_DAY = 6
MOST_OTHER_DAYS = 120
LONGEST_LOOK_DAYS = 42


@dataclass(frozen=True, order=True)
class Span:
    """From one minute of a day to another, as the wall's clock shows them."""

    start: int
    end: int


@dataclass(frozen=True)
class Taken:
    """A time that is spoken for."""

    start: datetime
    end: datetime


@dataclass(frozen=True)
class OtherDay:
    """One day that is not like its weekday: off, with further hours, or both."""

    is_off: bool
    more: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Pattern:
    """A week, Monday first; a break is the gap between two spans."""

    week: tuple[tuple[Span, ...], ...]
    minutes: int = 50
    between: int = 10
    lead_hours: int = 24
    ahead_days: int = 28
    others: Mapping[date, OtherDay] = field(default_factory=dict)


def slots(
    pattern: Pattern,
    taken: Iterable[Taken],
    *,
    zone: tzinfo,
    since: datetime,
    until: datetime,
    now: datetime,
) -> list[datetime]:
    """Give the free times that begin from `since` on and before `until`, in order."""
    first = max(since, now + timedelta(hours=pattern.lead_hours))
    last = min(until, now + timedelta(days=pattern.ahead_days))
    if first >= last:
        return []
    busy = sorted(taken, key=lambda one: one.start)
    return [
        start
        for opens, closes in _open(pattern, zone, first, last)
        for start in _within(pattern, busy, zone, opens, closes)
        if first <= start < last
    ]


def is_within_hours(pattern: Pattern, start: datetime, *, minutes: int, zone: tzinfo) -> bool:
    """Say whether somebody is there all the time of a meeting."""
    end = start + timedelta(minutes=minutes)
    return any(
        opens <= start and end <= closes for opens, closes in _open(pattern, zone, start, end)
    )


def clashes(start: datetime, minutes: int, taken: Iterable[Taken], *, between: int = 0) -> bool:
    """Say whether a meeting would fall on another, or nearer to it than the rest between."""
    gap = timedelta(minutes=between)
    end = start + timedelta(minutes=minutes)
    return any(start < one.end + gap and one.start < end + gap for one in taken)


def spans_on(pattern: Pattern, day: date) -> tuple[Span, ...]:
    """Give the open spans of one day, those that touch made one."""
    other = pattern.others.get(day)
    weekly = () if other is not None and other.is_off else pattern.week[day.weekday()]
    more = () if other is None else other.more
    return tuple(_joined((*weekly, *more)))


def is_pattern(pattern: Pattern) -> bool:
    """Say whether somebody can have said this of their week."""
    days = [*pattern.week, *(other.more for other in pattern.others.values())]
    return (
        len(pattern.week) == 7
        and len(pattern.others) <= MOST_OTHER_DAYS
        and LENGTHS[0] <= pattern.minutes <= LENGTHS[1]
        and 0 <= pattern.between <= MOST_BETWEEN
        and 0 <= pattern.lead_hours <= MOST_LEAD_HOURS
        and 1 <= pattern.ahead_days <= MOST_AHEAD_DAYS
        and pattern.minutes % GRID == pattern.between % GRID == 0
        and all(_are_spans(day) for day in days)
    )


def _are_spans(spans: Sequence[Span]) -> bool:
    ordered = sorted(spans)
    are_apart = all(one.end <= two.start for one, two in pairwise(ordered))
    return len(spans) <= MOST_SPANS_A_DAY and are_apart and all(map(_is_span, spans))


def _is_span(span: Span) -> bool:
    is_on_grid = span.start % GRID == span.end % GRID == 0
    return is_on_grid and 0 <= span.start < span.end <= walls.DAY_MINUTES


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    held: Span | None = None
    for span in sorted(spans):
        if held is not None and span.start <= held.end:
            held = Span(held.start, max(held.end, span.end))
            continue
        if held is not None:
            yield held
        held = span
    if held is not None:
        yield held


def _open(
    pattern: Pattern, zone: tzinfo, first: datetime, last: datetime
) -> Iterator[tuple[datetime, datetime]]:
    """Give from when until when somebody is there, on every day that could matter."""
    day = first.astimezone(zone).date() - timedelta(days=1)
    final = last.astimezone(zone).date() + timedelta(days=1)
    while day <= final:
        for span in spans_on(pattern, day):
            opens = walls.opens_at(day, span.start, zone)
            closes = walls.closes_at(day, span.end, zone)
            if closes <= opens:
                # A span that comes twice, and whole: it counts the second time.
                closes = walls.last_closes_at(day, span.end, zone)
            if opens < closes:
                yield opens, closes
        day += timedelta(days=1)


def _within(
    pattern: Pattern, busy: Sequence[Taken], zone: tzinfo, opens: datetime, closes: datetime
) -> Iterator[datetime]:
    length, gap = timedelta(minutes=pattern.minutes), timedelta(minutes=pattern.between)
    near = [one for one in busy if one.end + gap > opens and one.start - gap < closes]
    start = _on_grid(opens, zone)
    while start + length <= closes:
        in_the_way = [
            one for one in near if start < one.end + gap and one.start < start + length + gap
        ]
        if in_the_way:
            start = _on_grid(max(one.end for one in in_the_way) + gap, zone)
            continue
        yield start
        start = _on_grid(start + length + gap, zone)


def _on_grid(moment: datetime, zone: tzinfo) -> datetime:
    """Give the next moment at which the wall's clock shows five minutes, or ten, ..."""
    wall = moment.astimezone(zone)
    past = (wall.minute % GRID) * 60 + wall.second + wall.microsecond / 1e6
    if past == 0:
        return moment.astimezone(UTC)
    return (moment + timedelta(seconds=GRID * 60 - past)).astimezone(UTC)
