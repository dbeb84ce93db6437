"""Our promise in words, from the catalogue that the room reads too."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any

from alongside.web.words import DEFAULT, PSEUDO
from pse import lists

FOLDER = lists.FOLDER / "promise"
Signed = tuple[str, Sequence[str]]


@dataclass(frozen=True)
class Part:
    """A heading and the sentences below it."""

    heading: str
    sentences: tuple[str, ...]


def parts_of(signed: Sequence[Signed], language: str) -> list[Part]:
    """Give a promise in words, under its headings, in the order it is signed."""
    book = _book(language)
    groups = groupby(signed, key=lambda sentence: _entry(book, sentence)["group"])
    return [
        Part(_marked(book["groups"][group], language), tuple(_spoken(sentences, language)))
        for group, sentences in groups
    ]


def sentence_in_words(sentence: Signed, language: str) -> str:
    """Give one sentence; KeyError or ValueError for one the catalogue does not hold."""
    _, parameters = sentence
    entry = _entry(_book(language), sentence)
    named = dict(zip(entry["takes"], parameters, strict=True))
    return _marked(str(entry["text"]).format_map(named), language)


def _spoken(sentences: Iterator[Signed], language: str) -> Iterator[str]:
    for sentence in sentences:
        yield sentence_in_words(sentence, language)


def _entry(book: dict[str, Any], sentence: Signed) -> dict[str, Any]:
    entry: dict[str, Any] = book["sentences"][sentence[0]]
    return entry


def _marked(text: str, language: str) -> str:
    return f"[!! {text} !!]" if language == PSEUDO else text


@cache
def _book(language: str) -> dict[str, Any]:
    name = DEFAULT if language == PSEUDO else language
    book: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return book
