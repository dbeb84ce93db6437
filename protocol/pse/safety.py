"""Safety words, and the same as a picture: people who meet know each other (section 15)."""

from typing import Literal

from .account import stretch_raw
from .base64url import from_text, to_text
from .ids import ID
from .pae import h, key_of, sized
from .refusal import Refused
from .words import COUNT, word_list

WORDS = 6
SALT = b"pse1/safety-salt"
VERSION = b"\x01"
PICTURE = 33


def safety_words(account_id: bytes, ik: bytes) -> tuple[str, ...]:
    """Six words of the English list for an account and its identity key; slow on purpose."""
    made = stretch_raw(safety_of(account_id, ik), SALT)
    pairs = [made[at : at + 2] for at in range(0, 2 * WORDS, 2)]
    return tuple(word_list()[int.from_bytes(pair, "little") % COUNT] for pair in pairs)


def safety_of(account_id: bytes, ik: bytes) -> bytes:
    """What stands for a person in words and pictures: their account and identity key."""
    return h("pse1/safety", sized(account_id, ID, "an account id"), key_of(ik))


def safety_picture(*, shows: bytes, scans: bytes) -> str:
    """What is in the picture that one person shows and the other scans: who both are."""
    return to_text(VERSION + h("pse1/safety-picture", key_of(shows), key_of(scans)))


def picture_seen(text: str, *, theirs: str, mine: str) -> Literal["same", "other", "none"]:
    """Compare what a camera read with what I worked out; none is no picture of the other's."""
    try:
        read = from_text(text)
    except Refused:
        return "none"
    if len(read) != PICTURE or not read.startswith(VERSION) or text == mine:
        return "none"
    return "same" if text == theirs else "other"
