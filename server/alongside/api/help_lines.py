"""Help lines for the room: the same ones as on the help page, by way of lines_source.py."""

from typing import Any

from django.http import HttpRequest
from ninja import Router

from alongside.api.lines_source import lines_in
from alongside.api.shapes import Shape
from alongside.ground.languages import FIRST
from alongside.programme.queries import languages

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
    pair: str


@router.get("/help", response=list[LineShape])
def help_lines(request: HttpRequest, lang: str = FIRST) -> list[LineShape]:
    """Give who to call when it cannot wait, without signing in."""
    language = lang if lang in languages() else FIRST
    return [_shape(line) for line in lines_in(language)]


def _shape(line: dict[str, Any]) -> LineShape:
    told = {"pair": "", **line}
    return LineShape.model_validate({name: told[name] for name in LineShape.model_fields})
