"""Notes of meetings that both said yes to, as each of two keeps them beside the talk.

A document of kind 18 (section 12): all that end with one year. It says its last day in its
id as well, so that a room tells what has ended from what a server lost.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from .card_note import FIELDS, check, check_added
from .ids import ID
from .refusal import BadRecord, Malformed, Unknown
from .strict_json import Json, fields_of, parse, text_within, write

MOST_YEARS = 10
MOST_ROWS = 12
MOST_BESIDE = 40
LONGEST_NAME = 80
CLIENT, SPECIALIST = 1, 2
DAY_BYTES = 4
LATEST_DAY = 1_000_000
SIDES = (CLIENT, SPECIALIST)
_ROW: dict[str, type] = {"day": int, "name": str, "side": int}
_NEW_YEAR = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class KeptNote:
    """One note, word for word: `name` is the other, `side` whoever keeps it."""

    note: dict[str, Any]
    day: int
    name: str
    side: int


@dataclass(frozen=True, slots=True)
class Beside:
    """Words that one of the two put beside a note, by its `ref`."""

    by: int
    day: int
    ref: str
    words: str


@dataclass(frozen=True, slots=True)
class KeptNotes:
    """All of one document: after `last` they go."""

    last: int
    rows: tuple[KeptNote, ...]
    beside: tuple[Beside, ...] = ()


def last_day_of(year: int) -> int:
    """The last day of a year, counted from 1970."""
    return date(year, 12, 31).toordinal() - _NEW_YEAR


def year_of(day: int) -> int:
    """The year in which a day lies."""
    return date.fromordinal(day + _NEW_YEAR).year


def kept_until(start: int, years: int) -> int:
    """The last day of a note whose meeting began at `start`: the end of that year and more."""
    return last_day_of(datetime.fromtimestamp(start, UTC).year + years)


def last_in(doc_id: bytes) -> int:
    """The last day that a document of this kind says in its id."""
    if len(doc_id) != ID:
        raise Malformed("a document's id")
    return int.from_bytes(doc_id[:DAY_BYTES], "little")


def write_kept_notes(kept: KeptNotes) -> bytes:
    """Kept notes in their strict JSON."""
    beside: list[Json] = [
        {"by": one.by, "day": one.day, "ref": one.ref, "words": one.words}
        for one in kept.beside
    ]
    rows: list[Json] = [
        {"day": row.day, "name": row.name, "side": row.side, **row.note} for row in kept.rows
    ]
    return write({"beside": beside, "last": kept.last, "rows": rows})


def read_kept_notes(raw: bytes) -> KeptNotes:
    """The notes; Refused for anything but their strict JSON."""
    fields = fields_of(parse(raw), {"beside": list, "last": int, "rows": list})
    rows = tuple(_row(value) for value in fields["rows"])
    beside = tuple(_beside(value) for value in fields["beside"])
    refs = {row.note["ref"] for row in rows}
    if not 0 < fields["last"] < LATEST_DAY or len(rows) > MOST_ROWS:
        raise BadRecord("a day, and not too many")
    if len(refs) != len(rows) or len(beside) > MOST_BESIDE:
        raise BadRecord("each note once, and not too much beside them")
    if any(one.ref not in refs for one in beside):
        raise BadRecord("words beside a note that is not here")
    return KeptNotes(fields["last"], rows, beside)


def _row(value: Any) -> KeptNote:
    fields = fields_of(value, {**_ROW, **FIELDS})
    note = {name: fields[name] for name in FIELDS}
    check(note)
    if fields["side"] not in SIDES:
        raise Unknown("a side that the page does not name")
    name = text_within(fields["name"], LONGEST_NAME)
    return KeptNote(note, fields["day"], name, fields["side"])


def _beside(value: Any) -> Beside:
    fields = fields_of(value, {"by": int, "day": int, "ref": str, "words": str})
    check_added({"ref": fields["ref"], "words": fields["words"]})
    if fields["by"] not in SIDES:
        raise Unknown("a side that the page does not name")
    return Beside(fields["by"], fields["day"], fields["ref"], fields["words"])
