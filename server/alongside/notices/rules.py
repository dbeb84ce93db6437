"""When a note may leave the house: values in, value out."""

import re
from datetime import datetime, timedelta, tzinfo
from enum import IntEnum

# Nine in the evening until eight in the morning, where the person is.
QUIET = (21 * 60, 8 * 60)
WHOLE_DAY = 24 * 60
LONGEST_ADDRESS = 254
PROOF_FOR = timedelta(hours=24)
# A code that somebody types while they look at it.
CODE_FOR = timedelta(hours=1)
CODE_DIGITS = 6
MOST_WRONG_CODES = 5
# A plus and 15 digits (E.164).
LONGEST_NUMBER = 16
UNLESS_THEY_CAME_IN = timedelta(hours=24)
FIRST_TRY_AGAIN = timedelta(minutes=10)
LONGEST_TRY_AGAIN = timedelta(hours=6)
# How often at most, in hours, once they have been in; else a day.
PERIODS = (1, 4, 24)
LONGEST_SENDER = 40
LONGEST_SUBJECT = 60
LONGEST_ENDPOINT = 500
MOST_DEVICES = 5
# A push service that answered no so often in a row is asked no more.
MOST_REFUSALS = 8
# What a note may say: something is new, or a time one keeps free is near.
NEW, NEAR = 1, 2
LOOKS_AHEAD = timedelta(days=1, seconds=1)
_DAY, _HALF, _HOUR = timedelta(days=1), timedelta(hours=12), timedelta(hours=1)
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_NUMBER = re.compile(r"\+[1-9][0-9]{6,14}")
_BETWEEN_DIGITS = re.compile(r"[ ./()-]")
_ADDRESS = re.compile(rf"[A-Za-z0-9._%+'/=~-]{{1,64}}@{_LABEL}(?:\.{_LABEL})+")


class Before(IntEnum):
    """How long before a time somebody is told of it."""

    DAY = 1
    HOUR = 2


def befores_due(starts_at: datetime, *, now: datetime) -> list[Before]:
    """Give which notes before a time are due: the day's until it is half over, the hour's
    until it begins. What nobody could send in its time is not made up for.
    """
    left = starts_at - now
    is_due = {Before.DAY: _HALF < left <= _DAY, Before.HOUR: timedelta() < left <= _HOUR}
    return [before for before, due in is_due.items() if due]


def is_address(text: str) -> bool:
    """Say whether mail can be sent there: one plain address, and nothing that is not one."""
    is_whole = _ADDRESS.fullmatch(text) is not None and len(text) <= LONGEST_ADDRESS
    name = text.partition("@")[0]
    return is_whole and ".." not in name and not name.startswith(".") and name[-1] != "."


def number_in(text: str) -> str:
    """Give the number of a phone as the whole world writes it; empty if it is none.

    People write blanks, brackets and strokes, and 00 for the plus.
    """
    plain = _BETWEEN_DIGITS.sub("", text)
    plain = f"+{plain[2:]}" if plain.startswith("00") else plain
    return plain if _NUMBER.fullmatch(plain) else ""


def code_in(raw: bytes) -> str:
    """Give the digits that chance bytes make; what is left over of 2^64 changes nothing."""
    return str(int.from_bytes(raw[:8], "big") % 10**CODE_DIGITS).zfill(CODE_DIGITS)


def is_quiet(now: datetime, *, zone: tzinfo, begins: int, ends: int) -> bool:
    """Say whether somebody wants no note now; minutes of the day on the clock of their zone."""
    there = now.astimezone(zone)
    minute = there.hour * 60 + there.minute
    if begins <= ends:
        return begins <= minute < ends
    return minute >= begins or minute < ends


def may_go(now: datetime, *, rest_until: datetime | None) -> bool:
    """Say whether the last note was long enough ago."""
    return rest_until is None or now >= rest_until


def rest_after_note(now: datetime) -> datetime:
    """Give until when no other note goes out, if they do not come in: a day, in whole hours."""
    return _next_hour(now + UNLESS_THEY_CAME_IN)


def rest_after_coming_in(rest_until: datetime, *, hours: int) -> datetime:
    """Give until when it is once they came in: as many hours after the last note."""
    return rest_until - UNLESS_THEY_CAME_IN + timedelta(hours=hours)


def is_plain(words: str, *, longest: int) -> bool:
    """Say whether these words may stand above a note: one short line, and nothing hidden."""
    return len(words) <= longest and words == words.strip() and words.isprintable()


# Of a name between two dots.
LONGEST_LABEL = 63


def is_host_among(host: str, allowed: tuple[str, ...]) -> bool:
    """Say whether a host is one of these; `*.name` means any name before this one."""
    if not all(0 < len(label) <= LONGEST_LABEL for label in host.split(".")):
        return False
    return any(
        host.endswith(one[1:]) if one.startswith("*.") else host == one for one in allowed
    )


def next_try(now: datetime, *, failures: int) -> datetime:
    """Give when a mail server that failed so often is asked again: later each time."""
    doubled: timedelta = FIRST_TRY_AGAIN * (1 << min(failures - 1, 10))
    return now + min(doubled, LONGEST_TRY_AGAIN)


def _next_hour(moment: datetime) -> datetime:
    full = moment.replace(minute=0, second=0, microsecond=0)
    return full if full == moment else full + timedelta(hours=1)
