"""The second step into the desk: a passkey, a code from an app, or a code on paper."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from alongside.ground import clock
from alongside.people.models import DeskUser, SecondKind
from alongside.people.second import actions
from alongside.people.second.actions import StepNotTaken
from alongside.people.second.queries import steps_of
from alongside.people.tries import SlowDown
from alongside.web.desk import half
from alongside.web.desk.asking import place_of, question_to_show
from alongside.web.desk.door import address_of, minutes_of
from alongside.web.show import page, show


@sensitive_post_parameters("code", "answer")
@require_http_methods(["GET", "HEAD", "POST"])
@page
def take(request: HttpRequest) -> HttpResponse:
    """Let someone in who passed the words and takes the second step; all others start anew."""
    user = half.half_in(request)
    if user is None:
        return redirect("desk-sign-in")
    steps = steps_of(user)
    if not steps:
        return redirect("desk-set-up")
    if request.method != "POST":
        return _page(request, user)
    try:
        _take(request, user)
    except StepNotTaken:
        wrong = "passkey" if "answer" in request.POST else "code"
        return _page(request, user, status=401, trouble=wrong)
    except SlowDown as slow:
        return _page(request, user, status=429, trouble="slow", minutes=minutes_of(slow))
    return redirect(half.complete(request, user))


def _take(request: HttpRequest, user: DeskUser) -> None:
    if "answer" not in request.POST:
        code = request.POST.get("code", "")[:40]
        actions.take_code(user, code, address=address_of(request), now=clock.now())
        return
    challenge, place = half.open_question(request), place_of(request)
    if challenge is None or place is None:
        raise StepNotTaken
    actions.take_passkey(
        user,
        request.POST["answer"],
        place,
        challenge=challenge,
        address=address_of(request),
        now=clock.now(),
    )


def _page(request: HttpRequest, user: DeskUser, **more: Any) -> HttpResponse:
    kinds = {step.kind for step in steps_of(user)}
    return show(
        request,
        "desk/second",
        question=question_to_show(request, user),
        has_passkey=SecondKind.PASSKEY in kinds,
        has_app=SecondKind.APP in kinds,
        **more,
    )
