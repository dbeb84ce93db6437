"""One's own documents taken along: pages, lines kept as proof, check-ins (section 11)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from .bad_day_plan import PlanRow, read_plan
from .base64url import from_text, to_text
from .body import Body, read_body
from .check_in import Sheet, read_sheet
from .diary import Look, read_diary
from .document import (
    BROUGHT_LINE,
    CHECK_SHEET,
    DIARY,
    KINDS,
    NOTEBOOK,
    NOTES_KEPT,
    PATH,
    PLAN,
    STORY,
    TRAINING,
    UNSAID,
    WELLBEING,
)
from .document_list import MOST_DOCUMENTS
from .kept_line import KeptLine, read_kept
from .note_kept import KeptNotes, read_kept_notes
from .notebook_page import Page, read_page
from .path import Row, read_own_path
from .refusal import BadExport
from .story import Story, read_story
from .strict_json import Json, fields_of
from .training import Unit, read_training
from .unsaid import Unsaid, read_unsaid
from .wellbeing import Look as OwnLook
from .wellbeing import read_wellbeing

LONGEST_CONTENT = 65_000


@dataclass(frozen=True, slots=True)
class Kept:
    """A line kept as proof, whose signature holds; perhaps kept in another place before."""

    line: KeptLine
    body: Body
    is_brought: bool


@dataclass(frozen=True, slots=True)
class Documents:
    """Everything a person kept for themselves, the newest version of each."""

    pages: tuple[Page, ...] = ()
    kept: tuple[Kept, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    unsaid: tuple[Unsaid, ...] = ()
    path: tuple[Row, ...] = ()
    plan: tuple[PlanRow, ...] = ()
    diary: tuple[Look, ...] = ()
    training: tuple[Unit, ...] = ()
    stories: tuple[Story, ...] = ()
    notes: tuple[KeptNotes, ...] = ()
    wellbeing: tuple[OwnLook, ...] = ()


def document_json(kind: int, content: bytes) -> Json:
    """One document in the papers."""
    return {"content": to_text(content), "kind": kind}


def read_documents_along(rows: Sequence[object]) -> Documents:
    """Every document of the papers; Refused with the first one that does not hold."""
    if type(rows) is not list or len(rows) > MOST_DOCUMENTS:
        raise BadExport("more pages than anybody can have")
    documents = Documents()
    for row in rows:
        documents = _with(documents, *_row(row))
    return documents


def _with(found: Documents, kind: int, content: bytes) -> Documents:
    if kind in _READERS:
        name, read = _READERS[kind]
        return replace(found, **{name: (*getattr(found, name), *read(content))})
    return replace(found, kept=(*found.kept, _kept(content, is_brought=kind == BROUGHT_LINE)))


#: Where each kind goes, and what it adds there.
_READERS: Mapping[int, tuple[str, Callable[[bytes], Sequence[Any]]]] = {
    NOTEBOOK: ("pages", lambda content: [read_page(content)]),
    CHECK_SHEET: ("sheets", lambda content: [read_sheet(content)]),
    UNSAID: ("unsaid", lambda content: [read_unsaid(content)]),
    PATH: ("path", lambda content: read_own_path(content).rows),
    PLAN: ("plan", read_plan),
    DIARY: ("diary", read_diary),
    TRAINING: ("training", read_training),
    WELLBEING: ("wellbeing", read_wellbeing),
    STORY: ("stories", lambda content: [read_story(content)]),
    NOTES_KEPT: ("notes", lambda content: [read_kept_notes(content)]),
}


def _row(row: Any) -> tuple[int, bytes]:
    fields: Mapping[str, Any] = fields_of(row, {"content": str, "kind": int})
    content = from_text(fields["content"])
    if fields["kind"] not in KINDS:
        raise BadExport("a document of a kind that is not known here")
    if len(content) > LONGEST_CONTENT:
        raise BadExport("a document that is too long")
    return fields["kind"], content


def _kept(content: bytes, *, is_brought: bool) -> Kept:
    line = read_kept(content)
    return Kept(line, read_body(line.body, kind=line.entry.kind), is_brought)
