"""What the desk sees of meetings: how many, and how long, of everybody at once."""

from dataclasses import dataclass

from django.db.models import Count, Sum

from alongside.appointments.models import Appointment, Stands
from alongside.appointments.rules import meeting


@dataclass(frozen=True)
class Meetings:
    """What became of the times of the last eight weeks; older ones are forgotten."""

    met: int
    minutes: int
    missed: int
    moved_away: int


def meetings() -> Meetings:
    """Count what became of times that are still here, in one question."""
    past = Appointment.objects.filter(state__in=[Stands.OVER, Stands.CANCELLED])
    kinds = past.values_list("state", "client_says", "specialist_says").order_by()
    met = minutes = missed = moved_away = 0
    for state, client, specialist, times, long in kinds.annotate(
        times=Count("pk"), long=Sum("minutes")
    ):
        became = meeting.became(client, specialist)
        if state == Stands.CANCELLED:
            moved_away += times
        elif became == meeting.MET:
            met, minutes = met + times, minutes + long
        elif became != meeting.SAID_APART and became != meeting.NOTHING_SAID:
            missed += times
    return Meetings(met, minutes, missed, moved_away)
