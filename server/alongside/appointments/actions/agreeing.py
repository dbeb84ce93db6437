"""A time is proposed, or picked from open hours; the other says yes or no."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db import transaction

from alongside.appointments.actions.holding import (
    NotATime,
    NotThisStep,
    TimeIsTaken,
    close,
    hold,
    hold_appointment,
    refuse_taken,
    side_of,
)
from alongside.appointments.announcements import (
    AppointmentAgreed,
    AppointmentDeclined,
    AppointmentProposed,
)
from alongside.appointments.models import Appointment, Side, Stands
from alongside.appointments.queries import (
    Week,
    coming_between,
    free_for,
    let_be_lately,
    week_of,
)
from alongside.appointments.queries import lapsed_proposals as lapsed
from alongside.appointments.rules import hours, meeting
from alongside.ground import clock
from alongside.ground.announce import announce
from alongside.ground.identifiers import new_identifier
from alongside.ground.refusal import Refused
from alongside.notices.zones import zone_named
from alongside.people.models import Account
from alongside.programme.queries import in_time_hours, programme
from alongside.relationships.models import Relationship


class TooManyTimes(Refused):
    """More than two people can keep in mind."""

    code = "too-many-times"
    words = "There are many times between you already. Please meet first, or let one go."


class TooManyLetBe(Refused):
    """So many were asked for and came to nothing: another would not help."""

    code = "times-let-be"
    words = (
        "Many times were asked for and let go again this week. "
        "Please talk about it, and ask anew in a few days."
    )


@dataclass(frozen=True)
class Wanted:
    """A time somebody wants, or a series of them."""

    start: datetime
    minutes: int
    every_days: int = 7
    times: int = 1


@transaction.atomic
def propose(
    relationship: Relationship, wanted: Wanted, *, by: Account, now: datetime
) -> list[Appointment]:
    """Propose a time, or have it at once where it is picked from hours that are open to book.

    Of a series those times that are not free are left out; the first has to be free.
    """
    if not _is_wanted(wanted, now=now):
        raise NotATime
    held = hold(relationship)
    side, week = side_of(by, held), week_of(held.specialist)
    starts = _starts(wanted, week)
    coming = coming_between(held, now=now).count()
    if coming + len(starts) > meeting.MOST_COMING:
        raise TooManyTimes
    lately = let_be_lately(held, side, today=clock.day_of(now))
    if lately + len(starts) > meeting.MOST_LET_BE:
        raise TooManyLetBe
    fitting = _fitting(held, starts, wanted.minutes)
    if starts[0] not in fitting:
        raise TimeIsTaken
    series = new_identifier()
    is_had = side == Side.CLIENT and _may_book(held, week, wanted, now=now)
    made = [
        Appointment.objects.create(
            ref=new_identifier(),
            series=series,
            relationship=held,
            client=held.client,
            specialist=held.specialist,
            starts_at=start,
            minutes=wanted.minutes,
            state=Stands.AGREED if is_had else Stands.PROPOSED,
            proposed_by=side,
            in_time_hours=in_time_hours() if is_had else None,
        )
        for start in fitting
    ]
    for one in made:
        announce(AppointmentAgreed(one) if is_had else AppointmentProposed(one))
    return made


@transaction.atomic
def agree(one: Appointment, *, by: Account, now: datetime) -> Appointment:
    """Say yes to a time, and to all that was proposed together with it and still waits."""
    held = hold_appointment(one)
    if not _may_answer(held, by) or held.starts_at <= now:
        raise NotThisStep
    for each in _proposed_together(held):
        if each.starts_at > now:
            each.state, each.in_time_hours = Stands.AGREED, in_time_hours()
            each.save(update_fields=["state", "in_time_hours"])
            announce(AppointmentAgreed(each))
    return hold_appointment(held)


@transaction.atomic
def decline(one: Appointment, *, by: Account) -> Appointment:
    """Say no to what was proposed, or take one's own proposal back; without a reason."""
    held = hold_appointment(one, is_going=False)
    if held.state != Stands.PROPOSED:
        raise NotThisStep
    took_back = side_of(by, held) == held.proposed_by
    state = Stands.TAKEN_BACK if took_back else Stands.DECLINED
    _let_be(_proposed_together(held), state, today=clock.today())
    return hold_appointment(held, is_going=False)


def lapse_unanswered(*, now: datetime) -> int:
    """Let go of proposals whose time has come, each by itself; gives how many."""
    return sum(_lapse(pk, now=now) for pk in list(lapsed(now=now)))


@transaction.atomic
def _lapse(pk: int, *, now: datetime) -> bool:
    found = Appointment.objects.select_related("relationship").filter(pk=pk).first()
    if found is None:
        return False
    held = hold_appointment(found, is_going=False)
    if held.state != Stands.PROPOSED or held.starts_at > now:
        return False
    _let_be([held], Stands.LAPSED, today=clock.day_of(now))
    return True


def _let_be(these: Iterable[Appointment], state: Stands, *, today: int) -> None:
    for each in these:
        close(each, state, today=today)
        announce(AppointmentDeclined(each))


def _is_wanted(wanted: Wanted, *, now: datetime) -> bool:
    least, most = hours.LENGTHS
    return (
        now < wanted.start <= now + timedelta(days=meeting.MOST_AHEAD_DAYS)
        and least <= wanted.minutes <= most
        and wanted.start.timestamp() % (60 * hours.GRID) == 0
        and meeting.is_series(wanted.every_days, wanted.times)
    )


def _starts(wanted: Wanted, week: Week | None) -> list[datetime]:
    return meeting.series(
        wanted.start,
        zone=week.zone if week is not None else zone_named(programme().time_zone) or UTC,
        every_days=wanted.every_days,
        times=wanted.times,
    )


def _fitting(held: Relationship, starts: list[datetime], minutes: int) -> list[datetime]:
    found = []
    for start in starts:
        try:
            refuse_taken(held, start, minutes)
        except TimeIsTaken:
            continue
        found.append(start)
    return found


def _may_book(held: Relationship, week: Week | None, wanted: Wanted, *, now: datetime) -> bool:
    """Say whether it is one free time of open hours; a series is asked for, never taken."""
    if week is None or not week.books or wanted.times > 1:
        return False
    if wanted.minutes != week.pattern.minutes:
        return False
    until = wanted.start + timedelta(minutes=1)
    return wanted.start in free_for(held, since=wanted.start, until=until, now=now).starts


def _may_answer(one: Appointment, person: Account) -> bool:
    side = side_of(person, one)
    return meeting.may_answer(one.state, by=side, proposed_by=one.proposed_by)


def _proposed_together(one: Appointment) -> list[Appointment]:
    together = Appointment.objects.filter(series=one.series, state=Stands.PROPOSED)
    rows = together.filter(relationship=one.relationship_id).select_related("relationship")
    return list(rows.order_by("starts_at"))
