"""Told because somebody was in danger: what waits for a second person, or for its client."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from alongside.consent import actions, desk
from alongside.ground import clock
from alongside.ground.refusal import NotYours
from alongside.wall.actions import Page, tell_seen
from alongside.web.desk.door import coordinator
from alongside.web.show import page, show


@login_required
@require_safe
@page
def emergencies(request: HttpRequest) -> HttpResponse:
    """Show what waits, without a word of it and without a client."""
    return _shown(request)


@login_required
@require_POST
@page
def confirm(request: HttpRequest, emergency_id: int) -> HttpResponse:
    """Say as a second person that one knows of it; never the one who told."""
    try:
        actions.confirm_at_desk(emergency_id, by=coordinator(request), today=clock.today())
    except NotYours:
        raise Http404 from None
    except actions.NotTwo:
        return _shown(request, status=422)
    return redirect("desk-emergencies")


@login_required
@require_POST
@page
def show_client(request: HttpRequest, emergency_id: int) -> HttpResponse:
    """Let the person it is about learn of it: the day to look again is over."""
    coordinator(request)
    try:
        actions.tell_client_from_desk(emergency_id, today=clock.today())
    except (NotYours, actions.NotYetSafe):
        raise Http404 from None
    return redirect("desk-emergencies")


def _shown(request: HttpRequest, *, status: int = 200) -> HttpResponse:
    today = clock.today()
    found = desk.waiting(by=coordinator(request), today=today)
    tell_seen([*found.specialists, *found.clients], Page.EMERGENCIES, today=today)
    return show(
        request,
        "desk/emergencies",
        status=status,
        here="desk-emergencies",
        rows=found.rows,
        has_more=found.has_more,
        counts=desk.counts(),
        is_one=status != 200,
    )
