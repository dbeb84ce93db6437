"""May this be numbered? Pure rules over rows read in one transaction (ledger.md, section 2)."""

from collections.abc import Mapping

from pse.entry import HELLO, SEALED_KINDS, Entry, check_shape, targets_of
from pse.epoch import Epoch
from pse.epoch_rules import PROMISED
from pse.frames import Header
from pse.ids import HASH
from pse.refusal import BadEntry, Refused

from .codes import CIRCLE, HOST, SPECIALIST, Kind, Mode, No
from .rows import Gate, Head, Member, Place, Written

OLDEST_EPOCH = 31
TWO = 2


class NotTaken(Exception):
    """A frame that is refused: why, and the number that puts it right (or 0)."""

    def __init__(self, code: int, detail: int = 0) -> None:
        super().__init__(code)
        self.code = code
        self.detail = detail


def member_of(gate: Gate | None, account: int, ref: bytes) -> tuple[Gate, Member]:
    """The gate and the sender's place in it; not there and not theirs are one answer."""
    member = gate.members.get(account) if gate is not None else None
    if gate is None or member is None or member.ref != ref:
        raise NotTaken(No.NOT_YOURS)
    return gate, member


def check_sizes(entry: Entry, *, is_first: bool = False) -> None:
    """An entry of a kind that travels this way, padded to one of the four sizes."""
    kinds = SEALED_KINDS if is_first else {Kind.MESSAGE, Kind.LEAVE, Kind.ERASE}
    if entry.kind not in kinds or not _fc_fits(entry):
        raise NotTaken(No.MALFORMED)
    try:
        check_shape(entry)
    except BadEntry:
        raise NotTaken(No.SIZE) from None
    if entry.kind == Kind.ERASE:
        _check_ascending(entry)


def check_writable(gate: Gate, member: Member) -> None:
    """The conversation takes entries, and this member may write them."""
    if gate.mode == Mode.ASKED:
        raise NotTaken(No.NOT_YET)
    if gate.mode != Mode.ACTIVE:
        raise NotTaken(No.CLOSED)
    if not member.may_write:
        raise NotTaken(No.NOT_YOURS)


def check_not_stopped(kind: int, member: Member) -> None:
    """Whoever is stopped by a measure may still leave, and take back what they wrote."""
    if member.is_stopped and kind not in (Kind.LEAVE, Kind.ERASE):
        raise NotTaken(No.CLOSED)


def check_send(entry: Entry, head: Head | None, place: Place, *, today: int) -> Head:
    """Epoch and counter are right; gives back the head, which is there."""
    if head is None:
        raise NotTaken(No.EPOCH)
    if head.is_left:
        _check_after_leave(entry, head)
    if not head.has(entry.sender):
        raise NotTaken(No.NOT_YOURS)
    if entry.epoch != head.epoch or entry.eh_hash != head.eh_hash:
        raise NotTaken(No.EPOCH, head.epoch)
    if today - head.epoch_day > OLDEST_EPOCH:
        raise NotTaken(No.ROTATE, head.epoch)
    if entry.sseq != place.sseq + 1:
        raise NotTaken(No.COUNTER, place.sseq + 1)
    return head


def _check_after_leave(entry: Entry, head: Head) -> None:
    """A leave ends a talk; in a circle others may leave too, and the next header goes first."""
    if not head.left_by or entry.sender in head.left_by:
        raise NotTaken(No.CLOSED)
    if entry.kind != Kind.LEAVE:
        raise NotTaken(No.ROTATE, head.epoch)


def check_readers(entry: Entry, gate: Gate, head: Head) -> None:
    """Nobody who left would read it, and a leave, which ends it for all, is between two.

    In a circle it ends nothing, and anybody may leave at any time.
    """
    if gate.kind == CIRCLE and entry.kind == Kind.LEAVE:
        return
    if any(not one.may_write and head.has(one.ref) for one in gate.members.values()):
        raise NotTaken(No.ROTATE, head.epoch)
    named = sum(one.may_write for one in gate.members.values())
    if entry.kind == Kind.LEAVE and max(named, head.count) > TWO:
        raise NotTaken(No.NOT_YOURS)


