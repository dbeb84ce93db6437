"""What a specialist told outside without a yes: entered, confirmed, and told to the client."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Path, Router, Status
from pydantic import Field

from alongside.api.auth import full, person_of
from alongside.api.consent import Box, Readers, SignerShape, Wrap, signers_of
from alongside.api.shapes import Bool, Bytes, Day, Hash, Id, Int, Shape, Signature
from alongside.consent import actions, queries
from alongside.consent.models import Emergency
from alongside.ground import clock
from alongside.people.models import Account

Ref = Annotated[Id, Path()]
router = Router(tags=["consent"], auth=full)


class EntryShape(Shape):
    """The open half of an entry, as the specialist signed it."""

    id: Id
    conv: Id
    reason: Int
    told: Int
    day: Day
    look_on: Day
    readers: Readers
    words_hash: Hash
    sig: Signature


class KeyShape(Shape):
    """What one reader opens the words with."""

    account_id: Id
    wrap: Wrap


class EnterShape(Shape):
    """A signed entry, its sealed words, and what opens them."""

    entry: EntryShape
    words: Box
    wraps: Annotated[list[KeyShape], Field(max_length=3)]

    def read(self) -> actions.EmergencyGiven:
        """Read it."""
        wraps = {one.account_id: one.wrap for one in self.wraps}
        return actions.EmergencyGiven(self.entry.model_dump(mode="json"), self.words, wraps)


class EmergencyShape(Shape):
    """One entry, and what became of it."""

    entry: EntryShape
    words: Bytes
    wrap: Bytes
    told_on: Day | None
    confirmed_on: Day | None
    confirmed_here: Bool
    wishes_talk: Bool | None


class EmergenciesShape(Shape):
    """Those that concern one person, and who is named in them."""

    emergencies: list[EmergencyShape]
    people: list[SignerShape]


class TalkShape(Shape):
    """Whether the client wishes to talk about it."""

    wishes: Bool


@router.get("/emergencies", response=EmergenciesShape)
def emergencies(request: HttpRequest) -> EmergenciesShape:
    """Give the entries one made, was asked to confirm, or was told of."""
    person = person_of(request)
    found = list(queries.emergencies_of(person, today=clock.today()))
    wraps = queries.emergency_wraps(person, found)
    named = {
        who.pk: who
        for one in found
        for who in (one.client, one.specialist, one.supervisor)
        if who is not None
    }
    rows = [_row(one, wraps.get(one.pk, b"")) for one in found]
    return EmergenciesShape(emergencies=rows, people=signers_of(named.values()))


@router.post("/emergencies", response={201: EmergencyShape})
def enter(request: HttpRequest, papers: EnterShape) -> Status[EmergencyShape]:
    """Enter that one told somebody outside."""
    person = person_of(request)
    made = actions.enter(papers.read(), by=person, today=clock.today())
    return Status(201, _one(person, made))


@router.post("/emergencies/{ref}/told", response=EmergencyShape)
def tell_client(request: HttpRequest, ref: Ref) -> EmergencyShape:
    """Let the client learn of it: it is safe now."""
    person = person_of(request)
    return _one(person, actions.tell_client(person, ref, today=clock.today()))


@router.post("/emergencies/{ref}/confirm", response=EmergencyShape)
def confirm(request: HttpRequest, ref: Ref) -> EmergencyShape:
    """Say, as the supervisor who was asked, that one knows of it."""
    person = person_of(request)
    return _one(person, actions.confirm(person, ref, today=clock.today()))


@router.post("/emergencies/{ref}/talk", response=EmergencyShape)
def talk(request: HttpRequest, ref: Ref, papers: TalkShape) -> EmergencyShape:
    """Say, as the client, whether one wishes to talk about it."""
    person = person_of(request)
    today = clock.today()
    said = actions.say_about_talk(person, ref, wishes=papers.wishes, today=today)
    return _one(person, said)


def _one(person: Account, one: Emergency) -> EmergencyShape:
    return _row(one, queries.emergency_wraps(person, [one]).get(one.pk, b""))


def _row(one: Emergency, wrap: bytes) -> EmergencyShape:
    return EmergencyShape(
        entry=EntryShape.model_validate(one.paper),
        words=one.sealed_words,
        wrap=wrap,
        told_on=one.told_on,
        confirmed_on=one.confirmed_on,
        confirmed_here=one.confirmed_by_id is not None,
        wishes_talk=one.wishes_talk,
    )
