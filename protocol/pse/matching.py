"""Who fits whom: the one definition (matching.md), in whole numbers and ticked facts alone."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from .lists import written
from .profile import LANGS, known_facts
from .refusal import BadRecord

MATTERS, LANGUAGE, FACT = 1000, 50, 10


@dataclass(frozen=True, slots=True)
class Wishes:
    """What somebody ticked; nothing is added to it."""

    facts: frozenset[str] = frozenset()
    langs: frozenset[str] = frozenset()
    matters: str | None = None
    anyone: bool = False
    minor: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """What a specialist chose to show, and whether the programme cleared them for minors."""

    facts: frozenset[str] = frozenset()
    langs: frozenset[str] = frozenset()
    cleared: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Reason:
    """Something both sides ticked; there is never a reason against anyone."""

    kind: str
    id: str
    matters: bool


def may_meet(wishes: Wishes, person: Shown, *, apart: bool = False) -> bool:
    """Say whether the hard rules let two people meet; no answer says which one did not."""
    speaks = not wishes.langs or bool(wishes.langs & person.langs)
    old_enough = not wishes.minor or person.cleared
    return not apart and old_enough and speaks


def score(wishes: Wishes, person: Shown) -> int:
    """Say how well somebody fits. Showing one thing more never makes it less."""
    if wishes.anyone:
        return 0
    facts = FACT * len(wishes.facts & person.facts)
    lang = LANGUAGE if wishes.langs & person.langs else 0
    return facts + lang + (MATTERS if has(person, wishes.matters) else 0)


def has(person: Shown, ticked: str | None) -> bool:
    """Say whether somebody shows a fact, or speaks a language."""
    return ticked in person.facts or ticked in person.langs


def reasons(wishes: Wishes, person: Shown) -> list[Reason]:
    """Give what both sides ticked: what matters most first, then facts, then languages."""
    if wishes.anyone:
        return []
    wished = wishes.facts | {wishes.matters}
    facts = [_reason(_kind(id), id, wishes) for id in sorted(person.facts) if id in wished]
    spoken = wishes.langs | {wishes.matters}
    langs = [_reason("lang", id, wishes) for id in sorted(person.langs) if id in spoken]
    return sorted([*facts, *langs], key=lambda reason: not reason.matters)


def read_wishes(fields: dict[str, Any]) -> Wishes:
    """Read wishes that were handed over; Refused for anything the page does not name."""
    facts, langs, matters = fields["facts"], fields["langs"], fields["matters"]
    _check_ticked(facts, known_facts(), "facts")
    _check_ticked(langs, LANGS, "langs")
    if matters is not None and matters not in facts and matters not in langs:
        raise BadRecord("what matters most is one of the things ticked")
    if fields["anyone"] and (facts or matters is not None):
        raise BadRecord("whoever takes anyone wishes for nothing but a language")
    return Wishes(frozenset(facts), frozenset(langs), matters, anyone=fields["anyone"])


def _check_ticked(values: list[str], known: Iterable[str], what: str) -> None:
    if not set(values) <= set(known):
        raise BadRecord(f"{what} that the page does not name")
    if any(left >= right for left, right in pairwise(values)):
        raise BadRecord(f"{what} ascend, none twice")


def _reason(kind: str, id: str, wishes: Wishes) -> Reason:
    return Reason(kind, id, matters=id == wishes.matters)


def _kind(fact: str) -> str:
    return "time" if fact in _times() else "fact"


@cache
def _times() -> frozenset[str]:
    return frozenset(json.loads(written("facts.json"))["when"])
