"""Something new waits for somebody: one bit, which is gone when they come in."""

from django.db import transaction

from alongside.notices.models import Owed, Reach
from alongside.notices.queries import Somebody, of, reach_of, wanting_coordinators
from alongside.notices.rules import rest_after_coming_in


def came_in(somebody: Somebody) -> None:
    """Owe nothing to somebody who is here; from now on an hour is enough between two notes."""
    reach = reach_of(somebody)
    if reach is None:
        return
    if reach.told or Owed.objects.filter(reach=reach).exists():
        _settle(somebody)


@transaction.atomic
def owe_coordinators(*, waits_day: int | None = None, endings_day: int | None = None) -> None:
    """Owe every coordinator a note who was not told of what these days stand for.

    `waits_day`: the newest day since which somebody has waited too long. `endings_day`: the
    last day of an endorsement that ends soon. Each is told of once.
    """
    for reach in wanting_coordinators().select_for_update():
        if _is_news(reach, waits_day=waits_day, endings_day=endings_day):
            reach.waits_told_day = max(reach.waits_told_day, waits_day or 0)
            reach.endings_told_day = max(reach.endings_told_day, endings_day or 0)
            reach.save(update_fields=["waits_told_day", "endings_told_day"])
            Owed.objects.get_or_create(reach=reach)


@transaction.atomic
def _settle(somebody: Somebody) -> None:
    reach = Reach.objects.select_for_update().filter(of(somebody)).first()
    if reach is None:
        return
    Owed.objects.filter(reach=reach).delete()
    if reach.told and reach.rest_until is not None:
        reach.rest_until = rest_after_coming_in(reach.rest_until)
    reach.told = False
    reach.save(update_fields=["told", "rest_until"])


def _is_news(reach: Reach, *, waits_day: int | None, endings_day: int | None) -> bool:
    is_new_wait = waits_day is not None and waits_day > reach.waits_told_day
    is_new_ending = endings_day is not None and endings_day > reach.endings_told_day
    return is_new_wait or is_new_ending
