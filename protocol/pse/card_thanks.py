"""Thanks, in the words of whoever says them."""

from typing import Any

from .refusal import Malformed
from .strict_json import fields_of, text_within

LONGEST = 1000


def check(card: dict[str, Any]) -> None:
    """Refused unless it says something, in at most 1000 characters."""
    fields = fields_of(card, {"words": str})
    if not text_within(fields["words"], LONGEST).strip():
        raise Malformed("thanks say something")


def words(card: dict[str, Any]) -> str:
    """For a copy that people read."""
    return str(card["words"])
