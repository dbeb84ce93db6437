"""A talk of many lines: really sealed, signed and chained, stored as the relay stores them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from alongside_relay import writing
from alongside_relay.rows import Head, Place
from alongside_relay.store_sqlite import SQLite
from pse import frames, talking
from pse.entry import HEADER
from pse.epoch import eh_hash_of, epoch_bytes
from tests.journeys.reference import ReferenceRoom

IN_ONE_EPOCH = 490
MINUTES_APART = 9
SAYINGS = (
    "I went for the walk we spoke about, and it helped a little.",
    "That sounds like a good step. How was the evening after it?",
    "Quiet. I slept better than last week, and I cooked something warm for the first time.",
    "Yes.",
)


@dataclass
class History:
    """The rows of lines that two people write, one after the other."""

    client: ReferenceRoom
    specialist: ReferenceRoom
    conversation: int
    accounts: Mapping[bytes, int]
    entries: list[tuple[Any, ...]] = field(default_factory=list)
    epochs: list[tuple[Any, ...]] = field(default_factory=list)
    wraps: list[tuple[Any, ...]] = field(default_factory=list)
    places: dict[tuple[int, int], Place] = field(default_factory=dict)
    epoch_n: int = 1

    def write(self, number: int, ts: int) -> None:
        """One line more, and a new key first where it is time for one."""
        writer = self.specialist if number % 3 == 2 else self.client
        if writer.talk.walk.n - self.epoch_n >= IN_ONE_EPOCH:
            self._turn(writer)
        text = f"{SAYINGS[number % len(SAYINGS)]} ({number})"
        sent = talking.write_line(writer.person, writer.talk, text, ts=ts)
        n, entry = writer.talk.walk.n + 1, sent.entry
        for room in (self.client, self.specialist):
            room.talk.take(frames.Stored(n, entry))
        self.places[self.conversation, self.accounts[entry.sender]] = Place(
            entry.sseq, entry.seen_n
        )
        self.entries.append(
            (self.conversation, n, entry.kind, entry.epoch, entry.sender, entry.sseq,
             entry.msg_id, entry.seen_n, entry.seen_h, entry.fc, entry.box,
             writer.talk.walk.h)
        )  # fmt: skip

    def store(self, database: Path) -> None:
        """Put everything into the house's tables, in one commit."""
        newest = self.client.talk.headers.newest
        walk = self.client.talk.walk
        head = Head(
            walk.n, walk.h, newest.header.epoch, newest.eh_hash, self.epoch_n, newest.header.day
        )
        db = SQLite(str(database))
        db.begin()
        writing.put_entries(db, self.entries)
        writing.put_epochs(db, self.epochs)
        writing.put_wraps(db, self.wraps)
        writing.put_heads(db, {self.conversation: head})
        writing.put_places(db, self.places)
        db.commit()
        db.close()

    def _turn(self, writer: ReferenceRoom) -> None:
        records = {self.client.me: self.client.person.record}
        records[self.specialist.me] = self.specialist.person.record
        made = talking.turn(writer.person, writer.talk, records=records, day=writer.today)
        header, n = made.header, made.header.closed_n + 1
        for room in (self.client, self.specialist):
            room.talk.take(
                frames.Head(header.conv, n, header, made.eh_sig, made.wraps[room.me])
            )
        where, eh_hash = (self.conversation, header.epoch), eh_hash_of(header)
        self.entries.append(
            (self.conversation, n, HEADER, header.epoch, header.author_id, 0, eh_hash[:16],
             None, None, None, made.eh_sig, writer.talk.walk.h)
        )  # fmt: skip
        self.epochs.append(
            (*where, n, epoch_bytes(header), made.eh_sig, eh_hash, header.day, header.retention)
        )
        self.wraps += [(*where, row, made.wraps[ref]) for ref, row in self.accounts.items()]
        self.epoch_n = n


def write_history(
    client: ReferenceRoom, specialist: ReferenceRoom, database: Path, *, lines: int, now: int
) -> None:
    """So many lines between the two, the last of them a moment ago."""
    conversation, accounts = _rows(database, client.talk.headers.conv)
    history = History(client, specialist, conversation, accounts)
    for number, ts in _moments(lines, now):
        history.write(number, ts)
    history.store(database)


def _moments(lines: int, now: int) -> Iterator[tuple[int, int]]:
    for number in range(lines):
        yield number, now - (lines - number) * MINUTES_APART * 60_000


def _rows(database: Path, conv: bytes) -> tuple[int, dict[bytes, int]]:
    db = SQLite(str(database), is_reader=True)
    found = db.rows(
        "SELECT c.id, a.ref, a.id FROM conversations_conversation c"
        " JOIN conversations_member m ON m.conversation_id = c.id"
        " JOIN people_account a ON a.id = m.account_id WHERE c.ref = %s",
        conv,
    )
    db.close()
    return found[0][0], {bytes(ref): account for _, ref, account in found}
