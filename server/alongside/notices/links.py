"""Links in notes: whoever holds one may confirm or stop, and nobody can make one up."""

import hmac

from alongside.ground.identifiers import from_text, to_text
from alongside.ground.refusal import NotYours
from alongside.notices.rules import code_in
from alongside.people.hidden import hidden

LENGTH = 16
STOP, CONFIRM = b"notices-stop", b"notices-confirm"


def token_of(purpose: bytes, ref: bytes) -> str:
    """Write the 16 bytes that name a row, and 16 that only this server could add."""
    return to_text(ref + _seal(purpose, ref))


def ref_in(purpose: bytes, token: str) -> bytes:
    """Give the 16 bytes a token names; NotYours for one we never made."""
    try:
        raw = from_text(token, length=2 * LENGTH)
    except ValueError:
        raise NotYours from None
    ref, seal = raw[:LENGTH], raw[LENGTH:]
    if not hmac.compare_digest(seal, _seal(purpose, ref)):
        raise NotYours
    return ref


def calendar_hash(raw: bytes) -> bytes:
    """Hide the 32 bytes that open a calendar: what is kept opens nothing."""
    return hidden(b"notices-calendar", raw)


def code_of(proof: bytes) -> str:
    """Give the digits that prove a number: whoever reads our tables cannot make them."""
    return code_in(hidden(b"notices-code", proof))


def _seal(purpose: bytes, ref: bytes) -> bytes:
    return hidden(purpose, ref)[:LENGTH]
