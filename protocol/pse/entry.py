"""Entries: what a sender binds into every message (envelope.md, section 8)."""

import hmac
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .chain import h_aad, h_box
from .chance import Chance, system_chance
from .ids import HASH, ID
from .padding import pad, unpad
from .pae import from_le64, kdf, labelled, le64, sized
from .refusal import BadEntry, NotOpened
from .seal import SEALED_SIZES, open_sealed, seal
from .signing import SIGNATURE, sign, verify

HEADER, HELLO, MESSAGE, LEAVE, ERASE = 1, 2, 3, 4, 5
SEALED_KINDS = frozenset({HELLO, MESSAGE})
LONGEST_BODY = 65_000
FRANK_KEY = 32
LEAVE_BOX = 8 + SIGNATURE
TARGET = 8 + ID + HASH
MOST_TARGETS = 32
NO_FC = b""
_ERASE_BOXES = frozenset(TARGET * k + SIGNATURE for k in range(1, MOST_TARGETS + 1))


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as it travels: the fields of SEND (ledger.md, section 4), in its order."""

    kind: int
    conv: bytes
    epoch: int
    eh_hash: bytes
    sender: bytes
    msg_id: bytes
    sseq: int
    seen_n: int
    seen_h: bytes
    fc: bytes
    box: bytes


@dataclass(frozen=True, slots=True)
class Target:
    """A line that is taken back: its number, its id, and the hash of its box."""

    n: int
    msg_id: bytes
    h_box: bytes


@dataclass(frozen=True, slots=True)
class Opened:
    """What was in a box: the body and what proves who wrote it."""

    body: bytes
    fk: bytes
    sig: bytes


def aad_of(entry: Entry) -> bytes:
    """The context of an entry, rebuilt: aad of kinds 2 and 3, what 4 and 5 sign."""
    if entry.kind == LEAVE:
        return _leave_bytes(entry)
    if entry.kind == ERASE:
        return _erase_bytes(entry)
    return labelled("pse1/msg", entry.kind, *_where(entry), sized(entry.fc, HASH, "fc"))


def entry_hashes(entry: Entry) -> tuple[bytes, bytes]:
    """(h_aad, h_box) of an entry, as the chain takes them."""
    return h_aad(aad_of(entry)), h_box(carried_of(entry))


def carried_of(entry: Entry) -> bytes:
    """What h_box is over: the box, or of a leave or an erase the signature alone."""
    return entry.box[-SIGNATURE:] if entry.kind in (LEAVE, ERASE) else entry.box


def check_shape(entry: Entry) -> None:
    """Return if kind and sizes fit; BadEntry else. Kind 1 travels as a header instead."""
    if entry.kind in SEALED_KINDS:
        fits = len(entry.box) in SEALED_SIZES and len(entry.fc) == HASH
    elif entry.kind == LEAVE:
        fits = len(entry.box) == LEAVE_BOX and entry.fc == NO_FC
    elif entry.kind == ERASE:
        fits = len(entry.box) in _ERASE_BOXES and entry.fc == NO_FC
    else:
        raise BadEntry("a kind of entry that is refused")
    if not fits:
        raise BadEntry("not one of the accepted sizes")


def seal_entry(
    draft: Entry,
    body: bytes,
    *,
    epoch_key: bytes,
    ik_seed: bytes,
    chance: Chance = system_chance,
) -> Entry:
    """Seal and sign a body (kinds 2 and 3) in the draft's context, filling in fc and box."""
    if len(body) > LONGEST_BODY:
        raise BadEntry("a body has at most 65,000 bytes")
    fk = chance(FRANK_KEY)
    framed = replace(draft, fc=frank(fk, draft, body))
    aad = aad_of(framed)
    text = pad(fk + sign(ik_seed, labelled("pse1/sig", aad, body)) + body)
    key = message_key(epoch_key, draft.msg_id)
    return replace(framed, box=seal(key, aad, text, chance=chance))


