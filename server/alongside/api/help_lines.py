"""Help lines for the room: the same ones as on the help page, which wiring.py connects here."""

from collections.abc import Callable, Sequence
from typing import Any

from django.http import HttpRequest
from ninja import Router

from alongside.api.shapes import Shape
from alongside.ground.languages import FIRST
from alongside.programme.queries import NotSetUp, languages, programme

# What a country's lines are called, in a language.
Source = Callable[[str, str], Sequence[Any]]
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


def read_from(source: Source) -> None:
    """Say where the lines of a country are read from."""
    _sources[:] = [source]


@router.get("/help", response=list[LineShape])
def help_lines(request: HttpRequest, lang: str = FIRST) -> list[LineShape]:
    """Give who to call when it cannot wait, without signing in."""
    language, country = lang if lang in languages() else FIRST, _country()
    lines = (line for source in _sources for line in source(country, language))
    return [LineShape.model_validate(line) for line in lines]


def _country() -> str:
    """Give the programme's country; help is there even before there is a programme."""
    try:
        return programme().country
    except NotSetUp:
        return ""
