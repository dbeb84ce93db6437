"""Part 4 of state: what a person keeps for themselves in words, and its merge (section 4)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from .base64url import from_text, to_text
from .ids import ID
from .refusal import BadRecord
from .strict_json import Json, fields_of, text_within

LONGEST_NAME = 40
LONGEST_NOTE = 4_000
LONGEST_TITLE = 60
LONGEST_HIDES = 400
MOST_VISITS = 4

_Row = TypeVar("_Row")


@dataclass(frozen=True, slots=True)
class PersonNote:
    """What I call somebody, and what I noted about them: for me alone.

    The name has at most 40 characters, the note at most 4,000. `said` is what their hello asked
    to be called, at most 40: it is read once, and the hello soon lies far above.
    """

    name: str
    note: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class Notes:
    """Part 4: drafts and private notes by conversation, names, and when I was last here.

    `name` is what others call me, `opened` the moment this place was opened last (milliseconds,
    0 before), `title` what the page calls itself for me (at most 60 characters),
    `visits` how often this place was opened, counted to four and no further,
    `listening` whether its owner switched the listening coach on, `hides` what they would
    rather not read about in the library: ids with a space between (at most 400 characters),
    `hints` whether they let this room look for words of danger in what they write.
    """

    name: str
    drafts: Mapping[bytes, str]
    people: Mapping[bytes, PersonNote]
    opened: int = 0
    title: str = ""
    visits: int = 0
    listening: bool = False
    hides: str = ""
    hints: bool = False


def notes_json(notes: Notes) -> Json:
    """Part 4 as JSON values, rows ascending by conversation."""
    return {
        "drafts": [{"conv": to_text(c), "text": text} for c, text in _rows(notes.drafts)],
        **({"hides": notes.hides} if notes.hides else {}),
        **({"hints": 1} if notes.hints else {}),
        **({"listening": 1} if notes.listening else {}),
        "name": notes.name,
        "opened": notes.opened,
        "people": [{"conv": to_text(c), **_person_json(one)} for c, one in _rows(notes.people)],
        "title": notes.title,
        "visits": notes.visits,
    }


def read_notes(value: object) -> Notes:
    """Part 4 from JSON values; Refused for anything else."""
    kinds = {"drafts": list, "name": str, "opened": int, "people": list, "title": str}
    beside = {"hides": str, "hints": int, "listening": int}
    held = value if isinstance(value, dict) else {}
    extra = {name: kind for name, kind in beside.items() if name in held}
    fields = fields_of(value, {**kinds, **extra, "visits": int})
    drafts = [_draft(row) for row in fields["drafts"]]
    people = [_person(row) for row in fields["people"]]
    text_within(fields["title"], LONGEST_TITLE)
    _counted(fields["visits"])
    if "hides" in extra:
        _hidden(fields["hides"])
    for switch in ("hints", "listening"):
        if switch in extra:
            _switched_on(fields[switch])
    return Notes(
        fields["name"],
        _ascending(drafts),
        _ascending(people),
        fields["opened"],
        fields["title"],
        fields["visits"],
        "listening" in extra,
        fields.get("hides", ""),
        "hints" in extra,
    )


def merge_notes(saved: Notes, here: Notes, there: Notes) -> Notes:
    """Put two devices' notes together; `saved` is what this one had read from the server.

    What was changed here since then wins, row by row, and a row taken away here is gone;
    everything else is theirs. The later moment of opening stays, and the larger count.
    """
    return Notes(
        _changed(saved.name, here.name, there.name),
        _changed_rows(saved.drafts, here.drafts, there.drafts),
        _changed_rows(saved.people, here.people, there.people),
        max(here.opened, there.opened),
        _changed(saved.title, here.title, there.title),
        max(here.visits, there.visits),
        _changed(saved.listening, here.listening, there.listening),
        _changed(saved.hides, here.hides, there.hides),
        _changed(saved.hints, here.hints, there.hints),
    )


def _counted(visits: int) -> None:
    if visits > MOST_VISITS:
        raise BadRecord("visits are counted to four")


def _hidden(ids: str) -> None:
    if not ids:
        raise BadRecord("nothing hidden is left out")
    text_within(ids, LONGEST_HIDES)


def _switched_on(switch: int) -> None:
    if switch != 1:
        raise BadRecord("what is off is left out")


def _changed(saved: _Row, here: _Row, there: _Row) -> _Row:
    return there if here == saved else here


def _changed_rows(
    saved: Mapping[bytes, _Row], here: Mapping[bytes, _Row], there: Mapping[bytes, _Row]
) -> dict[bytes, _Row]:
    convs = {*here, *there}
    merged = {c: _changed(saved.get(c), here.get(c), there.get(c)) for c in convs}
    return {conv: row for conv, row in merged.items() if row is not None}


def _rows(rows: Mapping[bytes, _Row]) -> Sequence[tuple[bytes, _Row]]:
    return sorted(rows.items(), key=lambda row: row[0])


def _draft(row: Any) -> tuple[bytes, str]:
    fields = fields_of(row, {"conv": str, "text": str})
    return from_text(fields["conv"], size=ID), fields["text"]


def _person(row: Any) -> tuple[bytes, PersonNote]:
    told = {"said": str} if isinstance(row, dict) and "said" in row else {}
    fields = fields_of(row, {"conv": str, "name": str, "note": str, **told})
    name = text_within(fields["name"], LONGEST_NAME)
    note = text_within(fields["note"], LONGEST_NOTE)
    said = text_within(fields["said"], LONGEST_NAME, shortest=1) if told else ""
    return from_text(fields["conv"], size=ID), PersonNote(name, note, said)


def _person_json(one: PersonNote) -> dict[str, Json]:
    said: dict[str, Json] = {"said": one.said} if one.said else {}
    return {"name": one.name, "note": one.note, **said}


def _ascending(rows: Sequence[tuple[bytes, _Row]]) -> dict[bytes, _Row]:
    convs = [conv for conv, _ in rows]
    if convs != sorted(set(convs)):
        raise BadRecord("ids ascend, none twice")
    return dict(rows)
