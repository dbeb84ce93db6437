"""One-time links: the way in for a new specialist."""

import contextlib

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from alongside.ground import clock
from alongside.ground.refusal import NotYours
from alongside.people.actions import make_link, revoke_link
from alongside.people.queries import link_at_desk, open_links
from alongside.people.rules import LONGEST_NOTE
from alongside.web.desk.door import coordinator
from alongside.web.show import page, show


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@page
def new_specialists(request: HttpRequest) -> HttpResponse:
    """Show the way in for new specialists; make a link and show it this one time."""
    made = None
    if request.method == "POST":
        note = request.POST.get("note", "").strip()[:LONGEST_NOTE]
        token = make_link(by=coordinator(request), note=note, now=clock.now())
        made = f"{settings.ORIGIN}/app/#join={token}"
    return show(
        request,
        "desk/links",
        here="desk-links",
        made=made,
        links=open_links(),
        longest_note=LONGEST_NOTE,
    )


@login_required
@require_POST
@page
def take_back(request: HttpRequest, link_id: int) -> HttpResponse:
    """Take a link back; one that is gone already is no trouble."""
    with contextlib.suppress(NotYours):
        revoke_link(link_at_desk(link_id), by=coordinator(request))
    return redirect("desk-links")
