"""How many concerns were open when the month began, coarsely, for whoever supports specialists.

The house does not know about whom a concern is, so none is counted for a person; and a number
that moved with each concern would tell a day on which somebody raised one.
"""

from datetime import timedelta

from django.db.models import Q

from alongside.concerns.models import Concern
from alongside.counts.rules import shown
from alongside.ground.clock import EPOCH


def month_began(today: int) -> int:
    """Give the first day of the month."""
    return today - ((EPOCH + timedelta(days=today)).day - 1)


def open_when_month_began(today: int) -> int | None:
    """Give them to the nearest five; None for fewer than eight."""
    day = month_began(today)
    raised = Concern.objects.filter(raised_on__lt=day)
    return shown(raised.filter(Q(answered_on=None) | Q(answered_on__gte=day)).count())
