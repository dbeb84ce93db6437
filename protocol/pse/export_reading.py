"""Readable copies of what somebody took along: plain text and HTML, without signatures."""

import html
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import quote

from .base64url import from_text, to_text
from .body import Att, NeedsNewer
from .export_check import Checked, Talk
from .export_checks import sheets_text
from .export_documents import Kept
from .export_notes import notes_words
from .export_path import path_words
from .export_saying import file_name, moment_words, plain_words, said_in
from .export_stories import stories_words
from .notebook_page import Page
from .unsaid import Unsaid

_FIRST_DAY = date(1970, 1, 1)
_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; style-src 'unsafe-inline'">
<title>Notes</title><style>
body {{ font: 1rem/1.5 system-ui, sans-serif; max-width: 42rem; margin: 2rem auto }}
dt {{ color: #555; margin-top: 1rem }} dd {{ margin: 0; white-space: pre-wrap }}
</style></head><body><h1>{title}</h1><dl>
{lines}
</dl></body></html>
"""


def write_readable(checked: Checked, folder: Path) -> list[Path]:
    """Write each conversation with its files, the private notes and the notebook."""
    folder.mkdir(parents=True)
    written = [folder / "notes.txt", folder / "notebook.txt"]
    written[0].write_text(notes_text(checked), encoding="utf-8")
    written[1].write_text(notebook_text(checked), encoding="utf-8")
    for number, talk in enumerate(checked.talks, start=1):
        beside = f"talk-{number}"
        for suffix, content in (
            (".txt", talk_text(talk, beside)),
            (".html", talk_page(talk, beside)),
        ):
            path = folder / f"{beside}{suffix}"
            path.write_text(content, encoding="utf-8")
            written.append(path)
        written += _write_files(talk, folder / beside)
    return written


def talk_text(talk: Talk, beside: str = "talk") -> str:
    """One conversation, line by line; files are named, and lie in a folder beside."""
    said = said_in(talk, _paths(talk, beside))
    lines = "".join(f"{one.head}\n{one.words}\n\n" for one in said)
    return f"With {talk.name}\n\n{lines}{_end(talk)}"


def talk_page(talk: Talk, beside: str = "talk") -> str:
    """The same as a page that loads nothing and runs nothing."""
    rows = [
        f"<dt>{_safe(one.head)}</dt><dd>{_safe(one.words)}{_link(one.file)}</dd>"
        for one in said_in(talk, _paths(talk, beside))
    ]
    end = _end(talk)
    if end:
        rows.append(f"<dt></dt><dd>{_safe(end)}</dd>")
    return _PAGE.format(title=_safe(f"With {talk.name}"), lines="\n".join(rows))


def notes_text(checked: Checked) -> str:
    """What only its owner could read before: names, notes, drafts."""
    notes = checked.papers["notes"]
    names = {row["conv"]: row for row in notes["people"]}
    pieces = [f"Taken along on {day_words(checked.papers['day'])}\n"]
    for row in names.values():
        pieces.append(f"I call them: {row['name']}\n{row['note']}\n")
    pieces += [f"Begun and not sent:\n{row['text']}\n" for row in notes["drafts"]]
    return "\n".join(pieces)


def notebook_text(checked: Checked) -> str:
    """Pages, lines that were kept with what shows who wrote them, and check-ins."""
    documents = checked.documents
    pages = [_page_text(page) for page in _newest(documents.pages)]
    kept = [_kept_text(one, _keys(checked)) for one in documents.kept]
    sheets = sheets_text(documents.sheets)
    unsaid = [_unsaid_text(one) for one in documents.unsaid]
    more = ["What did not sit right, kept for myself\n", *unsaid] if unsaid else []
    own = [
        *path_words(documents, day_words),
        *stories_words(documents.stories, day_words),
        *notes_words(documents.notes, day_words),
    ]
    return "\n".join(["Pages\n", *pages, "Lines that were kept\n", *kept, sheets, *more, *own])


def day_words(day: int) -> str:
    """A day as 2025-06-01."""
    try:
        return (_FIRST_DAY + timedelta(days=day)).isoformat()
    except OverflowError:
        return f"day {day}"


def _unsaid_text(one: Unsaid) -> str:
    head = ", ".join(part for part in (one.name, day_words(one.day)) if part)
    line = f"(about the line: {one.line})\n" if one.line else ""
    return f"{head}\n{line}{one.text}\n"


def _newest(pages: Sequence[Page]) -> list[Page]:
    return sorted(pages, key=lambda page: page.day, reverse=True)


def _page_text(page: Page) -> str:
    return f"{page.title or 'No title'}\n{day_words(page.day)}\n{page.text}\n"


def _kept_text(kept: Kept, keys: Mapping[bytes, frozenset[str]]) -> str:
    line = kept.line
    when = f", {moment_words(kept.body.ts)}" if not isinstance(kept.body, NeedsNewer) else ""
    own = keys.get(line.entry.sender, frozenset())
    whose = "a key of theirs that is in this file" if to_text(line.ik) in own else "its own key"
    brought = "; it was brought along from elsewhere" if kept.is_brought else ""
    head = f"{line.name or 'Me'}{when}"
    proof = f"(the proof holds: signed with {whose}{brought})"
    return f"{head}\n{plain_words(kept.body)}\n{proof}\n"


def _keys(checked: Checked) -> dict[bytes, frozenset[str]]:
    """The keys that people in these papers sign with, by account id."""
    papers = checked.papers
    people = [papers, *(row["other"] for row in papers["relationships"])]
    return {
        from_text(one["account_id"]): frozenset(record["ik"] for record in one["key_records"])
        for one in people
    }


def _paths(talk: Talk, beside: str) -> dict[int, str]:
    """Where the file of each line lies."""
    return {n: f"{beside}/{name}" for n, name in _file_names(talk)}


def _file_names(talk: Talk) -> Iterator[tuple[int, str]]:
    for line in talk.lines:
        if isinstance(line.body, Att) and line.n in talk.files:
            yield line.n, file_name(line.n, line.body.file)


def _write_files(talk: Talk, folder: Path) -> Iterator[Path]:
    for n, name in _file_names(talk):
        folder.mkdir(exist_ok=True)
        path = folder / name
        path.write_bytes(talk.files[n])
        yield path


def _link(path: str) -> str:
    return f'\n<a href="{_safe(quote(path))}">{_safe(path)}</a>' if path else ""


def _end(talk: Talk) -> str:
    if talk.stopped is None:
        return ""
    return f"(This conversation stood still here: {talk.stopped})"


def _safe(text: str) -> str:
    return html.escape(text, quote=True)
