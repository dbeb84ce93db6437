"""Help lines by country, from one dated file: what a programme begins with."""

import json
from functools import cache
from pathlib import Path
from typing import Any, cast

from alongside.programme.help_lines import NEEDED, Line

FILE = Path(__file__).with_name("crisis.json")
ANYWHERE = "*"


def lines_for(country: str) -> list[Line]:
    """Give a country's lines: emergency services, then its own, then those for anywhere."""
    own = _book()["lines"].get(country, [])
    return [_plain(line) for line in (*_emergency(country), *own, *_anywhere())]


def always_there(country: str) -> list[Line]:
    """Give the emergency number and a directory of lines in many lands: never nothing."""
    return [_plain(line) for line in (*_emergency(country), *_anywhere())]


def in_language(line: Line, language: str) -> Line:
    """Give a line as the file says it in a language; a line of one's own stays as it is."""
    translated = _translations().get(tuple(str(line.get(name)) for name in NEEDED), {})
    return cast(Line, line | translated.get(language, {}))


def _plain(line: dict[str, Any]) -> Line:
    return cast(Line, {name: value for name, value in line.items() if name != "in"})


def _emergency(country: str) -> list[dict[str, Any]]:
    book = _book()
    line: dict[str, Any] = book["emergency_line"]
    numbers = [number for number, lands in book["emergency"].items() if country in lands]
    return [{**line, "how": [{"kind": "call", "value": number}]} for number in numbers]


def _anywhere() -> list[dict[str, Any]]:
    return list(_book()["lines"][ANYWHERE])


@cache
def _translations() -> dict[tuple[str, ...], dict[str, Any]]:
    """Give what each line of the file is in other languages, by its own four texts."""
    book = _book()
    lines = [line for lines in book["lines"].values() for line in lines]
    return {
        tuple(line[name] for name in NEEDED): line.get("in", {})
        for line in (*lines, book["emergency_line"])
    }


@cache
def _book() -> dict[str, Any]:
    book: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return book
