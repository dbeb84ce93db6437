"""Asking, agreeing, resting, planning and leaving."""

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Path, Query, Router, Status
from pydantic import Field

from alongside.api.auth import full, person_of
from alongside.api.life import BackShape, HeardShape, PlannedShape, UntilShape
from alongside.api.shapes import LARGEST, Day, Hash, Id, Int, Shape, Signature
from alongside.api.standings import StandingShape, StandingsShape, standing_shape
from alongside.conversations import actions as conversations
from alongside.conversations.queries import relationship_of, standing_of, standings_of
from alongside.ground import clock
from alongside.people.models import Account
from alongside.relationships import actions
from alongside.relationships.models import Relationship

Number = Annotated[int, Path(ge=1, le=LARGEST)]
Before = Annotated[int | None, Query(ge=1, le=LARGEST)]
router = Router(tags=["relationships"], auth=full)


class BoundShape(Shape):
    """The invite somebody came by, and what only who has it can make."""

    invite_id: Id
    bind: Hash

    def read(self) -> actions.InvitePaper:
        """Read it."""
        return actions.InvitePaper(self.invite_id, self.bind)


class AskShape(Shape):
    """An ask: whom, the conversation's identifier, and the signed promise."""

    specialist: Id
    conv: Id
    rand: Id
    promise: dict[str, Any]
    day: Day
    sig: Signature
    invite: BoundShape | None = None

    def read(self) -> actions.AskPaper:
        """Read it."""
        invite = self.invite.read() if self.invite else None
        return actions.AskPaper(self.conv, self.rand, self.promise, self.day, self.sig, invite)


class YesShape(Shape):
    """A specialist's signature under the promise, and their answer to an invite."""

    day: Day
    sig: Signature
    invite_yes: Hash | None = None


class AgreeShape(Shape):
    """A signature under a later edition of the promise, and the language it was read in."""

    version: Int
    day: Day
    sig: Signature
    lang: Annotated[str, Field(max_length=5)]


class VersionShape(Shape):
    """Which edition of the promise is meant."""

    version: Int


class AgainShape(Shape):
    """The identifier of a conversation that continues another."""

    conv: Id
    rand: Id


@router.post("/asks", response={201: StandingShape})
def ask(request: HttpRequest, papers: AskShape) -> Status[StandingShape]:
    """Ask a specialist; the hello follows over the wire."""
    person = person_of(request)
    made = actions.ask(papers.specialist, papers.read(), by=person, today=clock.today())
    return Status(201, standing_now(person, made))


@router.get("/relationships", response=StandingsShape)
def relationships(request: HttpRequest, before: Before = None) -> StandingsShape:
    """Give one's relationships, newest first, at most 200."""
    standings = standings_of(person_of(request), before=before)
    return StandingsShape(relationships=[standing_shape(one) for one in standings])


@router.post("/relationships/{number}/accept", response=StandingShape)
def accept(request: HttpRequest, number: Number, papers: YesShape) -> StandingShape:
    """Say yes, with one's signature under the promise."""
    person = person_of(request)
    relationship = relationship_of(person, id=number)
    actions.accept(
        relationship,
        by=person,
        day=papers.day,
        sig=papers.sig,
        today=clock.today(),
        invite_yes=papers.invite_yes,
    )
    return standing_now(person, relationship)


@router.post("/relationships/{number}/agree", response=StandingShape)
def agree(request: HttpRequest, number: Number, papers: AgreeShape) -> StandingShape:
    """Agree to a later edition of our promise."""
    person = person_of(request)
    relationship = relationship_of(person, id=number)
    actions.agree(
        relationship,
        version=papers.version,
        by=person,
        day=papers.day,
        sig=papers.sig,
        lang=papers.lang,
        today=clock.today(),
    )
    return standing_now(person, relationship)


@router.post("/relationships/{number}/keep", response=StandingShape)
def keep(request: HttpRequest, number: Number, papers: VersionShape) -> StandingShape:
    """Keep the promise that counts now, and say no to another."""
    person = person_of(request)
    relationship = relationship_of(person, id=number)
    actions.keep_old_promise(
        relationship, version=papers.version, by=person, today=clock.today()
    )
    return standing_now(person, relationship)


@router.post("/relationships/{number}/decline", response=StandingShape)
def decline(request: HttpRequest, number: Number) -> StandingShape:
    """Say no, without a reason."""
    person = person_of(request)
    relationship = relationship_of(person, id=number)
    actions.decline(relationship, by=person, today=clock.today())
    return standing_now(person, relationship)


