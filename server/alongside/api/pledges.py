"""What one of two said they would do, contacts elsewhere, and counts of replies."""

from typing import Annotated, Literal

from django.http import HttpRequest
from ninja import Path, Query, Router, Status
from pydantic import Field

from alongside.api.auth import full, person_of
from alongside.api.shapes import LARGEST, Bool, Day, Id, Int, Shape
from alongside.conversations.queries import relationship_of
from alongside.ground import clock
from alongside.ground.refusal import NotYours
from alongside.people.models import Account
from alongside.people.queries import is_specialist
from alongside.promises import actions, queries
from alongside.promises.actions.contacts import ContactPaper
from alongside.promises.actions.replies import Counts
from alongside.promises.models import Contact, How, Made, Pledge, ReplyCount
from alongside.promises.rules import MOST_REPLIES
from alongside.relationships.models import Relationship

Number = Annotated[int, Path(ge=1, le=LARGEST)]
Ref = Annotated[Id, Path()]
Month = Annotated[int, Path(ge=0, le=120_000)]
Before = Annotated[int | None, Query(ge=1, le=LARGEST)]
Few = Annotated[int, Field(strict=True, ge=1, le=2)]
Some = Annotated[int, Field(strict=True, ge=0, le=MOST_REPLIES)]
Minutes = Annotated[int, Field(strict=True, ge=1, le=1_440)]
router = Router(tags=["pledges"], auth=full)


class GivenShape(Shape):
    """Somebody's word for a day: by a tap on a line (1), or as an answer that is owed (3)."""

    made_by: Literal[1, 3]
    due_on: Day


class MovedShape(Shape):
    """Another day."""

    due_on: Day


class PledgeSaidShape(Shape):
    """What became of it."""

    word: Literal["kept", "not-kept", "call-off", "repaired"]


class PledgeShape(Shape):
    """One word that was given, as one of the two sees it."""

    id: Int
    ref: Id
    mine: Bool
    made_by: Int
    state: Int
    made_on: Day
    due_on: Day
    moves: Int
    settled_on: Day | None


class PledgesShape(Shape):
    """What is open, the nearest day first; what is past, newest first, page by page."""

    open: list[PledgeShape]
    past: list[PledgeShape]
    more: Bool


class ContactPaperShape(Shape):
    """By phone (1) or in person (2), on which day, for how many minutes."""

    how: Few
    day: Day
    minutes: Minutes


class ContactShape(Shape):
    """A contact as one of the two sees it."""

    id: Int
    ref: Id
    mine: Bool
    how: Int
    day: Day
    minutes: Int


class ContactsShape(Shape):
    """Contacts, the last noted first, page by page."""

    contacts: list[ContactShape]
    more: Bool


class CountsShape(Shape):
    """How many answers came in the time that was said, later, and much later."""

    within: Some
    later: Some
    much_later: Some


class MonthShape(CountsShape):
    """The counts of a month: twelve for each year."""

    month: Int


class MonthsShape(Shape):
    """What was handed in, the newest first."""

    months: list[MonthShape]


@router.get("/relationships/{number}/pledges", response=PledgesShape)
def pledges(request: HttpRequest, number: Number, before: Before = None) -> PledgesShape:
    """Give what the two said they would do."""
    person, relationship = _ours(request, number)
    still = [] if before is not None else queries.open_pledges(relationship)
    past = queries.past_pledges(relationship, before=before)
    side = queries.side_in(person, relationship)
    return PledgesShape(
        open=[_pledge(one, side) for one in still],
        past=[_pledge(one, side) for one in past[: queries.PAGE]],
        more=len(past) > queries.PAGE,
    )


@router.put("/relationships/{number}/pledges/{ref}", response={201: PledgeShape})
def give(
    request: HttpRequest, number: Number, ref: Ref, papers: GivenShape
) -> Status[PledgeShape]:
    """Give one's word for a day."""
    person, relationship = _ours(request, number)
    given = actions.pledge(
        relationship,
        ref,
        made=Made(papers.made_by),
        due_on=papers.due_on,
        by=person,
        today=clock.today(),
    )
    return Status(201, _pledge(given, queries.side_in(person, relationship)))


