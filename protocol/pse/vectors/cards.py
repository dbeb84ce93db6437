"""Vectors for cards: of each type what is read, and what is refused."""

from collections.abc import Mapping

from .entries import SC

#: By type: what its `card` may be, in strict JSON.
GOOD: Mapping[str, tuple[bytes, ...]] = {
    "bad-day": (
        b'{"wish":1,"words":""}',
        b'{"wish":3,"words":"It is loud here."}',
    ),
}
#: By type: what is wrong, and the `card` it is wrong in.
BAD: Mapping[str, tuple[tuple[str, bytes], ...]] = {
    "bad-day": (
        ("a fourth wish", b'{"wish":4,"words":""}'),
        ("no words", b'{"wish":1}'),
        ("a field too many", b'{"more":1,"wish":1,"words":""}'),
        ("words of 501", b'{"wish":1,"words":"' + b"w" * 501 + b'"}'),
    ),
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
