"""How we are doing: numbers of everybody at once, to be read, printed, or taken as a file."""

from collections.abc import Iterator, Sequence

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.views.decorators.http import require_safe

from alongside.ground import clock
from alongside.web.desk.as_file import as_file
from alongside.web.desk.figures import Part, figures
from alongside.web.language import reader_language
from alongside.web.show import page, show
from alongside.web.words import say

COLUMNS = ("part", "what", "when", "number", "of")


@login_required
@require_safe
@page
def doing(request: HttpRequest) -> HttpResponse:
    """Show the numbers of the last four quarters, each with how it was made."""
    today = clock.today()
    return show(request, "desk/doing", here="desk-doing", told=figures(today=today), day=today)


@login_required
@require_safe
@page
def as_csv(request: HttpRequest) -> StreamingHttpResponse:
    """Give the same numbers as a file."""
    language = reader_language(request)
    columns = [say(f"desk.doing.file.{name}", language) for name in COLUMNS]
    return as_file(columns, _rows(figures(today=clock.today()).parts, language))


def _rows(parts: Sequence[Part], language: str) -> Iterator[Sequence[object]]:
    few = say("desk.doing.few", language)
    for part in parts:
        title = say(f"desk.doing.{part.name}", language)
        for row in part.rows:
            what = say(row.key, language, **row.given)
            for cell in row.cells:
                when = "" if cell.quarter is None else say_quarter(cell.quarter, language)
                number = few if cell.number is None else cell.number
                yield title, what, when, number, "" if cell.of is None else cell.of


def say_quarter(quarter: int, language: str) -> str:
    """Say which days a quarter is: its first and its last."""
    return say("desk.doing.quarter", language, **first_and_last(quarter))


def first_and_last(quarter: int) -> dict[str, str]:
    """Give the first and the last day of a quarter, as tables write them."""
    first = quarter * 91
    days = {"first": first, "last": first + 90}
    return {name: clock.date_of(day).isoformat() for name, day in days.items()}
