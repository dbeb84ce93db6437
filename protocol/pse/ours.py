"""Own lines: what two people add to their promise, each their own, agreed to by the other."""

from dataclasses import dataclass
from typing import Any

from .base64url import from_text, to_text
from .ids import HASH, ID
from .refusal import Malformed, Unknown
from .state import Saved
from .strict_json import Json, fields_of, text_within

MOST_LINES = 12
LONGEST_LINE = 280
# 1 what is too much for me, 2 my hours, 3 what helps on a bad day, 4 how I say stop, 5 more.
TOPICS = range(1, 6)


@dataclass(frozen=True, slots=True)
class OwnLine:
    """One line, and what it is about."""

    b: str
    k: int


@dataclass(frozen=True, slots=True)
class Ours:
    """All lines of its writer, in the place of those before; `ver` is one more each time."""

    lines: tuple[OwnLine, ...]
    ver: int
    sc: Saved
    ts: int


@dataclass(frozen=True, slots=True)
class OursYes:
    """A yes to exactly the lines of the other's entry `to`, by the commitment of its body."""

    fc: bytes
    to: bytes
    sc: Saved
    ts: int


@dataclass(frozen=True, slots=True)
class Standing:
    """Somebody's lines as they stand: the newest, and the newest the other said yes to."""

    ver: int
    lines: tuple[OwnLine, ...]
    msg_id: bytes
    fc: bytes
    is_agreed: bool
    agreed: tuple[OwnLine, ...]


def ours_json(body: Ours) -> dict[str, Json]:
    """Own lines as JSON values, without what every body has."""
    lines: list[Json] = [{"b": line.b, "k": line.k} for line in body.lines]
    return {"lines": lines, "t": "ours", "ver": body.ver}


def yes_json(body: OursYes) -> dict[str, Json]:
    """A yes as JSON values, without what every body has."""
    return {"fc": to_text(body.fc), "t": "ours-yes", "to": to_text(body.to)}


def read_ours(fields: dict[str, Any], sc: Saved) -> Ours:
    """Own lines from fields of the right types; Refused for too many, too long, or empty ones."""
    if len(fields["lines"]) > MOST_LINES or fields["ver"] < 1:
        raise Malformed("at most twelve lines, and versions from one on")
    return Ours(tuple(_line(row) for row in fields["lines"]), fields["ver"], sc, fields["ts"])


def read_yes(fields: dict[str, Any], sc: Saved) -> OursYes:
    """A yes from fields of the right types."""
    fc, to = from_text(fields["fc"], size=HASH), from_text(fields["to"], size=ID)
    return OursYes(fc, to, sc, fields["ts"])


class OwnLines:
    """Takes what both wrote, in any order; says what stands of each."""

    def __init__(self) -> None:
        self._said: dict[bytes, tuple[int, bytes, bytes, Ours]] = {}
        self._yes: set[tuple[bytes, bytes, bytes, int]] = set()

    def take(self, n: int, sender: bytes, msg_id: bytes, fc: bytes, body: object) -> None:
        """Take an opened body, whatever it is."""
        if isinstance(body, Ours):
            self._said.setdefault(msg_id, (n, sender, fc, body))
        elif isinstance(body, OursYes):
            self._yes.add((sender, body.to, body.fc, n))

    def of(self, sender: bytes) -> Standing | None:
        """What stands of one person; an entry that does not count on says nothing."""
        found: Standing | None = None
        mine = [(said[0], id_, said) for id_, said in self._said.items() if said[1] == sender]
        for n, msg_id, (_, _, fc, body) in sorted(mine, key=lambda one: one[0]):
            if found is not None and body.ver <= found.ver:
                continue
            is_agreed = any(
                by != sender and (to, same) == (msg_id, fc) and at > n
                for by, to, same, at in self._yes
            )
            before = () if found is None else found.agreed
            agreed = body.lines if is_agreed else before
            found = Standing(body.ver, body.lines, msg_id, fc, is_agreed, agreed)
        return found


def _line(row: Any) -> OwnLine:
    fields = fields_of(row, {"b": str, "k": int})
    if fields["k"] not in TOPICS:
        raise Unknown("a topic that the page does not name")
    words = text_within(fields["b"], LONGEST_LINE)
    if not words.strip():
        raise Malformed("a line without words")
    return OwnLine(words, fields["k"])
