"""Five words to open a place, four words to compare keys (envelope.md, sections 3 and 5)."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from hashlib import sha256

from .chance import Chance, draw_below, system_chance
from .lists import written
from .pae import h
from .refusal import BadWords

COUNT = 1_296
FIVE = 5
CHECK = 4
LANGUAGES = ("en", "es")
_TOLD_APART_BY = 4
_BETWEEN = re.compile(
    "[-\u2010-\u2015\u2212"  # hyphens
    "\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]+"
)


@cache
def word_list(name: str = "five.en") -> tuple[str, ...]:
    """The words of `protocol/words/<name>.txt`, one a line."""
    return tuple(written(f"words/{name}.txt").split())


def list_hash(name: str = "five.en") -> bytes:
    """SHA-256 of a list's words, one a line: a list never changes once people drew from it."""
    return sha256("".join(f"{word}\n" for word in word_list(name)).encode()).digest()


def draw_words(*, words: Sequence[str] | None = None, chance: Chance = system_chance) -> str:
    """Five words drawn uniformly, joined by one space."""
    listed = words or word_list()
    return " ".join(listed[draw_below(len(listed), chance)] for _ in range(FIVE))


def phrase_of(typed: str, *, words: Sequence[str] | None = None) -> str:
    """What the five words mean, however they were typed; BadWords with the place else.

    All five are of one list: the first word that is on a list chooses it.
    """
    given = folded(typed).split()
    known = _known(tuple(words)) if words else _list_of(given[:FIVE])
    for place, word in enumerate(given[:FIVE], start=1):
        if word[:_TOLD_APART_BY] not in known:
            raise BadWords(f"word {place} is not on the list", place=place)
    if len(given) != FIVE:
        raise BadWords("five words were expected")
    return " ".join(known[word[:_TOLD_APART_BY]] for word in given)


def folded(typed: str) -> str:
    """Text without accents, in lower case, with one space between words."""
    apart = unicodedata.normalize("NFKD", typed)
    plain = "".join(mark for mark in apart if unicodedata.category(mark)[0] != "M")
    return _BETWEEN.sub(" ", plain.lower()).strip(" ")


def check_words(
    account_id: bytes, kr_hash: bytes, *, words: Sequence[str] | None = None
) -> tuple[str, ...]:
    """Four words by which two people compare the keys of an account."""
    listed = words or word_list()
    digest = h("pse1/check", account_id, kr_hash)
    pairs = [digest[at : at + 2] for at in range(0, 2 * CHECK, 2)]
    return tuple(listed[int.from_bytes(pair, "little") % COUNT] for pair in pairs)


def _list_of(given: Sequence[str]) -> dict[str, str]:
    every = [_known(word_list(f"five.{language}")) for language in LANGUAGES]
    chosen = (known for word in given for known in every if word[:_TOLD_APART_BY] in known)
    return next(chosen, every[0])


@cache
def _known(words: tuple[str, ...]) -> dict[str, str]:
    return {word[:_TOLD_APART_BY]: word for word in words}
