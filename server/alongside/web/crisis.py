"""Help lines by country, from one dated file: who to call when it cannot wait."""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypedDict, cast

from alongside.ground.clock import EPOCH
from alongside.ground.languages import FIRST

FILE = Path(__file__).with_name("crisis.json")
ANYWHERE = "*"
# After so many days the desk is asked to look whether the lines are still right.
STALE_AFTER = 90


class Way(TypedDict):
    """One way to reach a line: call or text a number, or chat at an address."""

    kind: str
    value: str


class Line(TypedDict):
    """One help line, as the help page and the room show it."""

    name: str
    who: str
    how: list[Way]
    hours: str
    what_happens: str
    verified: str


def lines_for(country: str, language: str = FIRST) -> list[Line]:
    """Give a country's lines: emergency services, then its own, then those for anywhere."""
    book = _book()
    own: list[Any] = book["lines"].get(country, [])
    lines = [*_emergency(book, country), *own, *book["lines"][ANYWHERE]]
    return [_said(line, language) for line in lines]


def checked_on(line: Line) -> int:
    """Give the day on which somebody last looked whether a line is right."""
    return (date.fromisoformat(line["verified"]) - EPOCH).days


def last_checked() -> int:
    """Give the day of the line that was looked at longest ago."""
    book = _book()
    return min(checked_on(line) for lines in book["lines"].values() for line in lines)


def is_stale(checked: int, *, today: int) -> bool:
    """Say whether somebody should look again."""
    return today - checked > STALE_AFTER


def _said(line: dict[str, Any], language: str) -> Line:
    """Give a line in a language: its `in` holds the texts that differ."""
    texts = line.get("in", {}).get(language, {})
    said: Any = {name: value for name, value in (line | texts).items() if name != "in"}
    return cast(Line, said)


def _emergency(book: dict[str, Any], country: str) -> list[dict[str, Any]]:
    line: dict[str, Any] = book["emergency_line"]
    numbers = [number for number, lands in book["emergency"].items() if country in lands]
    return [{**line, "how": [{"kind": "call", "value": number}]} for number in numbers]


@cache
def _book() -> dict[str, Any]:
    book: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return book
