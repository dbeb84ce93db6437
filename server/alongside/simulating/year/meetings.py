"""The appointments a planned year leaves behind today, and the hours of who offers them."""

from collections.abc import Iterator, Sequence
from datetime import datetime, time
from zoneinfo import ZoneInfo

from alongside.appointments.models import Appointment, Hours, Side, Stands
from alongside.appointments.rules import meeting as rules
from alongside.ground import clock
from alongside.people.models import Account
from alongside.relationships.models import Relationship
from alongside.simulating.year import plan
from alongside.simulating.year.plan import TODAY, Meeting, Walk, Year
from alongside.simulating.year.rows import kept

SAID = {
    plan.KEPT: rules.MET,
    plan.MOVED: rules.MET,
    plan.CLIENT_MISSED: rules.CLIENT_MISSED,
    plan.SPECIALIST_MISSED: rules.SPECIALIST_MISSED,
}
STATES = {plan.CANCELLED: Stands.CANCELLED, plan.COMING: Stands.AGREED}
OPEN = [[plan.HOURS.start * 60, plan.LATE.stop * 60]]


def keep(
    year: Year, made: Sequence[Relationship], specialists: Sequence[Account], *, today: int
) -> list[Appointment]:
    """Write what the timers would not have forgotten by now, and what is to come."""
    zone = "UTC"
    kept([_hours(one, zone) for one in specialists])
    return kept(list(_appointments(year, made, today, ZoneInfo(zone))))


def is_kept(meeting: Meeting) -> bool:
    """Say whether the house still knows of a meeting today."""
    return meeting.day > TODAY - 7 * rules.FORGOTTEN_AFTER_WEEKS


def _hours(account: Account, zone: str) -> Hours:
    week = [OPEN if day in plan.WEEKDAYS else [] for day in range(7)]
    return Hours(account=account, zone=zone, week=week, between=0)


def _appointments(
    year: Year, made: Sequence[Relationship], today: int, zone: ZoneInfo
) -> Iterator[Appointment]:
    number = 0
    for at, (walk, row) in enumerate(zip(year.walks, made, strict=True)):
        for meeting in filter(is_kept, walk.meetings):
            if meeting.became == plan.COMING and walk.state != plan.ACTIVE:
                continue
            number += 1
            yield _appointment(walk, meeting, row, at, number, _moment(meeting, today, zone))


def _moment(meeting: Meeting, today: int, zone: ZoneInfo) -> datetime:
    date = clock.date_of(today - TODAY + meeting.day)
    return datetime.combine(date, time(meeting.hour), zone)


def _appointment(
    walk: Walk, meeting: Meeting, row: Relationship, at: int, number: int, starts_at: datetime
) -> Appointment:
    said = SAID.get(meeting.became, rules.NOTHING_SAID)
    state = STATES.get(meeting.became, Stands.OVER)
    return Appointment(
        ref=b"year" + number.to_bytes(12, "big"),
        series=b"walk" + at.to_bytes(12, "big"),
        relationship=row,
        client_id=row.client_id,
        specialist_id=row.specialist_id,
        starts_at=starts_at,
        minutes=meeting.minutes,
        state=state,
        closed_on=clock.day_of(starts_at) if state in rules.CLOSED else None,
        proposed_by=Side.CLIENT if (walk.client + meeting.day) % 3 else Side.SPECIALIST,
        client_says=said,
        specialist_says=said if meeting.hour % 2 else rules.NOTHING_SAID,
    )
