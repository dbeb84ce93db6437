"""Who is on call: on which weekdays, from when till when, and what people may expect."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from alongside.ground.refusal import Refused

WHOLE_DAY = 24 * 60
DAYS = range(1, 8)
# Rows of the list, and characters of a sentence.
MOST = 100
LONGEST_WORDS = 300
LONGEST_PHONE = 40
# `expect` while somebody is on call, `outside` while nobody is.
TEXTS = ("expect", "outside")
_IN_A_PHONE = frozenset("0123456789 +-()./")


class NotOnCall(Refused):
    """Something the list of who is on call cannot take; the code names it."""

    code = "times"
    words = "This cannot be put down."


@dataclass(frozen=True, slots=True)
class Shift:
    """From one minute of a weekday (1 is Monday) till another; past midnight if not later."""

    day: int
    starts: int
    ends: int


def shifts_typed(days: Iterable[str], starts: str, ends: str) -> list[Shift]:
    """Read the form: some days of the week with the same times."""
    chosen = sorted({int(day) for day in days if day in map(str, DAYS)})
    if not chosen:
        raise NotOnCall("days")
    since, till = minute_typed(starts), minute_typed(ends)
    return [Shift(day, since, till) for day in chosen]


def minute_typed(typed: str) -> int:
    """Read a time such as 18:00 as a minute of the day."""
    hour, _, minute = typed.strip().partition(":")
    if not all(part.isascii() and part.isdigit() and len(part) <= 2 for part in (hour, minute)):
        raise NotOnCall("times")
    found = int(hour) * 60 + int(minute)
    if int(minute) > 59 or found >= WHOLE_DAY:
        raise NotOnCall("times")
    return found


def minute_written(minute: int) -> str:
    """Write a minute of the day as 18:00."""
    return f"{minute // 60:02}:{minute % 60:02}"


def is_now(shift: Shift, *, day: int, minute: int) -> bool:
    """Say whether this minute of a weekday lies in it; from a time to itself is a day."""
    if shift.starts < shift.ends:
        return day == shift.day and shift.starts <= minute < shift.ends
    is_begun = day == shift.day and minute >= shift.starts
    return is_begun or (day == shift.day % 7 + 1 and minute < shift.ends)


def words_typed(
    typed: Mapping[str, str], languages: Sequence[str]
) -> dict[str, dict[str, str]]:
    """Read what people may expect, in each language; one of nothing is left out."""
    found = {
        lang: {text: _line(typed.get(f"{lang}.{text}", "")) for text in TEXTS}
        for lang in languages
    }
    return {lang: texts for lang, texts in found.items() if any(texts.values())}


def phone_typed(typed: str) -> str:
    """Read the number of whoever is on call; empty if there is none."""
    text = " ".join(typed.split())
    digits = sum(map(str.isdigit, text))
    if text and (digits < 3 or len(text) > LONGEST_PHONE or set(text) - _IN_A_PHONE):
        raise NotOnCall("phone")
    return text


def words_in(words: Mapping[str, Any], language: str, *, main: str) -> dict[str, str]:
    """Give what was written in a language, else in the programme's own; empty else."""
    found = {text: words.get(language, {}).get(text, "") for text in TEXTS}
    own = words.get(main, {})
    return {text: found[text] or own.get(text, "") for text in TEXTS}


def _line(typed: str) -> str:
    text = " ".join(typed.split())
    if len(text) > LONGEST_WORDS or not text.isprintable():
        raise NotOnCall("words")
    return text
