"""Limits that a person typing never meets, and what happens to whoever meets them."""

import time
from contextlib import ExitStack
from dataclasses import replace

import pytest

from alongside_relay.app import Limits
from alongside_relay.codes import Bye
from alongside_relay.limits import Pace
from pse import frames
from pse.wire import encode

from .conftest import GENEROUS, served_with
from .voice import Voice


def test_more_than_twenty_lines_a_second_are_put_off_and_can_be_sent_again(
    narrow_wire, ada, active
):
    with Voice(narrow_wire, ada, active) as ada_s:
        for _ in range(18):
            ada_s.say()
        sends = []
        while True:
            send = ada_s.line()
            ada_s.room.send(send)
            answer = ada_s.room.next()
            if isinstance(answer, frames.Refusal):
                break
            ada_s.seen.take(frames.Stored(answer.n, send.entry))
            sends.append(answer)
            assert len(sends) < 60
        assert (answer.code, answer.id) == (8, send.entry.msg_id)
        time.sleep(1.1)
        ada_s.put(send)


def test_a_pace_of_twenty_a_second_and_two_hundred_a_minute():
    pace = Pace(Limits())
    assert [pace.allows(0.5) for _ in range(21)] == [True] * 20 + [False]
    for second in range(1, 10):
        assert all(pace.allows(0.5 + second) for _ in range(20))
    assert not pace.allows(15)
    assert pace.allows(61)
    assert not pace.before(60)
    assert pace.before(62)


def test_forty_lines_of_a_bad_night_are_never_put_off_and_a_flood_is():
    """As a person writes: one every quarter of a minute, or all of them in one rush."""
    pace = Pace(Limits())
    assert all(pace.allows(15.0 * line) for line in range(40))
    # Nobody types three a second; a phone that was without a line sends what waited.
    rush = Pace(Limits())
    assert all(rush.allows(line / 3) for line in range(40))
    flood = Pace(Limits())
    taken = [flood.allows(line / 100) for line in range(60_000)]
    # Ten minutes of a hundred lines a second: what is let through is what a minute holds.
    assert sum(taken) == 10 * Limits().per_minute
    # It ends with the minute: nobody is shut out for good.
    assert flood.allows(661)


def test_the_twenty_first_connection_of_an_account_takes_the_place_of_the_oldest(
    narrow_wire, ada, ben
):
    with ExitStack() as open_rooms:
        bens = open_rooms.enter_context(narrow_wire.room(ben))
        rooms = [open_rooms.enter_context(narrow_wire.room(ada)) for _ in range(21)]
        assert rooms[0].goodbye() == Bye.TOO_MANY
        for room in (rooms[1], rooms[20], bens):
            room.send(frames.Follow(bytes(16), 0))
            room.expect(frames.Refusal)


def test_more_than_sixty_four_waiting_lines_are_put_off(wire, ada, active):
    with Voice(wire, ada, active) as ada_s:
        send = ada_s.line()
        raw = encode(send)
        for _ in range(400):
            ada_s.room.send(raw)
        answers = [ada_s.room.next() for _ in range(400)]
        kept = [each for each in answers if isinstance(each, frames.Ack)]
        busy = [each for each in answers if isinstance(each, frames.Refusal)]
        assert {each.n for each in kept} == {3}
        assert {each.code for each in busy} <= {8}
        ada_s.put(send)


def test_a_frame_that_is_too_large_closes_the_socket(wire, ada):
    with wire.room(ada) as room:
        room.send(b"\x03" + bytes(70_001))
        room.reads_to_the_end()
    with (
        served_with(wire, replace(GENEROUS, frame_bytes=500)) as small,
        small.room(ada) as room,
    ):
        room.send(b"\x03" + bytes(500))
        assert room.goodbye() == Bye.MALFORMED


def test_the_largest_line_fits(wire, ada, ben, active):
    with Voice(wire, ada, active) as ada_s, Voice(wire, ben, active) as ben_s:
        text = "x" * 64_000
        ada_s.say(text)
        assert ben_s.hears(1) == [text]


@pytest.mark.slow
def test_whoever_reads_too_slowly_is_said_goodbye_and_nobody_else_waits(wire, ada, ben, active):
    with served_with(wire, replace(GENEROUS, to_read=20)) as small:
        slow = Voice(small, ben, active)
        with Voice(small, ada, active) as ada_s, Voice(small, ben, active) as quick:
            for _ in range(220):
                began = time.monotonic()
                ada_s.say("x" * 60_000)
                quick.hear()
                assert time.monotonic() - began < 1
                if _somebody_is_sent_away(small):
                    break
        assert _frames_until_goodbye(slow.room) < 220


def _somebody_is_sent_away(wire):
    return any(connection.is_over for connection in wire.relay._rooms.all())


def _frames_until_goodbye(room):
    count = 0
    while not isinstance(frame := room.next(), frames.Goodbye):
        count += 1
    assert frame.code == Bye.TOO_SLOW
    room.reads_to_the_end()
    return count
