"""Takes one frame after another: the chain grows, or a refusal says why not."""

from typing import Any

from pse import circle_rules, epoch_rules
from pse.chain import h_aad, h_box
from pse.entry import Entry, aad_of, eh_msg_id
from pse.epoch import eh_hash_of, epoch_bytes
from pse.frames import Head as HeadFrame
from pse.frames import Header, Refusal, Send, SendQuietly
from pse.refusal import Refused
from pse.wire import encode

from . import admit, circles
from .admit import NotTaken
from .book import Book
from .codes import CIRCLE, Bye, Kind, No
from .layout import chained, entry_frame, hashes_of
from .rows import Gate, Head, Line, Member
from .submission import Kept, NotKept, Outcome, SignedOut, Submission


def take(book: Book, each: Submission[Any]) -> Outcome:
    """Number one frame into the book, or say why not."""
    token = book.token(each.token)
    if token is None or token.account != each.account or not token.is_full:
        return SignedOut(Bye.SIGNED_OUT)
    if token.expires_at <= book.now:
        return SignedOut(Bye.SESSION_OVER)
    gate = book.gate(each.conv)
    try:
        gate, member = admit.member_of(gate, each.account, each.account_ref)
        return _taken(book, each.frame, gate, member)
    except NotTaken as refused:
        return _refused(book, each, refused)


def _taken(book: Book, frame: Send | Header, gate: Gate, member: Member) -> list[Kept]:
    if isinstance(frame, Send):
        is_quiet = gate.kind == CIRCLE and isinstance(frame, SendQuietly)
        return [_take_send(book, frame.entry, gate, member, is_quiet=is_quiet)]
    return _take_header(book, frame, gate, member)


def _take_send(book: Book, entry: Entry, gate: Gate, member: Member, *, is_quiet: bool) -> Kept:
    if entry.sender != member.ref:
        raise NotTaken(No.NOT_YOURS)
    admit.check_sizes(entry)
    if again := _again(book, entry, gate):
        return again
    admit.check_writable(gate, member)
    admit.check_not_stopped(entry.kind, member)
    place = book.place(gate, member)
    head = admit.check_send(entry, book.head(gate), place, today=book.today)
    admit.check_readers(entry, gate, head)
    admit.check_seen(entry, head, place, h_seen=book.h_at(gate, entry.seen_n))
    if entry.kind == Kind.ERASE:
        admit.check_targets(entry, book.written(gate, entry))
    if entry.kind == Kind.LEAVE and gate.kind == CIRCLE:
        _check_leave(book, entry, gate)
    return _number(book, entry, gate, member, head, is_quiet=is_quiet)


def _check_leave(book: Book, entry: Entry, gate: Gate) -> None:
    header = book.epoch_before(gate, entry.epoch + 1)
    if header is None:
        raise NotTaken(No.EPOCH)
    circles.check_leave(entry, header, book.keys(circles.hashes_in(header, None)))


def _again(book: Book, entry: Entry, gate: Gate) -> Kept | None:
    line = book.line(gate, entry.msg_id)
    if line is None:
        return None
    if line.kind == Kind.HEADER or aad_of(_entry_of(line, gate)) != aad_of(entry):
        raise NotTaken(No.MALFORMED)
    head = book.head(gate)
    return _kept(gate, entry.msg_id, line.n, line.h, head=head, is_fresh=False)


def _number(
    book: Book,
    entry: Entry,
    gate: Gate,
    member: Member,
    before: Head,
    *,
    is_quiet: bool = False,
) -> Kept:
    n = before.n + 1
    h = chained(before.h, gate.ref, n, entry.kind, *hashes_of(entry))
    head = Head(
        n, h, before.epoch, before.eh_hash, before.epoch_n, before.epoch_day,
        _waiting_since(before, entry, gate, member, today=book.today),
        before.readers, entry.kind == Kind.LEAVE, _left_by(before, entry, gate),
    )  # fmt: skip
    book.add_entry(gate, member, entry, head, is_quiet=is_quiet)
    kept = _kept(gate, entry.msg_id, n, h, head=head, is_fresh=True)
    kept.entry_frame = entry_frame(n, entry)
    return kept


def _left_by(before: Head, entry: Entry, gate: Gate) -> frozenset[bytes]:
    """In a circle one after the other may leave before the header that goes on without them."""
    if gate.kind != CIRCLE or entry.kind != Kind.LEAVE:
        return frozenset()
    return before.left_by | {entry.sender}


def _waiting_since(
    before: Head, entry: Entry, gate: Gate, member: Member, *, today: int
) -> int | None:
    """The owner waits from the day of their first words without an answer; a leave ends it.

    In a circle nobody owes anybody an answer.
    """
    if gate.kind == CIRCLE:
        return None
    if entry.kind == Kind.ERASE:
        return before.waiting_since
    if entry.kind == Kind.LEAVE or member.account != gate.owner:
        return None
    return today if before.waiting_since is None else before.waiting_since


