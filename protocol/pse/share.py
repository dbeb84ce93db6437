"""A draft of what might be told: two people word it in their talk, and one signs alone."""

from dataclasses import dataclass
from typing import Any

from .base64url import from_text, to_text
from .consent import (
    BILLING,
    COUNSELLING,
    FOR_A_COURT,
    FOR_A_PAYER,
    INSIDE,
    ORGANISATION,
    PURPOSES,
    TYPES,
    WHAT,
)
from .ids import ID
from .refusal import Malformed, Unknown
from .state import Saved
from .strict_json import Json, fields_of, text_within

# Lines of the talk are chosen by whoever signs, on their own page.
# Lines are chosen by whoever signs; what a payer sees has a page of its own.
MAY_STAND = tuple(one for one in WHAT if one not in ("lines", BILLING))
_PURPOSES = tuple(one for one in PURPOSES if one != FOR_A_PAYER)
LONGEST_WORDS = 8_000
_LONGEST = {
    "name": 80,
    "where": 200,
    "through": 200,
    "leaves_out": 500,
    "why": 300,
    "words": LONGEST_WORDS,
}
_DRAFT: dict[str, type] = {
    **dict.fromkeys((*_LONGEST, "id"), str),
    "purpose": int,
    "type": int,
    "until": int,
    "what": list,
}


@dataclass(frozen=True, slots=True)
class Draft:
    """To whom, what, what for, until when, in which words; what is not decided is empty."""

    type: int
    id: bytes
    name: str
    where: str
    through: str
    what: tuple[str, ...]
    leaves_out: str
    purpose: int
    why: str
    until: int
    words: str


@dataclass(frozen=True, slots=True)
class Share:
    """A draft by either of two people, in the place of the one before; None puts it away."""

    draft: Draft | None
    sc: Saved
    ts: int


def share_json(body: Share) -> dict[str, Json]:
    """A draft as JSON values, without what every body has."""
    one = body.draft
    if one is None:
        return {"draft": {}, "t": "share"}
    draft: dict[str, Json] = {
        "id": to_text(one.id),
        "leaves_out": one.leaves_out,
        "name": one.name,
        "purpose": one.purpose,
        "through": one.through,
        "type": one.type,
        "until": one.until,
        "what": list(one.what),
        "where": one.where,
        "why": one.why,
        "words": one.words,
    }
    return {"draft": draft, "t": "share"}


def read_share(fields: dict[str, Any], sc: Saved) -> Share:
    """A draft from fields of the right types; Refused for what nobody could sign later."""
    if fields["draft"] == {}:
        return Share(None, sc, fields["ts"])
    found = fields_of(fields["draft"], _DRAFT)
    for name, longest in _LONGEST.items():
        text_within(found[name], longest)
    if found["type"] not in TYPES or found["purpose"] not in _PURPOSES:
        raise Unknown("something that the page does not name")
    if found["through"] and found["type"] != ORGANISATION:
        raise Malformed("only an organisation names who reads there")
    id = from_text(found["id"], size=ID if found["type"] == INSIDE else 0)
    what = _listed(found["what"], found["purpose"])
    return Share(Draft(**{**found, "id": id, "what": what}), sc, fields["ts"])


def _listed(what: list[Any], purpose: int) -> tuple[str, ...]:
    if any(one not in MAY_STAND for one in what) or what != sorted(set(what)):
        raise Malformed("ascending, none twice, and each one listed")
    if COUNSELLING in what and (len(what) > 1 or purpose == FOR_A_COURT):
        raise Malformed("counselling notes stand alone, and never before a court")
    return tuple(what)
