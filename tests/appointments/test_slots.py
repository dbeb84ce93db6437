from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from alongside.appointments.rules import hours
from alongside.appointments.rules.hours import OtherDay, Pattern, Span, Taken, slots
from alongside.appointments.rules.meeting import series

BERLIN = ZoneInfo("Europe/Berlin")
ZONES = [
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Asia/Kathmandu",
    "America/Sao_Paulo",
    "UTC",
]
NOTHING = ((),) * 7
SPRING, AUTUMN = date(2027, 3, 28), date(2027, 10, 31)


def on(day, start, end, *, minutes=30, between=0):
    """A week that is open on one day alone."""
    days = [()] * 7
    days[day.weekday()] = (Span(start, end),)
    return Pattern(tuple(days), minutes=minutes, between=between, lead_hours=0, ahead_days=90)


def free(pattern, day, *, zone=BERLIN, taken=(), now=None):
    """What is free on one day of a wall."""
    start = datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(UTC)
    found = slots(
        pattern,
        taken,
        zone=zone,
        since=start,
        until=start + timedelta(days=1, hours=2),
        now=now or start - timedelta(days=2),
    )
    return [
        f"{one.astimezone(zone):%H:%M}" for one in found if one.astimezone(zone).date() == day
    ]


@some.composite
def spans(draw):
    marks = draw(some.lists(some.integers(0, 288), max_size=6, unique=True).map(sorted))
    return tuple(Span(a * 5, b * 5) for a, b in zip(marks[::2], marks[1::2], strict=False))


@some.composite
def patterns(draw):
    days = some.dates(date(2027, 3, 1), date(2027, 11, 30))
    other = some.builds(OtherDay, some.booleans(), spans())
    return Pattern(
        week=tuple(draw(spans()) for _ in range(7)),
        minutes=draw(some.integers(3, 20)) * 5,
        between=draw(some.integers(0, 6)) * 5,
        lead_hours=draw(some.integers(0, 48)),
        ahead_days=draw(some.integers(1, 60)),
        others=draw(some.dictionaries(days, other, max_size=3)),
    )


@some.composite
def looks(draw):
    # Around the days on which clocks are changed, in both halves of the world.
    around = some.sampled_from(
        [
            date(2027, 3, 14),
            SPRING,
            date(2027, 4, 4),
            date(2027, 10, 3),
            AUTUMN,
            date(2027, 11, 7),
        ]
    )
    day = draw(around) + timedelta(days=draw(some.integers(-3, 2)))
    since = datetime(day.year, day.month, day.day, tzinfo=UTC)
    taken = draw(
        some.lists(some.tuples(some.integers(0, 5_760), some.integers(5, 240)), max_size=5)
    )
    return (
        draw(some.sampled_from(ZONES)),
        since,
        [
            Taken(since + timedelta(minutes=a), since + timedelta(minutes=a + long))
            for a, long in taken
        ],
    )


@given(patterns(), looks())
def test_no_free_time_falls_on_another_nor_outside_the_hours_on_any_day_of_the_year(
    pattern, look
):
    name, since, taken = look
    zone = ZoneInfo(name)
    now = since - timedelta(hours=1)
    found = slots(
        pattern, taken, zone=zone, since=since, until=since + timedelta(days=4), now=now
    )

    length, gap = timedelta(minutes=pattern.minutes), timedelta(minutes=pattern.between)
    for one, two in pairwise(found):
        assert one + length <= two
    for start in found:
        assert start >= now + timedelta(hours=pattern.lead_hours)
        assert not hours.clashes(start, pattern.minutes, taken, between=pattern.between)
        assert all(start + length + gap <= t.start or start >= t.end + gap for t in taken)
        assert _is_shown_open_all_along(pattern, start, zone)
        assert start.astimezone(zone).minute % 5 == 0


def _is_shown_open_all_along(pattern, start, zone):
    """Whether every minute of it is one that the wall shows within an open span of its day."""
    for minute in range(pattern.minutes):
        wall = (start + timedelta(minutes=minute)).astimezone(zone)
        shown = wall.hour * 60 + wall.minute
        if not any(s.start <= shown < s.end for s in hours.spans_on(pattern, wall.date())):
            return False
    return True


@given(patterns(), looks())
def test_a_time_that_was_taken_is_free_no_more_and_the_others_stay_whole(pattern, look):
    name, since, taken = look
    zone, until = ZoneInfo(name), since + timedelta(days=4)
    found = slots(pattern, taken, zone=zone, since=since, until=until, now=since)
    if not found:
        return
    mine = Taken(found[0], found[0] + timedelta(minutes=pattern.minutes))

    after = slots(pattern, [*taken, mine], zone=zone, since=since, until=until, now=since)

    assert after == found[1:]


