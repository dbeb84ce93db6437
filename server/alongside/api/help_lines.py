"""Help lines for the room: the same ones as on the help page, which wiring.py connects here."""

from collections.abc import Callable, Sequence
from typing import Any

from django.http import HttpRequest
from ninja import Router

from alongside.api.shapes import Shape
from alongside.ground.languages import FIRST
from alongside.programme.queries import languages

# What people see today, in a language.
Source = Callable[[str], Sequence[Any]]
_sources: list[Source] = []
router = Router(tags=["help"])


class WayShape(Shape):
    """One way to reach a line."""

    kind: str
    value: str


class LineShape(Shape):
    """One help line."""

    name: str
    who: str
    how: list[WayShape]
    hours: str
    what_happens: str
    verified: str
    lang: str


def read_from(source: Source) -> None:
    """Say where the lines people see today are read from."""
    _sources[:] = [source]


@router.get("/help", response=list[LineShape])
def help_lines(request: HttpRequest, lang: str = FIRST) -> list[LineShape]:
    """Give who to call when it cannot wait, without signing in."""
    language = lang if lang in languages() else FIRST
    return [_shape(line) for source in _sources for line in source(language)]


def _shape(line: dict[str, Any]) -> LineShape:
    return LineShape.model_validate({name: line[name] for name in LineShape.model_fields})
