"""Help lines by country, from one dated file: what a programme begins with."""

import json
from functools import cache
from pathlib import Path
from typing import Any, cast

from alongside.ground.languages import FIRST
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


def emergency_number(country: str) -> str:
    """Give the number to ring there when a life is in danger; empty where we know none."""
    return next(
        (way["value"] for line in _emergency(country) for way in line["how"]),
        "",
    )


def in_language(line: Line, language: str, *, main: str = FIRST) -> Line:
    """Give a line in a language, or in its own where nobody wrote it in that one.

    `lang` then says which it is; `main` is the programme's own language.
    """
    own = language_of(line, main=main)
    words = {} if language == own else words_in(line, language)
    plain = {name: value for name, value in line.items() if name != "words"}
    return cast(Line, {**plain, **words, "lang": language if words else own})


def language_of(line: Line, *, main: str) -> str:
    """Give the language a line was written in."""
    return line.get("lang") or (
        _book()["language"] if _texts_of(line) in _translations() else main
    )


def words_in(line: Line, language: str) -> dict[str, str]:
    """Give a line's words in a language: the programme's own, else those of the file."""
    own = line.get("words", {}).get(language) or _translations().get(_texts_of(line), {}).get(
        language, {}
    )
    return cast(dict[str, str], own)


def _texts_of(line: Line) -> tuple[str, ...]:
    return tuple(str(line.get(name)) for name in NEEDED)


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
