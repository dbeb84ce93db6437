"""The only doors to hours and appointments."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

from django.db.models import Q, QuerySet

from alongside.appointments.models import Appointment, Hours, Stands
from alongside.appointments.rules import hours as rules
from alongside.appointments.rules import meeting
from alongside.ground.clock import EPOCH
from alongside.ground.refusal import NotYours
from alongside.notices.zones import zone_named
from alongside.people.models import Account
from alongside.programme.breaks import is_away_on
from alongside.programme.queries import in_time_hours, seat_of
from alongside.relationships.models import Relationship, State

# Two pages of what is coming and what was are enough for a day's look; older is asked for.
MOST_AT_ONCE = 200
# With the hour that some days have more.
WHOLE_DAY = timedelta(hours=25)
# What began so long ago can still be in the way, rest included.
LONGEST = timedelta(minutes=rules.LENGTHS[1] + rules.MOST_BETWEEN)


@dataclass(frozen=True)
class Week:
    """Somebody's hours, ready for the rules."""

    pattern: rules.Pattern
    zone: tzinfo
    name: str
    books: bool


@dataclass(frozen=True)
class Free:
    """What is free with one specialist, and how it may be had."""

    starts: list[datetime]
    week: Week | None


@dataclass(frozen=True)
class Coming:
    """A time one of two people counts on; with whom is not said."""

    account: int
    ref: bytes
    starts_at: datetime
    ends_at: datetime


def hours_of(specialist: Account) -> Hours | None:
    """Give somebody's hours; None if they never said any."""
    return Hours.objects.filter(account=specialist).first()


def week_of(specialist: Account) -> Week | None:
    """Give somebody's hours for the rules."""
    kept = hours_of(specialist)
    return None if kept is None else as_week(kept)


def as_week(kept: Hours) -> Week | None:
    """Read stored hours; None where this machine does not know the zone any more."""
    zone = zone_named(kept.zone)
    if zone is None:
        return None
    pattern = rules.Pattern(
        week=tuple(_spans(day) for day in kept.week),
        minutes=kept.minutes,
        between=kept.between,
        lead_hours=kept.lead_hours,
        ahead_days=kept.ahead_days,
        others={
            date.fromisoformat(day): rules.OtherDay(is_off, _spans(more))
            for day, is_off, more in kept.others
        },
    )
    return Week(pattern, zone, kept.zone, kept.books)


def taken_by(
    person: Account, *, since: datetime, until: datetime, but: int | None = None
) -> list[rules.Taken]:
    """Give every time somebody is spoken for, whoever with; also times that are wished."""
    mine = Q(client=person) | Q(specialist=person)
    near = Q(starts_at__gt=since - LONGEST, starts_at__lt=until)
    wished = Q(wished_at__gt=since - LONGEST, wished_at__lt=until)
    rows = Appointment.objects.filter(mine, near | wished, state__in=meeting.HELD)
    others = rows if but is None else rows.exclude(pk=but)
    found = others.values_list("starts_at", "wished_at", "minutes")
    return [
        rules.Taken(start, start + timedelta(minutes=minutes))
        for starts_at, wished_at, minutes in found
        for start in (starts_at, wished_at)
        if start is not None
    ]


def free_for(
    relationship: Relationship,
    *,
    since: datetime,
    until: datetime,
    now: datetime,
    but: int | None = None,
    seen_by: int | None = None,
) -> Free:
    """Give the times at which these two could meet, within the specialist's hours.

    `seen_by`: a client alone sees their own other times left out; a hole in the specialist's
    list would tell when they are with somebody else.
    """
    week = week_of(relationship.specialist)
    if week is None:
        return Free([], None)
    span = timedelta(days=rules.LONGEST_LOOK_DAYS)
    until = min(until, since + span)
    # What stands early in a day moves the times after it: a day is looked at whole.
    early, late = since - WHOLE_DAY, until + LONGEST
    theirs = taken_by(relationship.specialist, since=early, until=late, but=but)
    open_ones = rules.slots(
        week.pattern, theirs, zone=week.zone, since=since, until=until, now=now
    )
    seat = seat_of(relationship.specialist)
    open_ones = [one for one in open_ones if not is_away_on(seat, _day(one, week.zone))]
    if seen_by == relationship.specialist_id:
        return Free(open_ones, week)
    mine = taken_by(relationship.client, since=since, until=late, but=but)
    length = week.pattern.minutes
    fitting = [start for start in open_ones if not rules.clashes(start, length, mine)]
    return Free(fitting, week)


def _day(moment: datetime, zone: tzinfo) -> int:
    """Give the day of 1970 on which a moment lies where somebody's hours are."""
    return (moment.astimezone(zone).date() - EPOCH).days


