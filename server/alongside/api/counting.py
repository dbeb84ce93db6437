"""Being counted in: one bit for one statement, and nothing that could be asked back."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Router, Status
from pydantic import Field

from alongside.api.auth import full, person_of
from alongside.api.shapes import Bool, Int, Shape
from alongside.counts import actions, queries
from alongside.counts.rules import LEAST
from alongside.ground import clock
from alongside.ground.refusal import NotYours

router = Router(tags=["counts"])


class OpenShape(Shape):
    """What one may be counted in with, and how many people close a batch."""

    least: Int
    statements: list[Int]


class CountShape(Shape):
    """One statement, and whether the answer was the last word of the five."""

    statement: Annotated[int, Field(strict=True, ge=1, le=6)]
    wholly: Bool


@router.get("/counting", auth=full, response=OpenShape)
def counting(request: HttpRequest) -> OpenShape:
    """Say which statements a client is not counted in with yet."""
    person = person_of(request)
    if not queries.may_count_in(person):
        raise NotYours
    return OpenShape(least=LEAST, statements=queries.open_to(person))


@router.post("/counting", auth=full, response={204: None})
def count_in(request: HttpRequest, papers: CountShape) -> Status[None]:
    """Count a client in; sent again in the same batch it changes nothing."""
    person, now = person_of(request), clock.now()
    actions.count_in(person, papers.statement, yes=papers.wholly, now=now)
    return Status(204, None)