@router.post("/relationships/{number}/pledges/{ref}/move", response=PledgeShape)
def move(request: HttpRequest, number: Number, ref: Ref, papers: MovedShape) -> PledgeShape:
    """Move one's own word to another day, in time."""
    person, relationship = _ours(request, number)
    moved = actions.move(
        relationship, ref, due_on=papers.due_on, by=person, today=clock.today()
    )
    return _pledge(moved, queries.side_in(person, relationship))


@router.post("/relationships/{number}/pledges/{ref}/say", response=PledgeShape)
def say(request: HttpRequest, number: Number, ref: Ref, papers: PledgeSaidShape) -> PledgeShape:
    """Say what became of it."""
    person, relationship = _ours(request, number)
    settled = actions.say(relationship, ref, papers.word, by=person, today=clock.today())
    return _pledge(settled, queries.side_in(person, relationship))


@router.get("/relationships/{number}/contacts", response=ContactsShape)
def contacts(request: HttpRequest, number: Number, before: Before = None) -> ContactsShape:
    """Give when the two spoke or met outside the room."""
    person, relationship = _ours(request, number)
    found = queries.contacts_of(relationship, before=before)
    side = queries.side_in(person, relationship)
    return ContactsShape(
        contacts=[_contact(one, side) for one in found[: queries.PAGE]],
        more=len(found) > queries.PAGE,
    )


@router.put("/relationships/{number}/contacts/{ref}", response=ContactShape)
def note(
    request: HttpRequest, number: Number, ref: Ref, papers: ContactPaperShape
) -> ContactShape:
    """Note a contact, or put one right."""
    person, relationship = _ours(request, number)
    given = ContactPaper(How(papers.how), papers.day, papers.minutes)
    noted = actions.note_contact(relationship, ref, given, by=person, today=clock.today())
    return _contact(noted, queries.side_in(person, relationship))


@router.delete("/relationships/{number}/contacts/{ref}", response={204: None})
def take_out(request: HttpRequest, number: Number, ref: Ref) -> Status[None]:
    """Take a contact out again."""
    person, relationship = _ours(request, number)
    actions.take_out(relationship, ref, by=person)
    return Status(204, None)


@router.get("/reply-counts", response=MonthsShape)
def reply_counts(request: HttpRequest) -> MonthsShape:
    """Give the counts one handed in."""
    person = _specialist(request)
    found = queries.reply_counts_of(person, since=0)
    return MonthsShape(months=[_month(one) for one in found])


@router.put("/reply-counts/{month}", response=MonthShape)
def hand_in(request: HttpRequest, month: Month, papers: CountsShape) -> MonthShape:
    """Hand in the counts of a month that is over."""
    person = _specialist(request)
    counts = Counts(papers.within, papers.later, papers.much_later)
    return _month(actions.hand_in(person, month, counts, today=clock.today()))


def _ours(request: HttpRequest, number: int) -> tuple[Account, Relationship]:
    person = person_of(request)
    return person, relationship_of(person, id=number)


def _specialist(request: HttpRequest) -> Account:
    person = person_of(request)
    if not is_specialist(person):
        raise NotYours
    return person


def _pledge(one: Pledge, side: int) -> PledgeShape:
    return PledgeShape(
        id=one.pk,
        ref=one.ref,
        mine=one.by == side,
        made_by=one.made_by,
        state=one.state,
        made_on=one.made_on,
        due_on=one.due_on,
        moves=one.moves,
        settled_on=one.settled_on,
    )


def _contact(one: Contact, side: int) -> ContactShape:
    return ContactShape(
        id=one.pk,
        ref=one.ref,
        mine=one.by == side,
        how=one.how,
        day=one.day,
        minutes=one.minutes,
    )


def _month(one: ReplyCount) -> MonthShape:
    return MonthShape(
        month=one.month, within=one.within, later=one.later, much_later=one.much_later
    )