def appointments_of(
    person: Account, *, before: int | None = None, is_closed: bool = False
) -> list[Appointment]:
    """Give what stands of a person's appointments, or what came to nothing.

    The newest made first, at most 200. What came to nothing hides nothing that stands.
    """
    rows = _of(person).filter(closed_on__isnull=not is_closed).order_by("-pk")
    page = rows if before is None else rows.filter(pk__lt=before)
    return list(page[:MOST_AT_ONCE])


def coming_of(person: Account, *, now: datetime, until: datetime) -> list[Appointment]:
    """Give what both count on from now until then, the next first; for notes and calendars."""
    rows = _of(person).filter(state=Stands.AGREED, starts_at__gte=now, starts_at__lt=until)
    return list(rows.order_by("starts_at", "pk")[:MOST_AT_ONCE])


def coming_for(people: Collection[int], *, since: datetime, until: datetime) -> list[Coming]:
    """Give what these accounts count on in a span, the next first; for notes and calendars."""
    near = Appointment.objects.filter(
        state=Stands.AGREED, starts_at__gte=since, starts_at__lt=until
    )
    rows = near.filter(Q(client__in=people) | Q(specialist__in=people))
    found = rows.order_by("starts_at", "pk")[: MOST_AT_ONCE * max(1, len(people))]
    return [
        Coming(account, bytes(one.ref), one.starts_at, one.ends_at)
        for one in found
        for account in (one.client_id, one.specialist_id)
        if account in people
    ]


def appointment_of(person: Account, ref: bytes) -> Appointment:
    """Give one appointment to one of its two; NotYours else."""
    found = _of(person).filter(ref=ref).first()
    if found is None:
        raise NotYours
    return found


def coming_between(relationship: Relationship, *, now: datetime) -> QuerySet[Appointment]:
    """Give what is proposed or agreed between two and has not begun."""
    return Appointment.objects.filter(
        relationship=relationship, state__in=meeting.HELD, starts_at__gt=now
    )


def let_be_lately(relationship: Relationship, side: int, *, today: int) -> int:
    """Count what one side asked for that came to nothing within the last days."""
    return Appointment.objects.filter(
        relationship=relationship,
        proposed_by=side,
        state__in=meeting.LET_BE,
        closed_on__gt=today - meeting.LET_BE_DAYS,
    ).count()


def earlier_offers(
    page: Iterable[Appointment], person: Account, *, now: datetime
) -> dict[int, datetime]:
    """Give, for each appointment whose client waits for one, the first earlier time free now.

    Only the client is told, and only few can wait at once; first yes has it.
    """
    waiting = [
        one
        for one in page
        if one.wants_earlier
        and one.client_id == person.pk
        and meeting.may_change(one.state, one.starts_at, now=now)
    ]
    found = {one.pk: earlier_for(one, now=now) for one in waiting[: meeting.MOST_WAITING]}
    return {pk: start for pk, start in found.items() if start is not None}


def earlier_for(one: Appointment, *, now: datetime) -> datetime | None:
    """Give the first free time before an appointment."""
    if one.relationship.state != State.ACTIVE:
        return None
    free = free_for(one.relationship, since=now, until=one.starts_at, now=now, but=one.pk)
    return meeting.earlier(free.starts, than=one.starts_at)


def waiting_for_earlier(
    specialist: Account, *, than: datetime, now: datetime
) -> list[Appointment]:
    """Give whoever would rather come at a time that came free, who comes soonest first."""
    rows = Appointment.objects.filter(
        specialist=specialist,
        state=Stands.AGREED,
        wants_earlier=True,
        starts_at__gt=max(than, now),
        relationship__state=State.ACTIVE,
    )
    return list(rows.select_related("relationship").order_by("starts_at", "pk")[:MOST_AT_ONCE])


def lapsed_proposals(*, now: datetime) -> QuerySet[Appointment, int]:
    """Give every proposal whose time has come without an answer."""
    rows = Appointment.objects.filter(state=Stands.PROPOSED, starts_at__lte=now)
    return rows.order_by("starts_at", "pk").values_list("pk", flat=True)


def hours_before(one: Appointment) -> int:
    """Give how early is in time for one: as it was when both agreed to it."""
    return in_time_hours() if one.in_time_hours is None else one.in_time_hours


def moment_of(seconds: int) -> datetime:
    """Read a moment as it is written for rooms: whole seconds since 1970."""
    return datetime.fromtimestamp(seconds, tz=UTC)


def _of(person: Account) -> QuerySet[Appointment]:
    mine = Appointment.objects.filter(Q(client=person) | Q(specialist=person))
    return mine.select_related("relationship__client", "relationship__specialist")


def _spans(listed: Iterable[tuple[int, int]]) -> tuple[rules.Span, ...]:
    return tuple(rules.Span(start, end) for start, end in listed)
