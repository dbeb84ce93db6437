"""The roster key on paper: 52 letters and digits, and four that catch a slip of the pen."""

import hashlib

SEED = 32
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans("OIL", "011")
_WRITTEN = 56
_CHECK_BITS = 20
_GROUP = 4


class Misread(Exception):
    """What was typed is not what was printed; says so in one sentence."""


def write(seed: bytes) -> str:
    """Give the seed in fourteen groups of four."""
    number = int.from_bytes(seed, "big") << _CHECK_BITS | _check(seed)
    top = (_WRITTEN - 1) * 5
    text = "".join(_ALPHABET[number >> at & 31] for at in range(top, -1, -5))
    return "-".join(text[at : at + _GROUP] for at in range(0, _WRITTEN, _GROUP))


def read(typed: str) -> bytes:
    """Give the seed back from what someone typed; Misread if a character is wrong."""
    text = "".join(typed.upper().replace("-", " ").split()).translate(_READ_AS)
    if len(text) != _WRITTEN or any(letter not in _ALPHABET for letter in text):
        raise Misread(f"A paper backup has {_WRITTEN} letters and digits.")
    number = 0
    for letter in text:
        number = number << 5 | _ALPHABET.index(letter)
    value, check = number >> _CHECK_BITS, number & (1 << _CHECK_BITS) - 1
    if value >> (8 * SEED) or _check(value.to_bytes(SEED, "big")) != check:
        raise Misread("One character of the paper backup is wrong.")
    return value.to_bytes(SEED, "big")


def _check(seed: bytes) -> int:
    digest = hashlib.blake2b(seed, digest_size=3, person=b"roster-paper").digest()
    return int.from_bytes(digest, "big") >> 4
