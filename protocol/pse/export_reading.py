"""Readable copies of what somebody took along: plain text and HTML, without signatures."""

import html
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from urllib.parse import quote

from .base64url import to_text
from .body import Att, Continues, Hello, Text
from .entry import LEAVE
from .export_check import Checked, Talk
from .file import OTHER, PICTURE, VOICE_WEBM, Papers
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
    """Write a text and a page for each conversation with its files, and the private notes."""
    folder.mkdir(parents=True)
    written = [folder / "notes.txt"]
    written[0].write_text(notes_text(checked), encoding="utf-8")
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
    """One conversation, a line for each entry; files are named, and lie in a folder beside."""
    said = "".join(
        f"{head}\n{words}{f'({file})' if file else ''}\n\n"
        for head, words, file in _said(talk, beside)
    )
    return f"With {talk.name}\n\n{said}{_end(talk)}"


def talk_page(talk: Talk, beside: str = "talk") -> str:
    """The same as a page that loads nothing and runs nothing."""
    rows = [
        f"<dt>{_safe(head)}</dt><dd>{_safe(words)}{_link(file)}</dd>"
        for head, words, file in _said(talk, beside)
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


def day_words(day: int) -> str:
    """A day as 2025-06-01."""
    return (_FIRST_DAY + timedelta(days=day)).isoformat()


def _write_files(talk: Talk, folder: Path) -> Iterator[Path]:
    for line in talk.lines:
        if isinstance(line.body, Att) and line.n in talk.files:
            folder.mkdir(exist_ok=True)
            path = folder / _file_name(line.n, line.body.file)
            path.write_bytes(talk.files[line.n])
            yield path


def _file_name(n: int, file: Papers) -> str:
    """A name that stays in its folder, whatever its sender called it."""
    if file.type == OTHER:
        plain = "".join(c if c.isalnum() or c in " ._-" else "_" for c in file.name)
        return f"{n}-{plain}"
    if file.type == PICTURE:
        return f"{n}.jpg"
    return f"{n}.webm" if file.type == VOICE_WEBM else f"{n}.m4a"


def _link(path: str) -> str:
    return f'<a href="{_safe(quote(path))}">{_safe(path)}</a>' if path else ""


def _said(talk: Talk, beside: str) -> Iterator[tuple[str, str, str]]:
    """Who and when, the words, and where the file lies that came with them."""
    for line in talk.lines:
        who = "Me" if line.sender == talk.me else talk.name
        words, file = _words(line), ""
        if isinstance(line.body, Att) and line.n in talk.files:
            file = f"{beside}/{_file_name(line.n, line.body.file)}"
            words = f"{words}\n" if words else ""
        elif isinstance(line.body, Att):
            words = f"{words} (what came with it was not there)".strip()
        yield f"{who}{_when(line)}", words, file


def _when(line: Line) -> str:
    if not isinstance(line.body, Hello | Text | Att | Continues):
        return ""
    moment = datetime.fromtimestamp(line.body.ts / 1000, UTC)
    late = ", written before the lines above were seen" if line.is_late else ""
    return f", {moment:%Y-%m-%d %H:%M} UTC{late}"


def _words(line: Line) -> str:
    match line.body:
        case Hello() | Text() | Att():
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