def check_seen(entry: Entry, head: Head, place: Place, *, h_seen: bytes | None) -> None:
    """What the sender had seen is a line of this chain and not before what they saw last."""
    low = max(head.epoch_n, place.seen_n)
    if not low <= entry.seen_n <= head.n or entry.seen_h != h_seen:
        raise NotTaken(No.SEEN)


def check_targets(entry: Entry, found: Mapping[int, Written]) -> None:
    """Every line that is taken back is a message of the sender's own, exactly as stored."""
    for target in targets_of(entry):
        line = found.get(target.n)
        named = Written(Kind.MESSAGE, entry.sender, target.msg_id, target.h_box)
        if line != named:
            raise NotTaken(No.MALFORMED)


def check_header_place(header: Header, gate: Gate, head: Head | None) -> None:
    """The header follows the epoch in force and closes exactly the chain that is there."""
    fields = header.header
    if gate.mode not in (Mode.ASKED, Mode.ACTIVE) or _is_over(head):
        raise NotTaken(No.CLOSED)
    if head is not None and not head.has(fields.author_id):
        raise NotTaken(No.NOT_YOURS)
    if gate.mode == Mode.ASKED and fields.epoch > 0:
        raise NotTaken(No.NOT_YET)
    if head is None:
        if fields.epoch != 0:
            raise NotTaken(No.EPOCH)
        return
    if fields.epoch != head.epoch + 1 or fields.prev_eh_hash != head.eh_hash:
        raise NotTaken(No.EPOCH, head.epoch)
    if fields.closed_n != head.n or fields.closed_h != head.h:
        raise NotTaken(No.SEEN, head.epoch)


def _is_over(head: Head | None) -> bool:
    return head is not None and head.is_left and not head.left_by


def check_header_gate(header: Header, gate: Gate, *, today: int) -> None:
    """The header names what the server knows of this conversation, and today's day."""
    fields = header.header
    owner = gate.members.get(gate.owner)
    same = (
        _are_known(fields, gate)
        and owner is not None
        and fields.owner_id == owner.ref
        and fields.kind == gate.kind
        and _is_promised(fields, gate)
        and abs(fields.day - today) <= 1
    )
    if not same:
        raise NotTaken(No.MALFORMED)


def _are_known(header: Epoch, gate: Gate) -> bool:
    """A conversation begins with all the gate names; later on nobody else is in it."""
    rows = {(row.account_id, row.role) for row in header.members}
    known = {(member.ref, member.role) for member in gate.members.values()}
    if gate.kind == CIRCLE:  # who is to lead is named first, and has led until a header says so
        known |= {(ref, SPECIALIST) for ref, role in known if role == HOST}
        return rows <= known
    return rows == known if header.epoch == 0 else rows <= known


def _is_promised(header: Epoch, gate: Gate) -> bool:
    """What begins or changes a promise is the gate's; all others keep the one before."""
    if header.epoch > 0 and header.reason != PROMISED:
        return True
    return header.agreement_hash == gate.agreement_hash and header.retention == gate.retention


def check_company(header: Header, gate: Gate) -> None:
    """An ask begins with its hello; nothing else carries one; later epochs carry nothing."""
    first = header.first
    if gate.mode == Mode.ASKED:
        fits = first is not None and first.kind == HELLO
    elif header.header.epoch == 0:
        fits = first is None or first.kind == Kind.MESSAGE
    else:
        fits = first is None
    if not fits or (first is not None and first.conv != header.header.conv):
        raise NotTaken(No.MALFORMED)


def _fc_fits(entry: Entry) -> bool:
    return len(entry.fc) == (0 if entry.kind in (Kind.LEAVE, Kind.ERASE) else HASH)


def _check_ascending(entry: Entry) -> None:
    try:
        targets_of(entry)
    except Refused:
        raise NotTaken(No.MALFORMED) from None
