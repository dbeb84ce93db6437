"""Your sign-in: what you take the second step with, one more, one less, new codes on paper."""

from typing import Any

from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from alongside.ground.refusal import NotYours
from alongside.people.also.queries import said_by
from alongside.people.models import DeskUser
from alongside.people.second import actions
from alongside.people.second.actions import LastStep
from alongside.people.second.queries import paper_codes_left, step_of, steps_of
from alongside.web.desk import half
from alongside.web.desk.door import coordinator
from alongside.web.show import page, show


@login_required
@require_safe
@page
def yours(request: HttpRequest) -> HttpResponse:
    """Show somebody's own second steps."""
    return shown(request, coordinator(request))


@login_required
@require_POST
@page
def remove(request: HttpRequest, step_id: int) -> HttpResponse:
    """Let one go, never the last; every other sitting ends with it."""
    user = coordinator(request)
    if not half.is_fresh(request):
        return _first_again()
    try:
        actions.remove_step(step_of(user, id=step_id))
    except LastStep:
        return shown(request, user, status=422, trouble="desk.yours.last")
    except NotYours:
        return redirect("desk-yours")
    user.refresh_from_db()
    update_session_auth_hash(request, user)
    return shown(request, user, done="desk.yours.removed")


@login_required
@require_POST
@page
def paper(request: HttpRequest) -> HttpResponse:
    """Draw new codes for paper and show them this one time."""
    if not half.is_fresh(request):
        return _first_again()
    codes = actions.new_paper_codes(coordinator(request))
    return show(request, "desk/codes", codes=codes, is_first=False)


def shown(request: HttpRequest, user: DeskUser, **more: Any) -> HttpResponse:
    """Show the page, with what was just done or what went wrong."""
    return show(
        request,
        "desk/yours",
        here="desk-yours",
        steps=steps_of(user),
        papers=paper_codes_left(user),
        is_fresh=half.is_fresh(request),
        also=said_by(user),
        **more,
    )


def _first_again() -> HttpResponse:
    answer = redirect("desk-sign-in")
    answer.headers["Location"] += "?to=yours"
    return answer
