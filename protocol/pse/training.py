"""Units of the practice room that somebody has done (section 12)."""

from dataclasses import dataclass
from typing import Any

from .base64url import from_text, to_text
from .path import ROW_ID
from .refusal import BadRecord, Unknown
from .strict_json import fields_of, parse, write

UNITS = range(1, 100)
MOST_ROWS = 60


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit, by its number, and the day on which it was done."""

    day: int
    id: bytes
    u: int


def write_training(units: tuple[Unit, ...]) -> bytes:
    """Units in their strict JSON: what a document of kind 10 holds."""
    return write(
        {"rows": [{"day": one.day, "id": to_text(one.id), "u": one.u} for one in units]}
    )


def read_training(raw: bytes) -> tuple[Unit, ...]:
    """The units; Refused for anything but their strict JSON."""
    units = tuple(_unit(value) for value in fields_of(parse(raw), {"rows": list})["rows"])
    if len(units) > MOST_ROWS or len({unit.id for unit in units}) != len(units):
        raise BadRecord("each once, and not too many")
    return units


def _unit(value: Any) -> Unit:
    fields = fields_of(value, {"day": int, "id": str, "u": int})
    if fields["u"] not in UNITS:
        raise Unknown("a unit that has no such number")
    return Unit(fields["day"], from_text(fields["id"], size=ROW_ID), fields["u"])
