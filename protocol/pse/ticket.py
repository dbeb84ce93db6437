"""What server and relay say among themselves: tickets, kept tokens, kept AUTHs."""

import hmac
from dataclasses import dataclass

from .ids import ID
from .pae import from_le64, h, kdf, le64, sized
from .refusal import Malformed, WrongSignature

TICKET = 72
_OPEN = TICKET - 32


@dataclass(frozen=True, slots=True)
class Ticket:
    """Who may open a wire, under which token, until which second since 1970."""

    account: int
    account_ref: bytes
    token: int
    expires: int


def write_ticket(key: bytes, home: bytes, ticket: Ticket) -> bytes:
    """A ticket in its 72 bytes, sealed with the ticket key."""
    return (
        le64(ticket.account)
        + sized(ticket.account_ref, ID, "an account ref")
        + le64(ticket.token)
        + le64(ticket.expires)
        + _proof(key, home, ticket)
    )


def read_ticket(key: bytes, home: bytes, raw: bytes, *, now: int) -> Ticket:
    """The ticket in these bytes; Malformed or WrongSignature if forged, changed or too old."""
    sized(raw, TICKET, "a ticket")
    ticket = Ticket(
        from_le64(raw[:8]), raw[8:24], from_le64(raw[24:32]), from_le64(raw[32:_OPEN])
    )
    if not hmac.compare_digest(raw[_OPEN:], _proof(key, home, ticket)):
        raise WrongSignature("not a ticket of this server")
    if now > ticket.expires:
        raise Malformed("a ticket that has run out")
    return ticket


def token_hash_of(token: bytes) -> bytes:
    """What the server keeps of a sign-in's token: 32 bytes."""
    return h("pse1/token", sized(token, 32, "a token"))


def verifier_of(key: bytes, account_id: bytes, slot_type: int, auth: bytes) -> bytes:
    """What the server keeps of an AUTH (slot type 1) or SAUTH (2): 32 bytes.

    `key` is the server's own; compare in constant time.
    """
    sized(account_id, ID, "an account id")
    return kdf(key, 32, "pse1/verifier", account_id, slot_type, sized(auth, 32, "auth"))


def _proof(key: bytes, home: bytes, ticket: Ticket) -> bytes:
    return kdf(
        key,
        32,
        "pse1/ticket",
        sized(home, ID, "home"),
        ticket.account,
        ticket.account_ref,
        ticket.token,
        ticket.expires,
    )
