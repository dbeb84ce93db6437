"""Vows: the words of what one of two people said they would do, and of contacts elsewhere."""

from dataclasses import dataclass
from typing import Any

from .base64url import from_text, to_text
from .ids import ID
from .refusal import Malformed, Unknown
from .state import Saved
from .strict_json import Json, text_within

PLEDGE, CONTACT = 1, 2
LONGEST_WORDS = 500
LAST_MINUTE = 24 * 60 - 1
# `k` is one of the two.
BASE: dict[str, type] = {"b": str, "day": int, "k": int, "ref": str}
# From when till when, in minutes of the writer's day; `till` before `from` is past midnight.
OF_CONTACT: dict[str, type] = {"from": int, "till": int}


@dataclass(frozen=True, slots=True)
class Vow:
    """What somebody said they would do by a day, or when two people spoke or met elsewhere.

    `ref` names it at the house; `to` is the line in which it was said, or None.
    """

    k: int
    ref: bytes
    day: int
    b: str
    sc: Saved
    ts: int
    to: bytes | None = None
    since: int | None = None
    till: int | None = None


def fields_of_vow(value: dict[str, Any]) -> dict[str, type]:
    """The fields that a vow of this kind has."""
    if value.get("k") == CONTACT:
        return {**BASE, **OF_CONTACT}
    return {**BASE, "to": str} if "to" in value else BASE


def vow_json(body: Vow) -> dict[str, Json]:
    """A vow as JSON values, without what every body has."""
    found: dict[str, Json] = {
        "b": body.b,
        "day": body.day,
        "k": body.k,
        "ref": to_text(body.ref),
        "t": "vow",
    }
    if body.to is not None:
        found["to"] = to_text(body.to)
    if body.since is not None and body.till is not None:
        found |= {"from": body.since, "till": body.till}
    return found


def read_vow(fields: dict[str, Any], sc: Saved) -> Vow:
    """A vow from fields of the right types; Refused for what nobody could mean."""
    if fields["k"] not in (PLEDGE, CONTACT):
        raise Unknown("a vow of a kind that the page does not name")
    words = text_within(fields["b"], LONGEST_WORDS)
    if fields["k"] == PLEDGE and "to" not in fields and not words.strip():
        raise Malformed("somebody's word says what, or names the line that does")
    to = from_text(fields["to"], size=ID) if "to" in fields else None
    since, till = fields.get("from"), fields.get("till")
    if since is not None and not _is_a_time(since, till):
        raise Malformed("from one minute of the day till another")
    ref = from_text(fields["ref"], size=ID)
    return Vow(fields["k"], ref, fields["day"], words, sc, fields["ts"], to, since, till)


def _is_a_time(since: int, till: Any) -> bool:
    return since <= LAST_MINUTE and till <= LAST_MINUTE and since != till


class Vows:
    """Takes what both wrote, in any order; says what counts.

    Of somebody's word their own newest counts, of a contact the newest of either.
    """

    def __init__(self) -> None:
        self._found: dict[tuple[int, bytes, bytes], tuple[int, bytes, Vow]] = {}

    def take(self, n: int, sender: bytes, body: object) -> None:
        """Take an opened body, whatever it is."""
        if not isinstance(body, Vow):
            return
        whose = sender if body.k == PLEDGE else b""
        key = (body.k, whose, body.ref)
        if key not in self._found or self._found[key][0] < n:
            self._found[key] = (n, sender, body)

    def pledge(self, ref: bytes, *, by: bytes) -> Vow | None:
        """Somebody's word of this name as they put it last."""
        found = self._found.get((PLEDGE, by, ref))
        return None if found is None else found[2]

    def contact(self, ref: bytes) -> Vow | None:
        """A contact of this name, as either of the two put it last."""
        found = self._found.get((CONTACT, b"", ref))
        return None if found is None else found[2]
