"""Once a time is over either says whether they met; and in the end it is forgotten."""

from datetime import UTC, datetime

from django.db import transaction
from django.db.models import F, Q
from django.db.models.functions import TruncDay

from alongside.appointments.actions.holding import NotThisStep, hold_appointment, side_of
from alongside.appointments.announcements import (
    AppointmentBroken,
    AppointmentKept,
    AppointmentSeenApart,
)
from alongside.appointments.models import Appointment, Side, Stands
from alongside.appointments.rules import meeting
from alongside.ground import clock
from alongside.ground.announce import announce
from alongside.people.holding.queries import held_people
from alongside.people.models import Account


@transaction.atomic
def say(one: Appointment, *, what: int, by: Account, now: datetime) -> Appointment:
    """Say what became of a time; whoever errs may say it anew within two weeks."""
    held = hold_appointment(one, is_going=False)
    may = meeting.may_say(held.state, held.starts_at, held.minutes, now=now)
    if not may or what not in meeting.SAID:
        raise NotThisStep
    before = meeting.became(held.client_says, held.specialist_says)
    if side_of(by, held) == Side.CLIENT:
        held.client_says = what
    else:
        held.specialist_says = what
    held.state = Stands.OVER
    held.wished_at = held.wished_by = None
    held.wished_in_time = held.wants_earlier = False
    held.save()
    after = meeting.became(held.client_says, held.specialist_says)
    if after != before:
        _tell(held, after)
    return held


def forget_old(*, now: datetime) -> int:
    """Forget what has been over for long enough, or came to nothing; gives how many.

    Of what came to nothing only the day is kept from the next day on.
    """
    today = clock.day_of(now)
    gone = Q(closed_on=None, starts_at__lte=meeting.last_to_forget(now))
    for state in meeting.CLOSED:
        last = meeting.last_closed_to_forget(today, state)
        gone |= Q(state=state, closed_on__lte=last)
    held = held_people(today=today)
    kept = Q(client__in=held) | Q(specialist__in=held)
    count = Appointment.objects.filter(gone).exclude(kept).delete()[0]
    closed = Appointment.objects.filter(closed_on__lt=today)
    finer = closed.annotate(day=TruncDay("starts_at", tzinfo=UTC)).exclude(starts_at=F("day"))
    finer.update(starts_at=TruncDay("starts_at", tzinfo=UTC))
    return count


def _tell(held: Appointment, result: int) -> None:
    if result == meeting.MET:
        announce(AppointmentKept(held))
    elif result == meeting.SAID_APART:
        announce(AppointmentSeenApart(held))
    else:
        announce(AppointmentBroken(held, by=meeting.who_missed(result)))
