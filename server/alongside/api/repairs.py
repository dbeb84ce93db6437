"""What did not sit right between two people: that it is open, until when a reply is due."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Path, Router, Status

from alongside.api.auth import full, person_of
from alongside.api.relationships import Number
from alongside.api.shapes import Bool, Day, Id, Shape
from alongside.conversations.queries import relationship_of
from alongside.ground import clock
from alongside.people.models import Account
from alongside.programme import queries as programmes
from alongside.relationships.models import Relationship
from alongside.repairs import actions
from alongside.repairs.models import Repair
from alongside.repairs.queries import repairs_of
from alongside.repairs.rules import is_late

router = Router(tags=["repairs"], auth=full)
Ref = Annotated[Id, Path()]
ONE = "/relationships/{number}/repairs/{ref}"


class WishedShape(Shape):
    """Whether the desk may know that a reply is late, and nothing else of it."""

    tells_desk: Bool


class RepairShape(Shape):
    """One thing that is not closed, as one of the two sees it."""

    ref: Id
    mine: Bool
    due_on: Day
    answered: Bool
    late: Bool
    # Only whoever said it sees what they wished.
    tells_desk: Bool | None


class RepairsShape(Shape):
    """All that is open between two people, oldest first."""

    repairs: list[RepairShape]


@router.get("/relationships/{number}/repairs", response=RepairsShape)
def repairs(request: HttpRequest, number: Number) -> RepairsShape:
    """Give what is open between oneself and somebody."""
    person = person_of(request)
    return _between(person, relationship_of(person, id=number))


@router.put(ONE, response=RepairsShape)
def say(request: HttpRequest, number: Number, ref: Ref, papers: WishedShape) -> RepairsShape:
    """Note that something did not sit right; the words go over the wire."""
    person = person_of(request)
    relationship = relationship_of(person, id=number)
    actions.open_repair(
        relationship,
        ref,
        by=person,
        tells_desk=papers.tells_desk,
        working_days=programmes.working_days(),
        today=clock.today(),
    )
    return _between(person, relationship)


@router.put(ONE + "/desk", response=RepairsShape)
def wish(request: HttpRequest, number: Number, ref: Ref, papers: WishedShape) -> RepairsShape:
    """Say anew whether the desk may know that a reply to what one said is late."""
    person = person_of(request)
    relationship = relationship_of(person, id=number)
    actions.wish_for_desk(relationship, ref, by=person, tells_desk=papers.tells_desk)
    return _between(person, relationship)


@router.post(ONE + "/answered", response=RepairsShape)
def answered(request: HttpRequest, number: Number, ref: Ref) -> RepairsShape:
    """Note that one replied."""
    person = person_of(request)
    relationship = relationship_of(person, id=number)
    actions.note_reply(relationship, ref, by=person, today=clock.today())
    return _between(person, relationship)


@router.delete(ONE, response={204: None})
def close(request: HttpRequest, number: Number, ref: Ref) -> Status[None]:
    """Close what one said oneself."""
    person = person_of(request)
    actions.close_repair(relationship_of(person, id=number), ref, by=person)
    return Status(204, None)


def _between(person: Account, relationship: Relationship) -> RepairsShape:
    return RepairsShape(repairs=[_shape(person, one) for one in repairs_of(relationship)])


def _shape(person: Account, repair: Repair) -> RepairShape:
    is_mine = repair.by_id == person.pk
    return RepairShape(
        ref=bytes(repair.ref),
        mine=is_mine,
        due_on=repair.due_on,
        answered=repair.answered,
        late=is_late(repair.due_on, answered=repair.answered, today=clock.today()),
        tells_desk=repair.tells_desk if is_mine else None,
    )
