"""Of somebody who left, nothing is kept once nothing points at them any more."""

from django.db import transaction

from alongside.ground.held import unheld
from alongside.keys.models import KeyRecord
from alongside.people.models import Account

AT_ONCE = 50


def forget_who_left() -> int:
    """Delete closed places that no talk and no account of a telling needs; gives how many.

    Their keys are what others check lines with, so they go last. The list of who is who only
    ever grows: there a code of theirs stays, with no name.
    """
    closed = unheld(Account.objects.filter(closed=True), but=(KeyRecord,))
    left = list(closed.order_by("pk")[:AT_ONCE])
    for person in left:
        _forget(person)
    return len(left)


@transaction.atomic
def _forget(person: Account) -> None:
    KeyRecord.objects.filter(account=person).delete()
    person.delete()
