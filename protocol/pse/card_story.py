"""A story in a talk: asked for, answered, shared, opened, withdrawn (section 8)."""

from datetime import date, timedelta
from typing import Any

from .base64url import from_text
from .ids import ID
from .refusal import Malformed, Unknown
from .story import LONGEST, layer_number, read_notes
from .strict_json import fields_of, text_within

YES, NOT_NOW, MORE = ANSWERS = (1, 2, 3)
LAYERS = {1: "a line", 2: "a paragraph", 3: "the whole"}
_ANSWERED = {
    YES: "(would like to hear it)",
    NOT_NOW: "(not now)",
    MORE: "(would like to hear more)",
}
_OFFER: dict[str, type] = {
    "k": int,
    "notes": list,
    "of": str,
    "own": str,
    "re": str,
    "size": int,
}
_SHARED: dict[str, type] = {
    "k": int,
    "notes": list,
    "of": str,
    "own": str,
    "said": str,
    "until": int,
}
#: The last day of the year 9999.
_LAST_DAY = 2_932_896


def check_offer(card: dict[str, Any]) -> None:
    """Refused unless it names a layer, its notes and its length in words, and no story."""
    fields = fields_of(card, _OFFER)
    k = layer_number(fields["k"])
    read_notes(fields["notes"], fields["own"])
    from_text(fields["of"], size=ID)
    if fields["re"] != "":
        from_text(fields["re"], size=ID)
    if not 1 <= fields["size"] <= LONGEST[k]:
        raise Malformed("a length that the layer cannot have")


def check_answer(card: dict[str, Any]) -> None:
    """Refused unless it is one of three answers to one telling."""
    fields = fields_of(card, {"of": str, "says": int})
    from_text(fields["of"], size=ID)
    if fields["says"] not in ANSWERS:
        raise Unknown("an answer that the page does not name")


def check_shared(card: dict[str, Any]) -> None:
    """Refused unless it holds the words of one layer, within its length."""
    fields = fields_of(card, _SHARED)
    k = layer_number(fields["k"])
    read_notes(fields["notes"], fields["own"])
    from_text(fields["of"], size=ID)
    text_within(fields["said"], LONGEST[k], shortest=1)
    if fields["until"] > _LAST_DAY:
        raise Malformed("a day after the year 9999")


def check_opened(card: dict[str, Any]) -> None:
    """Refused unless it names one layer of one telling."""
    fields = fields_of(card, {"k": int, "of": str})
    layer_number(fields["k"])
    from_text(fields["of"], size=ID)


def check_withdrawn(card: dict[str, Any]) -> None:
    """Refused unless it names one telling."""
    from_text(fields_of(card, {"of": str})["of"], size=ID)


def offer_words(card: dict[str, Any]) -> str:
    """For a copy that people read; the story is not in it."""
    what = f"{LAYERS[card['k']]}, {card['size']} words"
    return f"(asked: would you like to hear something from my own life? {what})"


def answer_words(card: dict[str, Any]) -> str:
    """For a copy that people read."""
    return _ANSWERED[card["says"]]


def shared_words(card: dict[str, Any]) -> str:
    """For a copy that people read."""
    until = f", told until {_day(card['until'])}" if card["until"] else ""
    return f"(from their own life: {LAYERS[card['k']]}{until})\n{card['said']}"


def is_over(card: dict[str, Any], day: int) -> bool:
    """Told for some days, and the last of them lies before this day."""
    until: int = card.get("until", 0)
    return 0 < until < day


def over_words(card: dict[str, Any]) -> str:
    """For a copy taken after the last day: the words are not in it."""
    return f"(from their own life, told until {_day(card['until'])}: its time is over)"


def opened_words(_card: dict[str, Any]) -> str:
    """For a copy that people read."""
    return "(opened it)"


def withdrawn_words(_card: dict[str, Any]) -> str:
    """For a copy that people read."""
    return "(took the story back)"


def _day(day: int) -> str:
    return (date(1970, 1, 1) + timedelta(days=day)).isoformat()
