"""Codes and how long things hold: values in, values out."""

import base64
import hashlib
import hmac
from datetime import UTC, datetime, timedelta

# Someone who passed the words has so long for the second step.
HALF_FOR = timedelta(minutes=10)
# What changes the ways in asks for both steps within this time.
FRESH_FOR = timedelta(minutes=10)
# A question to a passkey is open for so long.
QUESTION_FOR = timedelta(minutes=5)
# A sitting ends when nothing was done for so long; what was done is looked at this often.
IDLE_FOR = timedelta(hours=1)
SEEN_EVERY = timedelta(minutes=5)
PAPER_CODES = 8
MOST_STEPS = 10
LONGEST_NAME = 40

STEP_SECONDS = 30
DIGITS = 6
# A clock may be one step behind or ahead.
NEAR = (0, -1, 1)

_PAPER_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_PAPER_LENGTH = 12
_GROUP = 4
_READ_AS = str.maketrans("OIL", "011")


def step_at(moment: datetime) -> int:
    """Give the number of the half minute a moment is in (RFC 6238)."""
    return int(moment.timestamp()) // STEP_SECONDS


def code_at(secret: bytes, step: int) -> str:
    """Give the six digits an app shows in one half minute (RFC 4226, SHA-1 as apps expect)."""
    digest = hmac.new(secret, step.to_bytes(8, "big"), hashlib.sha1).digest()
    at = digest[-1] & 15
    number = int.from_bytes(digest[at : at + 4], "big") & 0x7FFF_FFFF
    return str(number % 10**DIGITS).zfill(DIGITS)


def step_that_fits(secret: bytes, typed: str, *, now: datetime) -> int | None:
    """Give the half minute a typed code belongs to, if it is near; every one is tried."""
    code, found = digits_in(typed), None
    for away in NEAR:
        step = step_at(now) + away
        fits = hmac.compare_digest(code_at(secret, step).encode(), code.encode())
        found = step if fits and found is None else found
    return found


def digits_in(typed: str) -> str:
    """Give a code without the spaces people type into it; empty when it is none."""
    code = "".join(typed.split()).replace("-", "")
    return code if code.isascii() and code.isdigit() else ""


def still_fits_until(step: int) -> datetime:
    """Give the first moment at which a code of this half minute cannot be used any more."""
    return datetime.fromtimestamp((step + 2) * STEP_SECONDS, tz=UTC)


def secret_in_groups(secret: bytes) -> str:
    """Write an app's secret for those who type it: base32 in groups of four."""
    return in_groups(base64.b32encode(secret).decode().rstrip("="), " ")


def paper_code(chance: bytes) -> str:
    """Write a code for paper from twelve random bytes: 60 bits in three groups of four."""
    letters = (_PAPER_LETTERS[byte % 32] for byte in chance[:_PAPER_LENGTH])
    return in_groups("".join(letters), "-")


def paper_code_in(typed: str) -> str | None:
    """Read a paper code however it was typed; None when it is none."""
    text = "".join(typed.upper().replace("-", " ").split()).translate(_READ_AS)
    is_one = len(text) == _PAPER_LENGTH and all(letter in _PAPER_LETTERS for letter in text)
    return text if is_one else None


def in_groups(text: str, between: str) -> str:
    """Write a long text in groups of four."""
    return between.join(text[at : at + _GROUP] for at in range(0, len(text), _GROUP))


def is_within(begun: datetime, length: timedelta, *, now: datetime) -> bool:
    """Say whether something that began then still holds; nothing holds from the future."""
    return timedelta(0) <= now - begun < length
