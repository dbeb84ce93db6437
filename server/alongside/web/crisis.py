"""Help lines: those the programme keeps, and by country those it begins with."""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from alongside.ground import clock
from alongside.programme.help_lines import Line, shown
from alongside.programme.queries import NotSetUp, programme

FILE = Path(__file__).with_name("crisis.json")
ANYWHERE = "*"


def lines_for(country: str) -> list[Line]:
    """Give a country's lines: emergency services, then its own, then those for anywhere."""
    book = _book()
    own: list[Line] = book["lines"].get(country, [])
    return [*_emergency(book, country), *own, *book["lines"][ANYWHERE]]


def lines_now() -> list[Line]:
    """Give the lines people see today; help is there even before there is a programme."""
    try:
        here = programme()
    except NotSetUp:
        return always_there("")
    return lines_shown(here.help_lines, country=here.country, today=clock.today())


def lines_shown(lines: Sequence[Line], *, country: str, today: int) -> list[Line]:
    """Give a programme's lines people see; when none is left, those that are always there."""
    return shown(lines, today=today) or always_there(country)


def always_there(country: str) -> list[Line]:
    """Give the emergency number and a directory of lines in many lands: never nothing."""
    book = _book()
    return [*_emergency(book, country), *book["lines"][ANYWHERE]]


def _emergency(book: dict[str, Any], country: str) -> list[Line]:
    line: Line = book["emergency_line"]
    numbers = [number for number, lands in book["emergency"].items() if country in lands]
    return [{**line, "how": [{"kind": "call", "value": number}]} for number in numbers]


@cache
def _book() -> dict[str, Any]:
    book: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return book
