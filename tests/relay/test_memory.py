"""What the writer remembers between commits changes nothing but its speed."""

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime

import psycopg
import pytest

from alongside.conversations.models import Conversation, Entry, Mode
from alongside.people.models import Token
from alongside_relay import memory as memories
from alongside_relay.app import connect
from alongside_relay.codes import Bye, No
from alongside_relay.connection import Connection
from alongside_relay.ledger import Ledger
from alongside_relay.memory import MOST_HASHES, Known, Memory
from alongside_relay.rooms import Rooms
from alongside_relay.rows import Head
from alongside_relay.submission import Kept, NotKept, SignedOut, Submission
from bench.pair import header_of
from bench.seed import HOME, seed
from pse import frames
from pse.entry import Entry as Line
from pse.epoch import eh_hash_of
from pse.wire import decode

from .conftest import database_address
from .people import LOG_SEED

pytestmark = [pytest.mark.both_databases, pytest.mark.django_db(transaction=True)]


class Writer:
    """A ledger without its thread, and people who count right."""

    def __init__(self, clock, pairs):
        self.ledger = Ledger(
            lambda: None, lambda settled: None, name="w", home=HOME, log_seed=LOG_SEED,
            clock=clock, is_here=lambda account: True,
        )  # fmt: skip
        self.db = connect(database_address())()
        self.pairs = pairs
        self.headers = [header_of(pair) for pair in pairs]
        self.sseq = dict.fromkeys(range(len(pairs)), 0)
        self.seen = {}
        begun = self.store(*[self.frame(i, header) for i, header in enumerate(self.headers)])
        for i, kept in enumerate(begun):
            self.seen[i] = (kept[-1].n, kept[-1].h)

    def frame(self, i, frame):
        side = self.pairs[i].client
        return Submission(None, side.account, side.ref, side.token, frame)

    def line(self, i, *, sseq=None, msg_id=None):
        """A line of pair i as its room would send it now."""
        pair, (n, h) = self.pairs[i], self.seen[i]
        entry = Line(
            3, pair.conv, 0, eh_hash_of(self.headers[i].header), pair.client.ref,
            msg_id or os.urandom(16), sseq or self.sseq[i] + 1, n, h, bytes(32),
            bytes(73 + 1024),
        )  # fmt: skip
        return self.frame(i, frames.Send(entry))

    def store(self, *batch):
        """One commit; gives back what became of each."""
        return [outcome for _, outcome in self.ledger.stored(self.db, list(batch))]

    def say(self, i, **how):
        """One line alone, stored."""
        (outcome,) = self.store(self.line(i, **how))
        if isinstance(outcome, list) and outcome[-1].is_fresh:
            self.sseq[i] += 1
            self.seen[i] = (outcome[-1].n, outcome[-1].h)
        return outcome


@pytest.fixture
def writer(wire):
    wire.clock.moment = datetime.now(UTC)  # the pairs are made for today
    writer = Writer(wire.clock, seed(3))
    yield writer
    writer.db.close()


def code_of(outcome):
    assert isinstance(outcome, NotKept)
    return decode(outcome.refusals[0]).code


def is_kept(outcome):
    return isinstance(outcome, list) and isinstance(outcome[0], Kept)


def test_a_conversation_that_the_server_closes_takes_nothing_more_without_any_news(writer):
    assert is_kept(writer.say(0))
    Conversation.objects.filter(ref=writer.pairs[0].conv).update(mode=Mode.CLOSED)
    assert code_of(writer.say(0)) == No.CLOSED
    Conversation.objects.filter(ref=writer.pairs[0].conv).update(mode=Mode.ACTIVE)
    assert is_kept(writer.say(0))


def test_a_sign_in_that_ends_between_two_commits_writes_nothing_more(writer):
    assert is_kept(writer.say(0))
    Token.objects.filter(pk=writer.pairs[0].client.token).delete()
    outcome = writer.say(0)
    assert isinstance(outcome, SignedOut)
    assert outcome.code == Bye.SIGNED_OUT


def test_a_sign_in_that_runs_out_is_seen_though_it_is_remembered(writer, wire):
    assert is_kept(writer.say(0))
    wire.clock.go_on(hours=24)
    outcome = writer.say(0)
    assert isinstance(outcome, SignedOut)
    assert outcome.code == Bye.SESSION_OVER


def test_the_same_line_again_gets_the_same_number(writer):
    line = writer.line(0)
    (first,) = writer.store(line)
    (again,) = writer.store(line)
    assert (again[0].n, again[0].h, again[0].is_fresh) == (first[0].n, first[0].h, False)
    both = writer.store(line, line)
    assert [kept[0].n for kept in both] == [first[0].n] * 2


def test_an_id_that_is_used_again_is_refused_and_everybody_else_is_stored(writer):
    line = writer.line(0)
    writer.store(line)
    writer.sseq[0], kept = 1, Entry.objects.count()
    used = writer.line(0, msg_id=line.frame.entry.msg_id)
    outcomes = writer.store(writer.line(1), used, writer.line(2))
    assert is_kept(outcomes[0])
    assert is_kept(outcomes[2])
    assert code_of(outcomes[1]) == No.MALFORMED
    assert Entry.objects.count() == kept + 2


