"""A coordinator who is a specialist too says so here; nothing shows until both sides did."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from alongside.people.also import actions
from alongside.people.also.queries import said_by
from alongside.web.desk import yours
from alongside.web.desk.door import coordinator
from alongside.web.show import page


@login_required
@require_POST
@page
def say(request: HttpRequest) -> HttpResponse:
    """Ask the specialist of this name to say "this is me"; any name is answered alike."""
    user = coordinator(request)
    typed = "-".join(request.POST.get("username", "").lower().replace("-", " ").split())
    if not typed:
        return yours.shown(request, user, status=422, trouble="desk.also.empty")
    actions.say_also(user, typed)
    return redirect("desk-yours")


@login_required
@require_POST
@page
def take_back(request: HttpRequest) -> HttpResponse:
    """Take it back; what is gone already is no trouble."""
    said = said_by(coordinator(request))
    if said is not None:
        actions.take_back(said)
    return redirect("desk-yours")
