"""What somebody may answer when a programme is set up or changed, field by field.

Setting up asks these one by one, the desk one form at a time; both say the same sentence for a
wrong answer: `check.` and the code of NotRight.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any, Protocol
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from alongside.ground.languages import NAMES
from alongside.ground.refusal import Refused
from alongside.programme.rules import ANSWER_WITHIN_HOURS, PASSED_ON

EPOCH = date(1970, 1, 1)
AGES = (10, 99)
MONTHS = (0, 24)
LIMITS = (1, 24)
IN_TIME = (1, 7 * 24)
WEEKDAYS = "1234567"
LONGEST_NAME = 60
LONGEST_PHONE = 40
LONGEST_ADDRESS = 200
# One form of the desk each: the fields it sets.
SETTINGS: Mapping[str, tuple[str, ...]] = {
    "name": ("name",),
    "age": ("min_age",),
    "duties": ("passes_on", "reviewed_by", "reviewed_on"),
    "keeping": ("retention_months",),
    "choice": ("retention_least", "retention_most", "retention_open_allowed"),
    "answering": ("answer_within_hours",),
    "contact": ("contact_name", "contact_phone"),
    "independent": ("independent_name", "independent_phone"),
    "leave": ("leave_url",),
    "time-zone": ("time_zone",),
    "working-days": ("working_days",),
    "in-time": ("in_time_hours",),
}
_IN_A_PHONE = frozenset("0123456789 +-()./")


class Contacts(Protocol):
    """Whom people call: one inside the programme, one outside."""

    contact_name: str
    contact_phone: str
    independent_name: str
    independent_phone: str


class Keeping(Protocol):
    """How long words are kept, and what whoever asks may choose instead."""

    retention_months: int
    retention_least: int
    retention_most: int
    retention_open_allowed: bool


class NotRight(Refused):
    """An answer that cannot be taken; the code says why, the field is named beside it."""

    code = "not-right"
    words = "This answer cannot be taken."


def checked(field: str, typed: Any, *, today: int) -> Any:
    """Give the value a field takes for what was typed; NotRight for what it does not take."""
    if field == "reviewed_on":
        return day(typed, today=today)
    return _CHECKS[field](typed)


def day(typed: Any, *, today: int) -> int:
    """Read a day that has come, written as 2025-06-30 or counted since 1970."""
    try:
        found = typed if isinstance(typed, int) else _day_of(str(typed).strip())
    except ValueError:
        raise NotRight("day") from None
    # Where somebody sits it may be tomorrow already.
    if not 0 <= found <= today + 1:
        raise NotRight("day-to-come")
    return found


def written_day(found: int) -> str:
    """Write a day as 2025-06-30."""
    return (EPOCH + timedelta(days=found)).isoformat()


def name(typed: Any) -> str:
    """Read a name: one line of 1 to 60 characters."""
    text = " ".join(str(typed or "").split())
    if not text:
        raise NotRight("empty")
    if len(text) > LONGEST_NAME or not text.isprintable():
        raise NotRight("name-long")
    return text


def phone(typed: Any) -> str:
    """Read a phone number as people write it."""
    text = " ".join(str(typed or "").split())
    digits = sum(map(str.isdigit, text))
    if digits < 3 or len(text) > LONGEST_PHONE or set(text) - _IN_A_PHONE:
        raise NotRight("phone")
    return text


def country(typed: Any) -> str:
    """Read a country's two letters."""
    text = str(typed or "").strip().upper()
    if len(text) != 2 or not text.isascii() or not text.isalpha():
        raise NotRight("country")
    return text


def language(typed: Any) -> str:
    """Read the house's language, of those it speaks."""
    text = str(typed or "").strip().lower()
    if text not in NAMES:
        raise NotRight("language")
    return text


def time_zone(typed: Any) -> str:
    """Read a time zone by its name in the world's list, however its letters are typed."""
    text = "_".join(str(typed or "").split()).lower()
    if text not in _zones():
        raise NotRight("time-zone")
    return _zones()[text]


def age(typed: Any) -> int:
    """Read the youngest age."""
    return _number(typed, AGES, "age")


def months(typed: Any) -> int:
    """Read for how many months words are kept; 0 is until people leave."""
    return _number(typed, MONTHS, "months")


def limit(typed: Any) -> int:
    """Read the least or the most months that whoever asks may choose."""
    return _number(typed, LIMITS, "limit")


