"""Vectors for cards: of each type what is read, and what is refused."""

from collections.abc import Mapping

from .checks import of_check, wrong_in_check
from .circle_cards import BAD as WRONG_IN_CIRCLES
from .circle_cards import GOOD as OF_CIRCLES
from .entries import SC
from .notes import BAD as WRONG_IN_NOTES
from .notes import GOOD as OF_NOTES
from .stories import BAD as WRONG_IN_STORIES
from .stories import GOOD as OF_STORIES

_MEET: Mapping[str, bytes] = {
    "mins": b"50",
    "ref": b'"AAECAwQFBgcICQoLDA0ODw"',
    "start": b"1900000020",
    "way": b"2",
    "where": b'""',
    "words": b'""',
    "zone": b'""',
}


def _meet(**other: bytes) -> bytes:
    fields = {**_MEET, **other}
    return (
        b"{"
        + b",".join(b'"%s":%s' % (name.encode(), fields[name]) for name in sorted(fields))
        + b"}"
    )


#: By type: what its `card` may be, in strict JSON.
GOOD: Mapping[str, tuple[bytes, ...]] = {
    "bad-day": (
        b'{"wish":1,"words":""}',
        b'{"wish":3,"words":"It is loud here."}',
    ),
    "meet": (
        b'{"mins":50,"ref":"AAECAwQFBgcICQoLDA0ODw","start":1900000020,"way":3,'
        b'"where":"Caf\xc3\xa9 by the river","words":"I wear a green hat.",'
        b'"zone":"Europe/Madrid"}',
        b'{"mins":5,"ref":"AAECAwQFBgcICQoLDA0ODw","start":0,"way":1,"where":"","words":"",'
        b'"zone":""}',
        _meet(every_days=b"0", times=b"1"),
        _meet(every_days=b"14", times=b"12"),
    ),
    "check": of_check(),
    "ripple-thanks": (b'{"words":"Thank you for that Tuesday."}',),
    "safe-line": (b'{"words":"I am not safe right now."}',),
    **OF_CIRCLES,
    **OF_NOTES,
    **OF_STORIES,
}
#: By type: what is wrong, and the `card` it is wrong in.
BAD: Mapping[str, tuple[tuple[str, bytes], ...]] = {
    "bad-day": (
        ("a fourth wish", b'{"wish":4,"words":""}'),
        ("no words", b'{"wish":1}'),
        ("a field too many", b'{"more":1,"wish":1,"words":""}'),
        ("words of 501", b'{"wish":1,"words":"' + b"w" * 501 + b'"}'),
    ),
    "meet": (
        ("a fourth way", _meet(way=b"4")),
        ("half a minute", _meet(start=b"1900000050")),
        ("after the year 9999", _meet(start=b"253402300800")),
        ("four minutes", _meet(mins=b"4")),
        ("five hours", _meet(mins=b"300")),
        ("a short ref", _meet(ref=b'"AAECAwQFBgcICQoLDA0O"')),
        ("a place of 201", _meet(where=b'"' + b"w" * 201 + b'"')),
        ("words of 501", _meet(words=b'"' + b"w" * 501 + b'"')),
        ("how often without how many", _meet(every_days=b"7")),
        ("how many without how often", _meet(times=b"1")),
        ("one time each week", _meet(every_days=b"7", times=b"1")),
        ("twice on one day", _meet(every_days=b"0", times=b"2")),
        ("each third week", _meet(every_days=b"21", times=b"2")),
        ("thirteen times", _meet(every_days=b"7", times=b"13")),
        ("no time at all", _meet(every_days=b"7", times=b"0")),
        ("a zone of 65", _meet(zone=b'"' + b"w" * 65 + b'"')),
    ),
    "check": wrong_in_check(),
    "ripple-thanks": (
        ("no words", b"{}"),
        ("words that say nothing", b'{"words":" "}'),
        ("a score beside them", b'{"score":5,"words":"Thank you."}'),
        ("words of 1001", b'{"words":"' + b"w" * 1001 + b'"}'),
    ),
    "safe-line": (
        ("no words", b"{}"),
        ("words that say nothing", b'{"words":" "}'),
        ("a wish beside them", b'{"wish":1,"words":"I am not safe right now."}'),
        ("words of 501", b'{"words":"' + b"w" * 501 + b'"}'),
    ),
    **WRONG_IN_CIRCLES,
    **WRONG_IN_NOTES,
    **WRONG_IN_STORIES,
}


def card_body(t: str, card: bytes) -> bytes:
    """The body of one card, sealed in nothing yet."""
    return b'{"card":' + card + b"," + SC + b',"t":"' + t.encode() + b'","ts":5}'


def good_cards() -> list[tuple[int, bytes]]:
    """Bodies that are read, each with its kind of entry."""
    return [(3, card_body(t, card)) for t, cards in GOOD.items() for card in cards]


def bad_cards() -> list[tuple[str, int, bytes]]:
    """Bodies that are refused: what is wrong, the kind of entry, the body."""
    wrong = [
        (f"{t}: {what}", 3, card_body(t, card))
        for t, cards in BAD.items()
        for what, card in cards
    ]
    return [
        *wrong,
        ("a card where a hello belongs", 2, card_body("bad-day", GOOD["bad-day"][0])),
    ]
