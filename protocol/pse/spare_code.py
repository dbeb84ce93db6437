"""The spare code: 16 random bytes written in 28 characters a tired person can copy."""

from .chance import Chance, system_chance
from .pae import h, sized
from .refusal import BadWords
from .words import folded

CODE = 16
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans("oil", "011")
_WRITTEN = 28
_GROUP = 4


def new_spare(chance: Chance = system_chance) -> bytes:
    """Draw a code."""
    return chance(CODE)


def write_spare(code: bytes) -> str:
    """The code in seven groups of four."""
    number = int.from_bytes(sized(code, CODE, "a spare code"), "big") << 10 | _check(code)
    text = "".join(_ALPHABET[number >> at & 31] for at in range(135, -1, -5))
    return "-".join(text[at : at + _GROUP] for at in range(0, _WRITTEN, _GROUP))


def read_spare(typed: str) -> bytes:
    """The code a person typed; BadWords if a character or the check is wrong."""
    text = folded(typed).replace(" ", "").translate(_READ_AS).upper()
    if len(text) != _WRITTEN or any(letter not in _ALPHABET for letter in text):
        raise BadWords("a spare code has 28 letters and digits")
    number = 0
    for letter in text:
        number = number << 5 | _ALPHABET.index(letter)
    code, check = number >> 10, number & 1023
    if code >> 128 or _check(code.to_bytes(CODE, "big")) != check:
        raise BadWords("one character of the spare code is wrong")
    return code.to_bytes(CODE, "big")


def _check(code: bytes) -> int:
    return int.from_bytes(h("pse1/spare-check", code)[:2], "big") >> 6