def open_entry(entry: Entry, *, epoch_key: bytes, ik: bytes) -> Opened:
    """Open kinds 2 and 3 for a reader: NotOpened or WrongSignature is the author's fault."""
    aad = aad_of(entry)
    text = unpad(open_sealed(message_key(epoch_key, entry.msg_id), aad, entry.box))
    start = FRANK_KEY + SIGNATURE
    if not start <= len(text) <= start + LONGEST_BODY:
        raise NotOpened("too short or too long for a message")
    opened = Opened(text[start:], text[:FRANK_KEY], text[FRANK_KEY:start])
    if not hmac.compare_digest(frank(opened.fk, entry, opened.body), entry.fc):
        raise NotOpened("a message that could not be reported")
    verify(ik, labelled("pse1/sig", aad, opened.body), opened.sig)
    return opened


def sign_leave(draft: Entry, *, ik_seed: bytes, day: int) -> Entry:
    """Sign a leave (kind 4): the box is LE64 day and the signature."""
    dated = replace(draft, kind=LEAVE, fc=NO_FC, box=le64(day) + bytes(SIGNATURE))
    return replace(dated, box=le64(day) + sign(ik_seed, _leave_bytes(dated)))


def verify_leave(entry: Entry, *, ik: bytes) -> int:
    """Give back the day of a leave signed by this key; WrongSignature else."""
    check_shape(entry)
    verify(ik, _leave_bytes(entry), carried_of(entry))
    return from_le64(entry.box[:8])


def targets_of(entry: Entry) -> tuple[Target, ...]:
    """What an erase (kind 5) takes back, ascending and seen by its sender; BadEntry else."""
    check_shape(entry)
    rows = entry.box[:-SIGNATURE]
    found = tuple(_target(rows[at : at + TARGET]) for at in range(0, len(rows), TARGET))
    numbers = [target.n for target in found]
    if numbers != sorted(set(numbers)) or not 0 < numbers[0] <= numbers[-1] <= entry.seen_n:
        raise BadEntry("what is taken back ascends, and its writer has seen it")
    return found


def sign_erase(draft: Entry, *, ik_seed: bytes, targets: Sequence[Target]) -> Entry:
    """Sign an erase (kind 5): the box is the targets and the signature."""
    rows = b"".join(le64(one.n) + one.msg_id + one.h_box for one in targets)
    named = replace(draft, kind=ERASE, fc=NO_FC, box=rows + bytes(SIGNATURE))
    targets_of(named)
    return replace(named, box=rows + sign(ik_seed, _erase_bytes(named)))


def verify_erase(entry: Entry, *, ik: bytes) -> tuple[Target, ...]:
    """Give back what an erase signed by this key takes back; Refused else."""
    targets = targets_of(entry)
    verify(ik, _erase_bytes(entry), carried_of(entry))
    return targets


def message_key(epoch_key: bytes, msg_id: bytes) -> bytes:
    """The key of one message: 32 bytes."""
    return kdf(epoch_key, 32, "pse1/mk", sized(msg_id, ID, "a message id"))


def frank(fk: bytes, entry: Entry, body: bytes) -> bytes:
    """fc: what makes a message reportable, without any conversation key."""
    return kdf(fk, 32, "pse1/frank", entry.conv, entry.epoch, entry.sender, entry.msg_id, body)


def eh_msg_id(eh_hash: bytes) -> bytes:
    """The id under which a header's row is stored and acknowledged."""
    return eh_hash[:ID]


def _leave_bytes(entry: Entry) -> bytes:
    return labelled("pse1/leave", *_where(entry), from_le64(entry.box[:8]))


def _erase_bytes(entry: Entry) -> bytes:
    pieces: list[bytes | int] = []
    for target in targets_of(entry):
        pieces += [target.n, target.msg_id, target.h_box]
    return labelled("pse1/erase", *_where(entry), *pieces)


def _target(row: bytes) -> Target:
    return Target(from_le64(row[:8]), row[8 : 8 + ID], row[8 + ID :])


def _where(entry: Entry) -> tuple[bytes | int, ...]:
    return (
        sized(entry.conv, ID, "a conversation id"),
        entry.epoch,
        sized(entry.eh_hash, HASH, "eh_hash"),
        sized(entry.sender, ID, "an account id"),
        sized(entry.msg_id, ID, "a message id"),
        entry.sseq,
        entry.seen_n,
        sized(entry.seen_h, HASH, "seen_H"),
    )
