"""Hours and times that several files of this folder need."""

from datetime import UTC, datetime, timedelta

from alongside.appointments import actions
from alongside.appointments.actions.agreeing import Wanted
from alongside.appointments.actions.hours import HoursPaper
from alongside.appointments.rules.hours import Pattern, Span
from alongside.ground import clock

EVERY_DAY = ((Span(9 * 60, 17 * 60),),) * 7
HOURS = Pattern(week=EVERY_DAY, minutes=50, between=10, lead_hours=0, ahead_days=60)
NOW = clock.now()
WEEK = [[[540, 720], [780, 1_020]]] * 5 + [[], []]
HOURS_PAPERS = {
    "zone": "Europe/Madrid",
    "week": WEEK,
    "others": [{"day": "2099-01-01", "off": True, "more": []}],
    "minutes": 45,
    "between": 15,
    "lead_hours": 12,
    "ahead_days": 30,
    "books": True,
}


def at(days, hour=10, minute=0):
    """A moment some days from now, in UTC."""
    day = (NOW + timedelta(days=days)).date()
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)


def say_hours(specialist, pattern=HOURS, *, zone="UTC", books=True):
    """Let a specialist say when they are there."""
    return actions.put_hours(
        HoursPaper(zone, pattern, books), by=specialist.account, today=NOW.date()
    )


def propose(relationship, member, start, *, minutes=50, every_days=7, times=1):
    """Propose, or pick, one time or a series."""
    wanted = Wanted(start, minutes, every_days, times)
    return actions.propose(relationship, wanted, by=member.account, now=NOW)


def agreed(relationship, ada, ben, start):
    """A time that both count on."""
    (one,) = propose(relationship, ben, start)
    return actions.agree(one, by=ada.account, now=NOW)
