"""A person's own path: hopes, steps, milestones, strengths, what helps (sections 8 and 12)."""

from dataclasses import dataclass
from typing import Any

from .base64url import from_text, to_text
from .ids import ID
from .refusal import BadRecord, Malformed, Unknown
from .state import Saved
from .strict_json import Json, fields_of, parse, text_within, write

# 1 hopes, 2 steps, 3 milestones, 4 strengths, 5 what helps.
PARTS = range(1, 6)
STEPS = 2
# 1 the person themselves, 2 a specialist: a step that was suggested and taken.
WRITERS = range(1, 3)
ROW_ID = 8
MOST_ROWS = 60
MOST_SHOWN = 20
LONGEST_ROW = 200
_ROW: dict[str, type] = {"b": str, "by": int, "day": int, "done": int, "id": str, "k": int}
_SHOWN: dict[str, type] = {"asks": bool, "at": int, "conv": str, "parts": list}


@dataclass(frozen=True, slots=True)
class Row:
    """One thing on the path: its words, its part, the days it was written and done."""

    b: str
    by: int
    day: int
    done: int
    id: bytes
    k: int


@dataclass(frozen=True, slots=True)
class Shown:
    """Which parts are shown in a talk, since which moment, and whether steps are asked for."""

    asks: bool
    at: int
    conv: bytes
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class OwnPath:
    """What a document of kind 6 holds; `no` names suggestions that were not taken."""

    rows: tuple[Row, ...]
    shown: tuple[Shown, ...] = ()
    no: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class PathShown:
    """By its owner: all that is shown now. By another reader: steps they suggest."""

    asks: bool
    parts: tuple[int, ...]
    rows: tuple[Row, ...]
    sc: Saved
    ts: int


def write_own_path(path: OwnPath) -> bytes:
    """A path in its strict JSON."""
    shown: list[Json] = [
        {"asks": one.asks, "at": one.at, "conv": to_text(one.conv), "parts": list(one.parts)}
        for one in path.shown
    ]
    no: list[Json] = [to_text(one) for one in path.no]
    return write({"no": no, "rows": rows_json(path.rows), "shown": shown})


def read_own_path(raw: bytes) -> OwnPath:
    """The path; Refused for anything but its strict JSON."""
    fields = fields_of(parse(raw), {"no": list, "rows": list, "shown": list})
    shown = tuple(_shown(one) for one in fields["shown"])
    _check_each_once([one.conv for one in shown], MOST_SHOWN)
    no = tuple(from_text(one, size=ROW_ID) for one in fields["no"])
    _check_each_once(list(no), MOST_ROWS)
    return OwnPath(read_rows(fields["rows"]), shown, no)


def path_json(body: PathShown) -> dict[str, Json]:
    """A shown path as JSON values, without what every body has."""
    parts: list[Json] = list(body.parts)
    return {"asks": body.asks, "parts": parts, "rows": rows_json(body.rows), "t": "path"}


def read_path(fields: dict[str, Any], sc: Saved) -> PathShown:
    """A shown path from fields of the right types; nothing of a part that is not shown."""
    parts, rows = read_parts(fields["parts"]), read_rows(fields["rows"])
    if any(row.k not in parts for row in rows):
        raise Malformed("a row of a part that is not shown")
    return PathShown(fields["asks"], parts, rows, sc, fields["ts"])


def rows_json(rows: tuple[Row, ...]) -> list[Json]:
    """Rows as JSON values."""
    return [
        {
            "b": row.b,
            "by": row.by,
            "day": row.day,
            "done": row.done,
            "id": to_text(row.id),
            "k": row.k,
        }
        for row in rows
    ]


def read_rows(values: list[Any]) -> tuple[Row, ...]:
    """Rows from JSON values; Refused for too many, one twice, or one without words."""
    rows = tuple(_row(value) for value in values)
    _check_each_once([row.id for row in rows], MOST_ROWS)
    return rows


def read_parts(values: list[Any]) -> tuple[int, ...]:
    """Parts, ascending, none twice; Refused for one that the page does not name."""
    if any(type(one) is not int or one not in PARTS for one in values):
        raise Unknown("a part that the page does not name")
    if values != sorted(set(values)):
        raise BadRecord("parts ascend, none twice")
    return tuple(values)


def _row(value: Any) -> Row:
    fields = fields_of(value, _ROW)
    if fields["k"] not in PARTS or fields["by"] not in WRITERS:
        raise Unknown("a part or a writer that the page does not name")
    words = text_within(fields["b"], LONGEST_ROW, shortest=1)
    return Row(**{**fields, "b": words, "id": from_text(fields["id"], size=ROW_ID)})


def _shown(value: Any) -> Shown:
    fields = fields_of(value, _SHOWN)
    conv = from_text(fields["conv"], size=ID)
    return Shown(fields["asks"], fields["at"], conv, read_parts(fields["parts"]))


def _check_each_once(ids: list[bytes], most: int) -> None:
    if len(ids) > most or len(set(ids)) != len(ids):
        raise BadRecord("each once, and not too many")
