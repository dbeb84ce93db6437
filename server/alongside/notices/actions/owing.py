"""Something new waits for somebody: one bit, which is gone when they come in."""

from django.db import transaction

from alongside.notices.models import Device, Outbox, Owed, Phone, Reach
from alongside.notices.queries import Somebody, at_the_desk, of, reach_of, wanting_coordinators
from alongside.notices.rules import rest_after_coming_in
from alongside.people.models import DeskUser


def came_in(somebody: Somebody) -> None:
    """Owe nothing to somebody who is here; from now on the rest they chose is enough."""
    reach = reach_of(somebody)
    if reach is None:
        return
    if reach.told or reach.is_near or Owed.objects.filter(reach=reach).exists():
        _settle(somebody)


def came_to_desk(by: DeskUser) -> Outbox:
    """Owe a coordinator nothing more, as they are here; gives how the mail server has been.

    Both in one question, for the first page of the desk has many.
    """
    told, mail = at_the_desk(by)
    if told:
        _settle(by)
    return mail


@transaction.atomic
def owe_coordinators(
    *,
    waits_day: int | None = None,
    endings_day: int | None = None,
    looks_day: int | None = None,
) -> None:
    """Owe every coordinator a note who was not told of what these days stand for.

    `waits_day`: the newest day since which somebody has waited too long. `endings_day`: the
    last day of an endorsement that ends soon. `looks_day`: the newest day on which somebody
    should have looked again whether a client can be told. Each is told of once.
    """
    days = {"waits": waits_day, "endings": endings_day, "looks": looks_day}
    news = {f"{name}_told_day": day for name, day in days.items() if day is not None}
    for reach in wanting_coordinators().select_for_update():
        if any(day > getattr(reach, name) for name, day in news.items()):
            for name, day in news.items():
                setattr(reach, name, max(getattr(reach, name), day))
            reach.save(update_fields=list(news))
            Owed.objects.get_or_create(reach=reach)


@transaction.atomic
def owe_every_coordinator() -> None:
    """Owe every coordinator who wants notes one; whoever calls says each thing once."""
    for reach in wanting_coordinators().select_for_update():
        Owed.objects.get_or_create(reach=reach)


@transaction.atomic
def _settle(somebody: Somebody) -> None:
    reach = Reach.objects.select_for_update().filter(of(somebody)).first()
    if reach is None:
        return
    Owed.objects.filter(reach=reach).delete()
    Device.objects.filter(reach=reach).update(waits=0)
    Phone.objects.filter(reach=reach).update(waits=0)
    if reach.told and reach.rest_until is not None:
        reach.rest_until = rest_after_coming_in(reach.rest_until, hours=reach.rest_hours)
    reach.told = reach.is_near = False
    reach.missed = 0
    reach.save(update_fields=["told", "missed", "rest_until", "is_near"])
