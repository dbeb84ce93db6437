"""Every visible sentence of the pages, by language; pages ask for one by its id."""

import re
from collections.abc import Collection, Mapping

from alongside.ground.languages import FIRST
from alongside.web.words.en import WORDS as EN
from alongside.web.words.es import WORDS as ES

DEFAULT = FIRST
# A language of brackets: what shows without them was not taken from a catalogue.
PSEUDO = "en-xa"
CATALOGUES: Mapping[str, Mapping[str, str]] = {
    "en": EN,
    # A sentence nobody has translated yet is said in English; a test names it.
    "es": {**EN, **ES},
    PSEUDO: {key: f"[!! {text} !!]" for key, text in EN.items()},
}
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{2})?")


def say(key: str, language: str = DEFAULT, **parameters: object) -> str:
    """Give the sentence for an id; KeyError for an id or a parameter nobody wrote."""
    text: str = CATALOGUES[language][_form(key, parameters)]
    return text.format(**parameters)


def language_for(accept: str, on: Collection[str] = (DEFAULT,)) -> str:
    """Give the first language of an Accept-Language header that is on; else the first on."""
    tags: list[str] = _TAG.findall(accept)
    for tag in tags:
        for known in (tag.lower(), tag.lower()[:2]):
            if known in on or known == PSEUDO:
                return known
    return next(iter(on), DEFAULT)


def _form(key: str, parameters: Mapping[str, object]) -> str:
    """A sentence that counts may have its own form for one."""
    single = f"{key}.one"
    return single if parameters.get("count") == 1 and single in EN else key
