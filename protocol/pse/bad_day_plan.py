"""A plan for bad days: signs, people, places, numbers, what helps (section 12)."""

from dataclasses import dataclass
from typing import Any

from .base64url import from_text, to_text
from .path import MOST_ROWS, ROW_ID
from .refusal import BadRecord, Unknown
from .strict_json import fields_of, parse, text_within, write

# 1 signs, 2 people, 3 places, 4 numbers, 5 what helps.
PARTS = range(1, 6)
LONGEST_ROW = 200
LONGEST_NUMBER = 40


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One thing in the plan; `n` is a number to call, or nothing."""

    b: str
    id: bytes
    k: int
    n: str = ""


def write_plan(rows: tuple[PlanRow, ...]) -> bytes:
    """A plan in its strict JSON: what a document of kind 7 holds."""
    return write(
        {"rows": [{"b": row.b, "id": to_text(row.id), "k": row.k, "n": row.n} for row in rows]}
    )


def read_plan(raw: bytes) -> tuple[PlanRow, ...]:
    """The plan; Refused for anything but its strict JSON."""
    rows = tuple(_row(value) for value in fields_of(parse(raw), {"rows": list})["rows"])
    if len(rows) > MOST_ROWS or len({row.id for row in rows}) != len(rows):
        raise BadRecord("each once, and not too many")
    return rows


def _row(value: Any) -> PlanRow:
    fields = fields_of(value, {"b": str, "id": str, "k": int, "n": str})
    if fields["k"] not in PARTS:
        raise Unknown("a part that the page does not name")
    words = text_within(fields["b"], LONGEST_ROW, shortest=1)
    number = text_within(fields["n"], LONGEST_NUMBER)
    return PlanRow(words, from_text(fields["id"], size=ROW_ID), fields["k"], number)
