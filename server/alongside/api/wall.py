"""What happened around oneself, row by row; and what a device of one's own took along."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Query, Router, Status
from pydantic import Field

from alongside.api.auth import full, person_of
from alongside.api.shapes import Bytes, Day, Hash, Int, Shape
from alongside.ground import clock
from alongside.wall.actions import read_wall, tell_exported
from pse.wall import Row

router = Router(tags=["wall"])


class RowShape(Shape):
    """One row; `told` is empty once its time is over."""

    n: Int
    day: Day
    keep: Int
    told: Bytes
    told_hash: Hash

    @classmethod
    def of(cls, row: Row) -> "RowShape":
        """Write one."""
        return cls(n=row.n, day=row.day, keep=row.keep, told=row.told, told_hash=row.told_hash)


class WallShape(Shape):
    """Some rows, the hash before them, and where the wall ends now."""

    n: Int
    h: Hash
    before: Hash
    rows: list[RowShape]


class TakenShape(Shape):
    """Which of one's things a device took along: 1 a talk, 2 the notebook, 3 all of it."""

    what: Annotated[int, Field(strict=True, ge=1, le=3)]


@router.get("/wall", auth=full, response=WallShape)
def wall(
    request: HttpRequest, start: Annotated[int, Query(alias="from", ge=1, le=2**53 - 1)] = 1
) -> WallShape:
    """Give at most 200 rows of one's own wall, from one on."""
    page = read_wall(person_of(request), start=start)
    rows = [RowShape.of(row) for row in page.rows]
    return WallShape(n=page.top.n, h=page.top.h, before=page.before, rows=rows)


@router.post("/wall/taken", auth=full, response={204: None})
def taken(request: HttpRequest, papers: TakenShape) -> Status[None]:
    """Note that a device of one's own said it took something along."""
    tell_exported(person_of(request), what=papers.what, today=clock.today())
    return Status(204, None)
