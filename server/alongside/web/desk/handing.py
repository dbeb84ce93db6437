"""Suggesting somebody who could go on with a person: a name the client sees, and no more."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from alongside.conversations.desk import ENDORSED, ROOM, SpecialistAtDesk, specialists_at_desk
from alongside.ground import clock
from alongside.ground.refusal import NotYours, Refused
from alongside.relationships import desk
from alongside.relationships.actions import suggest_at_desk
from alongside.relationships.desk import Record
from alongside.relationships.models import HandoverKind
from alongside.wall.actions import Page, tell_people, tell_seen
from alongside.web.desk.door import coordinator
from alongside.web.desk.marks import number_typed
from alongside.web.show import page, show

MOST_SHOWN = 200
WEEKS = (1, 2, 4, 8)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@page
def suggest(request: HttpRequest, relationship_id: int) -> HttpResponse:
    """Ask whom to suggest, and leave the rest to the client."""
    coordinator(request)
    found = _record(relationship_id)
    if request.method != "POST":
        return _form(request, found)
    try:
        _suggest(request, relationship_id)
    except NotYours:
        raise Http404 from None
    except Refused:
        return _form(request, found, is_refused=True)
    return redirect("desk-relationship", relationship_id=relationship_id)


def _record(number: int) -> Record:
    today = clock.today()
    try:
        found = desk.record(number, today=today)
    except NotYours:
        raise Http404 from None
    tell_seen(found.whose, Page.RELATIONSHIP, today=today)
    return found


def _suggest(request: HttpRequest, number: int) -> None:
    """Anything but a number of weeks that is offered is a handover."""
    asked = request.POST.get("weeks", "")
    weeks = next((each for each in WEEKS if str(each) == asked), 0)
    today = clock.today()
    suggest_at_desk(
        number,
        to=number_typed(request.POST.get("to", "")),
        kind=HandoverKind.STAND_IN if weeks else HandoverKind.HANDOVER,
        until_on=today + 7 * weeks if weeks else None,
        today=today,
    )


def _form(request: HttpRequest, found: Record, *, is_refused: bool = False) -> HttpResponse:
    people = _with_room(found)
    tell_people((one.person for one in people), Page.CAPACITY, today=clock.today())
    return show(
        request,
        "desk/suggest",
        here="desk-together",
        record=found,
        people=people,
        weeks=WEEKS,
        is_refused=is_refused,
    )


def _with_room(found: Record) -> list[SpecialistAtDesk]:
    seated = specialists_at_desk(clock.today(), only=ROOM, size=MOST_SHOWN)
    backed = [one for one in seated if one.role_state == ENDORSED]
    return [one for one in backed if one.account not in found.whose]
