"""The programme looked: whoever's record a page of the desk shows is told of it."""

from collections.abc import Iterable

from alongside.people.models import Account, RoleName
from alongside.wall.actions.telling import Note, note_all
from alongside.wall.rules import Kind, Page


def tell_seen(accounts: Iterable[int], page: Page, *, today: int) -> int:
    """Tell the people with these numbers that their record stood on a page of the desk.

    Told are the page, the day, and that it was a coordinator; never who. Once a day each.
    """
    return _tell(accounts, Kind.STAFF_VIEW, page, today=today)


def tell_people(
    people: Iterable[Account],
    page: Page,
    *,
    today: int,
    by: RoleName = RoleName.COORDINATOR,
) -> int:
    """Tell people that their record stood on a page, where the page knows them already."""
    return _note(people, Kind.STAFF_VIEW, page, today=today, by=by)


def tell_taken(accounts: Iterable[int], page: Page, *, today: int) -> int:
    """Tell them that their record went along in a file."""
    return _tell(accounts, Kind.STAFF_TOOK_LIST, page, today=today)


def _tell(accounts: Iterable[int], kind: Kind, page: Page, *, today: int) -> int:
    found = Account.objects.filter(pk__in=set(accounts), closed=False).only("ref", "closed")
    return _note(found, kind, page, today=today)


def _note(
    people: Iterable[Account],
    kind: Kind,
    page: Page,
    *,
    today: int,
    by: RoleName = RoleName.COORDINATOR,
) -> int:
    detail = {"page": page, "role": by}
    return note_all(Note(each, kind, today, None, detail) for each in people)
