"""Instrument packs: questions of others, with licence, permission and how they are scored.

The house brings none with it. Read in Python where an operator adds one, in the room where
somebody answers one; both follow the same vectors.
"""

import hashlib
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .check_in import MOST_ANSWERS, MOST_WORDS
from .refusal import Malformed, Unknown
from .strict_json import fields_of, parse, text_within

LARGEST = 64_000
_ID = re.compile(r"[a-z0-9-]{1,40}")
_LANG = re.compile(r"[a-z]{2}")
_THOUSAND = 1_000
_PACK: dict[str, type] = {
    **dict.fromkeys(("attest", "change", "langs", "license", "score"), dict),
    "id": str,
    "source": str,
    "ver": int,
}
_IN_LANGUAGE: dict[str, type] = {"ask": str, "items": list, "title": str, "words": list}
# Their owners allow them on paper, to one person each: no software may hold them.
_NEVER = frozenset(("srs", "ors", "csrs", "cors", "ycsrs", "ycors", "gsrs"))
_NEVER_WITHIN = ("sessionratingscale", "outcomeratingscale")
_NEVER_SAID = frozenset(
    (
        "09c0ea1cd345b1ca",
        "109042cbbfe739f2",
        "1e450ac84090eabe",
        "244a5beb0a996a90",
        "2450f7b27c8ba724",
        "635db642ab27e5ea",
        "79ae279a6146b741",
        "9ebc4147d05d28e5",
        "a492ed863fd904c1",
        "ac03cfcdf7443613",
        "cb55a6ec0c9ad0c6",
        "cc95b2ae0a706edf",
    )
)


@dataclass(frozen=True, slots=True)
class InLanguage:
    """What is asked, in one language: a title, a beginning, the items, the words to answer."""

    ask: str
    items: tuple[str, ...]
    title: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scoring:
    """The first word counts `first`; so many may be missing; these items count backwards."""

    first: int
    missing: int
    reverse: frozenset[int]


@dataclass(frozen=True, slots=True)
class Change:
    """How reliable the scale is, and how much people differ, in thousandths."""

    reliability: int
    sd: int


@dataclass(frozen=True, slots=True)
class Pack:
    """One instrument as it is installed."""

    id: str
    ver: int
    langs: Mapping[str, InLanguage]
    scoring: Scoring | None
    change: Change | None
    license: str
    attested_by: str


def read_pack(raw: bytes) -> Pack:
    """The pack; Refused for another form, and for instruments that no software may hold."""
    if len(raw) > LARGEST:
        raise Malformed("a pack that is too large")
    fields = fields_of(parse(raw), _PACK)
    if not _ID.fullmatch(fields["id"]) or fields["ver"] < 1:
        raise Malformed("an id of small letters, digits and hyphens, and a version")
    langs = {lang: _in_language(lang, row) for lang, row in fields["langs"].items()}
    shapes = {(len(one.items), len(one.words)) for one in langs.values()}
    if len(shapes) != 1:
        raise Malformed("the same items and words in each language, and one at least")
    [(items, words)] = shapes
    if not 1 <= items <= MOST_ANSWERS or not 2 <= words <= MOST_WORDS:
        raise Malformed("1 to 60 items, 2 to 11 words")
    text_within(fields["source"], 300)
    license = fields_of(fields["license"], {"name": str, "text": str})
    text_within(license["text"], 20_000, shortest=20)
    attest = fields_of(fields["attest"], {"by": str, "day": int, "words": str})
    text_within(attest["words"], 500)
    pack = Pack(
        fields["id"],
        fields["ver"],
        langs,
        _scoring(fields["score"], items),
        _change(fields["change"]),
        text_within(license["name"], 200, shortest=1),
        text_within(attest["by"], 80),
    )
    _refuse_what_is_never_allowed(pack)
    return pack


