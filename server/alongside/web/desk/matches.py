"""Proposed matches: look, approve, or look on; the list as a file, and who waits how long."""

import contextlib
import secrets
from collections.abc import Callable, Iterator, Sequence
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from alongside.ground import clock
from alongside.ground.refusal import NotYours, Refused
from alongside.matching import actions, desk
from alongside.matching.rules.planning import BALANCED, STABLE, can_balance
from alongside.wall.actions import Page, tell_seen, tell_taken
from alongside.web.desk.as_file import as_file
from alongside.web.desk.door import coordinator
from alongside.web.desk.marks import mark_in, one_of, written
from alongside.web.language import reader_language
from alongside.web.show import page, show
from alongside.web.words import say
from pse.profile import LANGS

COLUMNS = ("number", "waited", "standing", "most-matters", "ticked", "proposed", "reasons")


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
def as_csv(request: HttpRequest) -> StreamingHttpResponse:
    """Give the list as a file, with the same filters."""
    language = reader_language(request)
    columns = [say(f"desk.file.{name}", language) for name in COLUMNS]
    return as_file(columns, _rows(request, language))


@login_required
@require_safe
@page
def fairness(request: HttpRequest) -> HttpResponse:
    """Show who has a proposal and who waits, by group; small groups are hidden."""
    today = clock.today()
    reports = desk.fairness(today=today)
    return show(request, "desk/fairness", here="desk-matches", reports=reports.items())


def _rows(request: HttpRequest, language: str) -> Iterator[Sequence[object]]:
    step, lang = _asked(request)
    for piece in desk.whole_list(today=clock.today(), step=step, lang=lang):
        tell_taken(piece.whose, Page.MATCHES, today=clock.today())
        for row in piece.rows:
            yield (
                *(row.number, row.days, say(f"desk.matches.step.{row.step}", language)),
                _ticks([row.matters] if row.matters else [], language),
                _ticks([*row.facts, *row.langs], language),
                row.specialist,
                _ticks(row.shared, language),
            )


def _ticks(ids: Sequence[str], language: str) -> str:
    return ", ".join(say(f"fact.{id}", language) for id in ids)


def _shown(
    request: HttpRequest, *, status: int = 200, trouble: str | None = None
) -> HttpResponse:
    (step, lang), after = _asked(request), mark_in(request)
    found = desk.listing(today=clock.today(), step=step, lang=lang, after=after)
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
        query=urlencode({"step": step, "lang": lang}),
        after=written(found.after),
        is_first=after is None,
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


def _asked(request: HttpRequest) -> tuple[str, str]:
    return (
        one_of(request, "step", desk.FILTERS, otherwise=""),
        one_of(request, "lang", LANGS, otherwise=""),
    )


def _by_name(request: HttpRequest) -> list[tuple[str, str]]:
    spoken = reader_language(request)
    return sorted(
        ((code, say(f"fact.{code}", spoken)) for code in LANGS), key=lambda one: one[1]
    )
