"""What somebody shows of a check-in, or that they wish for help to talk (section 8)."""

from typing import Any

from .check_in import NOT_SURE, STATEMENTS, VERSION, WORDS, word_of
from .refusal import Malformed, Unknown
from .strict_json import fields_of, text_within

# 1 answers to look at, 2 help us talk.
SHOWN, HELP = SORTS = (1, 2)
LONGEST = 500
# Both people's statements are about the same things: a copy of a talk names those alone.
ABOUT = (
    "Being heard",
    "Being real",
    "Knowing who can see what is shared",
    "Being understood",
    "Doing what was said",
    "Feeling safe",
)
_FIELDS: dict[str, type] = {"a": list, "b": str, "gap": int, "k": int, "ver": int}


def is_newer(value: Any) -> bool:
    """Statements of a later version: only a newer room knows them."""
    card = value.get("card") if value.get("t") == "check" else None
    ver = card.get("ver") if type(card) is dict else None
    return type(ver) is int and ver > VERSION


def check(card: dict[str, Any]) -> None:
    """Refused for what nobody could have answered."""
    fields = fields_of(card, _FIELDS)
    numbers = [_number(row) for row in fields["a"]]
    if numbers != sorted(set(numbers)):
        raise Malformed("answers ascend, none twice")
    text_within(fields["b"], LONGEST)
    if fields["k"] not in SORTS or fields["gap"] not in (0, 1) or fields["ver"] != VERSION:
        raise Unknown("something that the page does not name")
    if (fields["k"] == SHOWN) != bool(numbers or fields["b"]):
        raise Malformed("what is shown says something, and a wish for help says nothing more")
    if fields["k"] == HELP and fields["gap"]:
        raise Malformed("a wish for help shows nothing")


def words(card: dict[str, Any]) -> str:
    """For a copy that people read."""
    if card["k"] == HELP:
        return "(asked: help us talk)"
    said = [f"{ABOUT[row['q'] - 1]}: {word_of(row['v'])}" for row in card["a"]]
    own = [card["b"]] if card["b"] else []
    return "\n".join(["(showed how it is going; not validated)", *said, *own])


def _number(row: Any) -> int:
    fields = fields_of(row, {"q": int, "v": int})
    number: int = fields["q"]
    if not 1 <= number <= STATEMENTS:
        raise Unknown("a statement that the page does not name")
    if fields["v"] not in range(WORDS) and fields["v"] != NOT_SURE:
        raise Unknown("an answer that the page does not name")
    return number
