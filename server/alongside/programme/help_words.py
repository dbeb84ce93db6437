"""The words of a help line in further languages: all of them in one language, or none."""

from collections.abc import Callable, Mapping
from typing import Any, TypedDict

from alongside.ground.languages import NAMES

# The name may be the same everywhere; the rest is said in each language.
TEXTS = ("name", "who", "hours", "what_happens")


class Words(TypedDict, total=False):
    """What a line is called, who it is for, and the rest, in one language."""

    name: str
    who: str
    hours: str
    what_happens: str


Read = Callable[[Mapping[str, Any], str], str]


def words_from(told: object, *, read: Read) -> dict[str, Words]:
    """Read words by language; `read` refuses a text that is missing or too long."""
    by_language = told if isinstance(told, dict) else {}
    found = {
        lang: _in_one(by_language[lang], lang, read=read)
        for lang in NAMES
        if isinstance(by_language.get(lang), dict)
    }
    return {lang: words for lang, words in found.items() if words}


def words_typed(typed: Mapping[str, str], languages: list[str]) -> dict[str, dict[str, str]]:
    """Take what a form says in further languages: its fields are called `es.who`."""
    return {
        lang: {text: typed.get(f"{lang}.{text}", "") for text in TEXTS} for lang in languages
    }


def _in_one(told: Mapping[str, Any], lang: str, *, read: Read) -> Words:
    texts = {name: told.get(name) for name in TEXTS}
    if not any(str(text or "").strip() for text in texts.values()):
        return {}
    named = {f"{lang}.{name}": text for name, text in texts.items()}
    words: Words = {
        "who": read(named, f"{lang}.who"),
        "hours": read(named, f"{lang}.hours"),
        "what_happens": read(named, f"{lang}.what_happens"),
    }
    if str(texts["name"] or "").strip():
        words["name"] = read(named, f"{lang}.name")
    return words
