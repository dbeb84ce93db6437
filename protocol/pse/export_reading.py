"""Readable copies of what somebody took along: plain text and HTML, without signatures."""

import html
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from .base64url import to_text
from .body import Continues, Hello, Text
from .entry import LEAVE
from .export_check import Checked, Talk
from .walk import Line

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
    """Write a text and a page for each conversation, and one text of private notes."""
    folder.mkdir(parents=True)
    written = [folder / "notes.txt"]
    written[0].write_text(notes_text(checked), encoding="utf-8")
    for number, talk in enumerate(checked.talks, start=1):
        for suffix, content in ((".txt", talk_text(talk)), (".html", talk_page(talk))):
            path = folder / f"talk-{number}{suffix}"
            path.write_text(content, encoding="utf-8")
            written.append(path)
    return written


def talk_text(talk: Talk) -> str:
    """One conversation, a line for each entry."""
    said = "".join(f"{head}\n{words}\n\n" for head, words in _said(talk))
    return f"With {talk.name}\n\n{said}{_end(talk)}"


def talk_page(talk: Talk) -> str:
    """The same as a page that loads nothing and runs nothing."""
    rows = [f"<dt>{_safe(head)}</dt><dd>{_safe(words)}</dd>" for head, words in _said(talk)]
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


def day_words(day: int) -> str:
    """A day as 2025-06-01."""
    return (_FIRST_DAY + timedelta(days=day)).isoformat()


def _said(talk: Talk) -> Iterator[tuple[str, str]]:
    for line in talk.lines:
        who = "Me" if line.sender == talk.me else talk.name
        yield f"{who}{_when(line)}", _words(line)


def _when(line: Line) -> str:
    if not isinstance(line.body, Hello | Text | Continues):
        return ""
    moment = datetime.fromtimestamp(line.body.ts / 1000, UTC)
    late = ", written before the lines above were seen" if line.is_late else ""
    return f", {moment:%Y-%m-%d %H:%M} UTC{late}"


def _words(line: Line) -> str:
    match line.body:
        case Hello() | Text():
            return line.body.b
        case Continues():
            return f"(goes on from {to_text(line.body.conv)})"
        case None if line.fault is not None:
            return "(one message could not be opened)"
        case None if line.kind == LEAVE:
            return "(left)"
        case None:
            return "(its time had run out)"
    return "(needs a newer version)"


def _end(talk: Talk) -> str:
    if talk.stopped is None:
        return ""
    return f"(This conversation stood still here: {talk.stopped})"


def _safe(text: str) -> str:
    return html.escape(text, quote=True)
