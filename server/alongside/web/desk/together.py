"""Who walks together: relationships by where they stand and since when, without a client."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.views.decorators.http import require_safe

from alongside.ground import clock
from alongside.ground.refusal import NotYours
from alongside.keys.queries import names_of
from alongside.relationships import desk
from alongside.relationships.desk import AtDesk, Wanted
from alongside.relationships.handovers import outstanding
from alongside.relationships.promises import Outstanding, agreements_outstanding
from alongside.wall.actions import Page, tell_people, tell_seen, tell_taken
from alongside.web.desk.as_file import as_file
from alongside.web.desk.marks import mark_in, number_in, one_of, written
from alongside.web.language import reader_language
from alongside.web.show import page, show
from alongside.web.words import say

AGES = (0, 7, 30, 90, 180, 365)
COLUMNS = ("number", "standing", "days", "specialist", "promise-waits")


@login_required
@require_safe
@page
def together(request: HttpRequest) -> HttpResponse:
    """Show one page of a list, and how many there are of each kind."""
    wanted = _wanted(request)
    found = desk.listing(wanted, today=clock.today(), after=mark_in(request))
    whose = (one for row in found.rows for one in row.whose)
    tell_people(whose, Page.RELATIONSHIPS, today=clock.today())
    name = _whose(wanted)
    if name and not found.rows:
        # Whose list this is stands above it, even where nobody is in it.
        tell_seen(_asked_for(wanted), Page.RELATIONSHIPS, today=clock.today())
    return show(
        request,
        "desk/together",
        here="desk-together",
        rows=_named(found.rows),
        counts=desk.counts(),
        promises=_outstanding(wanted),
        handovers=outstanding(),
        wanted=wanted,
        ages=AGES,
        whose=name,
        query=urlencode(_asked(wanted)),
        after=written(found.after),
        is_first=mark_in(request) is None,
    )


@login_required
@require_safe
@page
def one(request: HttpRequest, relationship_id: int) -> HttpResponse:
    """Show one relationship, and tell both people that the team looked."""
    try:
        found = desk.record(relationship_id, today=clock.today())
    except NotYours:
        raise Http404 from None
    tell_seen(found.whose, Page.RELATIONSHIP, today=clock.today())
    _, specialist = found.whose
    name = names_of([specialist]).get(specialist, "")
    return show(request, "desk/relationship", here="desk-together", record=found, name=name)


@login_required
@require_safe
@page
def as_csv(request: HttpRequest) -> StreamingHttpResponse:
    """Give all of a list as a file, with the same filters."""
    wanted, language = _wanted(request), reader_language(request)
    columns = [say(f"desk.file.{name}", language) for name in COLUMNS]
    standing = say(f"desk.together.{wanted.standing}", language)
    return as_file(columns, _rows(wanted, standing))


def _rows(wanted: Wanted, standing: str) -> Iterator[Sequence[object]]:
    for piece in desk.whole_list(wanted, today=clock.today()):
        tell_taken(_both(piece), Page.RELATIONSHIPS, today=clock.today())
        for row, name in _named(piece):
            waits = "" if row.promise_waits is None else row.promise_waits
            yield row.number, standing, row.days, name, waits


def _named(rows: Sequence[AtDesk]) -> list[tuple[AtDesk, str]]:
    names = names_of(row.specialist for row in rows)
    return [(row, names.get(row.specialist, "")) for row in rows]


def _both(rows: Iterable[AtDesk]) -> Iterator[int]:
    return (one for row in rows for one in (row.client, row.specialist))


def _outstanding(wanted: Wanted) -> Outstanding | None:
    """Numbers of the whole programme stand over the list of all who walk together."""
    is_whole = wanted.standing == desk.TOGETHER and wanted.specialist is None
    return agreements_outstanding() if is_whole else None


def _asked_for(wanted: Wanted) -> list[int]:
    return [] if wanted.specialist is None else [wanted.specialist]


def _whose(wanted: Wanted) -> str:
    return next(iter(names_of(_asked_for(wanted)).values()), "")


def _wanted(request: HttpRequest) -> Wanted:
    days = number_in(request, "days")
    return Wanted(
        standing=one_of(request, "is", desk.STANDINGS, otherwise=desk.TOGETHER),
        at_least_days=days if days in AGES else 0,
        specialist=number_in(request, "with") or None,
    )


def _asked(wanted: Wanted) -> dict[str, Any]:
    """What the address of another page of the same list carries."""
    asked: dict[str, Any] = {"is": wanted.standing, "days": wanted.at_least_days}
    return asked if wanted.specialist is None else {**asked, "with": wanted.specialist}
