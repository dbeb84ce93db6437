"""A reader's whole check of one conversation, frame by frame, as the wire brings them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from . import frames
from .chain import chain_start
from .entry import LEAVE, NO_FC, Entry
from .epoch import Epoch
from .epoch_rules import CIRCLE
from .headers import Headers
from .refusal import Left, LogBehind, Refused, Trouble
from .remembered import Mark
from .walk import Line, Walk

# In a circle's mark: they wrote nothing since this reader came.
UNCOUNTED = 2**53 - 1


class Conversation:
    """Feed it what the relay answers to FOLLOW; after the first Trouble it takes nothing more.

    After the line was down, begin a new one with `pin=mark()` and FOLLOW from there.

    `pin` is the mark that state remembers of this conversation.
    """

    def __init__(self, headers: Headers, *, today: int, pin: Mark | None = None) -> None:
        self.headers = headers
        self.trouble: Trouble | None = None
        self.bad_wraps: list[int] = []
        self.mode = 0
        self._pin = pin
        self._today = today
        self._walk: Walk | None = None
        self._held: list[Line] = []
        self._own = (0, 0)
        self._is_caught_up = False

    @property
    def walk(self) -> Walk:
        """The chain as far as it was read; Trouble before BASE."""
        if self._walk is None:
            raise Trouble("the conversation has not begun yet")
        return self._walk

    @property
    def is_confirmed(self) -> bool:
        """Whether what was read so far leads through everything known."""
        walk, pin = self._walk, self._pin
        return walk is not None and walk.is_anchored and (pin is None or walk.n >= pin.n)

    def take(self, frame: frames.FromRelay) -> list[Line]:
        """Take one frame; answer the lines that may be shown by now. Trouble stops it.

        Lines that no known hash confirms yet, and all after a box that is owed, are kept back.
        """
        with self._stopping_at_trouble():
            return self._take(frame)

    def page(
        self,
        base: frames.Base,
        items: Sequence[frames.Stored | frames.Gone],
        end: frames.Paged,
    ) -> list[Line]:
        """Take older entries: their end has to meet a hash already known. Trouble else."""
        with self._stopping_at_trouble():
            said = self.walk.said
            walk = Walk(self.headers, n=base.n, h=base.h, today=self._today, said=said)
            lines = [_walked(walk, item) for item in items]
            if walk.n != end.n:
                walk.pass_headers()
            known = self.walk.hash_at(end.n) or self.headers.closed_at(end.n)
            if walk.n != end.n or walk.h != known:
                raise Trouble("older lines that do not lead to the ones shown")
            said.settle()
            return lines

    def mark(self) -> Mark:
        """What state remembers once everything so far was shown.

        Not between a leave in a circle and the header without them: whoever goes on from here
        has to see both.
        """
        newest = self.headers.newest
        self._check_confirmed()
        if self.walk.leaving:
            raise Left("somebody left: a new key comes before this is remembered")
        return Mark(
            self.headers.conv,
            tuple(self._sseq_of(row.account_id) for row in newest.header.members),
            newest.eh_hash,
            newest.header.epoch,
            self.walk.h,
            self.walk.n,
        )

    def draft(self, *, kind: int, msg_id: bytes) -> Entry:
        """The context of one's own next entry, for `seal_entry` or `sign_leave`."""
        if self.trouble is not None:
            raise self.trouble
        self._check_confirmed()
        if self.walk.left is not None:
            raise Left("somebody left this conversation: nothing more is written here")
        me = self.headers.reader.account_id
        newest = self.headers.newest
        if me in self.walk.leaving or (self.walk.leaving and kind != LEAVE):
            raise Left("somebody left: a key without them comes first")
        if newest.header.member(me) is None:
            raise Left("its owner lets this reader read no further")
        return Entry(
            kind=kind,
            conv=self.headers.conv,
            epoch=newest.header.epoch,
            eh_hash=newest.eh_hash,
            sender=me,
            msg_id=msg_id,
            sseq=self.walk.sseq.get(me, self._own[0]) + 1,
            seen_n=self.walk.n,
            seen_h=self.walk.h,
            fc=NO_FC,
            box=b"",
        )

    @contextmanager
    def _stopping_at_trouble(self) -> Iterator[None]:
        if self.trouble is not None:
            raise self.trouble
        try:
            yield
        except LogBehind:
            raise
        except Refused as refusal:
            self.trouble = refusal if isinstance(refusal, Trouble) else Trouble(str(refusal))
            raise self.trouble from refusal

    def _take(self, frame: frames.FromRelay) -> list[Line]:
        match frame:
            case frames.Head():
                self._take_head(frame)
            case frames.Base():
                self._take_base(frame)
            case frames.Stored() | frames.Gone():
                self._held.append(_walked(self.walk, frame))
                if self._is_caught_up:
                    self.walk.said.settle()
                self._check_pin()
            case frames.Upto():
                self._take_upto(frame)
            case frames.Gate():
                self.mode = frame.mode
            case _:
                raise Trouble("a frame that is not about a conversation")
        return self._shown()

    def _shown(self) -> list[Line]:
        if not self.is_confirmed or self.walk.said.owes:
            return []
        shown, self._held = self._held, []
        return shown

    def _take_head(self, frame: frames.Head) -> None:
        header: Epoch = frame.header
        if frame.n != header.n or frame.conv != header.conv:
            raise Trouble("a header at another number than its own")
        if self._walk is not None and header.n != self._walk.n + 1:
            raise Trouble("a header put into the past")
        known = self.headers.accept(header, frame.eh_sig, frame.wrap)
        if known.epoch_key is None and header.member(self.headers.reader.account_id):
            self.bad_wraps.append(header.epoch)
        if self._walk is not None:
            self._walk.pass_headers()

    def _take_base(self, frame: frames.Base) -> None:
        pin, counted = self._pin, {}
        if self._walk is not None or frame.conv != self.headers.conv:
            raise Trouble("a second beginning")
        if pin is not None:
            self._check_pinned_header(pin)
            if frame.n > pin.n and frame.n != self._begins_at():
                raise Trouble("lines between the last visit and today are missing")
            counted[pin.n] = self._counts_of(pin)
        elif frame.n > self._begins_at() > 0:
            raise Trouble("lines that this reader could read are missing")
        if frame.n == 0 and frame.h != chain_start(frame.conv):
            raise Trouble("a chain with another beginning")
        self._walk = Walk(
            self.headers, n=frame.n, h=frame.h, today=self._today, counted=counted
        )
        self._check_pin()

    def _begins_at(self) -> int:
        return self.headers.begins_at(self.headers.reader.account_id)

    def _take_upto(self, frame: frames.Upto) -> None:
        self.walk.end(frame.n, frame.h)
        if self._pin is not None and frame.n < self._pin.n:
            raise Trouble("the conversation was rolled back")
        mine = self.walk.sseq.get(self.headers.reader.account_id, frame.sseq)
        if mine != frame.sseq:
            raise Trouble("the server counts one's own lines differently")
        self._check_pin()
        self._check_confirmed()
        self._is_caught_up = True
        self._own = (frame.sseq, frame.seen_n)
        self.mode = frame.mode

    def _check_confirmed(self) -> None:
        if not self.is_confirmed:
            raise Trouble("nothing that is known confirms this conversation")

    def _sseq_of(self, member: bytes) -> int:
        count = self.walk.count_of(member)
        if count is None and self.headers.first.kind == CIRCLE:
            return UNCOUNTED
        if count is None:
            raise Trouble("not all of this conversation was counted")
        return count

    def _check_pin(self) -> None:
        pin = self._pin
        if pin is None:
            return
        passed = self.walk.hash_at(pin.n)
        if passed is None:
            return
        if passed != pin.h:
            raise Trouble("this is not the conversation of the last visit")
        self.walk.is_anchored = True

    def _counts_of(self, pin: Mark) -> dict[bytes, int]:
        known = self.headers.numbered(pin.epoch)
        members = () if known is None else known.header.members
        if len(members) != len(pin.counts):
            raise Trouble("the members are not those of the last visit")
        ids = (row.account_id for row in members)
        counts = zip(ids, pin.counts, strict=True)
        return {one: count for one, count in counts if count != UNCOUNTED}

    def _check_pinned_header(self, pin: Mark) -> None:
        pinned = self.headers.numbered(pin.epoch)
        if pinned is None or pinned.eh_hash != pin.eh:
            raise Trouble("the keys are not those of the last visit")


def _walked(walk: Walk, item: frames.Stored | frames.Gone) -> Line:
    if isinstance(item, frames.Gone):
        if item.conv != walk.headers.conv:
            raise Trouble("an entry of another conversation or epoch")
        return walk.gone(item)
    return walk.entry(item.n, item.entry)
