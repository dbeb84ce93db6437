"""\"I am not safe\", in the words that stood on its writer's screen."""

from typing import Any

from .refusal import Malformed
from .strict_json import fields_of, text_within

LONGEST = 500


def check(card: dict[str, Any]) -> None:
    """Refused unless it says something, in at most 500 characters."""
    fields = fields_of(card, {"words": str})
    if not text_within(fields["words"], LONGEST).strip():
        raise Malformed("whoever is not safe says so")


def words(card: dict[str, Any]) -> str:
    """For a copy that people read."""
    return str(card["words"])
