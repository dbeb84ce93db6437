"""What rows tell goes after its time; a wall goes with its person's place."""

from django.db import transaction

from alongside.people.announcements import PlaceClosed
from alongside.people.models import Account
from alongside.wall.models import Row, Top
from alongside.wall.rules import Kind, last_day_to_forget


def forget_old(*, today: int) -> int:
    """Empty the rows whose time is over; gives how many. Their hashes hold the chain."""
    return sum(_forget(kind, today=today) for kind in Kind)


@transaction.atomic
def forget_all(person: Account) -> None:
    """Take a whole wall down."""
    Row.objects.filter(account=person).delete()
    Top.objects.filter(account=person).delete()


def forget_of_closed(closed: PlaceClosed) -> None:
    """Take the wall down with the place."""
    forget_all(closed.account)


def _forget(kind: Kind, *, today: int) -> int:
    old = Row.objects.filter(kind=kind, told__isnull=False)
    return old.filter(day__lte=last_day_to_forget(kind, today=today)).update(told=None)
