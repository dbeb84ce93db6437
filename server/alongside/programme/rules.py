"""The promise is the configuration: its sentences follow from the settings and nothing else."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from alongside.ground.languages import FIRST, NAMES
from pse.promise import agreement_hash, kept_sentence, late_sentence

Sentence = tuple[str, list[str]]
PASSED_ON = ("pass-on-life", "pass-on-child", "pass-on-adult", "pass-on-court")
MOST_WAITING = 5
ANSWER_WITHIN_HOURS = tuple(24 * days for days in range(1, 15))
# Time to take things along before a programme ends.
NOTICE_DAYS = 60


class Settings(Protocol):
    """What of a programme the promise is made from."""

    name: str
    min_age: int
    retention_months: int
    retention_least: int
    retention_most: int
    retention_open_allowed: bool
    passes_on: list[str]
    contact_name: str
    contact_phone: str
    independent_name: str
    independent_phone: str
    answer_within_hours: int


def sentences_for(programme: Settings, *, months: int | None = None) -> list[Sentence]:
    """Give the promise's sentences with their parameters, in the order they are signed.

    Kept as long as the programme suggests, or for so many months (0 until the client leaves).
    """
    kept = programme.retention_months if months is None else months
    contact, independent = programme.contact_name, programme.independent_name
    return [
        ("two-read", [programme.name]),
        ("let-in", []),
        ("device-help", []),
        ("site-knows", []),
        ("no-real-name", []),
        ("age", [str(programme.min_age)]),
        *_passed_on(programme),
        _kept(kept),
        *[(name, []) for name in ("taken-back", "out-of-reach", "stop-any-time")],
        ("after-the-end", []),
        *[(name, []) for name in ("close-place", "no-third-key", "changes", "answers")],
        _late(programme),
        ("not-for-emergencies", []),
        ("wrong-programme", [contact, programme.contact_phone]),
        ("wrong-independent", [independent, programme.independent_phone, programme.name]),
    ]


def languages_on(*, main: str, further: Iterable[str]) -> list[str]:
    """Give the languages that people are offered: the programme's own first."""
    own = main if main in NAMES else FIRST
    return [own, *sorted(lang for lang in further if lang in NAMES and lang != own)]


def keepings_allowed(programme: Settings) -> list[int]:
    """Give the months a client may choose from; 0 (until they close their place) is last."""
    months = list(range(programme.retention_least, programme.retention_most + 1))
    return [*months, 0] if programme.retention_open_allowed else months


def promises_allowed(programme: Settings) -> dict[bytes, int]:
    """Give every promise that may be signed now, by its hash, and the months it is kept for.

    They differ in how long lines are kept, and in nothing else.
    """
    return {
        agreement_hash(sentences_for(programme, months=months)): months
        for months in keepings_allowed(programme)
    }


def is_free(*, paused: bool, cap: int, load: int, waiting: int) -> bool:
    """Say whether someone new may ask: not paused, below the cap, few hellos waiting."""
    return not paused and load < cap and waiting < MOST_WAITING


def whole_days(hours: int) -> int:
    """Give hours in whole days, begun ones counting."""
    return -(-hours // 24)


def last_day_in_time(today: int, *, answer_within_hours: int) -> int:
    """Give the newest day since which words have waited for too long, in whole days."""
    return today - whole_days(answer_within_hours)


def may_end_on(day: int, *, today: int) -> bool:
    """Say whether people would have time enough to take things along."""
    return day - today >= NOTICE_DAYS


def has_come(day: int | None, *, today: int) -> bool:
    """Say whether the day of the end is here; without an announcement it never is."""
    return day is not None and day <= today


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


def _late(programme: Settings) -> Sentence:
    days = whole_days(programme.answer_within_hours)
    name, values = late_sentence(days, programme=programme.name)
    return name, list(values)


def _kept(months: int) -> Sentence:
    name, values = kept_sentence(months)
    return name, list(values)
