"""A room may send a line twice, or lines in another order: each is stored once, in order."""

import sqlite3
from contextlib import contextmanager
from dataclasses import replace

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside_relay import app
from alongside_relay.codes import No
from alongside_relay.store_postgres import PostgreSQL
from alongside_relay.store_sqlite import SQLite
from pse import frames

from .conftest import GENEROUS, served_with
from .voice import Voice

pytestmark = [pytest.mark.both_databases]
COUNT = 4
SENDINGS = st.lists(st.integers(0, COUNT - 1), min_size=1, max_size=10)


def lines_of(voice):
    """Lines that a room has sealed one after another, before any was acknowledged."""
    first = voice.line()
    start = first.entry.sseq
    ids = [bytes([at]) + first.entry.msg_id[1:] for at in range(COUNT)]
    return [
        frames.Send(replace(first.entry, sseq=start + at, msg_id=id_))
        for at, id_ in enumerate(ids)
    ]


@pytest.fixture
def stored_unseen(monkeypatch, is_postgresql):
    """The database keeps what it is given, and the line to it breaks before it can say so."""
    driver = PostgreSQL if is_postgresql else SQLite
    lost = psycopg.OperationalError if is_postgresql else sqlite3.OperationalError
    commit = driver.commit

    def keep_and_break(self):
        commit(self)
        raise lost

    @contextmanager
    def during():
        with monkeypatch.context() as patch:
            patch.setattr(driver, "commit", keep_and_break)
            yield

    return during


def answers(room, count):
    """The next so many answers, by what they answer."""
    given_ = [room.next() for _ in range(count)]
    assert all(isinstance(each, frames.Ack | frames.Refusal) for each in given_)
    return given_


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(sent=SENDINGS)
def test_lines_sent_twice_or_in_another_order_are_stored_once_and_in_order(
    wire, ada, ben, active, sent
):
    with Voice(wire, ada, active) as ada_s, Voice(wire, ben, active) as ben_s:
        lines, before = lines_of(ada_s), ada_s.seen.walk.n
        for at in sent:
            ada_s.room.send(lines[at])
        expected = 0
        for at, answer in zip(sent, answers(ada_s.room, len(sent)), strict=True):
            if at <= expected:
                expected = max(expected, at + 1)
                assert (answer.id, answer.n) == (lines[at].entry.msg_id, before + at + 1)
            else:
                assert (answer.code, answer.detail) == (No.COUNTER, lines[expected].entry.sseq)
        for at, line in enumerate(lines):
            assert ada_s.room.send_and_wait(line).n == before + at + 1
        shown = [ben_s.room.expect(frames.Stored) for _ in lines]
        assert [(each.n, each.entry.msg_id) for each in shown] == [
            (before + at + 1, line.entry.msg_id) for at, line in enumerate(lines)
        ]
        assert ben_s.room.is_quiet(for_seconds=0.05)


def test_a_line_whose_answer_was_lost_is_told_though_its_sender_stays_away(
    wire, ada, ben, active, stored_unseen, monkeypatch
):
    monkeypatch.setattr(app, "LOOK_AT_CLOCK_EVERY", 0.3)
    with (
        served_with(wire, GENEROUS) as fresh,
        Voice(fresh, ben, active) as ben_s,
        fresh.room(ben) as elsewhere,
    ):
        with Voice(fresh, ada, active) as ada_s, stored_unseen():
            ada_s.room.send(ada_s.line("I have to go."))
            assert ada_s.room.expect(frames.Refusal).code == No.BUSY
        assert ben_s.hears(1) == ["I have to go."]
        assert elsewhere.expect(frames.Gate).conv == active.conv


def test_a_line_whose_answer_was_lost_reaches_those_who_were_never_told(
    wire, ada, ben, active, stored_unseen
):
    """The commit was kept, its answer was not: Ada sends again, and Ben sees it now."""
    with Voice(wire, ada, active) as ada_s, Voice(wire, ben, active) as ben_s:
        send = ada_s.line("Did it arrive?")
        with stored_unseen():
            ada_s.room.send(send)
            assert ada_s.room.expect(frames.Refusal).code == No.BUSY
        ada_s.put(send)
        assert ben_s.hears(1) == ["Did it arrive?"]
        assert ben_s.room.is_quiet(for_seconds=0.1)
