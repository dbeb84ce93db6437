"""Handing over and standing in: asking, answering, changing one's mind, giving of before."""

from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import Field

from alongside.api.auth import full, person_of
from alongside.api.companies import FromShape, OtherShape, others_of
from alongside.api.relationships import Number, standing_now
from alongside.api.shapes import Bool, Day, Id, Int, Shape, Signature, WrapBytes
from alongside.api.standings import StandingShape
from alongside.conversations import actions as conversations
from alongside.conversations.queries import relationship_of
from alongside.ground import clock
from alongside.relationships import actions
from alongside.relationships.handovers import asked_of
from alongside.relationships.models import Handover, HandoverKind
from alongside.relationships.promises import newest_signed

router = Router(tags=["handing over"], auth=full)
Kind = Literal["handover", "stand-in"]
KINDS = {"handover": HandoverKind.HANDOVER, "stand-in": HandoverKind.STAND_IN}
NAMES = {int(kind): name for name, kind in KINDS.items()}


class AskOverShape(Shape):
    """Whom the client asks, and their signature under the promise that counts."""

    kind: Kind
    to: Id
    until_on: Day | None
    day: Day
    sig: Signature


class SuggestShape(Shape):
    """Who could stand in, and until when."""

    to: Id
    until_on: Day


class StayShape(Shape):
    """Until which day the one before stays; none takes the day away."""

    until_on: Day | None


class YesOverShape(Shape):
    """A signature under the promise."""

    day: Day
    sig: Signature


class StretchShape(Shape):
    """The key of one stretch of before, wrapped to whoever came."""

    epoch: Int
    wrap: WrapBytes


class HistoryShape(Shape):
    """What of before the client gives."""

    all: Bool
    wraps: Annotated[
        list[StretchShape], Field(min_length=1, max_length=conversations.MOST_WRAPS)
    ]


class AskedOverShape(FromShape):
    """An ask to take over or to stand in, as the one sees it who is asked."""

    id: Int
    kind: str
    asked_on: Day
    until_on: Day | None
    client: OtherShape
    signed_for: Id
    promise: dict[str, Any]
    client_sig: Signature
    client_day: Day


class AskedOversShape(Shape):
    """Who asks me."""

    handovers: list[AskedOverShape]


@router.post("/relationships/{number}/handover", response=StandingShape)
def ask_over(request: HttpRequest, number: Number, papers: AskOverShape) -> StandingShape:
    """Ask somebody to take over, or to stand in for a while."""
    person = person_of(request)
    relationship = relationship_of(person, id=number)
    paper = actions.HandoverPaper(
        KINDS[papers.kind], papers.to, papers.until_on, papers.day, papers.sig
    )
    actions.ask_over(relationship, paper, by=person, today=clock.today())
    return standing_now(person, relationship)


@router.post("/relationships/{number}/handover/suggest", response=StandingShape)
def suggest(request: HttpRequest, number: Number, papers: SuggestShape) -> StandingShape:
    """Name somebody who could stand in; the client decides."""
    person = person_of(request)
    relationship = relationship_of(person, id=number)
    actions.suggest(
        relationship, to=papers.to, until_on=papers.until_on, by=person, today=clock.today()
    )
    return standing_now(person, relationship)


@router.post("/relationships/{number}/handover/no", response=StandingShape)
def no_to_suggestion(request: HttpRequest, number: Number) -> StandingShape:
    """Say no to somebody who was only suggested."""
    person = person_of(request)
    relationship = relationship_of(person, id=number)
    actions.no_to_suggestion(relationship, by=person, today=clock.today())
    return standing_now(person, relationship)


@router.post("/relationships/{number}/handover/call-off", response=StandingShape)
def call_off(request: HttpRequest, number: Number) -> StandingShape:
    """Change one's mind; no reason is asked."""
    person = person_of(request)
    relationship = relationship_of(person, id=number)
    actions.call_off(relationship, by=person, today=clock.today())
    return standing_now(person, relationship)


@router.post("/relationships/{number}/handover/look", response=StandingShape)
def look(request: HttpRequest, number: Number) -> StandingShape:
    """Let the house read the newest header, and follow it."""
    person = person_of(request)
    relationship = relationship_of(person, id=number)
    conversations.look(relationship, by=person, today=clock.today())
    return standing_now(person, relationship)


@router.post("/relationships/{number}/handover/until", response=StandingShape)
def stay_until(request: HttpRequest, number: Number, papers: StayShape) -> StandingShape:
    """Name the day on which the client is asked whether the one before goes."""
    person = person_of(request)
    relationship = relationship_of(person, id=number)
    actions.stay_until(relationship, until_on=papers.until_on, by=person, today=clock.today())
    return standing_now(person, relationship)


@router.post("/relationships/{number}/handover/history", response=StandingShape)
def history(request: HttpRequest, number: Number, papers: HistoryShape) -> StandingShape:
    """Keep the keys of what of before is given, each wrapped to whoever came."""
    person = person_of(request)
    relationship = relationship_of(person, id=number)
    granted = [conversations.Granted(each.epoch, each.wrap) for each in papers.wraps]
    conversations.give_history(relationship, granted, is_all=papers.all, by=person)
    return standing_now(person, relationship)


@router.get("/handovers", response=AskedOversShape)
def handovers(request: HttpRequest) -> AskedOversShape:
    """Give who asks me to take over or to stand in."""
    asked = asked_of(person_of(request))
    people = {
        who.pk: who
        for each in asked
        for who in (each.relationship.client, each.relationship.specialist)
    }
    others = others_of(people.values())
    return AskedOversShape(handovers=[_asked(each, others) for each in asked])


@router.post("/handovers/{number}/yes", response=StandingShape)
def say_yes(request: HttpRequest, number: Number, papers: YesOverShape) -> StandingShape:
    """Sign the promise; the client's room may let me in from now on."""
    person = person_of(request)
    made = actions.say_yes_over(
        number, by=person, day=papers.day, sig=papers.sig, today=clock.today()
    )
    return standing_now(person, made)


@router.post("/handovers/{number}/no", response={204: None})
def say_no(request: HttpRequest, number: Number) -> HttpResponse:
    """Say no, without a reason."""
    actions.say_no_over(number, by=person_of(request), today=clock.today())
    return HttpResponse(status=204)


def _asked(handover: Handover, others: dict[int, OtherShape]) -> AskedOverShape:
    held = handover.relationship
    return AskedOverShape.model_validate(
        {
            "id": handover.pk,
            "kind": NAMES[handover.kind],
            "asked_on": handover.asked_on,
            "until_on": handover.until_on,
            "client": others[held.client_id],
            "from": others[held.specialist_id],
            "signed_for": bytes(held.conv),
            "promise": newest_signed(held).promise,
            "client_sig": bytes(handover.client_sig or b""),
            "client_day": handover.client_day,
        }
    )
