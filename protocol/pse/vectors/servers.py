"""Vectors for what server and relay say among themselves."""

from typing import Any

from pse.ticket import Ticket, write_ticket

from .case import Cases, answered, refused
from .change import flip
from .encodings import KEY
from .scene import HOME


def cases() -> Cases:
    """All of them."""
    ticket = Ticket(7, b"a" * 16, 12, 1_762_560_060)
    raw = write_ticket(KEY, HOME, ticket)
    given: dict[str, Any] = {"key": KEY, "home": HOME, "raw": raw, "now": ticket.expires}
    bad: list[tuple[str, dict[str, Any]]] = [
        ("too old", {"now": ticket.expires + 1}),
        ("another key", {"key": bytes(32)}),
        ("another home", {"home": bytes(16)}),
        *[(f"byte {at}", {"raw": flip(raw, at)}) for at in (0, 8, 24, 32, 40, 71)],
        ("a byte less", {"raw": raw[:-1]}),
        ("a byte more", {"raw": raw + b"\x00"}),
    ]
    auth = {"account_id": b"a" * 16, "slot_type": 1, "auth": b"w" * 32}
    return [
        answered("a ticket", "ticket.write", key=KEY, home=HOME, ticket=ticket),
        answered("it is taken", "ticket.read", **given),
        *[refused(name, "ticket.read", **{**given, **change}) for name, change in bad],
        answered("a token's hash", "token.hash", token=b"t" * 32),
        refused("a short token", "token.hash", token=b"t" * 31),
        answered("the words' verifier", "verifier", key=KEY, **auth),
        answered("the spare code's verifier", "verifier", key=KEY, **{**auth, "slot_type": 2}),
        refused("a short AUTH", "verifier", key=KEY, **{**auth, "auth": b"w"}),
    ]
