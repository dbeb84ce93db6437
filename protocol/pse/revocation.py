"""The programme no longer stands behind somebody: signed offline, like its word before."""

from dataclasses import dataclass, replace

from .endorsement import Endorsement
from .ids import ID
from .pae import h, labelled, sized
from .signing import sign, verify


@dataclass(frozen=True, slots=True)
class Revocation:
    """Takes back every endorsement of an account up to this serial."""

    account_id: bytes
    serial: int
    day: int
    sig: bytes = b""


def revocation_bytes(home: bytes, revocation: Revocation) -> bytes:
    """What the roster key signs."""
    return labelled(
        "pse1/revoke",
        sized(home, ID, "home"),
        sized(revocation.account_id, ID, "an account id"),
        revocation.serial,
        revocation.day,
    )


def sign_revocation(roster_seed: bytes, home: bytes, draft: Revocation) -> Revocation:
    """Take the programme's word back."""
    return replace(draft, sig=sign(roster_seed, revocation_bytes(home, draft)))


def verify_revocation(revocation: Revocation, *, home: bytes, roster: bytes) -> None:
    """Return if the roster key took its word back; Refused else."""
    verify(roster, revocation_bytes(home, revocation), revocation.sig)


def revocation_hash_of(home: bytes, revocation: Revocation) -> bytes:
    """The hash (32 bytes) by which the key log names it."""
    return h("pse1/revoke-hash", revocation_bytes(home, revocation), revocation.sig)


def is_taken_back(endorsement: Endorsement, revocation: Revocation) -> bool:
    """Whether a revocation reaches this endorsement."""
    is_theirs = endorsement.account_id == revocation.account_id
    return is_theirs and endorsement.serial <= revocation.serial
