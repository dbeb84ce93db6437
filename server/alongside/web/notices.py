"""Two links in letters: looking does nothing, pressing does what the page says."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from alongside.ground import clock
from alongside.ground.refusal import NotYours
from alongside.notices import actions, queries
from alongside.web.language import speak_as_written
from alongside.web.show import page, show


@csrf_exempt  # a mail program that presses for somebody has neither cookie nor form
@require_http_methods(["GET", "HEAD", "POST"])
@page
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Stop somebody's notes at once (RFC 8058), or show the button that does."""
    speak_as_written(request)
    try:
        if request.method == "POST":
            actions.stop(token)
            return show(request, "notices/stop", done=True)
        queries.reach_to_stop(token)
    except NotYours:
        return show(request, "notices/spent", status=404)
    return show(request, "notices/stop")


@csrf_exempt  # the link is the proof; it came by mail, and the browser may know no cookie
@require_http_methods(["GET", "HEAD", "POST"])
@page
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Confirm an address once, or show the button that does."""
    speak_as_written(request)
    try:
        if request.method == "POST":
            actions.confirm(token, now=clock.now())
            return show(request, "notices/confirm", done=True)
        queries.reach_to_confirm(token, now=clock.now())
    except NotYours:
        return show(request, "notices/spent", status=404)
    return show(request, "notices/confirm")
