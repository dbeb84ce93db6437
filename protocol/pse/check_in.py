"""Check-ins: what somebody answered about a talk, kept for themselves (section 12)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from .base64url import from_text, to_text
from .ids import HASH, ID
from .refusal import Malformed, Unknown
from .strict_json import Json, fields_of, parse, text_within, write

STATEMENTS = 6
WORDS = 5
NOT_SURE, SKIPPED = 20, 21
VERSION = 1
LONGEST_WORDS = 500
MOST_ROWS = 20
MOST_ANSWERS = 60
MOST_WORDS = 11
# 0 kept, 1 shown, 2 counted, 3 both.
CHOICES = range(4)
CLIENT, SPECIALIST = SIDES = (1, 2)
_WORDS = ("not at all", "a little", "partly", "mostly", "completely")
_OTHER = {NOT_SURE: "not sure", SKIPPED: "skipped"}
_PACK_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")
_LONGEST_PACK = 40
_ROW: dict[str, type] = {"a": list, "b": str, "c": list, "day": int}
_SHEET: dict[str, type] = {
    "conv": str,
    "hash": str,
    "pack": str,
    "rows": list,
    "side": int,
    "ver": int,
}


@dataclass(frozen=True, slots=True)
class CheckIn:
    """One time: an answer and a choice for each statement, words of one's own, the day."""

    a: tuple[int, ...]
    b: str
    c: tuple[int, ...]
    day: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """Check-ins about one talk, or with one pack, oldest first; `pack` is empty for our six."""

    conv: bytes
    pack: str
    hash: bytes
    side: int
    ver: int
    rows: tuple[CheckIn, ...]


def word_of(answer: int) -> str:
    """An answer to one of our six in words."""
    return _OTHER.get(answer) or _WORDS[answer]


def write_sheet(sheet: Sheet) -> bytes:
    """A sheet in its strict JSON: what a document of kind 4 holds (section 12)."""
    rows: list[Json] = [
        {"a": list(row.a), "b": row.b, "c": list(row.c), "day": row.day} for row in sheet.rows
    ]
    return write(
        {
            "conv": to_text(sheet.conv),
            "hash": to_text(sheet.hash),
            "pack": sheet.pack,
            "rows": rows,
            "side": sheet.side,
            "ver": sheet.ver,
        }
    )


def read_sheet(raw: bytes) -> Sheet:
    """The sheet; Refused for anything but its strict JSON."""
    fields = fields_of(parse(raw), _SHEET)
    pack = text_within(fields["pack"], _LONGEST_PACK)
    if set(pack) - _PACK_LETTERS:
        raise Malformed("a pack is named in small letters, digits and hyphens")
    if fields["side"] not in SIDES or fields["ver"] < 1:
        raise Unknown("a side or version that the page does not name")
    conv = from_text(fields["conv"], size=ID if fields["conv"] or not pack else 0)
    rows = tuple(_row(row, is_ours=not pack) for row in fields["rows"])
    _check_rows(rows)
    hash = from_text(fields["hash"], size=HASH if pack else 0)
    return Sheet(conv, pack, hash, fields["side"], fields["ver"], rows)


def _check_rows(rows: Sequence[CheckIn]) -> None:
    days = [row.day for row in rows]
    if not 1 <= len(rows) <= MOST_ROWS or days != sorted(days):
        raise Malformed("at least one time, not too many, oldest first")
    if len({len(row.a) for row in rows}) != 1:
        raise Malformed("each time as many answers")


def _row(row: Any, *, is_ours: bool) -> CheckIn:
    fields = fields_of(row, _ROW)
    a, c = fields["a"], fields["c"]
    most = STATEMENTS if is_ours else MOST_ANSWERS
    if not 1 <= len(a) <= most or len(c) != len(a) or (is_ours and len(a) != STATEMENTS):
        raise Malformed("an answer and a choice for each")
    words = range(WORDS if is_ours else MOST_WORDS)
    for answer, choice in zip(a, c, strict=True):
        if type(answer) is not int or type(choice) is not int:
            raise Malformed("numbers")
        if answer not in words and answer not in (NOT_SURE, SKIPPED):
            raise Unknown("an answer that the page does not name")
        if choice not in CHOICES:
            raise Unknown("a choice that the page does not name")
    return CheckIn(tuple(a), text_within(fields["b"], LONGEST_WORDS), tuple(c), fields["day"])
