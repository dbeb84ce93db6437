"""Reading a wall: what it still had to tell is told first."""

from alongside.people.models import Account
from alongside.wall.actions.at_the_desk import tell_looks_at
from alongside.wall.queries import WallPage, page_of


def read_wall(person: Account, *, start: int) -> WallPage:
    """Give at most 200 rows of somebody's own wall, from one on; no look is missing."""
    tell_looks_at(person)
    return page_of(person, start=start)
