"""The promise is the configuration: its sentences follow from the settings and nothing else."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from alongside.ground.languages import FIRST, NAMES

Sentence = tuple[str, list[str]]
PASSED_ON = ("pass-on-life", "pass-on-child", "pass-on-adult", "pass-on-court")
MOST_WAITING = 5


class Settings(Protocol):
    """What of a programme the promise is made from."""

    name: str
    min_age: int
    retention_months: int
    passes_on: list[str]
    contact_name: str
    contact_phone: str
    independent_name: str
    independent_phone: str


def sentences_for(programme: Settings) -> list[Sentence]:
    """Give the promise's sentences with their parameters, in the order they are signed."""
    contact, independent = programme.contact_name, programme.independent_name
    return [
        ("two-read", [programme.name]),
        ("site-knows", []),
        ("no-real-name", []),
        ("age", [str(programme.min_age)]),
        *_passed_on(programme),
        _kept(programme.retention_months),
        *[(name, []) for name in ("out-of-reach", "stop-any-time", "after-the-end")],
        *[(name, []) for name in ("close-place", "no-third-key", "answers")],
        ("not-for-emergencies", []),
        ("wrong-programme", [contact, programme.contact_phone]),
        ("wrong-independent", [independent, programme.independent_phone, programme.name]),
    ]


def languages_on(*, main: str, further: Iterable[str]) -> list[str]:
    """Give the languages that people are offered: the programme's own first."""
    own = main if main in NAMES else FIRST
    return [own, *sorted(lang for lang in further if lang in NAMES and lang != own)]


def is_free(*, paused: bool, cap: int, load: int, waiting: int) -> bool:
    """Say whether someone new may ask: not paused, below the cap, few hellos waiting."""
    return not paused and load < cap and waiting < MOST_WAITING


def last_day_in_time(today: int, *, answer_within_hours: int) -> int:
    """Give the newest day since which words have waited for too long, in whole days."""
    return today - -(-answer_within_hours // 24)


def unknown_duties(passes_on: Sequence[str]) -> list[str]:
    """Name what is on a list of duties and no sentence of ours."""
    return sorted(set(passes_on) - set(PASSED_ON))


class Readiness(Protocol):
    """What of a programme has to be there before its door opens."""

    reviewed_by: str
    reviewed_on: int | None
    contact_name: str
    contact_phone: str
    independent_name: str
    independent_phone: str


def missing(
    programme: Readiness, *, is_help_checked: bool, specialists: int | None = None
) -> list[str]:
    """Name what is missing before the door opens; None: who asks knows no specialists."""
    found = {
        "duties-reviewed": bool(programme.reviewed_by) and programme.reviewed_on is not None,
        "contact": bool(programme.contact_name and programme.contact_phone),
        "independent": bool(programme.independent_name and programme.independent_phone),
        "help-lines": is_help_checked,
        "specialist": specialists is None or specialists > 0,
    }
    return [name for name, is_there in found.items() if not is_there]


def _passed_on(programme: Settings) -> list[Sentence]:
    listed = [duty for duty in PASSED_ON if duty in programme.passes_on]
    if not listed:
        return [("pass-on-none", [programme.name])]
    opening: Sentence = ("pass-on", [programme.contact_name, programme.name])
    return [opening, *[(duty, []) for duty in listed]]


def _kept(months: int) -> Sentence:
    if months == 0:
        return ("kept-open", [])
    return ("kept-month", []) if months == 1 else ("kept-months", [str(months)])