def yes(typed: Any) -> bool:
    """Read a yes or a no."""
    word = str(typed).strip().lower()
    if word not in {"yes", "no", "true", "false"}:
        raise NotRight("yes-or-no")
    return word in {"yes", "true"}


def answer_within(typed: Any) -> int:
    """Read within how many hours people get an answer: 1 to 14 whole days."""
    text = str(typed).strip()
    if text not in map(str, ANSWER_WITHIN_HOURS):
        raise NotRight("answer-within")
    return int(text)


def working_days(typed: Any) -> str:
    """Read on which weekdays people work: 1 is Monday; at least one."""
    days = sorted(set(map(str, typed))) if isinstance(typed, list | str) else []
    if not days or not set(days) <= set(WEEKDAYS):
        raise NotRight("working-days")
    return "".join(days)


def in_time(typed: Any) -> int:
    """Read how many hours before a time to meet it can still be moved in time."""
    return _number(typed, IN_TIME, "in-time")


def duties(typed: Any) -> list[str]:
    """Read what must be passed on, in our own order."""
    if not isinstance(typed, list) or set(map(str, typed)) - set(PASSED_ON):
        raise NotRight("duties")
    return [duty for duty in PASSED_ON if duty in typed]


def leave_url(typed: Any) -> str:
    """Read the address of a plain page elsewhere."""
    text = str(typed or "").strip()
    if len(text) > LONGEST_ADDRESS or not text.startswith("https://") or not _is_plain(text):
        raise NotRight("leave")
    return text


def are_apart(told: Contacts) -> None:
    """Refuse a contact outside the programme who is the contact inside it."""
    is_same_name = told.contact_name.casefold() == told.independent_name.casefold()
    if is_same_name or _digits(told.contact_phone) == _digits(told.independent_phone):
        raise NotRight("not-apart")


def can_be_kept(told: Keeping) -> None:
    """Refuse a time that nobody might choose, or limits in the wrong order."""
    if told.retention_least > told.retention_most:
        raise NotRight("limits-order")
    if told.retention_months == 0 and not told.retention_open_allowed:
        raise NotRight("no-end-date")
    is_within = told.retention_least <= told.retention_months <= told.retention_most
    if told.retention_months and not is_within:
        raise NotRight("outside-limits")


def fits(setting: str, would_be: Any) -> None:
    """Refuse what a setting would make together with the others; NotRight says why."""
    if setting in {"contact", "independent"}:
        are_apart(would_be)
    if setting in {"keeping", "choice"}:
        can_be_kept(would_be)


def field_at_fault(setting: str, code: str) -> str:
    """Name the field to mend when a form's answers do not fit the other settings."""
    if setting in {"contact", "independent"}:
        return f"{setting}_phone"
    if setting == "keeping":
        return "retention_months"
    return "retention_open_allowed" if code == "no-end-date" else "retention_most"


def setting_from(
    setting: str, typed: Mapping[str, Any], *, today: int
) -> tuple[dict[str, Any], dict[str, str]]:
    """Read one form of the desk: the values it takes, and what is wrong by field."""
    values, wrong = {}, {}
    for field in SETTINGS[setting]:
        try:
            values[field] = checked(field, typed.get(field), today=today)
        except NotRight as refusal:
            wrong[field] = refusal.code
    return values, wrong


@cache
def _zones() -> dict[str, str]:
    return {zone.lower(): zone for zone in available_timezones()}


def _number(typed: Any, limits: Sequence[int], code: str) -> int:
    text = str(typed).strip()
    if not text.isascii() or not text.isdigit() or not limits[0] <= int(text) <= limits[1]:
        raise NotRight(code)
    return int(text)


def _is_plain(address: str) -> bool:
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return False
    is_text = address.isascii() and address.isprintable() and not set(address) & set(" \"'<>\\")
    return is_text and "." in host.strip(".") and "@" not in parts.netloc


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _day_of(text: str) -> int:
    return (date.fromisoformat(text) - EPOCH).days


_CHECKS: Mapping[str, Callable[[Any], Any]] = {
    "name": name,
    "country": country,
    "lang": language,
    "time_zone": time_zone,
    "contact_name": name,
    "contact_phone": phone,
    "independent_name": name,
    "independent_phone": phone,
    "min_age": age,
    "retention_months": months,
    "retention_least": limit,
    "retention_most": limit,
    "retention_open_allowed": yes,
    "answer_within_hours": answer_within,
    "working_days": working_days,
    "in_time_hours": in_time,
    "passes_on": duties,
    "reviewed_by": name,
    "leave_url": leave_url,
    "coordinator": name,
}
