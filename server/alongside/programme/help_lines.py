"""Help lines: which are shown, which somebody should look at again, and what makes one."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NotRequired, TypedDict

from alongside.ground.languages import NAMES
from alongside.ground.refusal import Refused
from alongside.programme.help_words import Words, words_from

EPOCH = date(1970, 1, 1)
# After so many days the desk is asked to look again; after so many a line is not shown.
ASK_AFTER = 90
HIDE_AFTER = 180
MOST = 20
LONGEST = {"name": 60, "who": 200, "hours": 80, "what_happens": 600, "pair": 30}
NEEDED = ("name", "who", "hours", "what_happens")
KINDS = ("call", "text", "chat")
_IN_A_NUMBER = frozenset("0123456789 +-()*#.")


class NotALine(Refused):
    """Something a help line needs is missing or wrong; the code names it."""

    code = "name"
    words = "This help line is not whole."


class Way(TypedDict):
    """One way to reach a line: call or text a number, or chat at an address."""

    kind: str
    value: str


class Line(TypedDict):
    """One help line. `here`: this programme looked itself; `pair`: shown with its pair only.

    `lang` is the language of its own texts; `words` says them in further ones.
    """

    name: str
    who: str
    how: list[Way]
    hours: str
    what_happens: str
    verified: str
    here: NotRequired[bool]
    pair: NotRequired[str]
    lang: NotRequired[str]
    words: NotRequired[dict[str, Words]]


def checked_on(line: Line) -> int:
    """Give the day on which somebody last looked whether a line is right."""
    return (date.fromisoformat(line["verified"]) - EPOCH).days


def is_stale(line: Line, *, today: int) -> bool:
    """Say whether somebody should look again."""
    return today - checked_on(line) > ASK_AFTER


def is_too_old(line: Line, *, today: int) -> bool:
    """Say whether nobody looked for so long that the line may be wrong."""
    return today - checked_on(line) > HIDE_AFTER


def last_day(line: Line) -> int:
    """Give the last day on which a line is shown if nobody looks again."""
    return checked_on(line) + HIDE_AFTER


def shown(lines: Sequence[Line], *, today: int) -> list[Line]:
    """Give the lines people see: none too old, and a pair both or none."""
    torn = {line.get("pair") for line in lines if is_too_old(line, today=today)} - {None, ""}
    return [
        line
        for line in lines
        if not is_too_old(line, today=today) and line.get("pair") not in torn
    ]


def is_one_checked_here(lines: Sequence[Line], *, today: int) -> bool:
    """Say whether people see at least one line that this programme looked at itself."""
    return any(line.get("here", False) for line in shown(lines, today=today))


def stale_names(lines: Iterable[Line], *, today: int) -> list[str]:
    """Name the lines that somebody should look at again."""
    return [line["name"] for line in lines if is_stale(line, today=today)]


def key_of(line: Line) -> str:
    """Name a line by all that people read in it: who confirms a line confirms what they saw."""
    read = {name: line.get(name, "") for name in (*NEEDED, "how", "pair", "words")}
    told = json.dumps(read, sort_keys=True).encode()
    return hashlib.blake2b(told, digest_size=8).hexdigest()


def confirmed(line: Line, *, today: int) -> Line:
    """Give the line as somebody here found it right today."""
    return {**line, "verified": _iso(today), "here": True}


def line_from(told: Mapping[str, Any], *, today: int) -> Line:
    """Read a line somebody wrote down, `how` and all; NotALine for what is none."""
    texts = {name: _text(told, name) for name in NEEDED}
    line: Line = {
        "name": texts["name"],
        "who": texts["who"],
        "how": _ways(told.get("how")),
        "hours": texts["hours"],
        "what_happens": texts["what_happens"],
        "verified": _day(told.get("verified"), today=today),
        "here": told.get("here") is True,
    }
    pair = _within(str(told.get("pair") or ""), "pair")
    if pair:
        line["pair"] = pair
    if told.get("lang") in NAMES:
        line["lang"] = str(told["lang"])
    if words := words_from(told.get("words"), read=_text):
        line["words"] = words
    return line


def lines_from(told: object, *, today: int) -> list[Line]:
    """Read a whole list of lines, each one once."""
    if not isinstance(told, list) or len(told) > MOST:
        raise NotALine("many")
    lines = [line_from(one if isinstance(one, dict) else {}, today=today) for one in told]
    if len({key_of(line) for line in lines}) < len(lines):
        raise NotALine("twice")
    return lines


def line_typed(
    typed: Mapping[str, Any], *, over: Line | None, is_checked: bool, today: int
) -> Line:
    """Read the form of a line: its ways by kind. A number that is new has to be checked.

    `words` in `typed` are its words by language; those of a language not asked for stay.
    """
    how = [
        {"kind": kind, "value": value}
        for kind in KINDS
        if (value := typed.get(kind, "").strip())
    ]
    kept = {
        "verified": over["verified"] if over else _iso(today),
        "here": over is not None and over.get("here", False),
        "words": {**(over.get("words", {}) if over else {}), **typed.get("words", {})},
    }
    line = line_from({**typed, **kept, "how": how}, today=today)
    if is_checked:
        return confirmed(line, today=today)
    if over is None or line["how"] != over["how"]:
        raise NotALine("checked")
    return line


def _ways(told: object) -> list[Way]:
    if not isinstance(told, list) or not told:
        raise NotALine("how")
    return [_way(one if isinstance(one, dict) else {}) for one in told]


def _way(told: Mapping[str, object]) -> Way:
    kind, value = told.get("kind"), str(told.get("value", "")).strip()
    if kind not in KINDS:
        raise NotALine("how")
    if kind == "chat":
        return {"kind": "chat", "value": _address(value)}
    if len(value) > 30 or set(value) - _IN_A_NUMBER or sum(map(str.isdigit, value)) < 2:
        raise NotALine(str(kind))
    return {"kind": str(kind), "value": value}


def _address(value: str) -> str:
    host = value.removeprefix("https://")
    plain = value.isascii() and value.isprintable() and not set(value) & set(" \"'<>\\")
    if host == value or "." not in host.split("/")[0] or not plain or len(value) > 200:
        raise NotALine("chat")
    return value


def _text(told: Mapping[str, Any], name: str) -> str:
    text = " ".join(str(told.get(name) or "").split())
    if not text:
        raise NotALine(name)
    return _within(text, name)


def _within(text: str, name: str) -> str:
    text = text.strip()
    if len(text) > LONGEST[name.rpartition(".")[2]] or not text.isprintable():
        raise NotALine(name)
    return text


def _day(told: object, *, today: int) -> str:
    try:
        checked = date.fromisoformat(str(told))
    except ValueError:
        raise NotALine("verified") from None
    if checked > EPOCH + timedelta(days=today + 1):
        raise NotALine("verified")
    return checked.isoformat()


def _iso(day: int) -> str:
    return (EPOCH + timedelta(days=day)).isoformat()
