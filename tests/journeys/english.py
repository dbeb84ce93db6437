"""Finds English on a Spanish page: sentences of our catalogues that Spanish says otherwise."""

import json
import re
import subprocess
from collections.abc import Iterable, Mapping

from alongside.web.words.en import WORDS as ENGLISH
from alongside.web.words.es import WORDS as SPANISH
from tests.journeys.browsers import PROJECT

# What a person's own name, or a date, would match as well.
SHORTEST = 3


def room_words(lang: str) -> dict[str, str]:
    """Give every sentence of the room in a language."""
    script = (
        f"import('./browser/words/{lang}.js')"
        f".then((words) => console.log(JSON.stringify(words.{lang})))"
    )
    shown = subprocess.run(
        ["node", "--input-type=module", "-e", script],
        cwd=PROJECT, capture_output=True, text=True, timeout=20, check=True,
    )  # fmt: skip
    return dict(json.loads(shown.stdout))


class English:
    """The English sentences that a Spanish page never shows."""

    def __init__(self, english: Mapping[str, str], spanish: Mapping[str, str]) -> None:
        differing = [text for key, text in english.items() if text != spanish.get(key)]
        alike = set(spanish.values())
        self._shapes = [_shape(text) for text in differing if text not in alike]
        self._known: dict[str, bool] = {}

    def among(self, said: Iterable[str]) -> list[str]:
        """Name what was said in English."""
        return [text for text in said if self._is_english(text)]

    def _is_english(self, text: str) -> bool:
        """Tell it once: most of what a screen says is said on many."""
        if text not in self._known:
            self._known[text] = any(shape.fullmatch(text) for shape in self._shapes)
        return self._known[text]


def in_the_room() -> English:
    """The room's own English."""
    return English(room_words("en"), room_words("es"))


def in_the_promise() -> English:
    """The promise's English."""
    folder = PROJECT / "protocol" / "promise"
    english, spanish = (
        {
            key: entry["text"]
            for key, entry in json.loads((folder / f"{lang}.json").read_text())[
                "sentences"
            ].items()
        }
        for lang in ("en", "es")
    )
    return English(english, spanish)


def on_the_pages() -> English:
    """The English of the pages without keys."""
    return English(ENGLISH, SPANISH)


def _shape(text: str) -> re.Pattern[str]:
    """A sentence with anything in its holes; a hole alone would be every text there is."""
    words = " ".join(text.split())
    parts = re.split(r"\{\w+\}", words)
    letters = sum(map(len, re.findall(r"[A-Za-z]+", "".join(parts))))
    found = re.escape(parts[0])
    for hole, part in zip(re.findall(r"\{\w+\}", words), parts[1:], strict=True):
        found += _hole(hole, letters) + re.escape(part)
    return re.compile(found)


def _hole(hole: str, letters: int) -> str:
    """What may stand there: of what is counted, figures alone."""
    if letters < SHORTEST:
        return re.escape(hole)
    return r"[\d.,\u00a0]+" if hole == "{count}" else ".+"
