"""Two relays on one PostgreSQL: the two of a pair may be on different ones and not notice."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from alongside.conversations.models import Mode
from alongside.ground.wire import tell
from alongside_relay import app
from alongside_relay.bus import Bus
from alongside_relay.codes import Bye
from pse import frames

from .conftest import GENEROUS, served_with
from .test_talking import write_forty
from .voice import Voice

pytestmark = [pytest.mark.both_databases]


@pytest.fixture
def other(wire, is_postgresql):
    """A second relay; SQLite has one process only."""
    if not is_postgresql:
        pytest.skip("one process serves one SQLite file")
    with served_with(wire, GENEROUS) as second:
        yield second


def test_what_ada_writes_through_one_relay_reaches_ben_at_the_other(
    wire, other, ada, ben, active
):
    with Voice(wire, ada, active) as ada_s, Voice(other, ben, active) as ben_s:
        for number in range(10):
            ada_s.say(f"Line {number}")
            assert ben_s.hears(1) == [f"Line {number}"]
            ben_s.say(f"Answer {number}")
            assert ada_s.hears(1) == [f"Answer {number}"]


def test_two_relays_give_one_conversation_one_order(wire, other, ada, ben, active):
    with (
        Voice(wire, ada, active) as ada_s,
        Voice(other, ben, active) as ben_s,
        ThreadPoolExecutor(2) as both,
    ):
        list(both.map(write_forty, [ada_s, ben_s]))
    with Voice(wire, ada, active) as reader:
        texts = [line.body.b for line in reader.lines[1:]]
    for somebody in (ada, ben):
        mine = [text for text in texts if text.startswith(f"{somebody.account.pk} ")]
        assert mine == [f"{somebody.account.pk} {number}" for number in range(40)]


def test_one_ask_sent_through_both_relays_is_stored_once(wire, other, ada, asked):
    def send(relay):
        with relay.room(ada) as room:
            room.send(asked.begun.frame)
            return [room.until(frames.Ack) for _ in range(2)]

    with ThreadPoolExecutor(2) as both:
        first, second = both.map(send, [wire, other])
    assert [(ack.n, ack.h) for ack in first] == [(ack.n, ack.h) for ack in second]


def test_ben_elsewhere_learns_of_a_conversation_he_has_not_opened(
    wire, other, ada, ben, active
):
    with Voice(wire, ada, active) as ada_s, other.room(ben) as bens:
        ada_s.say()
        assert bens.until(frames.Gate) == frames.Gate(active.conv, 2)


def test_what_the_server_says_reaches_both_relays(wire, other, ada, ben, active):
    with Voice(wire, ada, active) as ada_s, Voice(other, ben, active) as ben_s:
        began = time.monotonic()
        with transaction.atomic():
            active.set_mode(Mode.CLOSED)
            tell(f"conv:{active.conv.hex()}")
        for voice in (ada_s, ben_s):
            assert voice.room.until(frames.Gate).mode == Mode.CLOSED
        with transaction.atomic():
            tell(f"session:{ada.token.pk}")
        assert ada_s.room.goodbye() == Bye.SIGNED_OUT
        assert time.monotonic() - began < 2
        assert ben_s.room.is_quiet()


def test_what_was_said_before_a_relay_began_to_listen_is_looked_up_then(
    wire, ada, ben, active, is_postgresql, monkeypatch
):
    """A database that is slow to let the bus in: people are there first."""
    if not is_postgresql:
        pytest.skip("one process serves one SQLite file")
    may_listen, listen = threading.Event(), Bus._listen
    monkeypatch.setattr(app, "LEAVE_WITHIN", 0.1)
    monkeypatch.setattr(Bus, "_listen", lambda bus: may_listen.wait(10) and listen(bus))
    with served_with(wire, GENEROUS) as late, Voice(late, ben, active) as ben_s:
        with transaction.atomic():
            active.set_mode(Mode.CLOSED)
            tell(f"conv:{active.conv.hex()}")
        assert ben_s.room.is_quiet()
        may_listen.set()
        assert ben_s.room.until(frames.Gate).mode == Mode.CLOSED


def test_a_lost_connection_to_the_database_is_made_anew(wire, other, ada, ben, active):
    """The wire, its reader and its bus come back by themselves, and catch up."""
    with Voice(wire, ada, active) as ada_s, Voice(other, ben, active) as ben_s:
        ada_s.say()
        ben_s.hear()
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        ada_s.say("After the loss.")
        [heard] = ben_s.seen.take(ben_s.room.until(frames.Stored))
        assert heard.body.b == "After the loss."