@router.post("/relationships/{number}/withdraw", response=StandingShape)
def withdraw(request: HttpRequest, number: Number) -> StandingShape:
    """Take an ask back."""
    person = person_of(request)
    relationship = relationship_of(person, id=number)
    actions.withdraw(relationship, by=person, today=clock.today())
    return standing_now(person, relationship)


@router.post("/relationships/{number}/end", response=StandingShape)
def end(request: HttpRequest, number: Number) -> StandingShape:
    """End it at once, without a reason."""
    person = person_of(request)
    relationship = relationship_of(person, id=number)
    actions.end(relationship, by=person, today=clock.today())
    return standing_now(person, relationship)


@router.post("/relationships/{number}/block", response=StandingShape)
def block(request: HttpRequest, number: Number) -> StandingShape:
    """Leave at once, and be asked no more."""
    person = person_of(request)
    relationship = relationship_of(person, id=number)
    actions.block(relationship, by=person, today=clock.today())
    return standing_now(person, relationship)


@router.post("/relationships/{number}/unblock", response=StandingShape)
def unblock(request: HttpRequest, number: Number) -> StandingShape:
    """Let somebody ask again whom one had blocked."""
    person = person_of(request)
    relationship = relationship_of(person, id=number)
    actions.unblock(relationship, by=person)
    return standing_now(person, relationship)


@router.post("/relationships/{number}/pause", response=StandingShape)
def pause(request: HttpRequest, number: Number, papers: UntilShape) -> StandingShape:
    """Rest from writing, without a reason."""
    person = person_of(request)
    relationship = relationship_of(person, id=number)
    actions.pause(relationship, by=person, until=papers.until_on, today=clock.today())
    return standing_now(person, relationship)


@router.post("/relationships/{number}/resume", response=StandingShape)
def resume(request: HttpRequest, number: Number) -> StandingShape:
    """End one's own pause before its day."""
    person = person_of(request)
    relationship = relationship_of(person, id=number)
    actions.resume(relationship, by=person, today=clock.today())
    return standing_now(person, relationship)


@router.put("/relationships/{number}/plan", response=StandingShape)
def plan(request: HttpRequest, number: Number, papers: PlannedShape) -> StandingShape:
    """Say until when one means to walk together, or say yes to what the other wishes."""
    person = person_of(request)
    relationship = relationship_of(person, id=number)
    actions.plan(relationship, by=person, ends_on=papers.ends_on, today=clock.today())
    return standing_now(person, relationship)


@router.delete("/relationships/{number}/plan/wish", response=StandingShape)
def drop_wish(request: HttpRequest, number: Number) -> StandingShape:
    """Take back a wish for more time, or say no to it."""
    person = person_of(request)
    relationship = relationship_of(person, id=number)
    actions.drop_wish(relationship, by=person)
    return standing_now(person, relationship)


@router.post("/relationships/{number}/plan/heard", response=StandingShape)
def heard(request: HttpRequest, number: Number, papers: HeardShape) -> StandingShape:
    """Put a reminder away; the other is told nothing of it."""
    person = person_of(request)
    relationship = relationship_of(person, id=number)
    actions.put_reminder_away(relationship, by=person, weeks=papers.weeks)
    return standing_now(person, relationship)


@router.put("/relationships/{number}/way-back", response=StandingShape)
def way_back(request: HttpRequest, number: Number, papers: BackShape) -> StandingShape:
    """Say that one would be glad to meet again; it shows once both said so."""
    person = person_of(request)
    relationship = relationship_of(person, id=number)
    actions.wish_back(relationship, by=person, wish=papers.wish, today=clock.today())
    return standing_now(person, relationship)


@router.post("/relationships/{number}/again", response=StandingShape)
def again(request: HttpRequest, number: Number, papers: AgainShape) -> StandingShape:
    """Start again from the last good line, in a new conversation."""
    person = person_of(request)
    relationship = relationship_of(person, id=number)
    conversations.again(
        relationship, conv=papers.conv, rand=papers.rand, by=person, today=clock.today()
    )
    return standing_now(person, relationship)


def standing_now(person: Account, relationship: Relationship) -> StandingShape:
    """Write a relationship as it stands after the deed."""
    return standing_shape(standing_of(person, relationship_of(person, id=relationship.pk)))
