"""Help lines by country, from one dated file: what a programme begins with."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from alongside.programme.help_lines import Line

FILE = Path(__file__).with_name("crisis.json")
ANYWHERE = "*"


def lines_for(country: str) -> list[Line]:
    """Give a country's lines: emergency services, then its own, then those for anywhere."""
    book = _book()
    own: list[Line] = book["lines"].get(country, [])
    return [*_emergency(book, country), *own, *book["lines"][ANYWHERE]]


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
