"""What did not sit right: said by one of two, replied to, closed by whoever said it."""

from dataclasses import dataclass
from typing import Any

from .base64url import from_text, to_text
from .ids import ID
from .refusal import Malformed, Unknown
from .state import Saved
from .strict_json import Json, text_within

SAYS, REPLIES, CLOSES = STEPS = (1, 2, 3)
NOTHING = 0
A_LINE, A_TIME, A_PROMISE, IN_GENERAL = ABOUT = (1, 2, 3, 4)
WELL, NOT_MENDED, NO_LONGER = HOW = (1, 2, 3)
LONGEST_MEND = 8_000


@dataclass(frozen=True, slots=True)
class Mend:
    """One step about one thing, `of`; `re` is the id of the line, time or promise meant."""

    step: int
    of: bytes
    b: str
    sc: Saved
    ts: int
    about: int = NOTHING
    how: int = NOTHING
    re: bytes | None = None


def mend_json(body: Mend) -> dict[str, Json]:
    """A step as JSON values, without what every body has."""
    named: dict[str, Json] = {} if body.re is None else {"re": to_text(body.re)}
    return {
        "about": body.about,
        "b": body.b,
        "how": body.how,
        "of": to_text(body.of),
        "step": body.step,
        "t": "mend",
        **named,
    }


def read_mend(fields: dict[str, Any], sc: Saved) -> Mend:
    """A step from fields of the right types; Refused for one that says too much or little."""
    step, about, how = fields["step"], fields["about"], fields["how"]
    if step not in STEPS:
        raise Unknown("a step that the page does not name")
    if about not in (ABOUT if step == SAYS else (NOTHING,)):
        raise Unknown("only what is said says what it is about")
    if how not in (HOW if step == CLOSES else (NOTHING,)):
        raise Unknown("only a close says how")
    words = text_within(fields["b"], LONGEST_MEND)
    if step != CLOSES and not words:
        raise Malformed("what is said, and a reply, have words")
    named = fields.get("re")
    re = None if named is None else from_text(named, size=ID)
    if (re is None and about == A_LINE) or (re is not None and about in (NOTHING, IN_GENERAL)):
        raise Malformed("a line is named; what is general, and what follows, names nothing")
    return Mend(step, from_text(fields["of"], size=ID), words, sc, fields["ts"], about, how, re)
