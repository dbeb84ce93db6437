"""A specialist and whoever supports them think together; missing and forbidden are one."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Path, Query, Router, Status

from alongside.api.auth import full, person_of
from alongside.api.letters_shapes import LetterInShape
from alongside.api.reflections_shapes import (
    ReflectionsShape,
    TogetherPlanShape,
    WholeTogetherShape,
    listed_shape,
    whole_shape,
)
from alongside.api.shapes import Id
from alongside.ground import clock
from alongside.people.models import Account
from alongside.supervision import actions, queries

router = Router(tags=["thinking together"], auth=full)
Ref = Annotated[Id, Path()]
ONE = "/reflections/{ref}"
# A year of daily meetings with two hundred people ends before this page.
LAST_PAGE = 2_500


@router.get("/reflections", response=ReflectionsShape)
def reflections(
    request: HttpRequest, page: Annotated[int, Query(ge=0, le=LAST_PAGE)] = 0
) -> ReflectionsShape:
    """Give one's own times together, a page at a time, and with whom a new one may be."""
    person = person_of(request)
    return listed_shape(queries.listed(person, page=page, today=clock.today()), person=person)


@router.put(ONE, response=WholeTogetherShape)
def plan(request: HttpRequest, ref: Ref, papers: TogetherPlanShape) -> WholeTogetherShape:
    """Name a day, or another day."""
    person = person_of(request)
    actions.plan(person, ref, other=papers.other, meets_on=papers.meets_on, today=clock.today())
    return _whole(person, ref)


@router.get(ONE, response=WholeTogetherShape)
def one(request: HttpRequest, ref: Ref) -> WholeTogetherShape:
    """Give one of one's own, with its letters."""
    return _whole(person_of(request), ref)


@router.delete(ONE, response={204: None})
def put_away(request: HttpRequest, ref: Ref) -> Status[None]:
    """Take away what one wrote; the time itself too, unless the other wrote something."""
    actions.put_away(person_of(request), ref)
    return Status(204, None)


@router.post(ONE + "/letters", response=WholeTogetherShape)
def write(request: HttpRequest, ref: Ref, papers: LetterInShape) -> WholeTogetherShape:
    """Write to the other."""
    person = person_of(request)
    actions.write(person, ref, papers.read(), today=clock.today())
    return _whole(person, ref)


@router.delete(ONE + "/letters/{letter}", response={204: None})
def take_back(request: HttpRequest, ref: Ref, letter: Ref) -> Status[None]:
    """Take one's own letter away from both."""
    actions.take_letter_back(person_of(request), ref, letter)
    return Status(204, None)


def _whole(person: Account, ref: bytes) -> WholeTogetherShape:
    return whole_shape(queries.whole(person, ref, today=clock.today()), person=person)
