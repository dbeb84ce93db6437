"""How long people wait, in whole days and by many at once: asks, and wishes handed over."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from alongside.ground import clock
from alongside.matching import desk as matching
from alongside.matching import queries as finding
from alongside.relationships import desk as relationships
from alongside.web.show import page, show

# The last day of each span but the last, which has no end.
SPANS = {"asks": (0, 2, 6), "wishes": (6, 13, 27)}


@dataclass(frozen=True)
class Span:
    """How many wait from one day to another; the last span has no end."""

    first: int
    last: int | None
    people: int


@login_required
@require_safe
@page
def waits(request: HttpRequest) -> HttpResponse:
    """Show how many wait how long, and how long both ways of finding took people."""
    today = clock.today()
    return show(
        request,
        "desk/waits",
        here="desk-together",
        asks=spans(relationships.waits(today=today), SPANS["asks"]),
        wishes=spans(matching.waits(today=today), SPANS["wishes"]),
        took=finding.figures(today=today),
    )


def spans(days: Sequence[int], ends: Sequence[int]) -> list[Span]:
    """Count days into spans that end at these."""
    firsts = (0, *(end + 1 for end in ends))
    return [
        Span(first, last, sum(first <= day and (last is None or day <= last) for day in days))
        for first, last in zip(firsts, (*ends, None), strict=True)
    ]
