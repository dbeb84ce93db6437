"""Telling no more: at one press, by time, or with a place. Keys first, then what they open."""

from django.db import transaction
from django.db.models import Q

from alongside.consent.actions import walled
from alongside.consent.models import Emergency, EmergencyWrap, EndedBy, LinkBox, Telling, Wrap
from alongside.consent.queries import signed_by
from alongside.consent.rules import last_day_to_forget
from alongside.ground import clock
from alongside.people.announcements import PlaceClosed
from alongside.people.models import Account
from pse.package import TOLD


@transaction.atomic
def withdraw(client: Account, ref: bytes, *, today: int) -> Telling:
    """Stop telling at once; what has ended already stays as it is."""
    telling = Telling.objects.select_for_update().get(pk=signed_by(client, ref).pk)
    if telling.ended_on is None:
        _stop(telling, by=EndedBy.CLIENT, today=today)
    return telling


def end_what_is_over(*, today: int) -> int:
    """End everything whose last day has passed, each by itself; gives how many."""
    over = Telling.objects.filter(ended_on=None, until_day__lt=today).order_by("id")
    return sum(_end(pk, today=today) for pk in over.values_list("pk", flat=True))


@transaction.atomic
def forget_old_accounts(*, today: int) -> None:
    """Forget what ended six years ago: nobody has to account for it any more."""
    last = last_day_to_forget(today)
    old = Telling.objects.filter(ended_on__lte=last)
    Wrap.objects.filter(telling__in=old).delete()
    old.delete()
    entries = Emergency.objects.filter(entered_on__lte=last)
    EmergencyWrap.objects.filter(emergency__in=entries).delete()
    entries.delete()


def end_of_closed(closed: PlaceClosed) -> None:
    """Somebody closed their place: their keys go, and nothing of theirs is told on."""
    person, today = closed.account, clock.today()
    Wrap.objects.filter(account=person).delete()
    EmergencyWrap.objects.filter(account=person).delete()
    theirs = Q(client=person) | Q(recipient=person)
    for telling in Telling.objects.filter(theirs, ended_on=None).order_by("id"):
        _stop(telling, by=EndedBy.PLACE_CLOSED, today=today)


@transaction.atomic
def _end(pk: int, *, today: int) -> bool:
    held = Telling.objects.select_for_update().filter(pk=pk, ended_on=None).first()
    if held is None:
        return False
    _stop(held, by=EndedBy.TIME, today=today)
    return True


def _stop(telling: Telling, *, by: EndedBy, today: int) -> None:
    wraps = Wrap.objects.filter(telling=telling)
    wraps.filter(box=TOLD).delete()
    # The account stays with the two it is about; whoever was told has no key any more.
    wraps.exclude(account__in=[telling.client_id, telling.specialist_id]).delete()
    LinkBox.objects.filter(telling=telling).delete()
    telling.sealed_told = None
    telling.ended_on, telling.ended_by = today, by
    telling.save(update_fields=["sealed_told", "ended_on", "ended_by"])
    walled.stopped(telling, today=today)
