"""What each line of a talk says by now, in words (sections 8 and 11)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from .body import Att, Body, Continues, Edit, Goodbye, Hello, React, Text
from .cards import Card, card_words
from .entry import ERASE, LEAVE
from .export_check import Talk
from .file import OTHER, PICTURE, VOICE_WEBM, Papers
from .mend import CLOSES, NOT_MENDED, REPLIES, WELL, Mend
from .ours import Ours, OursYes
from .path import PathShown
from .said import Wording
from .share import Share
from .walk import Line

_DATED = (
    Hello | Text | Goodbye | Att | Continues | Ours | OursYes | Share | Card | Mend | PathShown
)
SIGNS = {1: "Thank you", 2: "With you", 3: "Heart", 4: "Laughing", 5: "Strong"}
TAKEN_BACK = "(took this line back)"
_LONGEST_BEGINNING = 60
_LARGE = 1_000_000


@dataclass(frozen=True, slots=True)
class Said:
    """One line as it is read: who and when, its words, and where its file lies."""

    head: str
    words: str
    file: str = ""


def said_in(talk: Talk, files: Mapping[int, str]) -> Iterator[Said]:
    """Every line that can be seen; changes and signs stand with the line they are about."""
    now = {wording.n: wording for wording in talk.said}
    by_id = {line.msg_id: line for line in reversed(talk.lines) if _is_shown(line)}
    for line in talk.lines:
        if not _is_shown(line):
            continue
        wording = now.get(line.n)
        file = files.get(line.n, "")
        if wording is not None and wording.is_taken:
            yield Said(_who(talk, line), TAKEN_BACK)
            continue
        parts = [
            _answer(talk.said, line, by_id),
            _words(line, wording, talk.day),
            _file(line, file),
            *_before(wording),
            *_signs(talk, wording),
        ]
        yield Said(_head(talk, line), "\n".join(part for part in parts if part), file)


def moment_words(ts: int) -> str:
    """A moment in UTC, to the minute; milliseconds in, beyond the year 9999 as a number."""
    try:
        return f"{datetime.fromtimestamp(ts / 1000, UTC):%Y-%m-%d %H:%M} UTC"
    except (ValueError, OverflowError, OSError):
        return f"{ts} ms"


def plain_words(body: Body) -> str:
    """The words of one body, whatever it was."""
    match body:
        case Hello() | Text() | Goodbye():
            return body.b
        case Att():
            return "\n".join(part for part in (body.b, f"({file_words(body.file)})") if part)
        case Continues():
            return "(goes on from an earlier talk)"
    return _words_beside(body)


def _words_beside(body: Body) -> str:
    """What stands in a talk beside its lines."""
    match body:
        case Ours():
            return "\n".join(["(own lines for our promise)", *(line.b for line in body.lines)])
        case OursYes():
            return "(said yes to the other's lines for our promise)"
        case Share():
            return _draft_words(body)
        case Card():
            return card_words(body)
        case Mend():
            return "\n".join(part for part in (f"({_step_words(body)})", body.b) if part)
        case PathShown():
            shown = [row.b for row in body.rows]
            return "\n".join(["(shown of a path, or suggested for it)", *shown])
    return "(needs a newer version)"


def _step_words(body: Mend) -> str:
    if body.step == REPLIES:
        return "replied to what did not sit right"
    if body.step != CLOSES:
        return "said that something did not sit right"
    hows = {WELL: "it is mended", NOT_MENDED: "it is not mended"}
    return f"closed it: {hows.get(body.how, 'it no longer matters')}"


def _draft_words(body: Share) -> str:
    if body.draft is None:
        return "(put the draft of what might be told away)"
    to, words = body.draft.name, body.draft.words
    return "\n".join(["(a draft of what might be told; nothing went out by it)", to, words])


def file_words(file: Papers) -> str:
    """A file in a few words: what it is, or its name and size."""
    if file.type == PICTURE:
        return "A picture"
    if file.type == OTHER:
        return f"{file.name} ({_size_words(file.size)})"
    return f"A voice note ({file.secs // 60}:{file.secs % 60:02})"


def _is_shown(line: Line) -> bool:
    """An edit, a sign or a taking back changes another line and is none itself."""
    is_erase = line.kind == ERASE and line.fault is None and line.msg_id != b""
    return not is_erase and not isinstance(line.body, Edit | React)


def _who(talk: Talk, line: Line) -> str:
    return "Me" if line.sender == talk.me else talk.name


def _head(talk: Talk, line: Line) -> str:
    who = _who(talk, line)
    if not isinstance(line.body, _DATED):
        return who
    late = ", written before the lines above were seen" if line.is_late else ""
    return f"{who}, {moment_words(line.body.ts)}{late}"


def _words(line: Line, wording: Wording | None, day: int) -> str:
    if wording is not None and wording.words:
        return wording.words[-1]
    if isinstance(line.body, Card):
        return card_words(line.body, day=day)
    if line.body is not None:
        return "" if isinstance(line.body, Att) else plain_words(line.body)
    if line.fault is not None:
        return "(one message could not be opened)"
    return "(left)" if line.kind == LEAVE else "(its time was over)"


def _answer(said: tuple[Wording, ...], line: Line, by_id: Mapping[bytes, Line]) -> str:
    """How the line begins that this one answers."""
    if not isinstance(line.body, Text | Att | Mend) or line.body.re is None:
        return ""
    answered = by_id.get(line.body.re)
    wording = next((one for one in said if answered is not None and one.n == answered.n), None)
    if answered is None or wording is None or wording.is_taken:
        return "(answers a line that is not there any more)"
    words = " ".join(wording.words[-1].split())
    if not words and isinstance(answered.body, Att):
        words = file_words(answered.body.file)
    return f"(answers: {_beginning(words)})"


def _beginning(words: str) -> str:
    is_whole = len(words) <= _LONGEST_BEGINNING
    return words if is_whole else f"{words[:_LONGEST_BEGINNING]}…"


def _before(wording: Wording | None) -> list[str]:
    """What it said before, in its order."""
    earlier = [] if wording is None else wording.words[:-1]
    return [f"(changed, before: {one})" for one in earlier]


def _signs(talk: Talk, wording: Wording | None) -> list[str]:
    """Small signs in words: mine, then the other's."""
    if wording is None:
        return []
    mine_first = sorted(wording.signs.items(), key=lambda sign: sign[0] != talk.me)
    return [f"({'Me' if by == talk.me else talk.name}: {SIGNS[r]})" for by, r in mine_first]


def _file(line: Line, path: str) -> str:
    if not isinstance(line.body, Att):
        return ""
    return f"({file_words(line.body.file)}: {path or 'not there any more'})"


def _size_words(size: int) -> str:
    if size >= _LARGE:
        return f"{(size + 50_000) // 100_000 / 10:g} MB"
    return f"{max(1, (size + 500) // 1_000)} KB"


def file_name(n: int, file: Papers) -> str:
    """A name that stays in its folder, whatever its sender called it."""
    if file.type == OTHER:
        plain = "".join(c if c.isalnum() or c in " ._-" else "_" for c in file.name)
        return f"{n}-{plain}"
    if file.type == PICTURE:
        return f"{n}.jpg"
    return f"{n}.webm" if file.type == VOICE_WEBM else f"{n}.m4a"
