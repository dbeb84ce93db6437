"""What a circle does with more than words (section 8).

Its agreement, what one is called, rounds, meetings, who helps host, a welcome, a line behind
its notes. Whether its sender may is judged by whoever reads it: a host, or who helps host.
"""

from typing import Any

from .base64url import from_text
from .ids import ID
from .refusal import Malformed, Unknown
from .story import read_notes
from .strict_json import fields_of, text_within

SET, OPENED, CLOSED, CALLED_OFF = STEPS = (1, 2, 3, 4)
LONGEST_AGREEMENT = 4_000
LONGEST_CALLED = 40
LONGEST_ROUND = 500
LONGEST_MEETING = 2_000
LONGEST_WELCOME = 500
LONGEST_LINE = 8_000
# As circle_earlier.py seals them.
EARLIER_SIZES = (1_209, 4_281, 16_569)
MOST_IN_A_ROUND = 50
_LAST_VERSION = 9_999
#: The last millisecond of the year 9999.
_LAST_MS = 253_402_300_799_999
_LAST_MINUTE = 24 * 60 - 1
_LONGEST_ZONE = 64
_QUIET: dict[str, type] = {"from": int, "till": int, "zone": str}
_MEETING: dict[str, type] = {"at": int, "of": str, "step": int, "words": str}


def check_agreement(card: dict[str, Any]) -> None:
    """Refused unless it is one version, in at most 4,000 characters."""
    fields = fields_of(card, {"ver": int, "words": str})
    _check_version(fields["ver"])
    text_within(fields["words"], LONGEST_AGREEMENT, shortest=1)


def check_accepts(card: dict[str, Any]) -> None:
    """Refused unless it names one version."""
    _check_version(fields_of(card, {"ver": int})["ver"])


def check_called(card: dict[str, Any]) -> None:
    """Refused unless it is a name of 1 to 40 characters."""
    text_within(fields_of(card, {"name": str})["name"], LONGEST_CALLED, shortest=1)


def check_round(card: dict[str, Any]) -> None:
    """Refused unless it names 1 to 50 people, each once, in the order they are asked."""
    fields = fields_of(card, {"of": str, "order": list, "words": str})
    from_text(fields["of"], size=ID)
    order = fields["order"]
    if not all(isinstance(one, str) for one in order):
        raise Malformed("an order holds people")
    for one in order:
        from_text(one, size=ID)
    if not 1 <= len(order) <= MOST_IN_A_ROUND or len(set(order)) != len(order):
        raise Malformed("an order of 1 to 50 people, each once")
    text_within(fields["words"], LONGEST_ROUND)


def check_pass(card: dict[str, Any]) -> None:
    """Refused unless it names one round."""
    from_text(fields_of(card, {"of": str})["of"], size=ID)


def check_next(card: dict[str, Any]) -> None:
    """Refused unless it names one round, and says that it is over, or whose turn is.

    Lines of before 0162 name nobody.
    """
    names_whose = "who" in card
    fields = fields_of(card, {"of": str, "over": bool} | ({"who": str} if names_whose else {}))
    from_text(fields["of"], size=ID)
    if not names_whose:
        return
    from_text(fields["who"], size=ID)
    if fields["over"]:
        raise Malformed("a round that is over is nobody's turn")


def check_meeting(card: dict[str, Any]) -> None:
    """Refused unless it is one of four steps of one meeting."""
    fields = fields_of(card, _MEETING)
    from_text(fields["of"], size=ID)
    if fields["step"] not in STEPS:
        raise Unknown("a step of a meeting that the page does not name")
    if fields["at"] > _LAST_MS:
        raise Malformed("a moment after the year 9999")
    text_within(fields["words"], LONGEST_MEETING)


def check_welcome(card: dict[str, Any]) -> None:
    """Refused unless it greets one person, in words."""
    fields = fields_of(card, {"to": str, "words": str})
    from_text(fields["to"], size=ID)
    text_within(fields["words"], LONGEST_WELCOME, shortest=1)


def check_helper(card: dict[str, Any]) -> None:
    """Refused unless it asks one person to help host, or ends what they were asked."""
    fields = fields_of(card, {"of": str, "on": bool, "to": str})
    from_text(fields["of"], size=ID)
    from_text(fields["to"], size=ID)


