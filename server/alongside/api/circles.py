"""Circles: the list, asking to join, the waiting room, leading, leaving, appeals."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Path, Router, Status

from alongside.api.auth import full, person_of
from alongside.api.circles_shapes import (
    AppealShape,
    AskToJoinShape,
    BeginShape,
    CircleLetterShape,
    CircleNamedShape,
    CirclesShape,
    InsideShape,
    OutcomeShape,
    RemovalsShape,
    WaitingRoomShape,
    circles_shape,
    inside_shape,
    removals_shape,
    waiting_room_shape,
)
from alongside.api.relationships import Before, Number
from alongside.api.shapes import Id
from alongside.circles import actions
from alongside.circles.models import Circle
from alongside.circles.queries import (
    appeal_to,
    appeals_to,
    are_circles_held,
    check_inside,
    circle_of,
    circles_of,
    host_of,
    inside,
    listed_one,
    removal_of,
    removals_of,
    waiting_room,
    whom_letters_concern,
)
from alongside.concerns.queries import partners
from alongside.ground import clock
from alongside.people.models import Account
from alongside.people.queries import account_of_ref

router = Router(tags=["circles"], auth=full)
Ref = Annotated[Id, Path()]
ONE = "/circles/{number}"
SOMEBODY = ONE + "/people/{ref}"


@router.get("/circles", response=CirclesShape)
def circles(request: HttpRequest, before: Before = None) -> CirclesShape:
    """Give one's own circles and those that take people, fifty at a time."""
    person = person_of(request)
    return circles_shape(circles_of(person, before=before), held=are_circles_held())


@router.post("/circles", response={201: CirclesShape})
def begin(request: HttpRequest, papers: BeginShape) -> Status[CirclesShape]:
    """Propose a circle to whoever is to lead it too."""
    person = person_of(request)
    made = actions.begin(
        papers.conv,
        papers.rand,
        by=person,
        with_host=account_of_ref(papers.with_host),
        name=papers.name,
        line=papers.line,
        retention=papers.retention,
        today=clock.today(),
    )
    return Status(201, _seen(person, made))


@router.put(ONE, response=CirclesShape)
def name(request: HttpRequest, number: Number, papers: CircleNamedShape) -> CirclesShape:
    """Word anew by what a circle is listed, and whether it takes anybody."""
    person = person_of(request)
    circle = circle_of(person, id=number)
    actions.name_and_open(
        circle,
        by=person,
        name=papers.name,
        line=papers.line,
        takes_people=papers.takes_people,
    )
    return _seen(person, circle)


@router.post(ONE + "/end", response={204: None})
def end(request: HttpRequest, number: Number) -> Status[None]:
    """End a circle for all."""
    person = person_of(request)
    actions.end_circle(circle_of(person, id=number), by=person)
    return Status(204, None)


@router.post(ONE + "/lead/yes", response=CirclesShape)
def lead(request: HttpRequest, number: Number) -> CirclesShape:
    """Lead it too."""
    person = person_of(request)
    circle = circle_of(person, id=number)
    actions.host_yes(circle, by=person, today=clock.today())
    return _seen(person, circle)


@router.post(ONE + "/lead/no", response={204: None})
def lead_not(request: HttpRequest, number: Number) -> Status[None]:
    """Do not lead it, or take the question back as a host."""
    person = person_of(request)
    actions.host_no(circle_of(person, id=number), by=person)
    return Status(204, None)


@router.post(ONE + "/lead/down", response=CirclesShape)
def step_down(request: HttpRequest, number: Number) -> CirclesShape:
    """Lead it no more, and stay."""
    person = person_of(request)
    circle = circle_of(person, id=number)
    actions.step_down(circle, by=person, today=clock.today())
    return _seen(person, circle)


@router.post(SOMEBODY + "/lead", response={204: None})
def ask_to_lead(request: HttpRequest, number: Number, ref: Ref) -> Status[None]:
    """Ask a specialist to lead it too."""
    person = person_of(request)
    circle = circle_of(person, id=number)
    who = account_of_ref(ref)
    actions.invite_to_host(circle, who, by=person, today=clock.today())
    return Status(204, None)


