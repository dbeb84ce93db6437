"""Two links in letters: looking does nothing, pressing does what the page says."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from alongside.ground import clock
from alongside.ground.refusal import NotYours
from alongside.notices import actions, calendar, letters, queries, upcoming
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


@require_http_methods(["GET", "HEAD"])
def calendar_of(request: HttpRequest, token: str) -> HttpResponse:
    """Show the times somebody keeps free to whoever has the address; 404 for any other."""
    try:
        reach = queries.reach_of_calendar(token)
    except NotYours:
        return HttpResponse(status=404)
    now = clock.now()
    since, until = now - timedelta(days=1), now + timedelta(days=400)
    times = upcoming.coming({reach.account_id or 0}, since=since, until=until)
    text = calendar.written(
        times, ref=bytes(reach.ref), summary=letters.time_words(reach), now=now
    )
    return HttpResponse(text, content_type=calendar.CONTENT_TYPE)


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
