"""Ops over documents and lines kept as proof."""

from collections.abc import Mapping
from typing import Any

from pse.bad_day_plan import read_plan, write_plan
from pse.check_in import read_sheet, write_sheet
from pse.diary import read_diary, write_diary
from pse.document import (
    NOTES_KEPT,
    PATH,
    PLAN,
    STORY,
    TRAINING,
    WELLBEING,
    Version,
    Whose,
    document_hash_of,
    open_chain,
    open_version,
    seal_version,
)
from pse.document_list import documents_json, merge_documents, read_documents
from pse.kept_line import read_kept
from pse.note_kept import kept_until, last_in, read_kept_notes, write_kept_notes
from pse.path import read_own_path, write_own_path
from pse.story import read_story, write_story
from pse.training import read_training, write_training
from pse.unsaid import read_unsaid
from pse.wellbeing import read_wellbeing, write_wellbeing

from .ops_primitives import given_chance

In = Mapping[str, Any]


def _seal(given: In) -> Version:
    before = given["before"]
    return seal_version(
        given["vault_key"],
        Whose(**given["whose"]),
        given["content"],
        doc_key=given["doc_key"],
        before=None if before is None else Version(**before),
        chance=given_chance(*given["nonces"]),
    )


def _open(given: In) -> dict[str, bytes]:
    version = Version(**given["version"])
    key, content = open_version(given["vault_key"], Whose(**given["whose"]), version)
    return {"doc_key": key, "content": content}


def _chain(given: In) -> list[bytes]:
    known = given["known"]
    return open_chain(
        given["vault_key"],
        Whose(**given["whose"]),
        [Version(**row) for row in given["versions"]],
        known=None if known is None else (known[0], known[1]),
    )


def _merge(given: In) -> Any:
    here, there = read_documents(given["here"]), read_documents(given["there"])
    return documents_json(merge_documents(here, there))


def _kept(given: In) -> dict[str, Any]:
    kept = read_kept(given["raw"])
    return {"n": kept.n, "name": kept.name, "sender": kept.entry.sender, "body": kept.body}


def _sheet(given: In) -> dict[str, Any]:
    sheet = read_sheet(given["raw"])
    rows = [[list(row.a), row.b, list(row.c), row.day] for row in sheet.rows]
    about = [sheet.conv, sheet.pack, sheet.hash, sheet.side, sheet.ver]
    return {"about": about, "rows": rows, "written": write_sheet(sheet)}


def _unsaid(given: In) -> dict[str, Any]:
    kept = read_unsaid(given["raw"])
    about = {"about": kept.about, "name": kept.name, "line": kept.line}
    return {**about, "text": kept.text, "day": kept.day}


def _own(given: In) -> bytes:
    kind, raw = given["kind"], given["raw"]
    if kind == PATH:
        return write_own_path(read_own_path(raw))
    if kind == STORY:
        return write_story(read_story(raw))
    if kind == TRAINING:
        return write_training(read_training(raw))
    if kind == NOTES_KEPT:
        return write_kept_notes(read_kept_notes(raw))
    if kind == WELLBEING:
        return write_wellbeing(read_wellbeing(raw))
    return write_plan(read_plan(raw)) if kind == PLAN else write_diary(read_diary(raw))


OPS = {
    "sheet.read": _sheet,
    "unsaid.read": _unsaid,
    "own.read": _own,
    "doc.seal": _seal,
    "doc.open": _open,
    "doc.hash": lambda given: document_hash_of(Version(**given["version"])),
    "doc.chain": _chain,
    "docs.merge": _merge,
    "kept.read": _kept,
    "notes.until": lambda given: kept_until(given["start"], given["years"]),
    "notes.last": lambda given: last_in(given["doc_id"]),
}
