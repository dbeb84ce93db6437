"""What one transaction has read, and what it is about to write."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from pse.chain import h_box
from pse.entry import Entry, Target, targets_of
from pse.epoch import Epoch
from pse.frames import Header, Send
from pse.refusal import Refused

from . import gates, public_keys, writing
from .codes import CIRCLE, Kind
from .config import day_of
from .driver import Driver, Row
from .headers import header_of
from .memory import Memory
from .rows import (
    Gate,
    Head,
    Line,
    Member,
    Place,
    PublicKeys,
    StoredEpoch,
    Token,
    Word,
    Written,
)
from .submission import Submission

Known = list[tuple[Gate, Submission[Any]]]
Pairs = set[tuple[int, int]]


class Book:
    """One transaction's rows. What is added shows at once, as the next frame has to see it.

    `has_doubts`: the batch was refused by the database, and every message id is looked up.
    """

    def __init__(
        self,
        db: Driver,
        batch: Sequence[Submission[Any]],
        memory: Memory,
        *,
        now: datetime,
        is_here: Callable[[int], bool],
        has_doubts: bool = False,
    ) -> None:
        self.now = now
        self._is_here = is_here
        self.today = day_of(now)
        self._db = db
        self._memory = memory
        self._has_doubts = has_doubts
        if not db.is_alone():
            memory.doubt()
        memory.make_room()
        self._tokens, self._gates = memory.tokens, memory.gates
        self._read_rights(batch)
        known = [(gate, each) for each in batch if (gate := self.gate(each.conv))]
        self._read_lines(known)
        self._entries: list[Row] = []
        self._taken_back: list[Row] = []
        self._new_epochs: list[Row] = []
        self._new_wraps: list[Row] = []
        self._moved: dict[int, Head] = {}
        self._grown: dict[int, bytes] = {}
        self._fresh: dict[tuple[int, bytes], tuple[Entry, Head]] = {}
        self._gone_on: dict[tuple[int, int], Place] = {}
        self._owed: set[int] = set()

    def token(self, id_: int) -> Token | None:
        """A sign-in, if there still is one."""
        return self._tokens.get(id_)

    def gate(self, conv: bytes) -> Gate | None:
        """A conversation's gate, if there is one."""
        return self._gates.get(conv)

    def head(self, gate: Gate) -> Head | None:
        """Where the chain stands, if it has begun."""
        return self._memory.known(gate.id).head

    def place(self, gate: Gate, member: Member) -> Place:
        """How far this member has written and seen."""
        return self._memory.known(gate.id).places.get(member.account) or Place()

    def line(self, gate: Gate, msg_id: bytes) -> Line | None:
        """The entry that already has this id."""
        if fresh := self._fresh.get((gate.id, msg_id)):
            return _line_of(*fresh)
        return self._stored.get((gate.id, msg_id))

    def h_at(self, gate: Gate, n: int) -> bytes | None:
        """H_n, for the numbers that the batch has named."""
        return self._memory.known(gate.id).hashes.get(n)

    def written(self, gate: Gate, entry: Entry) -> dict[int, Written]:
        """What an erase names, as it is stored."""
        numbers = [target.n for target in targets_of(entry)]
        found = {n: self._written.get((gate.id, n)) for n in numbers}
        return {n: line for n, line in found.items() if line is not None}

    def epoch_before(self, gate: Gate, epoch: int) -> Epoch | None:
        """The header of the epoch before this one."""
        stored = self._epochs.get((gate.id, epoch - 1))
        return header_of(stored.eh) if stored else None

    def keys(self, hashes: set[bytes]) -> dict[bytes, PublicKeys]:
        """Key records by their hash. Only circles ask, and seldom: it is read when asked."""
        return public_keys.named(self._db, hashes)

    def words(self, refs: set[bytes]) -> list[Word]:
        """By which the programme stands behind these accounts; read when asked, too."""
        return public_keys.words(self._db, refs)

    def log_root(self, size: int) -> bytes | None:
        """The key log's root when it had so many lines; read when asked, too."""
        return public_keys.log_root(self._db, size)

    def rand(self, gate: Gate) -> bytes:
        """What the conversation's id is made from; read when asked, too."""
        return public_keys.rand_of(self._db, gate.id)

    def add_entry(
        self, gate: Gate, member: Member, entry: Entry, head: Head, *, is_quiet: bool = False
    ) -> None:
        """Remember an entry that was numbered; `head` is where the chain stands with it.

        One that is quiet owes nobody a note, and nothing keeps that it was.
        """
        place = Place(entry.sseq, entry.seen_n)
        known = self._memory.known(gate.id)
        known.places[member.account] = place
        known.grow(head)
        self._gone_on[gate.id, member.account] = place
        if entry.kind == Kind.ERASE:
            self._taken_back += [
                (gate.id, target.n, head.n, self.today) for target in targets_of(entry)
            ]
        elif not is_quiet:
            for one in gate.told_by_a_note(member):
                if head.has(gate.members[one].ref) and not self._is_here(one):
                    self._owed.add(one)
        if entry.kind == Kind.MESSAGE and self._has_erases:
            here = Written(entry.kind, entry.sender, entry.msg_id, h_box(entry.box))
            self._written[gate.id, head.n] = here
        self._fresh[gate.id, entry.msg_id] = (entry, head)
        self._entries.append(
            (gate.id, head.n, entry.kind, entry.epoch, entry.sender, entry.sseq, entry.msg_id,
             entry.seen_n, entry.seen_h, entry.fc, entry.box, head.h)
        )  # fmt: skip
        self._moved[gate.id], self._grown[gate.id] = head, gate.ref

    def add_header(self, gate: Gate, frame: Header, eh: bytes, id_: bytes, head: Head) -> None:
        """Remember a header that was numbered, with everybody's wrap."""
        fields, epoch = frame.header, frame.header.epoch
        self._epochs[gate.id, epoch] = StoredEpoch(
            epoch, head.n, eh, frame.eh_sig, head.eh_hash
        )
        self._new_epochs.append(
            (gate.id, epoch, head.n, eh, frame.eh_sig, head.eh_hash, fields.day,
             fields.retention)
        )  # fmt: skip
        for account, row in gate.members_in(frame.wraps):
            self._new_wraps.append((gate.id, epoch, account, frame.wraps[row.ref]))
        self._stored[gate.id, id_] = Line(
            head.n, Kind.HEADER, epoch, head.eh_hash, fields.author_id, 0, id_, None, None,
            None, frame.eh_sig, None, None, head.h,
        )  # fmt: skip
        self._entries.append(
            (gate.id, head.n, Kind.HEADER, epoch, fields.author_id, 0, id_,
             None, None, None, frame.eh_sig, head.h)
        )  # fmt: skip
        self._memory.known(gate.id).grow(head)
        self._moved[gate.id], self._grown[gate.id] = head, gate.ref

    def write(self) -> list[bytes]:
        """Put everything into the tables; gives back the conversations that have grown."""
        writing.put_entries(self._db, self._entries)
        writing.put_taken_back(self._db, self._taken_back)
        writing.put_epochs(self._db, self._new_epochs)
        writing.put_wraps(self._db, self._new_wraps)
        writing.put_heads(self._db, self._moved)
        writing.put_places(self._db, self._gone_on)
        writing.owe(self._db, self._owed)
        return list(self._grown.values())

    def _read_rights(self, batch: Sequence[Submission[Any]]) -> None:
        """Heads, sign-ins and gates that are not certain, in one question and in this order.

        On PostgreSQL each is read at its own moment. Whoever ends a talk holds its head: the
        gate is read after it was waited for, and says what holds now.
        """
        gates.lock(self._db, {each.conv for each in batch if _is_beginning(each)})
        tokens = {each.token for each in batch} - self._tokens.keys()
        refs = {each.conv for each in batch}
        unsure = {ref for ref in refs if not self._is_sure(ref)}
        heads, found, opened = self._db.match_all(
            [
                writing.ask_heads(self._db, unsure),
                gates.ask_tokens(tokens),
                gates.ask_gates(refs - self._gates.keys()),
            ]
        )
        self._tokens |= gates.tokens_in(self._db, found)
        self._gates |= gates.gates_in(opened)
        standing = writing.heads_in(heads)
        for ref in unsure:
            if gate := self._gates.get(ref):
                self._memory.meet(gate.id, standing.get(gate.id))

    def _is_sure(self, ref: bytes) -> bool:
        gate = self._gates.get(ref)
        return gate is not None and self._memory.is_sure(gate.id)

    def _read_lines(self, known: Known) -> None:
        self._read_places(known)
        self._read_hashes(known)
        self._stored = writing.stored(
            self._db,
            {(gate.id, id_) for gate, each in known if self._may_be_stored(gate, each)
             for id_ in each.ids},
        )  # fmt: skip
        self._epochs = writing.epochs(self._db, _epochs_before(known))
        named = _named(known)
        self._has_erases = bool(named)
        self._written = writing.written(self._db, named)

    def _may_be_stored(self, gate: Gate, each: Submission[Any]) -> bool:
        """Whoever counts on from their last entry sends a new one: its id is not looked up.

        If it is not new after all, the table refuses it, and the batch is read with doubts.
        """
        if self._has_doubts or not isinstance(each.frame, Send):
            return True
        place = self._memory.known(gate.id).places.get(each.account)
        return place is not None and each.frame.entry.sseq <= place.sseq

    def _read_places(self, known: Known) -> None:
        wanted = {
            (gate.id, each.account)
            for gate, each in known
            if each.account not in self._memory.known(gate.id).places
        }
        for (id_, account), place in writing.places(self._db, wanted).items():
            self._memory.known(id_).places[account] = place

    def _read_hashes(self, known: Known) -> None:
        wanted: Pairs = set()
        for id_ in {gate.id for gate, _ in known}:
            self._memory.known(id_).make_room()
        for gate, each in known:
            mine = self._memory.known(gate.id)
            if isinstance(each.frame, Send) and each.frame.entry.seen_n not in mine.hashes:
                wanted.add((gate.id, each.frame.entry.seen_n))
            if mine.head is not None and mine.head.n not in mine.hashes:
                wanted.add((gate.id, mine.head.n))
        for (id_, n), (kind, h) in writing.chain(self._db, wanted).items():
            mine = self._memory.known(id_)
            mine.hashes[n] = h
            if mine.head is not None and mine.head.n == n:
                mine.head.is_left = kind == Kind.LEAVE
        self._read_who_left(known)

    def _read_who_left(self, known: Known) -> None:
        """In a circle, where the newest entry is a leave: whoever left since its header."""
        heads = {
            gate.id: head
            for gate, _ in known
            if gate.kind == CIRCLE and (head := self.head(gate)) is not None
        }
        wanted = {
            (id_, head.epoch_n)
            for id_, head in heads.items()
            if head.is_left and not head.left_by
        }
        for id_, who in writing.left(self._db, wanted).items():
            heads[id_].left_by = who


