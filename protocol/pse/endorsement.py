"""The programme stands behind a name and its keys, for at most 90 days (P3)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .ids import HASH, ID
from .key_record import KeyRecord, is_same_lock, verify_key_records
from .pae import labelled, sized
from .refusal import BadRecord
from .signing import sign, verify

ROLES = {1: "client", 2: "specialist", 3: "supervisor", 4: "coordinator", 5: "safety officer"}
CLIENT, SPECIALIST = 1, 2
LONGEST_DAYS = 90
LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Endorsement:
    """Role and name of one key record, from one day to another, both included."""

    account_id: bytes
    kr_hash: bytes
    role: int
    display_name: str
    from_day: int
    to_day: int
    serial: int
    sig: bytes = b""


def endorsement_bytes(home: bytes, endorsement: Endorsement) -> bytes:
    """What the roster key signs."""
    return labelled(
        "pse1/endorse",
        sized(home, ID, "home"),
        sized(endorsement.account_id, ID, "an account id"),
        sized(endorsement.kr_hash, HASH, "a key record's hash"),
        endorsement.role,
        endorsement.display_name,
        endorsement.from_day,
        endorsement.to_day,
        endorsement.serial,
    )


def sign_endorsement(roster_seed: bytes, home: bytes, draft: Endorsement) -> Endorsement:
    """Endorse, after the same checks that a reader makes."""
    _check_terms(draft)
    return replace(draft, sig=sign(roster_seed, endorsement_bytes(home, draft)))


def verify_endorsement(
    endorsement: Endorsement, *, home: bytes, roster: bytes, records: Sequence[KeyRecord]
) -> None:
    """Return if the roster key stands behind the newest of these records; Refused else.

    `records` are all of them, from generation 0 on. It stands for the record it names and for
    every successor with the same identity key; another ik needs a new endorsement (0039).
    Whether it counts on a day is `is_in_force`.
    """
    newest = verify_key_records(records)
    _check_terms(endorsement)
    verify(roster, endorsement_bytes(home, endorsement), endorsement.sig)
    if endorsement.account_id != newest.account_id:
        raise BadRecord("this endorsement is for another account")
    if not is_same_lock(records, endorsement.kr_hash):
        raise BadRecord("this endorsement is for other keys")


def is_in_force(endorsement: Endorsement, *, day: int) -> bool:
    """Whether an endorsement counts on a day."""
    return endorsement.from_day <= day <= endorsement.to_day


def _check_terms(endorsement: Endorsement) -> None:
    if endorsement.role not in ROLES:
        raise BadRecord("a role that the page does not name")
    if not 0 <= endorsement.to_day - endorsement.from_day <= LONGEST_DAYS:
        raise BadRecord("an endorsement lasts at most 90 days")
    if not 1 <= len(endorsement.display_name) <= LONGEST_NAME:
        raise BadRecord("a display name has 1 to 40 characters")
