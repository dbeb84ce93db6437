"""The promise is the configuration: its sentences follow from the settings and nothing else."""

from collections.abc import Sequence
from typing import Protocol

Sentence = tuple[str, list[str]]
PASSED_ON = ("pass-on-life", "pass-on-child", "pass-on-adult", "pass-on-court")
MOST_WAITING = 5
# Time to take things along before a programme ends.
NOTICE_DAYS = 60


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


def is_free(*, paused: bool, cap: int, load: int, waiting: int) -> bool:
    """Say whether someone new may ask: not paused, below the cap, few hellos waiting."""
    return not paused and load < cap and waiting < MOST_WAITING


def may_end_on(day: int, *, today: int) -> bool:
    """Say whether people would have time enough to take things along."""
    return day - today >= NOTICE_DAYS


def has_come(day: int | None, *, today: int) -> bool:
    """Say whether the day of the end is here; without an announcement it never is."""
    return day is not None and day <= today


def unknown_duties(passes_on: Sequence[str]) -> list[str]:
    """Name what is on a list of duties and no sentence of ours."""
    return sorted(set(passes_on) - set(PASSED_ON))


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
