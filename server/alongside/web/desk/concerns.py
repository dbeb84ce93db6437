"""Concerns at the desk: how many wait, by when, who answers, coarse counts. Never whose."""

from collections.abc import Mapping

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from alongside.concerns import actions, decided, queries
from alongside.concerns.rules import FEWEST_READERS, LEAST_WITHIN, MOST_WITHIN
from alongside.ground import clock
from alongside.ground.refusal import Refused
from alongside.wall.actions import Page, tell_people
from alongside.web.desk.doing import say_quarter
from alongside.web.language import reader_language
from alongside.web.show import page, show
from alongside.web.words import say as say_words


@login_required
@require_safe
@page
def concerns(request: HttpRequest) -> HttpResponse:
    """Show what the programme promises, who answers, and how many wait."""
    return _shown(request, kept="kept" in request.GET)


@login_required
@require_POST
@page
def say(request: HttpRequest) -> HttpResponse:
    """Promise anew, and say who comes from elsewhere; what is wrong stays as it was typed."""
    typed = {name: request.POST.get(name, "").strip() for name in ("within", "outside")}
    chosen = {int(one) for one in request.POST.getlist("partner") if one.isdecimal()}
    try:
        within = int(typed["within"]) if typed["within"].isdecimal() else 0
        actions.promise(answer_within=within, outside=typed["outside"])
    except Refused:
        return _shown(request, typed=typed, chosen=chosen, status=422)
    actions.name_partners(chosen, today=clock.today())
    return redirect(f"{reverse('desk-concerns')}?kept=yes")


def _shown(
    request: HttpRequest,
    *,
    kept: bool = False,
    typed: dict[str, str] | None = None,
    chosen: set[int] | None = None,
    status: int = 200,
) -> HttpResponse:
    today, terms = clock.today(), queries.terms()
    found = queries.officers(today=today)
    people = [one.account for one in found]
    partners = queries.partners(people) if chosen is None else chosen
    tell_people(people, Page.ENDORSING, today=today)
    waiting, late = queries.ages_at_desk(today=today)
    appeals, appeals_late = decided.appeals_at_desk(today=today)
    language = reader_language(request)
    stands = {"within": str(terms.answer_within), "outside": "\n".join(terms.outside)}
    return show(
        request,
        "desk/concerns",
        here="desk-concerns",
        kept=kept,
        is_wrong=typed is not None,
        typed=typed or stands,
        officers=[
            (one.account.pk, one.endorsement.display_name, one.account.pk in partners)
            for one in found
            if one.endorsement is not None
        ],
        too_few=len(found) < FEWEST_READERS,
        beyond=", ".join(queries.beyond_eight(found)),
        least=LEAST_WITHIN,
        most=MOST_WITHIN,
        waiting=waiting,
        late=late,
        appeals=appeals,
        appeals_late=appeals_late,
        quarters=[
            (
                say_quarter(quarter, language),
                _counted(rows, language),
            )
            for quarter, rows in decided.counts_by_quarter(today=today)
        ],
        status=status,
    )


def _counted(rows: Mapping[int, int | None], language: str) -> list[tuple[str, int | None]]:
    return [
        (say_words(f"desk.concerns.counted.{what}", language), count)
        for what, count in rows.items()
    ]
