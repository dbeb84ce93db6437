"""The programme looked: whoever's record a page of the desk shows is to be told of it.

A page of fifty shows a hundred people, and each row waits for the one before it. So a look is
first written down, in one statement and before the page is answered, and becomes rows later:
by the timers, with the next thing that person is told, and at the latest when their wall is
read. Nobody can read a wall that such a look is missing from.
"""

from collections.abc import Iterable

from alongside.people.models import Account, RoleName
from alongside.wall.actions.telling import tell_untold
from alongside.wall.models import Untold
from alongside.wall.rules import Kind, Page

AT_ONCE = 500


def tell_seen(accounts: Iterable[int], page: Page, *, today: int) -> None:
    """Owe it to the people with these numbers that their record stood on a page of the desk.

    Told are the page, the day, and that it was a coordinator; never who. Once a day each.
    """
    _owe(accounts, Kind.STAFF_VIEW, page, today=today)


def tell_people(
    people: Iterable[Account],
    page: Page,
    *,
    today: int,
    by: RoleName = RoleName.COORDINATOR,
) -> None:
    """Owe it to people that their record stood on a page, where the page knows them already."""
    _owe((each.pk for each in people), Kind.STAFF_VIEW, page, today=today, by=by)


def tell_taken(accounts: Iterable[int], page: Page, *, today: int) -> None:
    """Owe it to them that their record went along in a file."""
    _owe(accounts, Kind.STAFF_TOOK_LIST, page, today=today)


def tell_looks() -> int:
    """Make rows of all that is owed, a few people at a time; gives how many rows."""
    Untold.objects.filter(account__closed=True).delete()
    waiting = Untold.objects.order_by("account").values_list("account", flat=True).distinct()
    told = 0
    while people := list(waiting[:AT_ONCE]):
        told += tell_untold(people)
    return told


def tell_looks_at(person: Account) -> None:
    """Make rows of what is owed to one person."""
    if Untold.objects.filter(account=person).exists():
        tell_untold([person.pk])


def _owe(
    accounts: Iterable[int],
    kind: Kind,
    page: Page,
    *,
    today: int,
    by: RoleName = RoleName.COORDINATOR,
) -> None:
    look = {"day": today, "kind": kind, "page": page, "role": by}
    owed = [Untold(account_id=each, **look) for each in sorted(set(accounts))]
    Untold.objects.bulk_create(owed, ignore_conflicts=True, batch_size=AT_ONCE)
