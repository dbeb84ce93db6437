"""Rows as the relay reads them: plain values, without a word of SQL."""

from collections.abc import Container
from dataclasses import dataclass, field
from datetime import datetime

from pse.ids import ID


@dataclass(frozen=True, slots=True)
class Member:
    """One account in a conversation's gate."""

    account: int
    ref: bytes
    role: int
    may_write: bool
    # A measure lets them read on and write nothing; they may leave, and take back their own.
    is_stopped: bool = False


@dataclass(slots=True)
class Gate:
    """What the server says about a conversation: its mode and who belongs to it."""

    id: int
    ref: bytes
    kind: int
    owner: int
    mode: int
    agreement_hash: bytes
    retention: int
    readers: bytes = b""
    members: dict[int, Member] = field(default_factory=dict)
    _told: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def members_in(self, refs: Container[bytes]) -> list[tuple[int, Member]]:
        """Those of its members who are among these, by account."""
        return [(account, row) for account, row in self.members.items() if row.ref in refs]

    def reading_now(self) -> list[int]:
        """The accounts of those who read from here on, as of when this was read."""
        head = Head(0, b"", 0, b"", 0, 0, readers=self.readers)
        return [account for account, row in self.members.items() if head.has(row.ref)]

    def told_by_a_note(self, writer: Member) -> tuple[int, ...]:
        """Who else belongs here and may be told by a note, if they asked to be."""
        told = self._told.get(writer.account)
        if told is None:
            told = self._told[writer.account] = tuple(
                account for account in self.members if account != writer.account
            )
        return told


@dataclass(slots=True)
class Head:
    """Where a conversation's chain stands. `is_left`: its last entry is a leave.

    `left_by`: in a circle, the account ids of those who left since the newest header.

    `waiting_since`: the day from which the owner's newest words have had no answer.
    `readers`: the account ids of the epoch's members; empty: everybody whom the gate names.
    """

    n: int
    h: bytes
    epoch: int
    eh_hash: bytes
    epoch_n: int
    epoch_day: int
    waiting_since: int | None = None
    readers: bytes = b""
    is_left: bool = False
    left_by: frozenset[bytes] = frozenset()

    def has(self, ref: bytes) -> bool:
        """Say whether an account reads and writes from here on."""
        at = self.readers
        return not at or any(at[i : i + len(ref)] == ref for i in range(0, len(at), len(ref)))

    @property
    def count(self) -> int:
        """How many read from here on, where the header named them."""
        return len(self.readers) // ID


@dataclass(slots=True)
class Place:
    """How far one member has written (sseq) and had seen when writing (seen_n)."""

    sseq: int = 0
    seen_n: int = 0


@dataclass(frozen=True, slots=True)
class Token:
    """One sign-in that is alive in the table; whether it has run out is for the clock."""

    account: int
    is_full: bool
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class PublicKeys:
    """One generation of somebody's keys, as far as a signature is judged by it."""

    ref: bytes
    gen: int
    ik: bytes


@dataclass(frozen=True, slots=True)
class Word:
    """An endorsement that was not taken back: for whom, for which lock, on which days."""

    ref: bytes
    ik: bytes
    from_day: int
    to_day: int


@dataclass(frozen=True, slots=True)
class StoredEpoch:
    """A header as stored, with the wrap of whoever asked (or b"")."""

    epoch: int
    n: int
    eh: bytes
    eh_sig: bytes
    eh_hash: bytes
    wrap: bytes = b""


@dataclass(frozen=True, slots=True)
class Written:
    """What an erase names of an entry: whose it is, its id, and the hash of its box."""

    kind: int
    sender: bytes
    msg_id: bytes
    h_box: bytes


@dataclass(slots=True)
class Line:
    """One stored entry; once forgotten, msg_id to box are None and the two hashes are there."""

    n: int
    kind: int
    epoch: int
    eh_hash: bytes
    sender: bytes
    sseq: int
    msg_id: bytes | None
    seen_n: int | None
    seen_h: bytes | None
    fc: bytes | None
    box: bytes | None
    h_aad: bytes | None
    h_box: bytes | None
    h: bytes