def test_a_commit_that_fails_leaves_nothing_remembered(writer, monkeypatch):
    writer.say(0)
    monkeypatch.setattr(writer.db, "commit", _fails)
    assert isinstance(writer.say(0), NotKept)
    monkeypatch.undo()
    assert is_kept(writer.say(0))
    numbers = Entry.objects.filter(conversation__ref=writer.pairs[0].conv).values_list("n")
    assert sorted(n for (n,) in numbers) == [1, 2, 3]


def test_two_writers_on_one_conversation_see_what_the_other_wrote(writer, wire):
    other = Writer.__new__(Writer)
    other.__dict__ |= writer.__dict__
    other.ledger = Ledger(
        lambda: None, lambda settled: None, name="o", home=HOME, log_seed=LOG_SEED,
        clock=wire.clock, is_here=lambda account: True,
    )  # fmt: skip
    other.db = connect(database_address())()
    for turn in range(6):
        assert is_kept((writer, other)[turn % 2].say(0)), turn
    other.db.close()
    lines = Entry.objects.filter(conversation__ref=writer.pairs[0].conv)
    assert sorted(lines.values_list("n", flat=True)) == list(range(1, 8))


def test_the_newest_hashes_are_remembered_and_no_more():
    known = Known(None, 0)
    for n in range(1, 10 * MOST_HASHES):
        known.grow(Head(n, n.to_bytes(32, "big"), 0, b"", 1, 0))
        assert known.hashes[n] == known.head.h
        known.make_room()
        assert len(known.hashes) <= MOST_HASHES


def test_what_a_line_has_seen_is_not_forgotten_while_its_own_batch_grows(writer):
    """A hundred kills of a proxy found it: whoever came back with an older line was refused."""
    n, h = writer.seen[0]
    for _ in range(MOST_HASHES - 3):
        assert is_kept(writer.say(0))
    batch = [writer.line(0, sseq=writer.sseq[0] + 1 + more) for more in range(8)]
    other = writer.pairs[0].specialist
    late = replace(writer.line(0).frame.entry, sender=other.ref, sseq=1, seen_n=n, seen_h=h)
    theirs = Submission(None, other.account, other.ref, other.token, frames.Send(late))
    assert all(is_kept(each) for each in writer.store(*batch, theirs))


def test_a_head_that_stands_elsewhere_takes_what_was_known_with_it():
    memory, head = Memory(), Head(1, b"1" * 32, 0, b"", 1, 0)
    memory.meet(7, head).places[1] = None
    memory.doubt()
    assert not memory.is_sure(7)
    assert memory.meet(7, Head(1, b"1" * 32, 0, b"", 1, 0)).places == {1: None}
    memory.doubt()
    assert memory.meet(7, Head(2, b"2" * 32, 0, b"", 1, 0)).places == {}


def test_what_waited_for_somebody_who_ends_the_talk_is_not_stored(writer, is_postgresql):
    """Whoever ends a talk holds its head; what waits for it reads the gate afterwards."""
    if not is_postgresql:
        pytest.skip("on SQLite there is one writer at a time")
    conv = writer.pairs[0].conv
    with psycopg.connect(database_address()) as other, ThreadPoolExecutor(1) as apart:
        other.execute(
            "UPDATE conversations_conversation SET mode = %s WHERE ref = %s",
            (Mode.CLOSED, conv),
        )
        other.execute(
            "SELECT h.n FROM conversations_head h JOIN conversations_conversation c"
            " ON c.id = h.conversation_id WHERE c.ref = %s FOR UPDATE OF h",
            (conv,),
        )
        said = apart.submit(writer.say, 0)
        with pytest.raises(TimeoutError):
            said.result(timeout=0.5)
        other.commit()
        assert code_of(said.result(timeout=5)) == No.CLOSED


def test_memory_has_an_end_however_many_people_speak(writer, monkeypatch):
    monkeypatch.setattr(memories, "MOST_CONVERSATIONS", 1)
    for turn in range(9):
        assert is_kept(writer.say(turn % 3))
        assert len(writer.ledger._memory._known) <= 2


def test_a_stranger_who_asks_to_follow_disturbs_nobodys_header():
    """Whoever asks is a follower before it is known whether they may: nothing reaches them."""
    rooms, conv = Rooms(), bytes(16)
    ada, finn = (Connection(Heard(), to_read=9) for _ in range(2))
    ada.account, finn.account = 1, 3
    for one in (ada, finn):
        one.is_open = True
        rooms.follow(one, conv, 0).is_live = True
    kept = Kept(b"i", conv, 1, bytes(32), Mode.ACTIVE, (1, 2), is_fresh=True, ack=b"ack")
    kept.head_frames = {1: b"for Ada", 2: b"for Ben"}
    assert rooms.deliver(kept, ada) == []
    assert (ada._line.frames, finn._line.frames) == ([b"ack"], [])


class Heard:
    """A line that remembers what was sent."""

    def __init__(self):
        self.frames = []

    def send(self, frame):
        self.frames.append(frame)


def _fails():
    raise OSError
