"""What rows tell goes after its time; a wall goes with its person's place."""

from django.db import transaction

from alongside.people.announcements import PlaceClosed
from alongside.people.models import Account
from alongside.wall.models import Row, Top, Untold
from alongside.wall.rules import KEEPS, last_day_to_forget


def forget_old(*, today: int) -> int:
    """Empty the rows whose time is over; gives how many. Their hashes hold the chain."""
    return sum(_forget(keep, today=today) for keep in KEEPS)


@transaction.atomic
def forget_all(person: Account) -> None:
    """Take a whole wall down."""
    Row.objects.filter(account=person).delete()
    Top.objects.filter(account=person).delete()
    Untold.objects.filter(account=person).delete()


def forget_of_closed(closed: PlaceClosed) -> None:
    """Take the wall down with the place."""
    forget_all(closed.account)


def _forget(keep: int, *, today: int) -> int:
    old = Row.objects.filter(keep=keep, told__isnull=False)
    gone = old.filter(day__lte=last_day_to_forget(keep, today=today))
    return gone.update(told=None, kind=None)
