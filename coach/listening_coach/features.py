"""What the linear heads see of a sentence; `browser/listening/features.js` does the same.

Everything is a short text ("w:are you") that is hashed into one of the pack's buckets. Letters
lose case and accents, everyday short forms ("u", "dont") become the usual ones, and what is no
letter, digit or sign of a sentence becomes a space.
"""

import math
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

_SIGNS = "?!.,;:"
PICTURE = "\u263a"
_WORD = re.compile(r"[a-z0-9]+(?:'[a-z0-9]+)*|[?!.,;:\u263a]")
_LONG = 40
_STEM = 5
_MOST_TOKENS = 400


@dataclass(frozen=True, slots=True)
class Lists:
    """The short lists of words that come with a pack."""

    same: Mapping[str, str]
    small: frozenset[str]
    kinds: Mapping[str, tuple[str, ...]]
    beside: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> "Lists":
        """Read them as they stand in a pack."""
        kinds = dict[str, tuple[str, ...]]()
        for kind, words in row["kinds"].items():
            for word in words:
                kinds[word] = (*kinds.get(word, ()), kind)
        beside = {name: tuple(words) for name, words in row.get("beside", {}).items()}
        return cls(row["same"], frozenset(row["small"]), kinds, beside)


def tokens(text: str, lists: Lists) -> list[str]:
    """Cut a text into words and signs, written in one way."""
    plain = []
    for letter in unicodedata.normalize("NFKD", text):
        point = ord(letter)
        if 0x300 <= point <= 0x36F:
            continue
        plain.append(_plain(letter, point))
    found = []
    for token in _WORD.findall("".join(plain))[:_MOST_TOKENS]:
        found.extend(lists.same.get(token, token).split(" "))
    return [token[:_LONG] for token in found]


def _plain(letter: str, point: int) -> str:
    if point < 0x80:
        return letter.lower()
    if point in (0x2018, 0x2019, 0x02BC):
        return "'"
    if point >= 0x1F000 or 0x2600 <= point <= 0x27BF:
        return PICTURE
    return " "


def _shape(word: str, lists: Lists) -> str:
    if word in lists.small or word in _SIGNS or word == PICTURE:
        return word
    for ending in ("ing", "ed", "ly"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return "~" + ending
    if word[0] <= "9":
        return "~0"
    return "~s" if word.endswith("s") and len(word) > 3 else "~"


def _runs(items: Sequence[str], least: int, most: int, name: str) -> Iterable[str]:
    for length in range(least, most + 1):
        for at in range(len(items) - length + 1):
            yield f"{name}{' '.join(items[at : at + length])}"


def _letters(words: Iterable[str]) -> Iterable[str]:
    for word in words:
        padded = f" {word} "
        for length in (2, 3, 4):
            for at in range(len(padded) - length + 1):
                yield f"c:{padded[at : at + length]}"


def stems(words: Iterable[str], lists: Lists) -> frozenset[str]:
    """Give the beginnings of words that carry something."""
    return frozenset(
        word[:_STEM] for word in words if len(word) > 3 and word not in lists.small
    )


@dataclass(frozen=True, slots=True)
class Before:
    """What the client said last, as far as a reply leans on it."""

    stems: frozenset[str]
    marks: tuple[str, ...]

    @classmethod
    def of(cls, text: str, lists: Lists) -> "Before":
        """Read it; nothing of it is ever labelled."""
        words = tokens(text, lists)
        runs = set(_runs(words, 1, 4, ""))
        marks = sorted(
            {
                f"b:{kind}"
                for run in runs
                for kind in lists.kinds.get(run, ())
                if kind.startswith("asks")
            }
        )
        if not words:
            marks.append("b:none")
        elif "?" in words:
            marks.append("b:?")
        return cls(stems(words, lists), tuple(marks))


def features(
    text: str, before: Before, earlier: Sequence[str], lists: Lists
) -> dict[str, list[str]]:
    """Name what a sentence shows, by group; `earlier` marks come from sentences before it."""
    words = tokens(text, lists)
    if not any(word not in _SIGNS for word in words):
        return {}
    framed = ["^", *words, "$"]
    shapes = [_shape(word, lists) if word not in "^$" else word for word in framed]
    runs = list(_runs(framed, 1, 4, ""))
    kinds = {kind for run in runs for kind in lists.kinds.get(run, ())}
    return {
        "w": sorted(set(_runs(framed, 1, 2, "w:"))),
        "c": sorted(set(_letters(word for word in words if word not in _SIGNS))),
        "s": sorted(set(_runs(shapes, 1, 3, "s:"))),
        "k": sorted({f"k:{kind}" for kind in kinds} | _pairs(kinds, words)),
        "x": sorted({*_leaning(words, before, lists), *before.marks, *earlier}),
    }


def _pairs(kinds: set[str], words: list[str]) -> set[str]:
    found = {f"k:{one}+{other}" for one in kinds for other in kinds if one < other}
    size = min(6, (len(words) + 1).bit_length() - 1)
    found.add(f"k:size{size}")
    if "?" in words:
        found.add("k:?")
        found |= {f"k:?+{kind}" for kind in kinds}
    return found


def _leaning(words: list[str], before: Before, lists: Lists) -> Iterable[str]:
    own = stems(words, lists)
    if not own or not before.stems:
        return
    shared = len(own & before.stems)
    yield f"x:shared{min(shared, 3)}"
    yield f"x:part{int(4 * shared / len(own))}"


@lru_cache(maxsize=1 << 17)
def bucket(name: str, buckets: int) -> int:
    """Hash a name (FNV-1a over its code units, 32 bits, mixed once) into a bucket."""
    value = 0x811C9DC5
    for letter in name:
        value = ((value ^ ord(letter)) * 0x01000193) & 0xFFFFFFFF
    value ^= value >> 15
    return value % buckets


def weighted(
    groups: Mapping[str, Sequence[str]], weights: Mapping[str, float]
) -> dict[str, float]:
    """Give each name its weight; in a long group less, so that none drowns others."""
    found = {}
    for group, names in groups.items():
        weight = weights.get(group, 0.0)
        if weight and names:
            each = weight / math.sqrt(len(names)) if group in "wcs" else weight
            for name in names:
                found[name] = each
    return found
