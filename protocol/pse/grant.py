"""A history grant: the owner lets a member read earlier epochs (P16)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .chance import Chance, system_chance
from .epoch import WRAP, Epoch, eh_hash_of, key_commitment
from .ids import HASH, ID
from .key_record import KeyRecord, kr_hash_of
from .pae import h, key_of, labelled, pae, sized
from .refusal import BadHeader, NotOpened
from .signing import sign, verify
from .wrapping import unwrap, wrap


@dataclass(frozen=True, slots=True)
class Grant:
    """Which epochs, by number and hash of their header, and to whom, as of one header."""

    conv: bytes
    at_eh_hash: bytes
    to_id: bytes
    to_kr_hash: bytes
    epochs: tuple[tuple[int, bytes], ...]
    sig: bytes = b""


def grant_bytes(grant: Grant) -> bytes:
    """What the owner signs."""
    rows = [(epoch, sized(eh, HASH, "a header's hash")) for epoch, eh in grant.epochs]
    return labelled(
        "pse1/grant",
        sized(grant.conv, ID, "a conversation id"),
        sized(grant.at_eh_hash, HASH, "a header's hash"),
        sized(grant.to_id, ID, "an account id"),
        sized(grant.to_kr_hash, HASH, "a key record's hash"),
        pae(*[piece for row in rows for piece in row]),
    )


def sign_grant(ik_seed: bytes, draft: Grant) -> Grant:
    """Grant, with the owner's identity key."""
    return replace(draft, sig=sign(ik_seed, grant_bytes(draft)))


def verify_grant(grant: Grant, *, headers: Sequence[Epoch], owner: KeyRecord) -> None:
    """Return if the owner lets a member of the newest header read earlier epochs; Refused else.

    `headers` are the conversation's valid headers from epoch 0 on; `owner` is the record the
    newest one names for its owner.
    """
    at = headers[-1]
    if grant.conv != at.conv or grant.at_eh_hash != eh_hash_of(at):
        raise BadHeader("a grant as of another header")
    mine, theirs = at.member(at.owner_id), at.member(grant.to_id)
    if mine is None or (mine.account_id, mine.kr_hash) != (owner.account_id, kr_hash_of(owner)):
        raise BadHeader("not the owner's keys")
    if theirs is None or theirs == mine or theirs.kr_hash != grant.to_kr_hash:
        raise BadHeader("a grant to somebody who does not read here, or with other keys")
    _check_epochs(grant, headers)
    verify(owner.ik, grant_bytes(grant), grant.sig)


def wrap_granted(
    grant: Grant,
    header: Epoch,
    epoch_key: bytes,
    *,
    record: KeyRecord,
    chance: Chance = system_chance,
) -> bytes:
    """The key of one granted epoch, for whom it is granted to; it lives with the others."""
    if (record.account_id, kr_hash_of(record)) != (grant.to_id, grant.to_kr_hash):
        raise BadHeader("wrapped to other keys than granted")
    return wrap(record.ek, _context(grant, header) + key_of(epoch_key), chance=chance)


def open_granted(grant: Grant, header: Epoch, wrapped: bytes, *, ek_seed: bytes) -> bytes:
    """The epoch key (32 bytes) in a granted wrap; NotOpened for another grant, epoch or key."""
    text = unwrap(ek_seed, wrapped)
    if len(wrapped) != WRAP or text[:HASH] != _context(grant, header):
        raise NotOpened("a wrap of another grant or epoch")
    epoch_key = text[HASH:]
    if key_commitment(epoch_key, header.conv, header.epoch) != header.kc:
        raise NotOpened("another key than the epoch's readers have")
    return epoch_key


def _check_epochs(grant: Grant, headers: Sequence[Epoch]) -> None:
    numbers = [epoch for epoch, _ in grant.epochs]
    if not numbers or numbers != sorted(set(numbers)):
        raise BadHeader("granted epochs ascend, at least one")
    before = {header.epoch: eh_hash_of(header) for header in headers[:-1]}
    if any(before.get(epoch) != eh for epoch, eh in grant.epochs):
        raise BadHeader("a grant of an epoch that is not there before")


def _context(grant: Grant, header: Epoch) -> bytes:
    if (header.epoch, eh_hash_of(header)) not in grant.epochs:
        raise BadHeader("an epoch that is not granted")
    of = h("pse1/grant-context", grant_bytes(grant), header.epoch)
    return h("pse1/wrap", "grant", grant.to_id, grant.to_kr_hash, of)
