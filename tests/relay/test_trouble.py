"""When the database is busy or will not take a row: nobody is told that something was kept."""

from contextlib import contextmanager
from dataclasses import replace

import pytest
from django.db import connection, transaction

from alongside_relay.bus import Event, event_in
from pse import frames

from .voice import Voice

BUSY, MALFORMED = 8, 9


@contextmanager
def nobody_else_writes():
    """Hold what every commit needs."""
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("LOCK TABLE conversations_head IN ACCESS EXCLUSIVE MODE")
        yield


@pytest.mark.both_databases
@pytest.mark.slow
def test_a_database_that_stays_busy_is_told_as_busy_and_the_line_can_be_sent_again(
    wire, ada, active
):
    with Voice(wire, ada, active) as ada_s:
        send = ada_s.line()
        with nobody_else_writes():
            ada_s.room.send(send)
            refusal = ada_s.room.expect(frames.Refusal, within=8)
            assert (refusal.code, refusal.id) == (BUSY, send.entry.msg_id)
        ada_s.put(send)


@pytest.mark.both_databases
def test_while_the_database_is_busy_for_a_moment_lines_wait_and_are_kept(wire, ada, active):
    with Voice(wire, ada, active) as ada_s:
        send = ada_s.line()
        with nobody_else_writes():
            ada_s.room.send(send)
            assert ada_s.room.is_quiet()
        ada_s.acknowledged(ada_s.room.expect(frames.Ack), send)


def test_a_row_the_database_will_not_take_stops_no_other_line_and_the_log_names_nobody(
    wire, ada, ben, active, is_postgresql, caplog
):
    """The first line waits for the lock; the bad and the good one share the next commit."""
    if is_postgresql:
        pytest.skip("the trigger below is written for SQLite")
    caplog.set_level("DEBUG", logger="alongside_relay")
    with Voice(wire, ada, active) as ada_s, Voice(wire, ben, active) as ben_s:
        bad, first = ada_s.line("bad"), ben_s.line("good")
        second = frames.Send(replace(first.entry, sseq=2, msg_id=b"m" * 16))
        try:
            with nobody_else_writes(), connection.cursor() as cursor:
                cursor.execute(
                    "CREATE TRIGGER refuses BEFORE INSERT ON conversations_entry"
                    f" WHEN NEW.msg_id = x'{bad.entry.msg_id.hex()}'"
                    " BEGIN SELECT RAISE(ABORT, 'no'); END"
                )
                ben_s.room.send(first)
                assert ben_s.room.is_quiet()
                ada_s.room.send(bad)
                assert ada_s.room.is_quiet()
                ben_s.room.send(second)
                assert ben_s.room.is_quiet()
            for good in (first, second):
                ben_s.acknowledged(ben_s.room.expect(frames.Ack), good)
            assert ada_s.room.until(frames.Refusal).code == MALFORMED
        finally:
            with connection.cursor() as cursor:
                cursor.execute("DROP TRIGGER refuses")
    ours = [each.getMessage() for each in caplog.records if "alongside" in each.name]
    assert set(ours) == {"A commit failed: IntegrityError"}


REF = "0123456789abcdef" * 2


@pytest.mark.parametrize(
    ("line", "event"),
    [
        (f"conv:{REF}", Event("conv", refs=(bytes.fromhex(REF),))),
        (f"account:{REF}", Event("account", refs=(bytes.fromhex(REF),))),
        ("session:17", Event("session", token=17)),
        (f"line:a0:{REF},{REF}", Event("line", refs=(bytes.fromhex(REF),) * 2, relay="a0")),
        ("lost", Event("lost")),
        (f"conv:{REF.upper()}", None),
        (f"conv:{REF}\n", None),
        ("session:", None),
        (f"line:a0:{REF},", None),
        ("", None),
    ],
)
def test_a_line_of_the_bus_means_one_thing_or_nothing(line, event):
    assert event_in(line) == event