def is_attested(raw: bytes) -> bool:
    """Whether somebody said, by name and in words, that it may be used here."""
    attest = fields_of(parse(raw), _PACK)["attest"]
    return bool(attest["by"].strip() and attest["words"].strip())


def total_of(pack: Pack, answers: Sequence[int]) -> int | None:
    """The sum, where what is missing counts as the mean of the rest; None if too much is."""
    scoring = pack.scoring
    shape = next(iter(pack.langs.values()))
    if scoring is None or len(answers) != len(shape.items):
        return None
    highest = len(shape.words) - 1
    given = [
        scoring.first + (highest - answer if at + 1 in scoring.reverse else answer)
        for at, answer in enumerate(answers)
        if 0 <= answer <= highest
    ]
    if not given or len(answers) - len(given) > scoring.missing:
        return None
    # Half and more goes up, in whole numbers, so that two languages agree.
    return (2 * sum(given) * len(answers) + len(given)) // (2 * len(given))


def change_needs(change: Change | None) -> float | None:
    """How far two totals have to lie apart (reliable change); None: nobody knows."""
    if change is None:
        return None
    spread = math.sqrt(1 - change.reliability / _THOUSAND)
    return 1.96 * (change.sd / _THOUSAND) * math.sqrt(2) * spread


def change_of(pack: Pack, before: int, after: int) -> str:
    """`more`, `less` or `same`; empty where nobody stored how reliable the scale is."""
    needed = change_needs(pack.change)
    if needed is None:
        return ""
    if abs(after - before) < needed:
        return "same"
    return "more" if after > before else "less"


def pack_hash(raw: bytes) -> bytes:
    """By which a sheet names what was asked: SHA-256 of the bytes."""
    return hashlib.sha256(raw).digest()


def _in_language(lang: str, row: Any) -> InLanguage:
    if not _LANG.fullmatch(lang):
        raise Unknown("a language of two letters")
    fields = fields_of(row, _IN_LANGUAGE)
    items = tuple(text_within(item, 300, shortest=1) for item in fields["items"])
    words = tuple(text_within(word, 80, shortest=1) for word in fields["words"])
    ask, title = text_within(fields["ask"], 300), text_within(fields["title"], 80, shortest=1)
    return InLanguage(ask, items, title, words)


def _scoring(row: Any, items: int) -> Scoring | None:
    if row == {}:
        return None
    fields = fields_of(row, {"first": int, "missing": int, "reverse": list})
    reverse = fields["reverse"]
    if fields["first"] not in (0, 1) or fields["missing"] >= items:
        raise Malformed("the first word counts 0 or 1, and not everything may be missing")
    if any(type(one) is not int or not 1 <= one <= items for one in reverse):
        raise Malformed("an item that is not there")
    if reverse != sorted(set(reverse)):
        raise Malformed("items ascend, none twice")
    return Scoring(fields["first"], fields["missing"], frozenset(reverse))


def _change(row: Any) -> Change | None:
    if row == {}:
        return None
    fields = fields_of(row, {"reliability": int, "sd": int})
    if not 0 <= fields["reliability"] <= _THOUSAND or not 1 <= fields["sd"] <= 100_000:
        raise Malformed("a reliability up to 1, and how much people differ")
    return Change(fields["reliability"], fields["sd"])


def _refuse_what_is_never_allowed(pack: Pack) -> None:
    for name in (pack.id, *(one.title for one in pack.langs.values())):
        words = re.findall(r"[a-z]+", name.lower())
        if _NEVER & set(words) or any(part in "".join(words) for part in _NEVER_WITHIN):
            raise Unknown("its owner does not allow it in software")
    for one in pack.langs.values():
        if _NEVER_SAID & {said_hash(item) for item in one.items}:
            raise Unknown("its owner does not allow these words in software")


def said_hash(text: str) -> str:
    """An item without case, signs and spaces, as a short hash: no words of others lie here."""
    letters = "".join(re.findall(r"[a-z]", text.lower()))
    return hashlib.sha256(letters.encode()).hexdigest()[:16]
