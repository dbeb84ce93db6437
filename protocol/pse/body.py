"""Bodies: what is inside a seal (envelope.md, section 8)."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

from .base64url import from_text, to_text
from .card_check import is_newer
from .cards import CARDS, Card, card_json, read_card
from .entry import HELLO, MESSAGE
from .file import Papers, papers_json, read_papers
from .granted import FIELDS as OF_GRANT
from .granted import Granted, granted_json, read_granted
from .ids import HASH, ID
from .mend import Mend, mend_json, read_mend
from .ours import Ours, OursYes, own_json, read_ours, read_yes
from .path import PathShown, path_json, read_path
from .refusal import Malformed, Unknown
from .share import Share, read_share, share_json
from .state import Saved, read_saved, saved_json
from .strict_json import Json, fields_of, parse, text_within, write
from .vow import BASE as OF_VOW
from .vow import Vow, fields_of_vow, read_vow, vow_json

LONGEST_NAME = 40
# What a type is called that a newer room may know; what has an entry of its own is none.
_TYPE = re.compile(r"[a-z][a-z-]{0,39}", re.ASCII)
_ELSEWHERE = frozenset({"erase", "hello", "leave"})


@dataclass(frozen=True, slots=True)
class Hello:
    """The first lines, and what the writer would like to be called."""

    b: str
    name: str
    sc: Saved
    ts: int


@dataclass(frozen=True, slots=True)
class Text:
    """A line; `re` is the id of the line it answers, or None."""

    b: str
    sc: Saved
    ts: int
    re: bytes | None = None


@dataclass(frozen=True, slots=True)
class Goodbye:
    """Words to end with, which both may keep; never changed afterwards."""

    b: str
    sc: Saved
    ts: int


@dataclass(frozen=True, slots=True)
class Edit:
    """Other words for a line of one's own, `to`."""

    b: str
    to: bytes
    sc: Saved
    ts: int


@dataclass(frozen=True, slots=True)
class React:
    """A small sign on a line, `to`: 1 to 5, and 0 takes it away again."""

    r: int
    to: bytes
    sc: Saved
    ts: int


@dataclass(frozen=True, slots=True)
class Att:
    """A line with a file; `b` says what is in it, for those who cannot see or hear it."""

    b: str
    file: Papers
    sc: Saved
    ts: int
    re: bytes | None = None


@dataclass(frozen=True, slots=True)
class Continues:
    """Where the conversation before this one ended well."""

    conv: bytes
    h: bytes
    n: int
    sc: Saved
    ts: int


@dataclass(frozen=True, slots=True)
class NeedsNewer:
    """A body that only a newer version can show."""

    t: str


_Words = Hello | Text | Goodbye | Edit | React | Att
Written = _Words | Continues | Ours | OursYes | Granted | Share | Card | Mend | PathShown | Vow
Body = Written | NeedsNewer
MOST_REACTION = 5
LONGEST_ABOUT_A_FILE = 1_000
_COMMON: dict[str, type] = {"sc": dict, "t": str, "ts": int}
_FIELDS: dict[str, dict[str, type]] = {
    "hello": {"b": str, "name": str, **_COMMON},
    "text": {"b": str, **_COMMON},
    "goodbye": {"b": str, **_COMMON},
    "edit": {"b": str, "to": str, **_COMMON},
    "react": {"r": int, "to": str, **_COMMON},
    "att": {"b": str, "file": dict, **_COMMON},
    "continues": {"conv": str, "h": str, "n": int, **_COMMON},
    "ours": {"lines": list, "ver": int, **_COMMON},
    "ours-yes": {"fc": str, "to": str, **_COMMON},
    "grant": {**OF_GRANT, **_COMMON},
    "share": {"draft": dict, **_COMMON},
    "mend": {"about": int, "b": str, "how": int, "of": str, "step": int, **_COMMON},
    "vow": {**OF_VOW, **_COMMON},
    "path": {"asks": bool, "parts": list, "rows": list, **_COMMON},
}


def write_body(body: Written) -> bytes:
    """A body in its strict JSON."""
    return write({**_own_fields(body), "sc": saved_json(body.sc), "ts": body.ts})


_WRITERS: dict[type, Callable[[Any], dict[str, Json]]] = {
    Ours: own_json,
    OursYes: own_json,
    Granted: granted_json,
    Share: share_json,
    Card: card_json,
    Mend: mend_json,
    PathShown: path_json,
    Vow: vow_json,
}


