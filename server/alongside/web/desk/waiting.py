"""Who is waiting, and the door for new people."""

from collections.abc import Mapping
from itertools import chain

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from alongside.concerns.decided import late_appeals
from alongside.concerns.queries import late_concerns
from alongside.consent import desk as consents
from alongside.conversations.desk import (
    long_waits_at_desk,
    missing_at_desk,
    stands_behind,
    waiting_at_desk,
)
from alongside.ground import clock
from alongside.ground.counting import counted
from alongside.notices.actions import came_to_desk
from alongside.programme import actions
from alongside.programme import queries as programmes
from alongside.programme.help_lines import stale_names
from alongside.repairs.queries import late_replies_at_desk
from alongside.wall.actions import Page, tell_people
from alongside.web.desk.door import coordinator
from alongside.web.show import page, show

# The first page shows who waits longest; the lists show everyone.
AT_MOST = 20
# Where each thing that can be missing is mended.
MENDED_AT: Mapping[str, tuple[str, ...]] = {
    "duties-reviewed": ("desk-change", "duties"),
    "contact": ("desk-change", "contact"),
    "independent": ("desk-change", "independent"),
    "help-lines": ("desk-lines",),
    "specialist": ("desk-links",),
}


@login_required
@require_safe
@page
def waiting(request: HttpRequest) -> HttpResponse:
    """Show how long each hello has waited, without a word or a name of who wrote it."""
    return _shown(request)


@login_required
@require_POST
@page
def turn_door(request: HttpRequest) -> HttpResponse:
    """Open or close the door for new people; it stays shut while something is missing."""
    by, today = coordinator(request), clock.today()
    if request.POST.get("turn") != "open":
        actions.close_door(by=by)
        return redirect("desk")
    try:
        actions.open_door(by=by, today=today, specialists=stands_behind(today))
    except actions.NotReady:
        return _shown(request, status=422)
    return redirect("desk")


def _shown(request: HttpRequest, *, status: int = 200) -> HttpResponse:
    today, here = clock.today(), programmes.programme()
    within = here.answer_within_hours
    hellos = waiting_at_desk(today, size=AT_MOST + 1)
    waits = long_waits_at_desk(today, answer_within_hours=within, size=AT_MOST + 1)
    replies = late_replies_at_desk(today=today, size=AT_MOST + 1)
    whose = [one.whose for part in (hellos, waits, replies) for one in part[:AT_MOST]]
    tell_people(chain(*whose), Page.WAITING, today=today)
    in_danger, late = _counts(today)
    return show(
        request,
        "desk/waiting",
        status=status,
        here="desk",
        hellos=hellos[:AT_MOST],
        more_hellos=len(hellos) > AT_MOST,
        waits=waits[:AT_MOST],
        more_waits=len(waits) > AT_MOST,
        replies=replies[:AT_MOST],
        more_replies=len(replies) > AT_MOST,
        within_days=within // 24,
        outbox=came_to_desk(coordinator(request)),
        in_danger=in_danger,
        late=late,
        stale=len(stale_names(here.help_lines, today=today)),
        missing=[(f"desk.missing.{name}", _place(name)) for name in missing_at_desk(today)],
        stays_shut=status != 200,
    )


def _counts(today: int) -> tuple[int, int]:
    """Count what waits of dangers and what is late of concerns, in one question."""
    danger = consents.untold()
    late = {"concerns": late_concerns(today=today), "appeals": late_appeals(today=today)}
    found = counted({**danger, **late})
    return sum(found[name] for name in danger), sum(found[name] for name in late)


def _place(missing: str) -> str:
    name, *rest = MENDED_AT[missing]
    return reverse(name, args=rest)
