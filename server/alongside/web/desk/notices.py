"""Notes to a coordinator: where to, when not, and how the mail server is."""

from functools import cache
from zoneinfo import available_timezones

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from alongside.ground import clock
from alongside.ground.refusal import Refused
from alongside.notices import post
from alongside.notices.actions import leave_address
from alongside.notices.actions.reaching import NoMail, NotAnAddress, NotQuietHours, Wish
from alongside.notices.models import Reach
from alongside.notices.queries import outbox, reach_of
from alongside.people.tries import SlowDown
from alongside.web.desk.door import coordinator
from alongside.web.language import reader_language
from alongside.web.show import page, show

TROUBLES: dict[type[Refused], str] = {
    NotAnAddress: "desk.notices.bad-address",
    NotQuietHours: "desk.notices.bad-hours",
    NoMail: "desk.notices.no-mail",
    SlowDown: "desk.notices.slow",
}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@page
def notices(request: HttpRequest) -> HttpResponse:
    """Show where a coordinator gets notes; keep what they change, or say why not."""
    user = coordinator(request)
    trouble = None
    if request.method == "POST":
        try:
            leave_address(user, _wish_in(request), now=clock.now())
        except tuple(TROUBLES) as refusal:
            trouble = TROUBLES[type(refusal)]
    return show(
        request,
        "desk/notices",
        status=422 if trouble else 200,
        here="desk-notices",
        trouble=trouble,
        saved=request.method == "POST" and trouble is None,
        mail=post.is_set_up(),
        outbox=outbox(),
        **_shown(request, reach_of(user), is_kept=trouble is None),
    )


def _shown(request: HttpRequest, reach: Reach | None, *, is_kept: bool) -> dict[str, object]:
    """What stands in the fields: what is kept, or after a refusal what was typed."""
    kept = reach or Reach()
    fields = {
        "address": kept.address,
        "quiet_from": _clock(kept.quiet_from),
        "quiet_to": _clock(kept.quiet_to),
        "zone": reach.zone if reach else "",
    }
    if not is_kept:
        fields = {name: request.POST.get(name, value) for name, value in fields.items()}
    return {"reach": reach, "fields": fields, "zones": _zones()}


def _wish_in(request: HttpRequest) -> Wish:
    given = request.POST
    return Wish(
        address=given.get("address", "").strip(),
        turned_on="on" in given,
        quiet_from=_minutes(given.get("quiet_from", "")),
        quiet_to=_minutes(given.get("quiet_to", "")),
        zone=given.get("zone", "").strip()[:64],
        lang=reader_language(request),
    )


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _minutes(time: str) -> int:
    """Read a time like 21:00; what is none is no minute of any day."""
    hour, _, minute = time.partition(":")
    if not (hour.isascii() and minute.isascii() and hour.isdigit() and minute.isdigit()):
        return -1
    return int(hour[:3]) * 60 + int(minute[:3]) if int(minute[:3]) < 60 else -1


@cache
def _zones() -> list[str]:
    return sorted(zone for zone in available_timezones() if "/" in zone)