def test_an_hour_that_does_not_exist_is_never_offered():
    assert free(on(SPRING, 60, 240), SPRING) == ["01:00", "01:30", "03:00", "03:30"]
    assert free(on(SPRING, 125, 175), SPRING) == []
    assert free(on(SPRING, 130, 240), SPRING) == ["03:00", "03:30"]


def test_an_hour_that_comes_twice_is_offered_once():
    assert free(on(AUTUMN, 120, 180), AUTUMN) == ["02:00", "02:30"]
    assert free(on(AUTUMN, 130, 170), AUTUMN) == ["02:10"]
    found = slots(
        on(AUTUMN, 120, 180),
        [],
        zone=BERLIN,
        since=datetime(2027, 10, 30, 12, tzinfo=UTC),
        until=datetime(2027, 10, 31, 12, tzinfo=UTC),
        now=datetime(2027, 10, 29, tzinfo=UTC),
    )
    assert found == [datetime(2027, 10, 31, 1, m, tzinfo=UTC) for m in (0, 30)]


def test_an_hour_is_sixty_minutes_also_in_the_night_the_clocks_change():
    whole_night = on(AUTUMN, 0, 300, minutes=60)
    assert free(whole_night, AUTUMN) == ["00:00", "01:00", "02:00", "02:00", "03:00", "04:00"]
    assert free(on(SPRING, 0, 300, minutes=60), SPRING) == ["00:00", "01:00", "03:00", "04:00"]


def test_ten_oclock_stays_ten_oclock_when_summer_comes():
    week = Pattern(((Span(600, 660),),) * 7, minutes=60, between=0, lead_hours=0, ahead_days=90)
    found = slots(
        week,
        [],
        zone=BERLIN,
        since=datetime(2027, 3, 27, tzinfo=UTC),
        until=datetime(2027, 3, 30, tzinfo=UTC),
        now=datetime(2027, 3, 26, tzinfo=UTC),
    )
    assert [f"{one:%d %H:%M}" for one in found] == ["27 09:00", "28 08:00", "29 08:00"]


def test_a_break_a_day_off_and_a_further_hour_are_kept():
    monday = date(2027, 5, 3)
    week = [()] * 7
    week[0] = (Span(540, 720), Span(780, 840))
    pattern = Pattern(tuple(week), minutes=60, between=0, lead_hours=0, ahead_days=90)
    assert free(pattern, monday) == ["09:00", "10:00", "11:00", "13:00"]

    others = {
        monday: OtherDay(True, (Span(1_080, 1_140),)),
        monday + timedelta(1): OtherDay(True),
    }
    changed = Pattern(pattern.week, 60, 0, 0, 90, others)
    assert free(changed, monday) == ["18:00"]
    further = Pattern(pattern.week, 60, 0, 0, 90, {monday: OtherDay(False, (Span(840, 900),))})
    assert free(further, monday)[-1] == "14:00"


def test_there_is_rest_between_two_meetings():
    day = date(2027, 5, 3)
    pattern = on(day, 540, 720, minutes=50, between=10)
    nine = datetime(2027, 5, 3, 7, tzinfo=UTC)
    assert free(pattern, day) == ["09:00", "10:00", "11:00"]
    assert free(pattern, day, taken=[Taken(nine, nine + timedelta(minutes=70))]) == ["10:20"]


@pytest.mark.parametrize(
    "week",
    [
        NOTHING[:6],
        ((Span(0, 1_445),), *NOTHING[1:]),
        ((Span(60, 60),), *NOTHING[1:]),
        ((Span(60, 120), Span(90, 150)), *NOTHING[1:]),
        ((Span(61, 120),), *NOTHING[1:]),
    ],
)
def test_hours_that_nobody_can_keep_are_told_from_those_one_can(week):
    assert hours.is_pattern(Pattern(NOTHING))
    assert not hours.is_pattern(Pattern(week))


@given(some.sampled_from(ZONES), some.integers(1_798_761_600, 1_827_705_600))
def test_a_series_is_at_the_same_time_of_the_wall_each_week(name, moment):
    zone = ZoneInfo(name)
    first = datetime.fromtimestamp(moment // 300 * 300, UTC)
    shown = first.astimezone(zone)

    found = series(first, zone=zone, every_days=7, times=12)

    for n, start in enumerate(found[1:], start=1):
        wall = start.astimezone(zone)
        expected = shown.date() + timedelta(days=7 * n)
        is_skipped = (wall.date(), wall.time()) != (expected, shown.time())
        naive = datetime.combine(expected, shown.time(), tzinfo=zone)
        never = naive.astimezone(UTC).astimezone(zone).replace(tzinfo=None)
        assert not is_skipped or never != naive.replace(tzinfo=None)
