"""Walking a chain entry by entry, with the two classes of trouble (section 9)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from .body import Att, Body, Continues, Goodbye, Hello, Text, read_body
from .chain import chain_next, h_aad, h_box
from .circle_rules import WENT, who_went
from .entry import (
    ERASE,
    HEADER,
    HELLO,
    LEAVE,
    MESSAGE,
    Entry,
    check_shape,
    entry_hashes,
    open_entry,
    verify_erase,
    verify_leave,
)
from .epoch import epoch_bytes
from .epoch_rules import CIRCLE, CONTINUES, check_place
from .frames import Gone
from .granted import Granted
from .headers import Headers, KnownHeader
from .ours import OwnLines
from .refusal import NotOpened, Refused, Trouble
from .said import Said

DAYS_A_MONTH = 31
LATE_MS = 120_000


@dataclass(frozen=True, slots=True)
class Line:
    """One entry as a reader shows it.

    `body` is None where the author's entry could not be opened, was forgotten or taken back, is
    a leave or an erase; `fault` is the sentence of an author's fault. `msg_id` is there with a
    body: a file is sealed for it.
    """

    n: int
    kind: int
    sender: bytes
    body: Body | None
    fault: str | None = None
    is_late: bool = False
    msg_id: bytes = b""


class Walk:
    """From a number and its hash upwards; Trouble for all that a server should have caught.

    `counted` says how many lines each member had written at a number, as an earlier visit saw:
    without it, lines from below the base could come again after it. `is_anchored` once a hash
    that is known was met: number 0, what a header closes, the mark of a visit.
    """

    def __init__(
        self,
        headers: Headers,
        *,
        n: int,
        h: bytes,
        today: int,
        counted: Mapping[int, Mapping[bytes, int]] | None = None,
        said: Said | None = None,
    ) -> None:
        self._counted = counted or {}
        self.headers = headers
        self.n = n
        self.h = h
        self.sseq: dict[bytes, int] = {}
        self.left: bytes | None = None
        # Who left a circle since its newest header: the next one goes on without them.
        self.leaving: set[bytes] = set()
        # Whether these are all: not where it began within an epoch, before a visit's mark.
        self._knows_leaving = n == 0 or headers.at(n) is not None
        self.said = Said() if said is None else said
        self.ours = OwnLines()
        self.base = n
        self.is_anchored = n == 0
        self._today = today
        self._hashes = {n: h}
        self._seen: dict[bytes, int] = {}
        self._times: list[tuple[int, bytes, int]] = []
        self._count_on()

    def hash_at(self, n: int) -> bytes | None:
        """H_n, where this walk has passed n."""
        return self._hashes.get(n)

    def count_of(self, member: bytes) -> int | None:
        """How many lines of a member stand up to here; None if that is not known.

        Whoever joined after the base had none there.
        """
        is_new = self.base == 0 or not self.headers.was_member(member, self.base)
        return self.sseq.get(member, 0 if is_new else None)

    def entry(self, n: int, entry: Entry) -> Line:
        """Take entry n: a line, perhaps one that could not be opened; Trouble else."""
        self.pass_headers()
        known = self._before(n, entry.sender, entry.sseq)
        self._check_context(entry, known, n)
        try:
            hashes = entry_hashes(entry)
        except Refused as refusal:
            raise Trouble("an entry that nobody could have stored") from refusal
        self._advance(n, entry.kind, *hashes)
        self.sseq[entry.sender] = entry.sseq
        self._seen[entry.sender] = entry.seen_n
        self._count_on()
        if entry.kind == MESSAGE:
            self.said.place(n, entry.sender, hashes[1])
        return self._opened(n, entry, known)

    def gone(self, gone: Gone) -> Line:
        """Take an entry whose box is missing.

        Trouble unless its retention has run out, or it is a message that an erase will name.
        """
        self.pass_headers()
        known = self._before(gone.n, gone.sender, gone.sseq)
        header = known.header
        forgotten_after = header.day + DAYS_A_MONTH * (1 + header.retention)
        has_run_out = header.retention > 0 and forgotten_after < self._today
        if gone.kind == MESSAGE and not has_run_out:
            self.said.owe(gone.n, gone.sender, gone.h_box)
        elif gone.kind not in (HELLO, MESSAGE, ERASE) or not has_run_out:
            raise Trouble("an entry was lost or held back")
        self._advance(gone.n, gone.kind, gone.h_aad, gone.h_box)
        self.sseq[gone.sender] = gone.sseq
        self._count_on()
        return Line(gone.n, gone.kind, gone.sender, None)

    def pass_headers(self) -> None:
        """Advance over the headers that come next."""
        while (known := self.headers.at(self.n + 1)) is not None:
            if self.left is not None:
                raise Trouble("a new key after somebody left")
            self._check_goes_on_without(known)
            _as_trouble(check_place, known.header, head_n=self.n, head_h=self.h)
            self.is_anchored = self._knows_leaving = True
            self._advance(
                known.header.n,
                HEADER,
                h_aad(epoch_bytes(known.header)),
                h_box(known.eh_sig),
            )
            self._count_on()

    def _check_goes_on_without(self, known: KnownHeader) -> None:
        """In a circle, whoever left is not in the next header, and no one else is said to.

        A walk that began within the epoch, with no mark of a visit in it, has not seen all of
        it and cannot say who left. A mark is made only where nobody has: from there it can.
        """
        header, before = known.header, self.headers.numbered(known.header.epoch - 1)
        if header.kind != CIRCLE or header.epoch == 0 or before is None:
            return
        gone = who_went(header, before.header)
        if not self.leaving <= gone:
            raise Trouble("a header that keeps somebody who left")
        if header.reason == WENT and self._knows_leaving and gone != self.leaving:
            raise Trouble("a header that says somebody left who did not")
        self.leaving = set()

    def end(self, n: int, h: bytes) -> None:
        """Return if the walk has arrived exactly here; Trouble else."""
        self.pass_headers()
        if (self.n, self.h) != (n, h):
            raise Trouble("the server's end of this conversation is another one")
        self.said.settle()

    def _count_on(self) -> None:
        """Who wrote nothing since the base goes on from what was counted here at a visit."""
        self._knows_leaving |= self.n in self._counted
        for sender, count in self._counted.get(self.n, {}).items():
            if self.sseq.setdefault(sender, count) != count:
                raise Trouble("somebody's lines were counted differently at the last visit")

    def _before(self, n: int, sender: bytes, sseq: int) -> KnownHeader:
        if n != self.n + 1:
            raise Trouble("an entry is missing, doubled or out of order")
        if self.left is not None or sender in self.leaving:
            raise Trouble("an entry after somebody left")
        known = self.headers.in_force(n)
        if known.header.member(sender) is None:
            raise Trouble("an entry by somebody who is not a member")
        last = self.count_of(sender)
        if last is not None and sseq != last + 1:
            raise Trouble("a sender's entries were dropped, doubled or reordered")
        return known

    def _check_context(self, entry: Entry, known: KnownHeader, n: int) -> None:
        header = known.header
        if (entry.conv, entry.epoch, entry.eh_hash) != (
            header.conv,
            header.epoch,
            known.eh_hash,
        ):
            raise Trouble("an entry of another conversation or epoch")
        if not max(header.n, self._seen.get(entry.sender, 0)) <= entry.seen_n < n:
            raise Trouble("an entry that saw too little or too much")
        seen = self._hashes.get(entry.seen_n)
        if entry.seen_n >= self.base and seen != entry.seen_h:
            raise Trouble("its writer saw another conversation")
        if header.kind == CIRCLE:
            self._check_kind_in_circle(entry)
        else:
            _check_kind(entry, header.reason, n, header.owner_id)

    def _check_kind_in_circle(self, entry: Entry) -> None:
        if entry.kind not in (MESSAGE, LEAVE, ERASE):
            raise Trouble("an entry of a kind that no circle stores")
        if self.leaving and entry.kind != LEAVE:
            raise Trouble("an entry before the key without whoever left")

    def _advance(self, n: int, kind: int, aad_hash: bytes, box_hash: bytes) -> None:
        self.h = chain_next(
            self.h, conv=self.headers.conv, n=n, kind=kind, h_aad=aad_hash, h_box=box_hash
        )
        self.n = n
        self._hashes[n] = self.h

    def _opened(self, n: int, entry: Entry, known: KnownHeader) -> Line:
        try:
            body = self._body_of(entry, known)
        except Refused as refusal:
            return Line(n, entry.kind, entry.sender, None, fault=str(refusal))
        self.said.take(n, entry.sender, entry.msg_id, body)
        self.ours.take(n, entry.sender, entry.msg_id, entry.fc, body)
        is_late = self._is_late(n, entry, body)
        if isinstance(body, Hello | Text | Goodbye | Att | Continues):
            self._times.append((n, entry.sender, body.ts))
        return Line(n, entry.kind, entry.sender, body, is_late=is_late, msg_id=entry.msg_id)

    def _body_of(self, entry: Entry, known: KnownHeader) -> Body | None:
        check_shape(entry)
        ik = self.headers.sender_record(known, entry.sender).ik
        if entry.kind == LEAVE:
            verify_leave(entry, ik=ik)
            self._note_leave(entry.sender, known)
            return None
        if entry.kind == ERASE:
            self.said.erase(entry.sender, verify_erase(entry, ik=ik))
            return None
        if known.epoch_key is None:
            raise NotOpened("no key to this epoch reached this reader")
        opened = open_entry(entry, epoch_key=known.epoch_key, ik=ik)
        body = read_body(opened.body, kind=entry.kind)
        if isinstance(body, Granted):
            self.headers.grant(body, sender=entry.sender, at=known)
        return body

    def _note_leave(self, sender: bytes, known: KnownHeader) -> None:
        if known.header.kind == CIRCLE:
            self.leaving.add(sender)
        else:
            self.left = sender

    def _is_late(self, n: int, entry: Entry, body: Body | None) -> bool:
        if not isinstance(body, Hello | Text | Goodbye | Att | Continues):
            return False
        return any(
            entry.seen_n < at < n and sender != entry.sender and ts - body.ts > LATE_MS
            for at, sender, ts in self._times
        )


def _check_kind(entry: Entry, reason: int, n: int, owner_id: bytes) -> None:
    if entry.kind not in (HELLO, MESSAGE, LEAVE, ERASE):
        raise Trouble("an entry of a kind that is never stored")
    is_first = n == 2
    if is_first and entry.sender != owner_id:
        raise Trouble("the owner begins")
    begins = HELLO if reason != CONTINUES else MESSAGE
    if (is_first and entry.kind != begins) or (not is_first and entry.kind == HELLO):
        raise Trouble("a hello begins a conversation, and nothing else does")


def _as_trouble(check: Callable[..., None], *values: object, **named: object) -> None:
    try:
        check(*values, **named)
    except Refused as refusal:
        raise Trouble(str(refusal)) from refusal
