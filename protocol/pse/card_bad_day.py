"""Today is a bad day: what its writer wishes for, one of three ways, and words if they like."""

from typing import Any

from .refusal import Unknown
from .strict_json import fields_of, text_within

WISHES = {
    1: "just say hello",
    2: "call me at the time we said",
    3: "only so that you know",
}
LONGEST = 500


def check(card: dict[str, Any]) -> None:
    """Refused unless it is a wish that the page names, and words of at most 500 characters."""
    fields = fields_of(card, {"wish": int, "words": str})
    if fields["wish"] not in WISHES:
        raise Unknown("a wish for a bad day that the page does not name")
    text_within(fields["words"], LONGEST)


def words(card: dict[str, Any]) -> str:
    """For a copy that people read."""
    said = f"(today is a bad day: {WISHES[card['wish']]})"
    return "\n".join(part for part in (said, card["words"]) if part)
