"""Cards: what stands in a talk as more than words, each type with closed fields (section 8)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from . import (
    card_bad_day,
    card_check,
    card_circle,
    card_meet,
    card_note,
    card_safe_line,
    card_story,
    card_thanks,
)
from .refusal import Unknown
from .state import Saved
from .strict_json import Json


@dataclass(frozen=True, slots=True)
class Card:
    """One card: its type and its own fields, as they were sealed."""

    t: str
    card: dict[str, Any]
    sc: Saved
    ts: int


@dataclass(frozen=True, slots=True)
class CardType:
    """How a type is checked, Refused unless every field fits; and what a readable copy says."""

    check: Callable[[dict[str, Any]], None]
    words: Callable[[dict[str, Any]], str]


#: Each type has a module `card_<type>.py` (those of a story share one), and its row here.
CARDS: Mapping[str, CardType] = {
    "bad-day": CardType(card_bad_day.check, card_bad_day.words),
    "check": CardType(card_check.check, card_check.words),
    "circle-accepts": CardType(card_circle.check_accepts, card_circle.accepts_words),
    "circle-agreement": CardType(card_circle.check_agreement, card_circle.agreement_words),
    "circle-called": CardType(card_circle.check_called, card_circle.called_words),
    "circle-earlier": CardType(card_circle.check_earlier, card_circle.earlier_words),
    "circle-earlier-words": CardType(
        card_circle.check_earlier_words, card_circle.earlier_words_words
    ),
    "circle-helper": CardType(card_circle.check_helper, card_circle.helper_words),
    "circle-helps": CardType(card_circle.check_helps, card_circle.helps_words),
    "circle-line": CardType(card_circle.check_line, card_circle.line_words),
    "circle-meeting": CardType(card_circle.check_meeting, card_circle.meeting_words),
    "circle-next": CardType(card_circle.check_next, card_circle.next_words),
    "circle-pass": CardType(card_circle.check_pass, card_circle.pass_words),
    "circle-quiet": CardType(card_circle.check_quiet, card_circle.quiet_words),
    "circle-round": CardType(card_circle.check_round, card_circle.round_words),
    "circle-welcome": CardType(card_circle.check_welcome, card_circle.welcome_words),
    "meet": CardType(card_meet.check, card_meet.words),
    "note-added": CardType(card_note.check_added, card_note.added_words),
    "note-agreed": CardType(card_note.check, card_note.agreed_words),
    "note-draft": CardType(card_note.check, card_note.draft_words),
    "ripple-thanks": CardType(card_thanks.check, card_thanks.words),
    "safe-line": CardType(card_safe_line.check, card_safe_line.words),
    "story-answer": CardType(card_story.check_answer, card_story.answer_words),
    "story-offer": CardType(card_story.check_offer, card_story.offer_words),
    "story-opened": CardType(card_story.check_opened, card_story.opened_words),
    "story-shared": CardType(card_story.check_shared, card_story.shared_words),
    "story-withdrawn": CardType(card_story.check_withdrawn, card_story.withdrawn_words),
}


def card_json(card: Card) -> dict[str, Json]:
    """The fields of a card's body; Refused where they do not fit its type."""
    if card.t not in CARDS:
        raise Unknown("a type of card that the page does not name")
    CARDS[card.t].check(card.card)
    return {"card": card.card, "t": card.t}


def read_card(fields: dict[str, Any], sc: Saved) -> Card:
    """A card from its opened fields; Refused unless its type takes them."""
    CARDS[fields["t"]].check(fields["card"])
    return Card(fields["t"], fields["card"], sc, fields["ts"])


def card_words(card: Card, *, day: int = 0) -> str:
    """A card in words, for a copy that people read, taken on this day; 0: whenever it was."""
    if card.t == "story-shared" and card_story.is_over(card.card, day):
        return card_story.over_words(card.card)
    return CARDS[card.t].words(card.card)
