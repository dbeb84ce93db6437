"""Proposed matches: look, approve, or look on; the list as a file, and who waits how long."""

import contextlib
import csv
import secrets
from collections.abc import Callable
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from alongside.ground import clock
from alongside.ground.refusal import NotYours, Refused
from alongside.matching import actions, desk
from alongside.matching.rules.planning import BALANCED, STABLE, can_balance
from alongside.wall.actions import Page, tell_seen, tell_taken
from alongside.web.desk.door import coordinator
from alongside.web.language import reader_language
from alongside.web.show import page, show
from alongside.web.words import say
from pse.profile import LANGS

COLUMNS = ("number", "days", "step", "matters", "facts", "langs", "specialist", "reasons")


@login_required
@require_safe
@page
def matches(request: HttpRequest) -> HttpResponse:
    """Show who waits and what is proposed for them, a page at a time."""
    return _shown(request)


@login_required
@require_POST
@page
def look(request: HttpRequest) -> HttpResponse:
    """Draw up proposals for everyone without one; nobody sees them yet."""
    coordinator(request)
    way = BALANCED if request.POST.get("way") == BALANCED else STABLE
    return _done(
        request,
        lambda: actions.look_for_matches(
            seed=secrets.randbits(32), today=clock.today(), way=way
        ),
    )


@login_required
@require_POST
@page
def approve(request: HttpRequest, proposal_id: int) -> HttpResponse:
    """Put a proposal before the specialist."""
    coordinator(request)
    return _done(request, lambda: actions.approve(proposal_id, today=clock.today()))


@login_required
@require_POST
@page
def drop(request: HttpRequest, proposal_id: int) -> HttpResponse:
    """Look on for somebody else."""
    coordinator(request)
    return _done(request, lambda: actions.drop(proposal_id))


@login_required
@require_safe
@page
def as_csv(request: HttpRequest) -> HttpResponse:
    """Give the list as a file, with the same filters."""
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = 'attachment; filename="matches.csv"'
    write = csv.writer(answer)
    write.writerow(COLUMNS)
    step, lang, _ = _asked(request)
    today = clock.today()
    found = desk.listing(today=today, step=step, lang=lang, page=1, size=desk.ALL_AT_MOST)
    tell_taken(found.whose, Page.MATCHES, today=today)
    for row in found.rows:
        write.writerow(
            [
                *(row.number, row.days, row.step, row.matters),
                *(" ".join(row.facts), " ".join(row.langs), _plain(row.specialist)),
                " ".join(row.shared),
            ]
        )
    return answer


@login_required
@require_safe
@page
def fairness(request: HttpRequest) -> HttpResponse:
    """Show who has a proposal and who waits, by group; small groups are hidden."""
    today = clock.today()
    reports = [(by, desk.fairness(by, today=today)) for by in desk.GROUPS]
    return show(request, "desk/fairness", here="desk-matches", reports=reports)


def _shown(
    request: HttpRequest, *, status: int = 200, trouble: str | None = None
) -> HttpResponse:
    step, lang, at = _asked(request)
    found = desk.listing(today=clock.today(), step=step, lang=lang, page=at)
    tell_seen(found.whose, Page.MATCHES, today=clock.today())
    return show(
        request,
        "desk/matches",
        status=status,
        here="desk-matches",
        counts=desk.counts(),
        listing=found,
        step=step,
        lang=lang,
        filters=desk.FILTERS,
        langs=_by_name(request),
        at=at,
        query=urlencode({"step": step, "lang": lang}),
        can_balance=can_balance(),
        trouble=trouble,
    )


def _done(request: HttpRequest, deed: Callable[[], object]) -> HttpResponse:
    """Do a deed; what is gone already is no trouble, a refusal stands on the page."""
    try:
        with contextlib.suppress(NotYours):
            deed()
    except Refused as refused:
        return _shown(request, status=422, trouble=f"desk.matches.{refused.code}")
    return redirect("desk-matches")


def _asked(request: HttpRequest) -> tuple[str, str, int]:
    step, lang = request.GET.get("step", ""), request.GET.get("lang", "")
    at = request.GET.get("page", "1")
    return (
        step if step in desk.FILTERS else "",
        lang if lang in LANGS else "",
        int(at) if at.isascii() and at.isdigit() and 0 < int(at) <= 10_000 else 1,
    )


def _by_name(request: HttpRequest) -> list[tuple[str, str]]:
    spoken = reader_language(request)
    return sorted(
        ((code, say(f"fact.{code}", spoken)) for code in LANGS), key=lambda one: one[1]
    )


def _plain(name: str) -> str:
    """Keep a table program from taking a name for a sum."""
    return f"'{name}" if name[:1] in "=+-@\t\r" else name
