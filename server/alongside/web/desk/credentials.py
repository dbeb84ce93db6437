"""The record of training and certificates, with what runs out soon."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from alongside.conversations.desk import specialists_at_desk
from alongside.ground import clock
from alongside.ground.refusal import NotYours
from alongside.keys.queries import specialists_named
from alongside.programme import actions, queries
from alongside.programme import credentials as rules
from alongside.programme.credentials import NotACredential
from alongside.programme.models import Credential
from alongside.wall.actions import Page, tell_people
from alongside.web.desk.door import coordinator
from alongside.web.desk.marks import number_in, number_typed
from alongside.web.desk.standing import Standing, standing
from alongside.web.show import page, show

MOST_SHOWN = 200
FIELDS = ("what", "given", "done", "until")


@dataclass(frozen=True)
class Shown:
    """One row as it stands on the page; `name` is empty where nobody stands behind them."""

    number: int
    account: int
    name: str
    what: str
    given_by: str
    done_on: int
    runs_out_on: int | None
    stands: Standing


@login_required
@require_safe
@page
def credentials(request: HttpRequest) -> HttpResponse:
    """Show what runs out, and the record of one specialist."""
    return _shown(request, number_in(request, "of"), noted=request.GET.get("noted", ""))


@login_required
@require_POST
@page
def add(request: HttpRequest) -> HttpResponse:
    """Put down what a specialist learnt."""
    typed = {name: request.POST.get(name, "") for name in FIELDS}
    number, today = number_typed(request.POST.get("of", "")), clock.today()
    try:
        one = rules.credential_typed(typed, today=today)
        actions.put_credential(number, one, by=coordinator(request), today=today)
    except NotACredential as refusal:
        return _shown(request, number, typed=typed, wrong=refusal.code)
    except NotYours:
        return _shown(request, 0, wrong="who")
    return _back(number)


@login_required
@require_POST
@page
def take_out(request: HttpRequest, number: int) -> HttpResponse:
    """Take a row out of the record."""
    actions.take_credential_out(number, by=coordinator(request))
    return _back(number_typed(request.POST.get("of", "")))


def _shown(
    request: HttpRequest,
    of: int,
    *,
    typed: Mapping[str, str] | None = None,
    wrong: str = "",
    noted: str = "",
) -> HttpResponse:
    today = clock.today()
    people = specialists_at_desk(today, size=MOST_SHOWN)
    tell_people((one.person for one in people), Page.CAPACITY, today=today)
    chosen = next((one for one in people if one.account == of), None)
    ending = queries.credentials_ending(today + rules.WARN_DAYS, size=MOST_SHOWN)
    tell_people((row.account for row in ending), Page.CAPACITY, today=today)
    return show(
        request,
        "desk/credentials",
        status=422 if wrong else 200,
        here="desk-specialists",
        people=people,
        chosen=chosen,
        rows=_rows(queries.credentials_of(chosen.account), today) if chosen else [],
        ending=_rows(ending, today),
        typed=typed or {},
        longest=rules.LONGEST,
        trouble=f"check.credentials.{wrong}" if wrong else None,
        wrong=wrong,
        noted=noted == "yes",
    )


def _rows(found: list[Credential], today: int) -> list[Shown]:
    names = specialists_named((row.account_id for row in found), today=today)
    return [
        Shown(
            row.pk,
            row.account_id,
            names.get(row.account_id, ""),
            row.what,
            row.given_by,
            row.done_on,
            row.runs_out_on,
            standing(row.runs_out_on, today=today, warn_days=rules.WARN_DAYS),
        )
        for row in found
    ]


def _back(number: int) -> HttpResponse:
    asked = urlencode({"of": number, "noted": "yes"})
    return redirect(f"{reverse('desk-credentials')}?{asked}")
