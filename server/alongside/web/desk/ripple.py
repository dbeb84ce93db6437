"""How far support goes on: a picture for the wall, its table, and two shares with ranges."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.views.decorators.http import require_safe

from alongside.counts.rules import LEAST, QUARTERS
from alongside.ground import clock
from alongside.ripple import queries
from alongside.ripple.drawing import RINGS, WAVES, draw
from alongside.ripple.intervals import FEWEST_BATCHES, Share
from alongside.ripple.rules import GENERATIONS, Cell, Role
from alongside.web.desk.as_file import as_file
from alongside.web.language import reader_language
from alongside.web.show import page, show
from alongside.web.words import say

# Dots lie as they lie: another number, another picture of the same.
SEED = 1
# The columns of the file: the last three are of a hundred.
COLUMNS = ("ring", "what", "people", "low", "about", "high")


@dataclass(frozen=True)
class Row:
    """One ring: through how many people, and how many reached each role."""

    generation: int
    cells: Sequence[Cell]

    @property
    def key(self) -> str:
        """Give the id of the sentence that names it."""
        return f"desk.ripple.ring.{self.generation}"

    @property
    def at(self) -> int:
        """Give where its name stands in the picture, from above."""
        return 600 - RINGS[self.generation][1] - 20


@login_required
@require_safe
@page
def ripple(request: HttpRequest) -> HttpResponse:
    """Show what closed batches tell of who went on to support others."""
    today = clock.today()
    told = queries.told(today=today)
    rows = [
        Row(at, [cell for cell in told.cells if cell.generation == at])
        for at in range(GENERATIONS)
    ]
    return show(
        request,
        "desk/ripple",
        here="desk-doing",
        drawing=draw(told.cells, seed=SEED),
        waves=WAVES,
        rows=rows,
        roles=[(role, f"desk.ripple.role.{int(role)}") for role in Role],
        share=_in_a_hundred(told.passed_on),
        brought=_in_a_hundred(told.brought),
        fewest=FEWEST_BATCHES * LEAST,
        least=LEAST,
        years=QUARTERS // 4,
        day=today,
    )


@login_required
@require_safe
@page
def as_csv(request: HttpRequest) -> StreamingHttpResponse:
    """Give the same numbers as a file: what the page does not tell, it does not either."""
    language = reader_language(request)
    columns = [say(f"desk.ripple.file.{name}", language) for name in COLUMNS]
    return as_file(columns, _rows(queries.told(today=clock.today()), language))


def _rows(told: queries.Told, language: str) -> Iterator[Sequence[object]]:
    few = say("desk.doing.few", language)
    for cell in told.cells:
        ring = say(f"desk.ripple.ring.{cell.generation}", language)
        role = say(f"desk.ripple.role.{int(cell.role)}", language)
        yield ring, role, few if cell.people is None else cell.people, "", "", ""
    for name, told_of in (("share", told.passed_on), ("brought", told.brought)):
        what, share = say(f"desk.ripple.{name}", language), _in_a_hundred(told_of)
        if share is None:
            yield "", what, say("desk.ripple.file.not-told", language), "", "", ""
        else:
            yield "", what, share["people"], share["low"], share["about"], share["high"]


def _in_a_hundred(told: Share | None) -> dict[str, int] | None:
    if told is None:
        return None
    parts = {"low": told.low, "about": told.about, "high": told.high}
    return {name: round(100 * part) for name, part in parts.items()} | {"people": told.people}
