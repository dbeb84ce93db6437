"""Who is waiting, and the door for new people."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from alongside.conversations.desk import long_waits_at_desk, waiting_at_desk
from alongside.ground import clock
from alongside.notices.actions import came_in
from alongside.notices.queries import outbox
from alongside.programme import actions
from alongside.programme.queries import programme
from alongside.web.crisis import is_stale, last_checked
from alongside.web.desk.door import coordinator
from alongside.web.show import page, show


@login_required
@require_safe
@page
def waiting(request: HttpRequest) -> HttpResponse:
    """Show how long each hello has waited, without a word or a name of who wrote it."""
    today = clock.today()
    came_in(coordinator(request))
    within = programme().answer_within_hours
    checked = last_checked()
    stale = is_stale(checked, today=today)
    return show(
        request,
        "desk/waiting",
        here="desk",
        hellos=waiting_at_desk(today),
        waits=long_waits_at_desk(today, answer_within_hours=within),
        within_days=within // 24,
        outbox=outbox(),
        stale_since=checked if stale else None,
    )


@login_required
@require_POST
@page
def turn_door(request: HttpRequest) -> HttpResponse:
    """Open or close the door for new people."""
    turn = actions.open_door if request.POST.get("turn") == "open" else actions.close_door
    turn(by=coordinator(request))
    return redirect("desk")
