"""The doors to somebody's wall: only its own person comes through."""

from collections.abc import Iterable
from dataclasses import dataclass

from alongside.people.models import Account
from alongside.wall.models import Row, Top
from alongside.wall.rules import ROWS_A_PAGE
from pse.wall import EMPTY, START, WallAt
from pse.wall import Row as RowPaper


@dataclass(frozen=True)
class WallPage:
    """Some rows of a wall, the hash before them, and where the wall ends now."""

    top: WallAt
    before: bytes
    rows: list[RowPaper]


def top_of(person: Account) -> WallAt:
    """Where somebody's wall ends now."""
    top = Top.objects.filter(account=person).first()
    return WallAt(top.n, top.h) if top else EMPTY


def page_of(person: Account, *, start: int) -> WallPage:
    """Give at most 200 rows of somebody's own wall, from one on."""
    top = top_of(person)
    # The row before comes along, for its hash.
    found = Row.objects.filter(account=person, n__gte=start - 1, n__lte=top.n)
    rows = list(found.order_by("n")[: ROWS_A_PAGE + 1])
    before = rows.pop(0).h if rows and rows[0].n == start - 1 else START
    return WallPage(top, before, [_paper(row) for row in rows[:ROWS_A_PAGE]])


def told_on(people: Iterable[Account], *, day: int, kinds: Iterable[int]) -> list[Row]:
    """Give what was told to these people on a day."""
    return list(
        Row.objects.filter(account__in=list(people), day=day, kind__in=set(kinds)).only(
            "account_id", "told"
        )
    )


def _paper(row: Row) -> RowPaper:
    return RowPaper(row.n, row.day, row.keep, row.told or b"", row.told_hash)
