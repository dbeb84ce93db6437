"""A reader's check of the epoch headers of one conversation."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Protocol

from . import epoch_rules
from .audit import check_header
from .circle_rules import HOST
from .endorsement import CLIENT
from .epoch import Epoch, Member, eh_hash_of, epoch_bytes, key_commitment, open_epoch
from .grant import Grant, open_granted, verify_grant
from .granted import Granted, grant_in
from .ids import conv_id_of
from .key_log import EMPTY, KeyLog
from .key_record import KeyRecord, kr_hash_of
from .merkle import NOTHING, LogAt
from .proven import Proven, check_changed, check_kept
from .refusal import BadHeader, NotOpened
from .signing import verify


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: an account and its receiving seeds by the hash of their key record.

    Whoever opens what somebody took along has no seeds, only keys of epochs by number.
    """

    account_id: bytes
    ek_seeds: Mapping[bytes, bytes]
    epoch_keys: Mapping[int, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KnownHeader:
    """A header that holds, its hash and, for a reader with a good wrap, its key."""

    header: Epoch
    eh_sig: bytes
    eh_hash: bytes
    epoch_key: bytes | None


Behind = Callable[[Member, int], bool]


class Rules(Protocol):
    """What one kind of conversation asks of its headers: epoch_rules, or circle_rules."""

    def check_first(self, header: Epoch, /) -> None: ...

    def check_next(self, header: Epoch, before: Epoch, /) -> None: ...


class Headers:
    """All headers of one conversation, epoch 0 first; BadHeader for one that breaks a rule.

    `people` maps account ids to their key records, already verified from generation 0 on;
    `kept` is how many months the promise says that lines are kept, None where it says nothing.
    `log` is the key log as this reader audited it; LogBehind where a header's author saw more.
    None: the list is not at hand, and what headers say of it is not judged.
    `rules` are those of its kind: a talk's reader takes no circle, and a circle's no talk.
    `proven` are promises that came after the first one, by hash. `behind` says whether the
    programme stands behind a joiner on a day; None where its words are not at hand.
    """

    def __init__(
        self,
        *,
        conv: bytes,
        rand: bytes,
        agreement_hash: bytes,
        reader: Reader,
        people: Mapping[bytes, Sequence[KeyRecord]],
        kept: int | None = None,
        log: KeyLog | None = EMPTY,
        proven: Mapping[bytes, Proven] | None = None,
        behind: Behind | None = None,
        rules: Rules = epoch_rules,
    ) -> None:
        self._rules = rules
        self.conv = conv
        self.reader = reader
        self._rand = rand
        self._agreement_hash = agreement_hash
        self._kept = kept
        self._log = log
        self._records = {
            kr_hash_of(record): record for records in people.values() for record in records
        }
        self._known: list[KnownHeader] = []
        self._proven = dict(proven or {})
        self._behind = behind
        self._promised_since = 0
        self._kept_wraps: dict[int, bytes] = {}
        self.grants: list[Grant] = []

    @property
    def log_at(self) -> LogAt:
        """How far this reader has the key log."""
        return NOTHING if self._log is None else self._log.at()

    @property
    def newest(self) -> KnownHeader:
        """The header of the epoch in force."""
        if not self._known:
            raise BadHeader("no header yet")
        return self._known[-1]

    @property
    def first(self) -> Epoch:
        """The header of epoch 0."""
        if not self._known:
            raise BadHeader("no header yet")
        return self._known[0].header

    def numbered(self, epoch: int) -> KnownHeader | None:
        """The header of one epoch, if it is known."""
        return self._known[epoch] if epoch < len(self._known) else None

    def accept(self, header: Epoch, eh_sig: bytes, wrap: bytes) -> KnownHeader:
        """Check and remember the following header; a bad wrap leaves its key None."""
        if header.conv != self.conv:
            raise BadHeader("a header of another conversation")
        if self._known:
            self._check_next(header, self.newest.header)
        else:
            self._rules.check_first(header)
            self._check_origin(header)
        self._check_signature(header, eh_sig)
        if self._log is not None:
            check_header(self._log, header)
        if wrap and header.member(self.reader.account_id) is None:
            self._kept_wraps[header.epoch] = wrap
        key = self._open(header, wrap)
        known = KnownHeader(header, eh_sig, eh_hash_of(header), key)
        self._known.append(known)
        if header.reason in (epoch_rules.BEGIN, epoch_rules.CONTINUES, epoch_rules.PROMISED):
            self._promised_since = header.day
        return known

    def learn(self, proven: Mapping[bytes, Proven]) -> None:
        """Take in promises that were signed since."""
        self._proven |= proven

    def grant(self, body: Granted, *, sender: bytes, at: KnownHeader) -> None:
        """Take in what the owner lets somebody read; BadHeader for anything else."""
        owner = at.header.owner_id
        if sender != owner:
            raise BadHeader("only the owner lets somebody read what was before")
        grant = grant_in(body, conv=self.conv)
        headers = [one.header for one in self._known[: at.header.epoch + 1]]
        verify_grant(grant, headers=headers, owner=self.sender_record(at, owner))
        self.grants.append(grant)
        if grant.to_id == self.reader.account_id:
            for epoch, _ in grant.epochs:
                self._open_granted(grant, epoch)

    def _open_granted(self, grant: Grant, epoch: int) -> None:
        known, wrap = self._known[epoch], self._kept_wraps.get(epoch)
        seed = self.reader.ek_seeds.get(grant.to_kr_hash)
        if known.epoch_key is not None or wrap is None or seed is None:
            return
        try:
            key = open_granted(grant, known.header, wrap, ek_seed=seed)
        except NotOpened:
            return
        self._known[epoch] = replace(known, epoch_key=key)

    def closed_at(self, n: int) -> bytes | None:
        """The hash at a number that a header closes."""
        return next(
            (one.header.closed_h for one in self._known if one.header.closed_n == n), None
        )

    def begins_at(self, member: bytes) -> int:
        """The number after which a member may read: 0, or what the header closes that let
        them in last."""
        joined = 0
        for before, known in pairwise(self._known):
            if known.header.member(member) and before.header.member(member) is None:
                joined = known.header.closed_n
        return joined

    def was_member(self, member: bytes, n: int) -> bool:
        """Whether somebody belonged here at a number or before it."""
        return any(one.header.n <= n and one.header.member(member) for one in self._known)

    def at(self, n: int) -> KnownHeader | None:
        """The header that is entry n, if entry n is a header."""
        return next((known for known in self._known if known.header.n == n), None)

    def in_force(self, n: int) -> KnownHeader:
        """The header in whose epoch entry n stands."""
        for known in reversed(self._known):
            if known.header.n < n:
                return known
        raise BadHeader("an entry before the first header")

    def record_of(self, member: Member) -> KeyRecord:
        """The key record a member's row names; BadHeader if it is not theirs."""
        record = self._records.get(member.kr_hash)
        if record is None or record.account_id != member.account_id:
            raise BadHeader("a member's row names keys that are not theirs")
        return record

    def sender_record(self, known: KnownHeader, sender: bytes) -> KeyRecord:
        """The key record with which a member signs in this epoch."""
        return self.record_of(self._member(known.header, sender))

    def _check_origin(self, header: Epoch) -> None:
        owner = self._member(header, header.owner_id)
        made = conv_id_of(header.kind, owner.account_id, owner.kr_hash, self._rand)
        if made != self.conv:
            raise BadHeader("this conversation's id belongs to another owner")
        self._check_first_promise(header)
        for row in header.members:
            self.record_of(row)
            if header.kind == epoch_rules.CIRCLE:
                self._check_stands_behind(row, header.day)

    def _check_first_promise(self, header: Epoch) -> None:
        later = self._proven.get(header.agreement_hash)
        if header.agreement_hash == self._agreement_hash:
            check_kept(header, self._kept)
        elif later is not None and header.reason == epoch_rules.CONTINUES:
            check_kept(header, later.kept)
        else:
            raise BadHeader("another promise than the one shown")

    def _check_next(self, header: Epoch, before: Epoch) -> None:
        self._rules.check_next(header, before)
        for row in header.members:
            self._check_row(row, before, header.day)
        if header.reason == epoch_rules.PROMISED:
            proven = self._proven.get(header.agreement_hash)
            check_changed(header, before, proven, since=self._promised_since)

    def _check_row(self, row: Member, before: Epoch, day: int) -> None:
        """A member's keys only move on; the programme stands behind whoever joins or
        comes to lead; nobody needs its word to lead no more."""
        earlier, record = before.member(row.account_id), self.record_of(row)
        if earlier is None or (earlier.role != row.role and row.role == HOST):
            self._check_stands_behind(row, day)
        if earlier is None or earlier.kr_hash == row.kr_hash:
            return
        if record.gen <= self.record_of(earlier).gen:
            raise BadHeader("keys that do not follow the ones before")

    def _check_stands_behind(self, row: Member, day: int) -> None:
        """Nobody needs a word to be a client; only in a circle may one join."""
        if row.role == CLIENT or self._behind is None or self._behind(row, day):
            return
        raise BadHeader("somebody the programme did not stand behind")

    def _check_signature(self, header: Epoch, eh_sig: bytes) -> None:
        author = self._member(header, header.author_id)
        verify(self.record_of(author).ik, epoch_bytes(header), eh_sig)

    def _open(self, header: Epoch, wrap: bytes) -> bytes | None:
        mine = header.member(self.reader.account_id)
        seed = None if mine is None else self.reader.ek_seeds.get(mine.kr_hash)
        if mine is None or seed is None:
            return self._handed(header)
        try:
            return open_epoch(header, wrap, member=mine, ek_seed=seed)
        except NotOpened:
            return None

    def _handed(self, header: Epoch) -> bytes | None:
        key = self.reader.epoch_keys.get(header.epoch)
        is_its_key = key is not None and (
            key_commitment(key, header.conv, header.epoch) == header.kc
        )
        return key if is_its_key else None

    def _member(self, header: Epoch, account_id: bytes) -> Member:
        row = header.member(account_id)
        if row is None:
            raise BadHeader("not a member")
        return row
