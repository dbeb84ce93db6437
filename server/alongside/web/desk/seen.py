"""Who looked: a page that shows somebody's record is told on that person's own wall."""

from collections.abc import Iterable

from alongside.ground import clock
from alongside.people.models import Account, RoleName
from alongside.wall.actions import Kind, Note, Page, note_all


def looked_at(people: Iterable[Account], page: Page) -> None:
    """Tell these people that the team looked at them on this page; once a day."""
    _told(people, Kind.STAFF_VIEW, page)


def took_list(people: Iterable[Account], page: Page) -> None:
    """Tell these people that the team took a list with them along; once a day."""
    _told(people, Kind.STAFF_TOOK_LIST, page)


def _told(people: Iterable[Account], kind: Kind, page: Page) -> None:
    detail = {"page": page, "role": RoleName.COORDINATOR}
    note_all([Note(person, kind, clock.today(), detail=detail) for person in people])
