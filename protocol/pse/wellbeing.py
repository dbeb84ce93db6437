"""How a specialist is, for themselves alone (section 12): chosen words, never a sum."""

from dataclasses import dataclass
from typing import Any

from .base64url import from_text, to_text
from .path import ROW_ID
from .refusal import BadRecord, Unknown
from .strict_json import fields_of, parse, text_within, write

QUESTIONS = 5
# 0 left out, 1 yes, 2 partly, 3 no.
ANSWERS = range(4)
MOST_ROWS = 40
LONGEST_WORDS = 280


@dataclass(frozen=True, slots=True)
class Look:
    """One look at oneself: a word for each question, and one's own words."""

    a: tuple[int, ...]
    b: str
    day: int
    id: bytes


def write_wellbeing(looks: tuple[Look, ...]) -> bytes:
    """Looks in their strict JSON: what a document of kind 16 holds."""
    rows = [
        {"a": list(one.a), "b": one.b, "day": one.day, "id": to_text(one.id)} for one in looks
    ]
    return write({"rows": rows})


def read_wellbeing(raw: bytes) -> tuple[Look, ...]:
    """The looks; Refused for anything but their strict JSON."""
    looks = tuple(_look(value) for value in fields_of(parse(raw), {"rows": list})["rows"])
    if len(looks) > MOST_ROWS or len({look.id for look in looks}) != len(looks):
        raise BadRecord("each once, and not too many")
    return looks


def _look(value: Any) -> Look:
    fields = fields_of(value, {"a": list, "b": str, "day": int, "id": str})
    answers = fields["a"]
    if len(answers) != QUESTIONS or any(type(one) is not int for one in answers):
        raise BadRecord("one word for each question")
    if not set(answers) <= set(ANSWERS):
        raise Unknown("a word that is not one of the four")
    text_within(fields["b"], LONGEST_WORDS)
    return Look(
        tuple(answers), fields["b"], fields["day"], from_text(fields["id"], size=ROW_ID)
    )
