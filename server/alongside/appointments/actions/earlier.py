"""Whoever would rather come earlier is told when a time comes free; the first yes has it."""

from datetime import datetime

from django.db import transaction

from alongside.appointments.actions.holding import (
    NotThisStep,
    TimeIsTaken,
    hold_appointment,
    side_of,
)
from alongside.appointments.announcements import (
    AppointmentMoved,
    EarlierTimeFree,
    EarlierTimeWished,
)
from alongside.appointments.models import Appointment, Side, Stands
from alongside.appointments.queries import free_for, waiting_for_earlier
from alongside.ground.announce import announce
from alongside.ground.refusal import NotYours
from alongside.people.models import Account
from alongside.programme.queries import in_time_hours


@transaction.atomic
def want_earlier(one: Appointment, *, wants: bool, by: Account, now: datetime) -> Appointment:
    """Ask to be told when an earlier time comes free, or not any more."""
    held = hold_appointment(one)
    if side_of(by, held) != Side.CLIENT:
        raise NotYours
    if held.state != Stands.AGREED or held.starts_at <= now:
        raise NotThisStep
    held.wants_earlier = wants
    held.save(update_fields=["wants_earlier"])
    announce(EarlierTimeWished(held))
    return held


@transaction.atomic
def take_earlier(one: Appointment, *, at: datetime, by: Account, now: datetime) -> Appointment:
    """Come at an earlier time that is free; the hours it lies in are the specialist's yes."""
    held = hold_appointment(one)
    if side_of(by, held) != Side.CLIENT:
        raise NotYours
    if held.state != Stands.AGREED or not held.wants_earlier or not at < held.starts_at:
        raise NotThisStep
    free = free_for(held.relationship, since=at, until=held.starts_at, now=now, but=held.pk)
    if at not in free.starts:
        raise TimeIsTaken
    shift(held, at, by=Side.CLIENT, in_time=True, now=now)
    return held


def shift(held: Appointment, to: datetime, *, by: int, in_time: bool, now: datetime) -> None:
    """Move what is held; its old time comes free, and whoever waits for one is told."""
    was = held.starts_at
    held.starts_at = to
    held.wished_at = held.wished_by = None
    held.wished_in_time = held.wants_earlier = False
    held.in_time_hours = in_time_hours()
    held.save()
    announce(AppointmentMoved(held, was_at=was, by=by, in_time=in_time))
    offer_freed(held, at=was, now=now)


def offer_freed(gone: Appointment, *, at: datetime, now: datetime) -> None:
    """Tell whoever waits for an earlier time that one came free."""
    for one in waiting_for_earlier(gone.specialist, than=at, now=now):
        if one.pk != gone.pk:
            announce(EarlierTimeFree(one))
