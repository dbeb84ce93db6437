"""A note that one way missed goes by another that somebody chose: once, and never twice."""

from django.db import transaction

from alongside.notices.models import Device, Owed, Phone, Reach
from alongside.notices.rules import NEAR


def was_missed(reach: Reach, kind: int) -> None:
    """Remember that mail did not take a note, while a device or a phone was to tell of it."""
    mine = Reach.objects.filter(pk=reach.pk, told=True, rest_until=reach.rest_until)
    mine.update(missed=kind)


def was_told(reach: Reach) -> None:
    """Somebody has their note: nothing is to be made up for."""
    Reach.objects.filter(pk=reach.pk).update(missed=0)


@transaction.atomic
def owe_what_was_missed(reach_id: int) -> None:
    """Owe a note again that nobody took: mail failed, and now the other way is gone as well.

    While something still tries to tell of it, or once they came in, nothing is owed anew.
    """
    reach = Reach.objects.select_for_update().filter(pk=reach_id, told=True).first()
    if reach is None or not reach.missed or _is_tried_still(reach):
        return
    if reach.missed == NEAR:
        reach.is_near = True
    else:
        Owed.objects.get_or_create(reach=reach)
    reach.told, reach.rest_until, reach.missed = False, None, 0
    reach.save(update_fields=["told", "rest_until", "missed", "is_near"])


def _is_tried_still(reach: Reach) -> bool:
    waiting = [ways.objects.filter(reach=reach, waits__gt=0) for ways in (Device, Phone)]
    return any(ways.exists() for ways in waiting)