def _take_header(book: Book, frame: Header, gate: Gate, member: Member) -> list[Kept]:
    if frame.header.author_id != member.ref:
        raise NotTaken(No.NOT_YOURS)
    eh_hash = eh_hash_of(frame.header)
    if line := book.line(gate, eh_msg_id(eh_hash)):
        return _header_again(book, frame, gate, line, eh_hash)
    admit.check_header_place(frame, gate, book.head(gate))
    if not member.may_write:
        raise NotTaken(No.NOT_YOURS)
    admit.check_not_stopped(Kind.HEADER, member)
    admit.check_header_gate(frame, gate, today=book.today)
    admit.check_company(frame, gate)
    _check_structure(book, frame, gate)
    if gate.kind == CIRCLE:
        _check_in_circle(book, frame, gate)
    return _number_header(book, frame, gate, member, eh_hash)


def _check_structure(book: Book, frame: Header, gate: Gate) -> None:
    before = book.epoch_before(gate, frame.header.epoch)
    rules = circle_rules if gate.kind == CIRCLE else epoch_rules
    try:
        epoch_rules.check_wraps(frame.header, frame.wraps)
        if before is None:
            rules.check_first(frame.header)
        else:
            rules.check_next(frame.header, before)
    except Refused:
        raise NotTaken(No.MALFORMED) from None


def _check_in_circle(book: Book, frame: Header, gate: Gate) -> None:
    header, head = frame.header, book.head(gate)
    before = book.epoch_before(gate, header.epoch)
    if before is not None and head is not None:
        circles.check_leaving(header, before, head.left_by)
    circles.check_log(header, book.log_root(header.log_size))
    if before is None:
        circles.check_bound(header, book.rand(gate))
    keys = book.keys(circles.hashes_in(header, before))
    circles.check_signed(frame, before, keys)
    rows = circles.needing_a_word(header, before)
    words = book.words({row.account_id for row in rows})
    circles.check_words(rows, words, keys, day=header.day)


def _number_header(
    book: Book, frame: Header, gate: Gate, member: Member, eh_hash: bytes
) -> list[Kept]:
    fields, eh, n = frame.header, epoch_bytes(frame.header), frame.header.n
    h = chained(fields.closed_h, gate.ref, n, Kind.HEADER, h_aad(eh), h_box(frame.eh_sig))
    before = book.head(gate)
    waiting_since = before.waiting_since if before else None
    readers = b"".join(row.account_id for row in fields.members)
    head = Head(n, h, fields.epoch, eh_hash, n, fields.day, waiting_since, readers)
    if frame.first is not None:
        _check_line(book, frame.first, gate, member, head)
    kept = _kept(gate, eh_msg_id(eh_hash), n, h, head=head, is_fresh=True)
    if frame.first is not None and frame.first.msg_id == kept.id:
        raise NotTaken(No.MALFORMED)
    book.add_header(gate, frame, eh, kept.id, head)
    kept.head_frames = {
        account: encode(HeadFrame(gate.ref, n, fields, frame.eh_sig, frame.wraps[row.ref]))
        for account, row in gate.members_in(frame.wraps)
    }
    if frame.first is None:
        return [kept]
    return [kept, _number(book, frame.first, gate, member, head)]


def _check_line(book: Book, first: Entry, gate: Gate, member: Member, head: Head) -> None:
    if first.sender != member.ref:
        raise NotTaken(No.NOT_YOURS)
    admit.check_sizes(first, is_first=True)
    if book.line(gate, first.msg_id):
        raise NotTaken(No.MALFORMED)
    place = book.place(gate, member)
    admit.check_send(first, head, place, today=book.today)
    admit.check_seen(first, head, place, h_seen=head.h)


def _header_again(
    book: Book, frame: Header, gate: Gate, line: Line, eh_hash: bytes
) -> list[Kept]:
    if line.kind != Kind.HEADER or line.eh_hash != eh_hash:
        raise NotTaken(No.MALFORMED)
    head = book.head(gate)
    kept = [_kept(gate, eh_msg_id(eh_hash), line.n, line.h, head=head, is_fresh=False)]
    if frame.first is not None:
        first = _again(book, frame.first, gate)
        if first is None:
            raise NotTaken(No.MALFORMED)
        kept.append(first)
    return kept


def _kept(
    gate: Gate, id_: bytes, n: int, h: bytes, *, head: Head | None, is_fresh: bool
) -> Kept:
    readers = tuple(
        account
        for account, member in gate.members.items()
        if head is None or head.has(member.ref)
    )
    return Kept(id_, gate.ref, n, h, gate.mode, readers, is_fresh)


def _refused(book: Book, each: Submission[Any], refused: NotTaken) -> NotKept:
    gate = book.gate(each.conv)
    is_theirs = gate is not None and each.account in gate.members
    head = book.head(gate) if gate is not None and is_theirs else None
    n = head.n if head else 0
    return NotKept(
        tuple(
            encode(Refusal(id_, each.conv, refused.code, n, refused.detail)) for id_ in each.ids
        )
    )


def _entry_of(line: Line, gate: Gate) -> Entry:
    return Entry(
        line.kind, gate.ref, line.epoch, line.eh_hash, line.sender, line.msg_id or b"",
        line.sseq, line.seen_n or 0, line.seen_h or b"", line.fc or b"", line.box or b"",
    )  # fmt: skip
