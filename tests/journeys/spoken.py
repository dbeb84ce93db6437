"""What a journey reads on the screens, in the language it is walked in.

Journeys are written in English, as a person reads them. Walked in another language, each
sentence is looked up by its id in the room's and the pages' own catalogues.
"""

import functools
import json
import re
import subprocess
from collections.abc import Mapping

from alongside.web.words import CATALOGUES
from tests.journeys.browsers import PROJECT

Sentence = str | re.Pattern[str]
ROOM = """
const { en } = await import("./browser/words/en.js");
const { es } = await import("./browser/words/es.js");
console.log(JSON.stringify({ en, es: { ...en, ...es } }));
"""
PLACE = re.compile(r"\{([a-z_]+)\}")
_walked = {"language": "en"}


def walk_in(language: str) -> None:
    """From here on, everybody reads this language."""
    _walked["language"] = language


def language() -> str:
    """Give the language that this run is walked in."""
    return _walked["language"]


def here(sentence: Sentence) -> Sentence:
    """Give an English sentence as it stands on the screen; a person's own words stay."""
    if language() == "en" or isinstance(sentence, re.Pattern):
        return sentence
    found = _translated(sentence)
    if len(found) < 2:
        return found[0] if found else sentence
    return re.compile("^(" + "|".join(map(re.escape, found)) + ")$")


def said(*ids: str, whole: bool = True, **parameters: str) -> re.Pattern[str]:
    """Match one of these sentences, whatever stands in the places not given."""
    words = {**CATALOGUES[language()], **_room()[language()]}
    found = "|".join(_matcher(words[id_], parameters) for id_ in ids)
    return re.compile(f"^({found})$" if whole else found)


def _translated(sentence: str) -> list[str]:
    found: dict[str, None] = {}
    for english, other in _pairs():
        parameters = re.fullmatch(_matcher(english, {}, named=True), sentence)
        if parameters is None:
            continue
        if not parameters.groupdict():
            return [other, *(one for one in _plain(sentence) if one != other)]
        found[_filled(other, parameters.groupdict())] = None
    return list(found)


def _plain(sentence: str) -> list[str]:
    """Every sentence that the same English words stand for."""
    return list(dict.fromkeys(other for english, other in _pairs() if english == sentence))


def _filled(text: str, parameters: Mapping[str, str]) -> str:
    return PLACE.sub(lambda place: parameters.get(place[1], place[0]), text)


def _matcher(text: str, parameters: Mapping[str, str], *, named: bool = False) -> str:
    """Turn a sentence with places into an expression; what fills a place comes in between."""
    seen: set[str] = set()
    parts = []
    for index, part in enumerate(PLACE.split(text)):
        if index % 2 == 0:
            parts.append(re.escape(part))
        elif part in parameters:
            parts.append(re.escape(parameters[part]))
        elif named and part not in seen:
            seen.add(part)
            parts.append(f"(?P<{part}>.+?)")
        else:
            parts.append(f"(?P={part})" if named else ".+?")
    return "".join(parts)


@functools.cache
def _pairs() -> list[tuple[str, str]]:
    """Pair English with the language walked in: sentences without places first."""
    room, pages = _room(), CATALOGUES
    both = [
        (catalogue["en"][id_], catalogue[language()][id_])
        for catalogue in (room, pages)
        for id_ in catalogue["en"]
        if len(re.findall(r"[a-z]", PLACE.sub("", catalogue["en"][id_]))) > 1
    ]
    return sorted(both, key=lambda pair: PLACE.search(pair[0]) is not None)


@functools.cache
def _room() -> dict[str, dict[str, str]]:
    told = subprocess.run(
        ["node", "--input-type=module", "--eval", ROOM],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
        timeout=240,
    )
    return dict(json.loads(told.stdout))
