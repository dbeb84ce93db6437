"""A time that two people agreed on is a word of each: to be there on that day."""

import hashlib

from alongside.appointments.announcements import (
    AppointmentAgreed,
    AppointmentBroken,
    AppointmentCancelled,
    AppointmentKept,
    AppointmentLetGo,
    AppointmentMoved,
    AppointmentSeenApart,
)
from alongside.appointments.models import Appointment
from alongside.ground import clock
from alongside.promises.models import Became, Made, Pledge, Side
from alongside.relationships.models import GOING

_SIZE = 16


def agreed_to_meet(made: AppointmentAgreed) -> None:
    """Both count on it: each gives their word."""
    day = clock.day_of(made.appointment.starts_at)
    for side in Side:
        Pledge.objects.get_or_create(
            relationship=made.relationship,
            ref=ref_of(made.appointment, side),
            defaults={
                "by": side,
                "made_by": Made.APPOINTMENT,
                "made_on": clock.today(),
                "due_on": day,
            },
        )


def moved_meeting(made: AppointmentMoved) -> None:
    """The day moves with it; whoever asked for that in time has moved theirs in time."""
    day = clock.day_of(made.appointment.starts_at)
    for one in _both(made.appointment):
        one.due_on = day
        if made.in_time and one.by == made.by:
            one.moves += 1
        one.save(update_fields=["due_on", "moves"])


def cancelled_meeting(made: AppointmentCancelled) -> None:
    """In time nothing is broken by it; too late it is, by whoever cancelled."""
    for one in _both(made.appointment):
        is_broken = one.by == made.by and not made.in_time
        _settle(one, Became.BROKEN if is_broken else Became.CALLED_OFF)


def let_meeting_go(made: AppointmentLetGo) -> None:
    """A pause or an end came: nobody broke anything."""
    for one in _both(made.appointment):
        _settle(one, Became.CALLED_OFF)


def met(made: AppointmentKept) -> None:
    """They met: both were there."""
    for one in _both(made.appointment):
        _settle(one, Became.KEPT)


def missed(made: AppointmentBroken) -> None:
    """Whoever was not there broke their word; where neither says who, nothing is counted."""
    for one in _both(made.appointment):
        if made.by is None:
            _settle(one, Became.STOOD)
        else:
            _settle(one, Became.BROKEN if one.by == made.by else Became.KEPT)


def seen_apart(made: AppointmentSeenApart) -> None:
    """The two say different things of it: it counts for nobody."""
    for one in _both(made.appointment):
        _settle(one, Became.STOOD)


def ref_of(one: Appointment, side: Side) -> bytes:
    """Name the word of one side: two of the same time never have the same name."""
    return hashlib.blake2b(bytes([side]) + bytes(one.ref), digest_size=_SIZE).digest()


def _both(one: Appointment) -> list[Pledge]:
    refs = [ref_of(one, side) for side in Side]
    found = Pledge.objects.filter(relationship=one.relationship, ref__in=refs)
    return list(found.select_related("relationship"))


def _settle(one: Pledge, state: Became) -> None:
    """Settle a word; when two have parted nothing said later breaks it."""
    is_parted = one.relationship.state not in GOING
    if is_parted and one.state != Became.OPEN:
        return
    if is_parted:
        state = Became.CALLED_OFF
    one.state, one.settled_on = state, clock.today()
    one.save(update_fields=["state", "settled_on"])
