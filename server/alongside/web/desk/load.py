"""What specialists carry and what became of their own words, by who supports them."""

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from alongside.ground import clock
from alongside.ground.refusal import NotYours
from alongside.keys.queries import supervisors_named
from alongside.people.models import Account
from alongside.programme.supporting import support
from alongside.promises.desk import A_PAGE, A_PIECE, NOBODY, Carried, carried
from alongside.promises.rules import LEAST_PEOPLE, TOTALS_DAYS
from alongside.wall.actions import Page, tell_people, tell_taken
from alongside.web.desk.as_file import as_file
from alongside.web.desk.door import coordinator
from alongside.web.desk.marks import number_in
from alongside.web.language import reader_language
from alongside.web.show import page, show
from alongside.web.words import say

COUNTS = ("open", "kept", "moved", "broken", "repaired")
COLUMNS = ("specialist", "supported-by", "walks", "most", "hellos", *COUNTS)
NONE = "none"


@login_required
@require_safe
@page
def load(request: HttpRequest) -> HttpResponse:
    """Show a page of specialists with what they carry."""
    today, after = clock.today(), number_in(request, "after")
    supervisors = supervisors_named(today=today)
    chosen = _chosen(request, supervisors)
    found = carried(today, supported_by=chosen, after=after, size=A_PAGE + 1)
    rows = found[:A_PAGE]
    tell_people([one.person for one in rows], Page.CAPACITY, today=today)
    return show(
        request,
        "desk/load",
        here="desk-specialists",
        rows=[(one, supervisors.get(one.supported_by or 0, "")) for one in rows],
        supervisors=supervisors,
        chosen=chosen,
        nobody=NOBODY,
        weeks=TOTALS_DAYS // 7,
        least=LEAST_PEOPLE,
        query=urlencode({"by": _written(chosen)}),
        after=rows[-1].account if len(found) > A_PAGE else None,
        is_first=not after,
    )


@login_required
@require_safe
@page
def as_csv(request: HttpRequest) -> StreamingHttpResponse:
    """Give the same list as a file."""
    today, language = clock.today(), reader_language(request)
    supervisors = supervisors_named(today=today)
    columns = [say(f"desk.file.{name}", language) for name in COLUMNS]
    return as_file(columns, _rows(today, _chosen(request, supervisors), supervisors))


@login_required
@require_POST
@page
def set_support(request: HttpRequest) -> HttpResponse:
    """Note who supports a specialist; with nobody chosen, nobody."""
    coordinator(request)
    supervisor = _posted(request, "by")
    if supervisor and supervisor not in supervisors_named(today=clock.today()):
        raise Http404
    person = Account(pk=supervisor) if supervisor else None
    try:
        support(_posted(request, "specialist"), supervisor=person)
    except NotYours:
        raise Http404 from None
    return redirect(reverse("desk-load"))


def _rows(
    today: int, chosen: int, supervisors: Mapping[int, str]
) -> Iterator[Sequence[object]]:
    after = 0
    while piece := carried(today, supported_by=chosen, after=after, size=A_PIECE):
        tell_taken((one.account for one in piece), Page.CAPACITY, today=today)
        for one in piece:
            yield _row(one, supervisors.get(one.supported_by or 0, ""))
        after = piece[-1].account


def _row(one: Carried, supported_by: str) -> Sequence[object]:
    found = one.totals
    told = [""] * len(COUNTS) if found is None else [getattr(found, name) for name in COUNTS]
    return [one.name, supported_by, one.load, one.cap, one.waiting, *told]


def _chosen(request: HttpRequest, supervisors: Mapping[int, str]) -> int:
    """The supervisor an address asks for, NOBODY, or 0 for everyone."""
    if request.GET.get("by") == NONE:
        return NOBODY
    asked = number_in(request, "by")
    return asked if asked in supervisors else 0


def _written(chosen: int) -> str:
    return NONE if chosen == NOBODY else str(chosen or "")


def _posted(request: HttpRequest, name: str) -> int:
    given = request.POST.get(name, "")
    return int(given) if given.isascii() and given.isdigit() and len(given) <= 12 else 0
