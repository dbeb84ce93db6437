"""Circles at the desk: whether they are held, how many go on, and what was thought through.

The desk reads nobody's name here: who is in a circle is not its business.
"""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from alongside.circles import actions, queries
from alongside.circles.models import RiskAssessment
from alongside.circles.rules import LONGEST_ANSWER, QUESTIONS, too_long, unanswered
from alongside.ground import clock
from alongside.ground.refusal import NotYours
from alongside.web.desk.door import coordinator
from alongside.web.show import page, show

HOLDS, HOLDS_NONE = "yes", "no"


@dataclass(frozen=True)
class Asked:
    """One question of the form, with what was typed and what another wrote meanwhile."""

    name: str
    typed: str
    wrong: str
    newer: str


@login_required
@require_safe
@page
def circles(request: HttpRequest) -> HttpResponse:
    """Show whether circles are held, how many go on, and the version that counts."""
    return _shown(request, queries.assessment())


@login_required
@require_safe
@page
def earlier(request: HttpRequest, version: int) -> HttpResponse:
    """Show one version as it was written."""
    try:
        return _shown(request, queries.assessment_of(version))
    except NotYours:
        raise Http404 from None


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@page
def write(request: HttpRequest) -> HttpResponse:
    """Take down the next version; whatever is not right, no word of it is lost."""
    if request.method != "POST":
        newest = queries.assessment()
        answers = {} if newest is None else newest.answers
        return _form(request, answers, holds="" if newest is None else _holds(newest))
    typed = {name: _said(request.POST.get(name, "")) for name in QUESTIONS}
    holds = request.POST.get("holds", "")
    wrong = dict.fromkeys(too_long(typed), "long")
    if holds == HOLDS:
        wrong |= dict.fromkeys(unanswered(typed), "open")
    if wrong or holds not in (HOLDS, HOLDS_NONE):
        trouble = "look" if wrong else "choose"
        over = _over(request)
        return _form(request, typed, holds=holds, wrong=wrong, trouble=trouble, over=over)
    try:
        actions.fill_in_assessment(
            typed,
            over=_over(request),
            holds_circles=holds == HOLDS,
            by_name=coordinator(request).name,
            today=clock.today(),
        )
    except actions.WrittenMeanwhile:
        return _form(request, typed, holds=holds, trouble="meanwhile")
    return redirect(f"{reverse('desk-circles')}?kept=yes")


def _shown(request: HttpRequest, one: RiskAssessment | None) -> HttpResponse:
    newest = queries.assessment()
    last = 0 if newest is None else newest.version
    return show(
        request,
        "desk/circles",
        here="desk-circles",
        state=_state(newest),
        going=queries.count_going(),
        one=one,
        told=[] if one is None else [(name, one.answers.get(name, "")) for name in QUESTIONS],
        is_newest=one is None or one.version == last,
        older=0 if one is None else one.version - 1,
        newer=one.version + 1 if one is not None and one.version < last else 0,
        kept=request.GET.get("kept") == "yes",
    )


def _form(
    request: HttpRequest,
    typed: dict[str, str],
    *,
    holds: str,
    wrong: dict[str, str] | None = None,
    trouble: str = "",
    over: int | None = None,
) -> HttpResponse:
    newest = queries.assessment()
    # What somebody else wrote meanwhile stands beside one's own words.
    other = newest if trouble == "meanwhile" else None
    theirs = typed if other is None else other.answers
    last = 0 if newest is None else newest.version
    return show(
        request,
        "desk/circles_write",
        status=422 if trouble else 200,
        here="desk-circles",
        asked=[
            Asked(
                name,
                typed.get(name, ""),
                (wrong or {}).get(name, ""),
                theirs.get(name, "") if theirs.get(name, "") != typed.get(name, "") else "",
            )
            for name in QUESTIONS
        ],
        holds=holds,
        newer_holds=_holds(other) if other is not None and _holds(other) != holds else "",
        choices=(HOLDS, HOLDS_NONE),
        over=last if over is None else over,
        trouble=trouble,
        longest=LONGEST_ANSWER,
    )


def _state(newest: RiskAssessment | None) -> str:
    if newest is None:
        return "not-yet"
    return "on" if newest.holds_circles else "none"


def _holds(one: RiskAssessment) -> str:
    return HOLDS if one.holds_circles else HOLDS_NONE


def _said(text: str) -> str:
    """Give what was typed, counted as a browser counts it: a new line is one sign."""
    return text.replace("\r\n", "\n").replace("\x00", "").strip()


def _over(request: HttpRequest) -> int:
    """Give the version somebody began from; -1 for anything odd, which is none."""
    typed = request.POST.get("over", "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 5 else -1
