"""Ops over who fits whom."""

from collections.abc import Mapping
from typing import Any

from pse.matching import Reason, Shown, Wishes, may_meet, reasons, score

In = Mapping[str, Any]


def _wishes(given: In) -> Wishes:
    sets = {name: frozenset(given["wishes"][name]) for name in ("facts", "langs")}
    return Wishes(**{**given["wishes"], **sets})


def _person(given: In) -> Shown:
    sets = {name: frozenset(given["person"][name]) for name in ("facts", "langs")}
    return Shown(**{**given["person"], **sets})


def _may(given: In) -> bool:
    return may_meet(_wishes(given), _person(given), apart=given["apart"])


def _reasons(given: In) -> list[Reason]:
    return reasons(_wishes(given), _person(given))


OPS = {
    "match.may": _may,
    "match.score": lambda given: score(_wishes(given), _person(given)),
    "match.reasons": _reasons,
}
