"""Specialists: how many they walk with, and until when the programme stands behind them."""

from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.views.decorators.http import require_safe

from alongside.conversations.desk import SEATED, SpecialistAtDesk, specialists_at_desk
from alongside.ground import clock
from alongside.wall.actions import Page, tell_people, tell_taken
from alongside.web.desk.as_file import as_file
from alongside.web.desk.marks import number_in, one_of
from alongside.web.desk.standing import Standing, standing
from alongside.web.language import reader_language
from alongside.web.show import page, show
from alongside.web.words import say

A_PAGE = 50
COLUMNS = ("specialist", "walks", "most", "hellos", "break", "word", "days-left")


@login_required
@require_safe
@page
def specialists(request: HttpRequest) -> HttpResponse:
    """Show the specialists with what they carry, a page at a time."""
    today, only = clock.today(), _only(request)
    after = number_in(request, "after")
    found = specialists_at_desk(today, only=only, after=after, size=A_PAGE + 1)
    tell_people([one.person for one in found[:A_PAGE]], Page.CAPACITY, today=today)
    people = [(person, _standing(person, today)) for person in found[:A_PAGE]]
    return show(
        request,
        "desk/specialists",
        here="desk-specialists",
        people=people,
        only=only,
        query=urlencode({"only": only}),
        after=people[-1][0].account if len(found) > A_PAGE else None,
        is_first=not after,
    )


@login_required
@require_safe
@page
def as_csv(request: HttpRequest) -> StreamingHttpResponse:
    """Give the same list as a file."""
    today, language = clock.today(), reader_language(request)
    found = specialists_at_desk(today, only=_only(request))
    tell_taken((one.account for one in found), Page.CAPACITY, today=today)
    columns = [say(f"desk.file.{name}", language) for name in COLUMNS]
    return as_file(columns, [_row(one, _standing(one, today), language) for one in found])


def _row(person: SpecialistAtDesk, stands: Standing, language: str) -> list[object]:
    return [
        person.name or "",
        person.load,
        "" if person.cap is None else person.cap,
        person.waiting,
        say(f"desk.file.{'yes' if person.paused else 'no'}", language),
        say(f"desk.file.word.{stands.state}", language),
        stands.days_left if stands.days_left else "",
    ]


def _standing(person: SpecialistAtDesk, today: int) -> Standing:
    return standing(person.to_day, today=today, revoked=person.revoked)


def _only(request: HttpRequest) -> str:
    return one_of(request, "only", SEATED, otherwise="")
