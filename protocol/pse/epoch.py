"""Epoch headers: who can read from here on, and with which key (envelope.md, section 7)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from .chain import chain_start
from .chance import Chance, system_chance
from .ids import HASH, ID
from .key_record import KeyRecord, kr_hash_of
from .merkle import NOTHING, LogAt
from .pae import h, kdf, key_of, labelled, sized
from .refusal import BadHeader, NotOpened
from .signing import sign
from .wrapping import unwrap, wrap

WRAP = 112
EMPTY_LOG = NOTHING.root
NO_HEADER = bytes(HASH)
Wraps = Mapping[bytes, bytes]


@dataclass(frozen=True, slots=True)
class Member:
    """One reader: account id, the key record wrapped to, role in this conversation."""

    account_id: bytes
    kr_hash: bytes
    role: int


@dataclass(frozen=True, slots=True)
class Epoch:
    """The fields of an epoch header, in the order of EH."""

    conv: bytes
    kind: int
    epoch: int
    prev_eh_hash: bytes
    closed_n: int
    closed_h: bytes
    owner_id: bytes
    author_id: bytes
    retention: int
    agreement_hash: bytes
    members: tuple[Member, ...]
    kc: bytes
    wraps_hash: bytes
    log_size: int
    log_root: bytes
    day: int
    reason: int

    def member(self, account_id: bytes) -> Member | None:
        """The row of one member, if there is one."""
        return next((row for row in self.members if row.account_id == account_id), None)

    @property
    def n(self) -> int:
        """The number this header takes in the chain."""
        return self.closed_n + 1


def members_bytes(members: Sequence[Member]) -> bytes:
    """The members of a header as one piece."""
    rows = [
        labelled(
            "pse1/member",
            sized(row.account_id, ID, "an account id"),
            sized(row.kr_hash, HASH, "a key record's hash"),
            row.role,
        )
        for row in members
    ]
    return labelled("pse1/members", *rows)


def epoch_bytes(header: Epoch) -> bytes:
    """EH: what the author signs."""
    before, after = _around_wraps(header)
    return labelled("pse1/epoch", *before, sized(header.wraps_hash, HASH, "wraps_hash"), *after)


def eh_hash_of(header: Epoch) -> bytes:
    """The hash (32 bytes) by which entries name this epoch."""
    return h("pse1/eh", epoch_bytes(header))


def context_of(header: Epoch) -> bytes:
    """Hash of the header without wraps_hash: what every wrap is bound to."""
    before, after = _around_wraps(header)
    return h("pse1/eh-context", *before, *after)


def wraps_hash_of(wraps: Wraps) -> bytes:
    """Hash over (id, wrap) pairs, ascending by id."""
    pieces = [piece for pair in sorted(wraps.items()) for piece in pair]
    return h("pse1/wraps", *pieces)


def key_commitment(epoch_key: bytes, conv: bytes, epoch: int) -> bytes:
    """kc: shows every opener that all readers got the same key."""
    return kdf(epoch_key, 32, "pse1/ekc", conv, epoch)


def make_epoch(
    draft: Epoch,
    *,
    epoch_key: bytes,
    records: Mapping[bytes, KeyRecord],
    ik_seed: bytes,
    chance: Chance = system_chance,
) -> tuple[Epoch, bytes, dict[bytes, bytes]]:
    """Fill in kc, wraps and wraps_hash and sign: (header, eh_sig, wraps by account id).

    `records` holds the key record of each member; `kc` and `wraps_hash` of the draft are
    replaced.
    """
    keyed = replace(draft, kc=key_commitment(key_of(epoch_key), draft.conv, draft.epoch))
    wraps = {
        row.account_id: _wrap_for(row, records[row.account_id], keyed, epoch_key, chance)
        for row in keyed.members
    }
    header = replace(keyed, wraps_hash=wraps_hash_of(wraps))
    return header, sign(ik_seed, epoch_bytes(header)), wraps


def open_epoch(header: Epoch, wrapped: bytes, *, member: Member, ek_seed: bytes) -> bytes:
    """The epoch key (32 bytes) in a member's wrap; NotOpened if it is not this header's."""
    text = unwrap(ek_seed, wrapped)
    if len(wrapped) != WRAP or text[:HASH] != _wrap_context(member, header):
        raise NotOpened("a wrap made for another header or reader")
    epoch_key = text[HASH:]
    if key_commitment(epoch_key, header.conv, header.epoch) != header.kc:
        raise NotOpened("the header gives this reader another key than the others")
    return epoch_key


def first_epoch(
    *,
    conv: bytes,
    owner: Member,
    other: Member,
    retention: int,
    agreement_hash: bytes,
    day: int,
    reason: int = 1,
    log: LogAt = NOTHING,
) -> Epoch:
    """A draft of epoch 0 of a one-to-one conversation, for `make_epoch`."""
    members = tuple(sorted((owner, other), key=lambda row: row.account_id))
    return Epoch(
        conv=conv,
        kind=1,
        epoch=0,
        prev_eh_hash=NO_HEADER,
        closed_n=0,
        closed_h=chain_start(conv),
        owner_id=owner.account_id,
        author_id=owner.account_id,
        retention=retention,
        agreement_hash=agreement_hash,
        members=members,
        kc=bytes(HASH),
        wraps_hash=bytes(HASH),
        log_size=log.size,
        log_root=log.root,
        day=day,
        reason=reason,
    )


def next_epoch(
    header: Epoch,
    *,
    author_id: bytes,
    closed_n: int,
    closed_h: bytes,
    day: int,
    reason: int,
    log: LogAt | None = None,
) -> Epoch:
    """A draft of the following epoch with the same members, for `make_epoch`."""
    seen = log or LogAt(header.log_root, header.log_size)
    return replace(
        header,
        epoch=header.epoch + 1,
        prev_eh_hash=eh_hash_of(header),
        closed_n=closed_n,
        closed_h=closed_h,
        author_id=author_id,
        day=day,
        reason=reason,
        log_size=seen.size,
        log_root=seen.root,
    )


def _wrap_for(
    row: Member, record: KeyRecord, header: Epoch, epoch_key: bytes, chance: Chance
) -> bytes:
    if record.account_id != row.account_id or kr_hash_of(record) != row.kr_hash:
        raise BadHeader("a member's row names other keys")
    return wrap(record.ek, _wrap_context(row, header) + epoch_key, chance=chance)


def _wrap_context(row: Member, header: Epoch) -> bytes:
    return h("pse1/wrap", "epoch", row.account_id, row.kr_hash, context_of(header))


def _around_wraps(header: Epoch) -> tuple[list[bytes | int], list[bytes | int]]:
    before: list[bytes | int] = [
        sized(header.conv, ID, "a conversation id"),
        header.kind,
        header.epoch,
        sized(header.prev_eh_hash, HASH, "prev_eh_hash"),
        header.closed_n,
        sized(header.closed_h, HASH, "closed_H"),
        sized(header.owner_id, ID, "an account id"),
        sized(header.author_id, ID, "an account id"),
        header.retention,
        sized(header.agreement_hash, HASH, "an agreement hash"),
        members_bytes(header.members),
        sized(header.kc, HASH, "kc"),
    ]
    after: list[bytes | int] = [
        header.log_size,
        sized(header.log_root, HASH, "log_root"),
        header.day,
        header.reason,
    ]
    return before, after
