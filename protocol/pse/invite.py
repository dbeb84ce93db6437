"""Invites: one link or picture by which two people know each other at once (section 15)."""

from dataclasses import dataclass

from .base64url import from_text, to_text
from .ids import HASH, ID
from .key_record import KeyRecord, kr_hash_of
from .pae import h, h16, kdf, sized
from .refusal import BadRecord, Unknown

BY_LINK, IN_PERSON = 1, 2
HOWS = (BY_LINK, IN_PERSON)
DAYS = 7
KEPT_DAYS = 21
PART = 16
SIZE = 1 + 4 * PART


@dataclass(frozen=True, slots=True)
class Invite:
    """What a link carries behind its #, and no server ever sees."""

    how: int
    inv: bytes
    key: bytes
    who: bytes
    house: bytes


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Who came by an invite: their account, the record their conversation is bound to."""

    account_id: bytes
    kr_hash: bytes
    conv: bytes


def who_of(home: bytes, lock: KeyRecord) -> bytes:
    """By these 16 bytes a newcomer knows a specialist: `lock` is where their lock began."""
    return h16(
        "pse1/invite-who",
        sized(home, ID, "home"),
        lock.account_id,
        kr_hash_of(lock),
    )


def house_of(home: bytes, *, roster: bytes, log: bytes) -> bytes:
    """By these 16 bytes a newcomer knows the programme itself (P4)."""
    return h16(
        "pse1/invite-house",
        sized(home, ID, "home"),
        sized(roster, HASH, "a roster key"),
        sized(log, HASH, "a log key"),
    )


def write_invite(invite: Invite) -> str:
    """The text behind the # of the link: 87 characters."""
    parts = (invite.inv, invite.key, invite.who, invite.house)
    raw = [sized(part, PART, "a part of an invite") for part in parts]
    return to_text(bytes([_how(invite.how)]) + b"".join(raw))


def read_invite(text: str) -> Invite:
    """Read it; Refused for anything that `write_invite` does not write."""
    raw = from_text(text, size=SIZE)
    inv, key, who, house = (raw[at : at + PART] for at in range(1, SIZE, PART))
    return Invite(_how(raw[0]), inv, key, who, house)


def check_invite(invite: Invite, *, house: bytes, who: bytes | None = None) -> None:
    """Return if an invite is of this programme, and of this specialist; BadRecord else."""
    if invite.house != house:
        raise BadRecord("this invite is of another programme")
    if who is not None and invite.who != who:
        raise BadRecord("this invite is of other keys")


def bind_of(invite: Invite, newcomer: Newcomer, *, home: bytes) -> bytes:
    """What a newcomer hands in with the ask: only who has the invite can make it."""
    return kdf(_secret(invite), 32, "pse1/invite-bind", *_context(invite, newcomer, home))


def yes_of(invite: Invite, newcomer: Newcomer, *, home: bytes) -> bytes:
    """What the specialist hands in with the yes, once the bind was right."""
    return kdf(_secret(invite), 32, "pse1/invite-yes", *_context(invite, newcomer, home))


def _secret(invite: Invite) -> bytes:
    return h("pse1/invite", sized(invite.key, PART, "an invite's key"))


def _context(
    invite: Invite, newcomer: Newcomer, home: bytes
) -> tuple[bytes, bytes, int, bytes, bytes, bytes, bytes]:
    return (
        sized(home, ID, "home"),
        sized(invite.inv, ID, "an invite's id"),
        _how(invite.how),
        sized(newcomer.conv, ID, "a conversation's id"),
        sized(newcomer.account_id, ID, "an account id"),
        sized(newcomer.kr_hash, HASH, "a key record's hash"),
        sized(invite.who, PART, "an invite's specialist"),
    )


def _how(how: int) -> int:
    if how not in HOWS:
        raise Unknown("a way of inviting that the page does not name")
    return how