def check_helps(card: dict[str, Any]) -> None:
    """Refused unless it answers one such question by yes or no."""
    from_text(fields_of(card, {"of": str, "yes": bool})["of"], size=ID)


def check_quiet(card: dict[str, Any]) -> None:
    """Refused unless two minutes of the day stand beside a zone; the same twice: none."""
    fields = fields_of(card, _QUIET)
    if not all(0 <= fields[name] <= _LAST_MINUTE for name in ("from", "till")):
        raise Malformed("a minute of the day is 0 to 1439")
    text_within(fields["zone"], _LONGEST_ZONE, shortest=1)


def check_earlier(card: dict[str, Any]) -> None:
    """Refused unless it asks whether one person may read what was said since a moment."""
    fields = fields_of(card, {"of": str, "since": int, "to": str})
    from_text(fields["of"], size=ID)
    from_text(fields["to"], size=ID)
    if fields["since"] > _LAST_MS:
        raise Malformed("a moment after the year 9999")


def check_earlier_words(card: dict[str, Any]) -> None:
    """Refused unless it holds a box of one of the sizes there are."""
    fields = fields_of(card, {"box": str, "of": str})
    from_text(fields["of"], size=ID)
    if len(from_text(fields["box"])) not in EARLIER_SIZES:
        raise Malformed("no box of words of before")


def check_line(card: dict[str, Any]) -> None:
    """Refused unless words stand behind at least one note."""
    fields = fields_of(card, {"notes": list, "own": str, "said": str})
    read_notes(fields["notes"], fields["own"])
    if not fields["notes"] and not fields["own"]:
        raise Malformed("a line behind no note")
    text_within(fields["said"], LONGEST_LINE, shortest=1)


def agreement_words(card: dict[str, Any]) -> str:
    """For a copy that people read."""
    return f"(what this circle agreed on, version {card['ver']})\n{card['words']}"


def accepts_words(card: dict[str, Any]) -> str:
    """For a copy that people read."""
    return f"(accepted version {card['ver']})"


def called_words(card: dict[str, Any]) -> str:
    """For a copy that people read."""
    return f"(is called {card['name']} here)"


def round_words(card: dict[str, Any]) -> str:
    """For a copy that people read."""
    return _with("(opened a round)", card["words"])


def pass_words(_card: dict[str, Any]) -> str:
    """For a copy that people read."""
    return "(passed)"


def next_words(card: dict[str, Any]) -> str:
    """For a copy that people read."""
    return "(ended the round)" if card["over"] else "(went on to the next)"


def meeting_words(card: dict[str, Any]) -> str:
    """For a copy that people read."""
    said = {
        SET: "(set a time to meet)",
        OPENED: "(opened the meeting)",
        CLOSED: "(closed the meeting)",
        CALLED_OFF: "(called the meeting off)",
    }
    return _with(said[card["step"]], card["words"])


def welcome_words(card: dict[str, Any]) -> str:
    """For a copy that people read."""
    return _with("(welcomed somebody)", card["words"])


def helper_words(card: dict[str, Any]) -> str:
    """For a copy that people read."""
    return "(asked somebody to help host)" if card["on"] else "(ended somebody's help to host)"


def helps_words(card: dict[str, Any]) -> str:
    """For a copy that people read."""
    return "(helps host)" if card["yes"] else "(does not help host)"


def quiet_words(card: dict[str, Any]) -> str:
    """For a copy that people read."""
    if card["from"] == card["till"]:
        return "(set no quiet hours)"
    return (
        f"(set quiet hours: {_clock(card['from'])} to {_clock(card['till'])}, {card['zone']})"
    )


def earlier_words(_card: dict[str, Any]) -> str:
    """For a copy that people read."""
    return "(asked whether somebody new may read earlier words)"


def earlier_words_words(_card: dict[str, Any]) -> str:
    """For a copy that people read."""
    return "(let somebody new read earlier words)"


def line_words(card: dict[str, Any]) -> str:
    """For a copy that people read."""
    return _with("(behind a note)", card["said"])


def _with(said: str, words: str) -> str:
    return "\n".join(part for part in (said, words) if part)


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _check_version(ver: int) -> None:
    if not 1 <= ver <= _LAST_VERSION:
        raise Malformed("versions count from 1")
