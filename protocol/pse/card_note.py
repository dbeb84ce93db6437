"""The note of a meeting that two people write together: its draft, a yes, something added.

A draft and a yes hold all of the note: it is agreed where both sides said yes to one same text.
"""

from typing import Any

from .base64url import from_text
from .card_meet import LAST_START, LONGEST_ZONE, WAYS
from .ids import ID
from .refusal import Malformed, Unknown
from .strict_json import fields_of, text_within

LONGEST_GOAL = 200
LONGEST_WORDS = 4_000
LONGEST_ADDED = 2_000
MINUTES = range(1, 721)
FIELDS = {
    "goal": str,
    "mins": int,
    "ref": str,
    "start": int,
    "way": int,
    "words": str,
    "zone": str,
}


def check(card: dict[str, Any]) -> None:
    """Refused unless it names a time in whole minutes and a place, and says something."""
    fields = fields_of(card, FIELDS)
    from_text(fields["ref"], size=ID)
    if fields["way"] not in WAYS:
        raise Unknown("a way to meet that the page does not name")
    is_a_moment = fields["start"] <= LAST_START and fields["start"] % 60 == 0
    if fields["mins"] not in MINUTES or not is_a_moment:
        raise Malformed("a time that nobody can have met at")
    text_within(fields["goal"], LONGEST_GOAL)
    text_within(fields["zone"], LONGEST_ZONE, shortest=1)
    if not text_within(fields["words"], LONGEST_WORDS).strip():
        raise Malformed("a note says something")


def check_added(card: dict[str, Any]) -> None:
    """Refused unless it names a note and says something."""
    fields = fields_of(card, {"ref": str, "words": str})
    from_text(fields["ref"], size=ID)
    if not text_within(fields["words"], LONGEST_ADDED).strip():
        raise Malformed("what is added says something")


def draft_words(card: dict[str, Any]) -> str:
    """A draft, for a copy that people read."""
    return f"(a note of a meeting, not agreed yet)\n{card['words']}"


def agreed_words(card: dict[str, Any]) -> str:
    """A yes, for a copy that people read."""
    return f"(yes to this note of a meeting)\n{card['words']}"


def added_words(card: dict[str, Any]) -> str:
    """Something added, for a copy that people read."""
    return f"(added to the note of a meeting)\n{card['words']}"
