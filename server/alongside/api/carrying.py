"""What a specialist says of themselves so that they can carry it: topics, weights, a break."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Path, Router
from pydantic import Field

from alongside.api.auth import full, person_of
from alongside.api.shapes import LARGEST, Day, Id, Int, Shape
from alongside.conversations.queries import relationship_of
from alongside.ground import clock
from alongside.ground.refusal import NotYours
from alongside.people.models import Account
from alongside.programme.easing import set_not_now
from alongside.programme.models import Seat
from alongside.programme.queries import seat_of
from alongside.relationships import actions
from alongside.relationships.queries import load_of, weights_of

Number = Annotated[int, Path(ge=1, le=LARGEST)]
Topic = Annotated[str, Field(max_length=20)]
router = Router(tags=["carrying"], auth=full)


class TopicsShape(Shape):
    """Topics that are not taken now."""

    topics: Annotated[list[Topic], Field(max_length=64)]


class WeightShape(Shape):
    """How heavy: 1 light, 2 ordinary, 4 heavy, in half places."""

    weight: Int


class BreakShape(Shape):
    """The first day of a break, the day one is back, and who could stand in."""

    from_on: Day
    back_on: Day
    cover: Id | None


class WeighedShape(Shape):
    """One relationship that takes a place."""

    id: Int
    weight: Int


class CarryingShape(Shape):
    """All of it, for the specialist alone."""

    not_now: list[str]
    taken: Int
    cap: Int
    people: list[WeighedShape]
    away: BreakShape | None


@router.get("/carrying", response=CarryingShape)
def carrying(request: HttpRequest) -> CarryingShape:
    """Give one's own; 404 for whoever is no specialist."""
    return _shape(person_of(request))


@router.put("/carrying/not-now", response=CarryingShape)
def not_now(request: HttpRequest, papers: TopicsShape) -> CarryingShape:
    """Say which topics one does not take now."""
    person = person_of(request)
    set_not_now(person, papers.topics)
    return _shape(person)


@router.put("/carrying/people/{number}", response=CarryingShape)
def weigh(request: HttpRequest, number: Number, papers: WeightShape) -> CarryingShape:
    """Say how heavy it is to walk with somebody."""
    person = person_of(request)
    actions.weigh(relationship_of(person, id=number), papers.weight, by=person)
    return _shape(person)


@router.put("/carrying/break", response=CarryingShape)
def plan_break(request: HttpRequest, papers: BreakShape) -> CarryingShape:
    """Plan a break."""
    person = person_of(request)
    actions.plan_break(
        person,
        from_on=papers.from_on,
        back_on=papers.back_on,
        cover=papers.cover,
        today=clock.today(),
    )
    return _shape(person)


@router.delete("/carrying/break", response=CarryingShape)
def end_break(request: HttpRequest) -> CarryingShape:
    """Call it off, or come back."""
    person = person_of(request)
    actions.end_break(person, today=clock.today())
    return _shape(person)


def _shape(person: Account) -> CarryingShape:
    seat = seat_of(person)
    if seat is None:
        raise NotYours
    found = weights_of(person)
    return CarryingShape(
        not_now=seat.not_now,
        taken=load_of(person),
        cap=seat.cap,
        people=[WeighedShape(id=id, weight=weight) for id, weight in found.items()],
        away=_break(seat),
    )


def _break(seat: Seat) -> BreakShape | None:
    from_on, back_on = seat.away_from_on, seat.back_on
    if from_on is None or back_on is None or back_on <= clock.today():
        return None
    return BreakShape(
        from_on=from_on,
        back_on=back_on,
        cover=None if seat.cover is None else bytes(seat.cover.ref),
    )