def _own_fields(body: Written) -> dict[str, Json]:
    if type(body) in _WRITERS:
        return _WRITERS[type(body)](body)
    if isinstance(body, Continues):
        conv, h = to_text(body.conv), to_text(body.h)
        return {"conv": conv, "h": h, "n": body.n, "t": "continues"}
    return _fields_of_words(cast(_Words, body))


def _fields_of_words(body: _Words) -> dict[str, Json]:
    match body:
        case Hello():
            return {"b": body.b, "name": body.name, "t": "hello"}
        case Text():
            return {"b": body.b, "t": "text", **_answered(body.re)}
        case Goodbye():
            return {"b": body.b, "t": "goodbye"}
        case Att():
            about: dict[str, Json] = {"b": body.b, "file": papers_json(body.file), "t": "att"}
            return {**about, **_answered(body.re)}
        case Edit():
            return {"b": body.b, "t": "edit", "to": to_text(body.to)}
        case React():
            return {"r": body.r, "t": "react", "to": to_text(body.to)}


def _answered(re: bytes | None) -> dict[str, Json]:
    return {} if re is None else {"re": to_text(re)}


def read_body(raw: bytes, *, kind: int) -> Body:
    """The body of an entry of this kind; Refused unless type and fields fit the kind."""
    value = parse(raw)
    t = value.get("t") if isinstance(value, dict) else None
    if type(t) is not str:
        raise Malformed("a body says its type")
    if (t == "hello") != (kind == HELLO) or kind not in (HELLO, MESSAGE):
        raise Unknown("a body of another kind of entry")
    if _is_of_newer(t) or is_newer(value):
        return NeedsNewer(t)
    if t in CARDS:
        return _card(fields_of(value, {"card": dict, **_COMMON}))
    if t not in _FIELDS:
        raise Unknown("a type of body that the page does not name")
    return _made(t, fields_of(value, _fields(t, value)))


def _is_of_newer(t: str) -> bool:
    is_known = t in CARDS or t in _FIELDS or t in _ELSEWHERE
    return not is_known and _TYPE.fullmatch(t) is not None


def _card(fields: dict[str, Any]) -> Card:
    return read_card(fields, read_saved(fields["sc"]))


def _fields(t: str, value: Any) -> dict[str, type]:
    if t == "vow":
        return {**fields_of_vow(value), **_COMMON}
    may_answer = t in ("text", "att", "mend")
    return {**_FIELDS[t], "re": str} if may_answer and "re" in value else _FIELDS[t]


_READERS: dict[str, Callable[[dict[str, Any], Saved], Body]] = {
    "ours": read_ours,
    "ours-yes": read_yes,
    "share": read_share,
    "mend": read_mend,
    "path": read_path,
    "vow": read_vow,
}


def _made(t: str, fields: dict[str, Any]) -> Body:
    sc, ts = read_saved(fields["sc"]), fields["ts"]
    if t in _READERS:
        return _READERS[t](fields, sc)
    if t == "grant":
        return read_granted(fields, sc=sc, ts=ts)
    if t == "continues":
        conv, h = from_text(fields["conv"], size=ID), from_text(fields["h"], size=HASH)
        return Continues(conv, h, fields["n"], sc, ts)
    return _made_of_words(t, fields, sc, ts)


def _made_of_words(t: str, fields: dict[str, Any], sc: Saved, ts: int) -> Body:
    if t == "hello":
        return Hello(fields["b"], text_within(fields["name"], LONGEST_NAME), sc, ts)
    if t == "goodbye":
        return Goodbye(_something(fields["b"]), sc, ts)
    if t == "edit":
        return Edit(fields["b"], from_text(fields["to"], size=ID), sc, ts)
    if t == "react":
        return React(_sign(fields["r"]), from_text(fields["to"], size=ID), sc, ts)
    return _line(t, fields, sc, ts)


def _line(t: str, fields: dict[str, Any], sc: Saved, ts: int) -> Text | Att:
    answered = fields.get("re")
    re = None if answered is None else from_text(answered, size=ID)
    if t == "text":
        return Text(fields["b"], sc, ts, re)
    about = text_within(fields["b"], LONGEST_ABOUT_A_FILE)
    return Att(about, read_papers(fields["file"]), sc, ts, re)


def _something(b: str) -> str:
    if not b:
        raise Malformed("a goodbye says something")
    return b


def _sign(r: int) -> int:
    if r > MOST_REACTION:
        raise Unknown("a reaction that the page does not name")
    return r
