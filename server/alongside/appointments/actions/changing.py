"""A time is moved, cancelled, or let go of because the two do not meet any more."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction

from alongside.appointments.actions.earlier import offer_freed, shift
from alongside.appointments.actions.holding import (
    NotATime,
    NotThisStep,
    TimeHasChanged,
    close,
    hold_appointment,
    refuse_taken,
    side_of,
)
from alongside.appointments.announcements import (
    AppointmentCancelled,
    AppointmentLetGo,
    AppointmentMoveWished,
)
from alongside.appointments.models import Appointment, Stands
from alongside.appointments.queries import coming_between, hours_before
from alongside.appointments.rules import hours, meeting
from alongside.ground import clock
from alongside.ground.announce import announce
from alongside.people.models import Account
from alongside.relationships.announcements import Ended, HandoverDone, HandoverOver, Paused
from alongside.relationships.queries import parted


@transaction.atomic
def move(one: Appointment, *, to: datetime, by: Account, now: datetime) -> Appointment:
    """Ask for another time; the old one stands until the other says yes."""
    held = hold_appointment(one)
    if held.state != Stands.AGREED or held.starts_at <= now:
        raise NotThisStep
    side = side_of(by, held)
    if held.wished_by not in (None, side):
        # Whoever has not seen the other's wish does not put their own in its place.
        raise TimeHasChanged
    is_a_time = now < to <= now + timedelta(days=meeting.MOST_AHEAD_DAYS)
    if not is_a_time or to == held.starts_at or to.timestamp() % (60 * hours.GRID):
        raise NotATime
    refuse_taken(held.relationship, to, held.minutes, but=held.pk)
    held.wished_at, held.wished_by = to, side
    held.wished_in_time = _is_in_time(held, now=now)
    held.save(update_fields=["wished_at", "wished_by", "wished_in_time"])
    announce(AppointmentMoveWished(held))
    return held


@transaction.atomic
def agree_to_move(one: Appointment, *, at: datetime, by: Account, now: datetime) -> Appointment:
    """Say yes to the other time, the one that was seen; in time, nothing is broken."""
    held = hold_appointment(one)
    if held.wished_at is None or held.wished_by is None or held.wished_by == side_of(by, held):
        raise NotThisStep
    if held.state != Stands.AGREED or held.wished_at <= now:
        raise NotThisStep
    if held.wished_at != at:
        raise TimeHasChanged
    shift(held, held.wished_at, by=held.wished_by, in_time=held.wished_in_time, now=now)
    return held


@transaction.atomic
def keep_time(one: Appointment, *, by: Account) -> Appointment:
    """Say no to another time, or take one's wish for it back: the old one stands."""
    held = hold_appointment(one)
    if held.wished_at is None:
        raise NotThisStep
    held.wished_at = held.wished_by = None
    held.wished_in_time = False
    held.save(update_fields=["wished_at", "wished_by", "wished_in_time"])
    announce(AppointmentMoveWished(held))
    return held


@transaction.atomic
def cancel(one: Appointment, *, by: Account, now: datetime) -> Appointment:
    """Let a time go that both counted on; whether it was early enough is told with it."""
    held = hold_appointment(one, is_going=False)
    if held.state != Stands.AGREED or held.starts_at <= now:
        raise NotThisStep
    close(held, Stands.CANCELLED, today=clock.day_of(now))
    in_time = _is_in_time(held, now=now)
    side = side_of(by, held)
    announce(AppointmentCancelled(held, by=side, in_time=in_time))
    offer_freed(held, at=held.starts_at, now=now)
    return held


def _is_in_time(held: Appointment, *, now: datetime) -> bool:
    return meeting.is_in_time(held.starts_at, now=now, hours=hours_before(held))


def let_go_of_future(gone: Ended | HandoverDone | HandoverOver) -> None:
    """An end, or a handover, lets go of what was still to come; nobody broke anything."""
    now = clock.now()
    for relationship in parted(gone):
        _let_go(coming_between(relationship, now=now), now=now)


def rest_of_paused(paused: Paused) -> None:
    """A pause lets go of what would fall within it; what comes later stays."""
    now = clock.now()
    until = clock.date_of(paused.pause.until_on).isoformat()
    over = datetime.fromisoformat(f"{until}T00:00:00+00:00")
    within = coming_between(paused.relationship, now=now).filter(starts_at__lt=over)
    _let_go(within, now=now)


def _let_go(these: Iterable[Appointment], *, now: datetime) -> None:
    for one in list(these):
        close(one, Stands.LET_GO, today=clock.day_of(now))
        announce(AppointmentLetGo(one))
        offer_freed(one, at=one.starts_at, now=now)
