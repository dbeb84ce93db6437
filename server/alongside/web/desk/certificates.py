"""Certificates at the desk: the key, who asks, and what the programme stands by."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from alongside.certificates import actions, queries, signing
from alongside.certificates.models import Certificate
from alongside.certificates.rules import (
    LONGEST_TITLE,
    MOST_HOURS,
    NotACertificate,
    Source,
    State,
    vouched_typed,
)
from alongside.ground import clock
from alongside.ground.refusal import NotYours
from alongside.keys.queries import specialists_named
from alongside.wall.actions import Page, tell_people
from alongside.web.desk.marks import number_in
from alongside.web.language import reader_language
from alongside.web.library import MOST_PAGES
from alongside.web.show import page, show
from alongside.web.words import say

A_PAGE = 25
FIELDS = ("title", "hours", "done")


@dataclass(frozen=True)
class Shown:
    """One certificate as it stands on the page, with what was typed for it last."""

    one: Certificate
    # Empty where the programme stands behind nobody of that place: a client, say.
    name: str
    title: str
    hours: str
    done: str


@login_required
@require_safe
@page
def certificates(request: HttpRequest) -> HttpResponse:
    """Show who asks, what stands, and since when a key signs."""
    return _shown(request, noted=request.GET.get("noted", ""))


@login_required
@require_POST
@page
def make_key(request: HttpRequest) -> HttpResponse:
    """Begin with certificates, or let another key sign from now on."""
    try:
        actions.make_key(old_got_out="got-out" in request.POST, today=clock.today())
    except NotACertificate as refusal:
        return _shown(request, wrong=refusal.code)
    return _back()


@login_required
@require_POST
@page
def answer(request: HttpRequest, number: int) -> HttpResponse:
    """Stand by what somebody asked for, or say not now."""
    typed = {name: request.POST.get(name, "") for name in FIELDS}
    try:
        if "not-now" in request.POST:
            actions.say_not_now(number)
        else:
            actions.say_yes(number, vouched_typed(typed, today=clock.today()))
    except NotACertificate as refusal:
        return _shown(request, wrong=refusal.code, of=number, typed=typed)
    except NotYours:
        return _shown(request, wrong="gone")
    return _back()


@login_required
@require_POST
@page
def take_back(request: HttpRequest, number: int) -> HttpResponse:
    """Stand by it no longer; every file of it says so."""
    try:
        actions.take_back(number)
    except NotYours:
        return _shown(request, wrong="gone")
    return _back()


def _shown(
    request: HttpRequest,
    *,
    wrong: str = "",
    of: int = 0,
    typed: Mapping[str, str] | None = None,
    noted: str = "",
) -> HttpResponse:
    shown_page = min(max(number_in(request, "page"), 1), MOST_PAGES)
    asked = queries.at_desk(State.ASKED, page=1, size=A_PAGE)
    stands = queries.at_desk(State.STANDS, page=shown_page, size=A_PAGE)
    people = [row.account for row in (*asked.rows, *stands.rows)]
    today, language = clock.today(), reader_language(request)
    tell_people(people, Page.CAPACITY, today=today)
    names = specialists_named((one.pk for one in people), today=today)
    key = queries.signing_key()

    def shown(row: Certificate) -> Shown:
        mine = (typed or {}) if row.pk == of else {}
        title = row.title or say(f"desk.papers.step.{row.source}", language)
        done = "" if row.done_on is None else clock.date_of(row.done_on).isoformat()
        return Shown(
            row,
            names.get(row.account_id, ""),
            mine.get("title", title),
            mine.get("hours", ""),
            mine.get("done", done),
        )

    return show(
        request,
        "desk/certificates",
        status=422 if wrong else 200,
        here="desk-specialists",
        is_here=signing.is_here(),
        key=key,
        has_secret=key is not None and signing.is_here() and signing.holds_secret(key),
        asked=[shown(row) for row in asked.rows],
        more_asked=asked.has_more,
        stands=[shown(row) for row in stands.rows],
        newer=shown_page - 1,
        older=shown_page + 1 if stands.has_more else 0,
        record=int(Source.RECORD),
        longest=LONGEST_TITLE,
        most_hours=MOST_HOURS,
        wrong=wrong,
        of=of,
        trouble=f"check.papers.{wrong}" if wrong else None,
        noted=noted == "yes",
    )


def _back() -> HttpResponse:
    return redirect(f"{reverse('desk-certificates')}?noted=yes")
