"""A time to meet, in its writer's words: which one, when, how, where."""

from datetime import UTC, datetime
from typing import Any

from .base64url import from_text
from .ids import ID
from .refusal import Malformed, Unknown
from .strict_json import fields_of, text_within

WAYS = {1: "here, in the room", 2: "by phone", 3: "in person"}
LONGEST_WHERE = 200
LONGEST_WORDS = 500
LONGEST_ZONE = 64
MINUTES = range(5, 241)
#: The last whole minute of the year 9999.
LAST_START = 253_402_300_740
FIELDS = {
    "mins": int,
    "ref": str,
    "start": int,
    "way": int,
    "where": str,
    "words": str,
    "zone": str,
}
#: How many times it is, and how many days lie between them; cards of before say neither.
OF_SERIES = {"every_days": int, "times": int}
EVERY = (7, 14)
MOST_TIMES = 12


def check(card: dict[str, Any]) -> None:
    """Refused unless it names a time in whole minutes, a known way, and short words."""
    says_how_often = any(name in card for name in OF_SERIES)
    fields = fields_of(card, {**FIELDS, **OF_SERIES} if says_how_often else FIELDS)
    if says_how_often and not _is_series(fields["every_days"], fields["times"]):
        raise Malformed("one time alone, or two to twelve by the week")
    from_text(fields["ref"], size=ID)
    if fields["way"] not in WAYS:
        raise Unknown("a way to meet that the page does not name")
    is_a_moment = fields["start"] <= LAST_START and fields["start"] % 60 == 0
    if fields["mins"] not in MINUTES or not is_a_moment:
        raise Malformed("a time that nobody can meet at")
    text_within(fields["where"], LONGEST_WHERE)
    text_within(fields["words"], LONGEST_WORDS)
    text_within(fields["zone"], LONGEST_ZONE)


def _is_series(every_days: int, times: int) -> bool:
    if times == 1:
        return every_days == 0
    return every_days in EVERY and 1 < times <= MOST_TIMES


def words(card: dict[str, Any]) -> str:
    """For a copy that people read, with the moment in UTC."""
    start = datetime.fromtimestamp(card["start"], UTC)
    said = f"(a time to meet: {start:%Y-%m-%d %H:%M} UTC, {WAYS[card['way']]})"
    return "\n".join(part for part in (said, card["where"], card["words"]) if part)
