"""A person's public keys, generation after generation (envelope.md, section 5)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .ids import HASH, ID, account_id_of
from .pae import h, labelled, sized
from .refusal import BadRecord
from .signing import sign, signing_point, verify
from .wrapping import wrapping_point

NOTHING_BEFORE = bytes(HASH)
NO_RAND = bytes(ID)


@dataclass(frozen=True, slots=True)
class KeyRecord:
    """One generation: ik signs, ek receives; `sig` is by ik, `prev_sig` by the previous ik."""

    account_id: bytes
    gen: int
    ik: bytes
    ek: bytes
    rand: bytes
    prev: bytes
    day: int
    sig: bytes = b""
    prev_sig: bytes = b""


def key_record_bytes(record: KeyRecord) -> bytes:
    """What the signatures of a key record are over."""
    return labelled(
        "pse1/keyrec",
        sized(record.account_id, ID, "an account id"),
        record.gen,
        signing_point(record.ik),
        wrapping_point(record.ek),
        sized(record.rand, ID, "rand"),
        sized(record.prev, HASH, "prev"),
        record.day,
    )


def kr_hash_of(record: KeyRecord) -> bytes:
    """The hash (32 bytes) by which headers, endorsements and the next record name this one."""
    return h("pse1/keyrec-hash", key_record_bytes(record), record.sig, record.prev_sig)


def first_key_record(
    *, ik_seed: bytes, ik: bytes, ek: bytes, rand: bytes, day: int
) -> KeyRecord:
    """Make and sign generation 0."""
    draft = KeyRecord(account_id_of(ik, ek, rand), 0, ik, ek, rand, NOTHING_BEFORE, day)
    return replace(draft, sig=sign(ik_seed, key_record_bytes(draft)))


def next_key_record(
    before: KeyRecord, *, ik_seed: bytes, ik: bytes, ek: bytes, prev_ik_seed: bytes, day: int
) -> KeyRecord:
    """Make the following generation, signed by the new and by the previous ik."""
    draft = KeyRecord(
        before.account_id, before.gen + 1, ik, ek, NO_RAND, kr_hash_of(before), day
    )
    signed = key_record_bytes(draft)
    return replace(draft, sig=sign(ik_seed, signed), prev_sig=sign(prev_ik_seed, signed))


def verify_key_record(record: KeyRecord, *, before: KeyRecord | None = None) -> None:
    """Return if the record holds: on its own for generation 0, else as successor of `before`.

    BadRecord, WrongSignature, BadKey or Malformed else.
    """
    signed = key_record_bytes(record)
    verify(record.ik, signed, record.sig)
    if before is None:
        _check_first(record)
    else:
        _check_successor(record, before)
        verify(before.ik, signed, record.prev_sig)


def verify_key_records(records: Sequence[KeyRecord]) -> KeyRecord:
    """Check every generation from 0 on; give back the newest."""
    if not records:
        raise BadRecord("no key record")
    before: KeyRecord | None = None
    for record in records:
        verify_key_record(record, before=before)
        before = record
    return records[-1]


def lock_of(records: Sequence[KeyRecord]) -> KeyRecord:
    """The record with which the newest ik began: check words and endorsements name it.

    Later records with the same ik only bring another wrapping key: the lock stays.
    """
    newest = records[-1]
    first = newest
    for record in reversed(records):
        if record.ik != newest.ik:
            break
        first = record
    return first


def is_same_lock(records: Sequence[KeyRecord], kr_hash: bytes) -> bool:
    """Whether everything from the record of this hash on has one identity key."""
    since = [at for at, record in enumerate(records) if kr_hash_of(record) == kr_hash]
    return bool(since) and all(record.ik == records[-1].ik for record in records[since[0] :])


def _check_first(record: KeyRecord) -> None:
    if record.gen != 0 or record.prev != NOTHING_BEFORE or record.prev_sig != b"":
        raise BadRecord("not a first generation")
    if record.account_id != account_id_of(record.ik, record.ek, record.rand):
        raise BadRecord("this account id belongs to other keys")


def _check_successor(record: KeyRecord, before: KeyRecord) -> None:
    if record.account_id != before.account_id or record.gen != before.gen + 1:
        raise BadRecord("not the next generation of this account")
    if record.prev != kr_hash_of(before) or record.rand != NO_RAND:
        raise BadRecord("does not follow the previous generation")
    if record.day < before.day:
        raise BadRecord("earlier than the previous generation")
