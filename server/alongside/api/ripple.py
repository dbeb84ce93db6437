"""Passing it on: being counted, steps somebody asks for themselves, and invitations."""

import secrets
from typing import Annotated

from django.http import HttpRequest
from ninja import Path, Router, Status
from pydantic import Field

from alongside.api.auth import full, person_of
from alongside.api.relationships import Number
from alongside.api.shapes import Bool, Day, Id, Int, Shape
from alongside.ground import clock
from alongside.people.models import Account
from alongside.relationships.queries import relationship_of
from alongside.ripple import actions, queries
from alongside.ripple.models import Step
from alongside.ripple.rules import GENERATIONS

router = Router(tags=["ripple"], auth=full)
Role = Annotated[int, Field(strict=True, ge=1, le=3)]


class StepShape(Shape):
    """One step: asked of a specialist, by the number of the relationship, or taken."""

    role: Int
    relationship: Int | None
    quarter: Int | None


class InvitationShape(Shape):
    """An open invitation of one's own: the same, whether somebody came by it or not."""

    number: Int
    ends_on: Day


class InvitationCodeShape(Shape):
    """What stands in the link of an invitation."""

    code: Id


class RippleShape(Shape):
    """All of one's own, and what one is asked."""

    specialist: Bool
    counted: Bool
    # Through how many people it came, as a specialist said; a client is not told of another.
    generation: Int | None
    may_begin_on: Day | None
    next: Int | None
    steps: list[StepShape]
    asked: list[StepShape]
    invitations: list[InvitationShape]


class MadeShape(InvitationCodeShape):
    """A new invitation: its code is told once, and kept by nobody but its giver."""

    number: Int
    mine: RippleShape


class CountedShape(Shape):
    """May they count me; and what only a specialist says: through how many people it came."""

    counted: Bool
    generation: Annotated[int, Field(strict=True, ge=0, lt=GENERATIONS)]


class AskedShape(Shape):
    """Which step."""

    role: Role


class StepAnswerShape(AskedShape):
    """Which step, and yes or not now."""

    yes: Bool


@router.get("/ripple", response=RippleShape)
def mine(request: HttpRequest) -> RippleShape:
    """Give one's own steps, and whether one is counted."""
    return _of(person_of(request))


@router.put("/ripple", response=RippleShape)
def count(request: HttpRequest, papers: CountedShape) -> RippleShape:
    """Let oneself be counted, or no longer."""
    person = person_of(request)
    if papers.counted:
        actions.be_counted(person, generation=papers.generation, today=clock.today())
    else:
        actions.stop_being_counted(person)
    return _of(person)


@router.delete("/ripple/steps/{role}", response={204: None})
def take_back(request: HttpRequest, role: Annotated[int, Path(ge=1, le=3)]) -> Status[None]:
    """Take a step back, with all that builds on it."""
    actions.take_back(person_of(request), role)
    return Status(204, None)


@router.post("/ripple/invitations", response={201: MadeShape})
def invite(request: HttpRequest) -> Status[MadeShape]:
    """Make an invitation that is open for seven days."""
    person, code = person_of(request), secrets.token_bytes(16)
    made = actions.invite(person, code, today=clock.today())
    return Status(201, MadeShape(code=code, number=made.pk, mine=_of(person)))


@router.delete("/ripple/invitations/{number}", response={204: None})
def take_invitation_back(request: HttpRequest, number: Number) -> Status[None]:
    """Take an invitation of one's own back."""
    actions.take_invitation_back(person_of(request), number)
    return Status(204, None)


@router.post("/ripple/came", response={204: None})
def came(request: HttpRequest, papers: InvitationCodeShape) -> Status[None]:
    """Let it be counted that one came by an invitation; the answer is the same for all."""
    actions.came(person_of(request), papers.code, today=clock.today())
    return Status(204, None)


@router.put("/relationships/{number}/step", response=RippleShape)
def ask(request: HttpRequest, number: Number, papers: AskedShape) -> RippleShape:
    """Ask a specialist of one's own for the next step."""
    person = person_of(request)
    relationship = relationship_of(person, id=number)
    actions.ask_for(relationship, papers.role, by=person, today=clock.today())
    return _of(person)


@router.post("/relationships/{number}/step/answer", response=RippleShape)
def answer(request: HttpRequest, number: Number, papers: StepAnswerShape) -> RippleShape:
    """Say yes to a step that one was asked about, or not now."""
    person = person_of(request)
    relationship = relationship_of(person, id=number)
    actions.answer(relationship, papers.role, by=person, yes=papers.yes, today=clock.today())
    return _of(person)


def _of(person: Account) -> RippleShape:
    found = queries.mine(person, today=clock.today())
    return RippleShape(
        specialist=found.is_specialist,
        counted=found.is_counted,
        generation=found.generation if found.is_specialist else None,
        may_begin_on=found.may_begin_on,
        next=found.next,
        steps=[_step(one) for one in found.steps],
        asked=[_step(one) for one in found.asked],
        invitations=[
            InvitationShape(number=one.pk, ends_on=one.ends_on) for one in found.invitations
        ],
    )


def _step(step: Step) -> StepShape:
    return StepShape(role=step.role, relationship=step.asked_of_id, quarter=step.quarter)