@router.post(ONE + "/ask", response=CirclesShape)
def ask(request: HttpRequest, number: Number, papers: AskToJoinShape) -> CirclesShape:
    """Ask to join, with a sealed letter for each host."""
    person = person_of(request)
    circle = circle_of(person, id=number)
    letters = {one.to: one.box for one in papers.letters}
    actions.ask(circle, letters, by=person, today=clock.today())
    return _seen(person, circle)


@router.delete(ONE + "/ask", response={204: None})
def take_ask_back(request: HttpRequest, number: Number) -> Status[None]:
    """Wait for it no more."""
    person = person_of(request)
    actions.take_ask_back(circle_of(person, id=number), by=person)
    return Status(204, None)


@router.get(ONE + "/waiting", response=WaitingRoomShape)
def waiting(request: HttpRequest, number: Number) -> WaitingRoomShape:
    """Give a host who waits to be let in."""
    person = person_of(request)
    circle = circle_of(person, id=number)
    host_of(circle, person)
    return waiting_room_shape(waiting_room(circle, person))


@router.post(SOMEBODY + "/let-in", response={204: None})
def let_in(request: HttpRequest, number: Number, ref: Ref) -> Status[None]:
    """Let somebody who waits in; the header that does it goes over the wire."""
    person = person_of(request)
    circle = circle_of(person, id=number)
    actions.let_in(circle, account_of_ref(ref), by=person, today=clock.today())
    return Status(204, None)


@router.post(SOMEBODY + "/not-now", response={204: None})
def not_now(request: HttpRequest, number: Number, ref: Ref) -> Status[None]:
    """Say that it is not now, in the programme's words."""
    person = person_of(request)
    circle = circle_of(person, id=number)
    actions.decline(circle, account_of_ref(ref), by=person, today=clock.today())
    return Status(204, None)


@router.get(ONE + "/people", response=InsideShape)
def people(request: HttpRequest, number: Number) -> InsideShape:
    """Give whoever is in it the keys of all whom its headers name."""
    person = person_of(request)
    circle = circle_of(person, id=number)
    check_inside(circle, person)
    return inside_shape(inside(circle))


@router.post(ONE + "/leave", response={204: None})
def leave(request: HttpRequest, number: Number) -> Status[None]:
    """Leave without a reason; the signed leave goes over the wire before."""
    person = person_of(request)
    actions.leave(circle_of(person, id=number), by=person)
    return Status(204, None)


@router.post(SOMEBODY + "/remove", response={204: None})
def remove(
    request: HttpRequest, number: Number, ref: Ref, papers: CircleLetterShape
) -> Status[None]:
    """Take somebody away, with a reason that is sealed to them."""
    person = person_of(request)
    circle = circle_of(person, id=number)
    who = account_of_ref(ref)
    actions.remove(circle, who, papers.box, by=person, today=clock.today())
    return Status(204, None)


@router.get("/removals", response=RemovalsShape)
def removals(request: HttpRequest) -> RemovalsShape:
    """Give where one was taken away, and the appeals that wait for one's answer."""
    person = person_of(request)
    removed, appealed = removals_of(person, today=clock.today()), appeals_to(person)
    people = whom_letters_concern(removed, appealed)
    readers = [reader for one in removed for reader in one.readers]
    return removals_shape(removed, appealed, people, partners=partners(readers))


@router.post("/removals/{number}/appeal", response={204: None})
def appeal(request: HttpRequest, number: Number, papers: AppealShape) -> Status[None]:
    """Let somebody who did not do it look at it."""
    removal = removal_of(person_of(request), id=number)
    reader = account_of_ref(papers.to)
    actions.appeal(removal, papers.box, to=reader, today=clock.today())
    return Status(204, None)


@router.post("/removals/{number}/answer", response={204: None})
def answer(request: HttpRequest, number: Number, papers: OutcomeShape) -> Status[None]:
    """Answer an appeal: it stands, or they may ask to join again."""
    removal = appeal_to(person_of(request), id=number)
    actions.answer_appeal(removal, papers.box, may_ask=papers.may_ask)
    return Status(204, None)


def _seen(person: Account, circle: Circle) -> CirclesShape:
    """One circle, as it stands now."""
    return circles_shape([listed_one(person, circle)], held=are_circles_held())
