"""How it went: importance and confidence, in one's own words (section 12)."""

from dataclasses import dataclass
from typing import Any

from .base64url import from_text, to_text
from .path import ROW_ID
from .refusal import BadRecord, Unknown
from .strict_json import fields_of, parse, text_within, write

RULER = range(11)
MOST_ROWS = 40
LONGEST_WORDS = 280


@dataclass(frozen=True, slots=True)
class Look:
    """One look at oneself: how much it matters, how sure one is, both from 0 to 10."""

    b: str
    day: int
    id: bytes
    matters: int
    sure: int


def write_diary(looks: tuple[Look, ...]) -> bytes:
    """Looks in their strict JSON: what a document of kind 8 holds."""
    return write(
        {
            "rows": [
                {
                    "b": look.b,
                    "day": look.day,
                    "id": to_text(look.id),
                    "matters": look.matters,
                    "sure": look.sure,
                }
                for look in looks
            ]
        }
    )


def read_diary(raw: bytes) -> tuple[Look, ...]:
    """The looks; Refused for anything but their strict JSON."""
    looks = tuple(_look(value) for value in fields_of(parse(raw), {"rows": list})["rows"])
    if len(looks) > MOST_ROWS or len({look.id for look in looks}) != len(looks):
        raise BadRecord("each once, and not too many")
    return looks


def _look(value: Any) -> Look:
    fields = fields_of(value, {"b": str, "day": int, "id": str, "matters": int, "sure": int})
    if fields["matters"] not in RULER or fields["sure"] not in RULER:
        raise Unknown("a place that is not on the ruler")
    words = text_within(fields["b"], LONGEST_WORDS)
    id = from_text(fields["id"], size=ROW_ID)
    return Look(words, fields["day"], id, fields["matters"], fields["sure"])
