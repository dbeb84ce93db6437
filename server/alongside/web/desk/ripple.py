"""How far support goes on: a picture for the wall, its table, and one share with its range."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from alongside.counts.rules import LEAST, QUARTERS
from alongside.ground import clock
from alongside.ripple import queries
from alongside.ripple.drawing import RINGS, WAVES, draw
from alongside.ripple.intervals import FEWEST_BATCHES, Share
from alongside.ripple.rules import GENERATIONS, Cell, Role
from alongside.web.show import page, show

# Dots lie as they lie: another number, another picture of the same.
SEED = 1


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
        fewest=FEWEST_BATCHES * LEAST,
        least=LEAST,
        years=QUARTERS // 4,
        day=today,
    )


def _in_a_hundred(told: Share | None) -> dict[str, int] | None:
    if told is None:
        return None
    parts = {"low": told.low, "about": told.about, "high": told.high}
    return {name: round(100 * part) for name, part in parts.items()} | {"people": told.people}