def _named(known: Known) -> Pairs:
    """What is taken back in this batch; an erase that is badly made names nothing."""
    return {
        (gate.id, target.n)
        for gate, each in known
        if isinstance(each.frame, Send) and each.frame.entry.kind == Kind.ERASE
        for target in _targets_in(each.frame.entry)
    }


def _targets_in(entry: Entry) -> Sequence[Target]:
    try:
        return targets_of(entry)
    except Refused:
        return ()


def _line_of(entry: Entry, head: Head) -> Line:
    return Line(
        head.n, entry.kind, entry.epoch, entry.eh_hash, entry.sender, entry.sseq,
        entry.msg_id, entry.seen_n, entry.seen_h, entry.fc, entry.box, None, None, head.h,
    )  # fmt: skip


def _is_beginning(each: Submission[Any]) -> bool:
    return isinstance(each.frame, Header) and each.frame.header.epoch == 0


def _epochs_before(known: Known) -> Pairs:
    """The headers that those of this batch follow, and those in which somebody leaves."""
    followed = {
        (gate.id, each.frame.header.epoch - 1)
        for gate, each in known
        if isinstance(each.frame, Header) and each.frame.header.epoch > 0
    }
    return followed | {
        (gate.id, each.frame.entry.epoch)
        for gate, each in known
        if gate.kind == CIRCLE
        and isinstance(each.frame, Send)
        and each.frame.entry.kind == Kind.LEAVE
    }
