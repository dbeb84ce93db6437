"""Coming back: everything that was missed, nothing twice, however long the absence."""

import pytest

from alongside.conversations.models import Entry
from alongside_relay import missed
from alongside_relay.codes import No
from pse import frames
from pse.chain import h_aad, h_box
from pse.entry import aad_of

from .voice import Voice

pytestmark = [pytest.mark.both_databases]


def texts(lines):
    return [line.body.b for line in lines]


def say_many(wire, ada, active, count, *, first=0):
    with Voice(wire, ada, active) as ada_s:
        for number in range(first, first + count):
            ada_s.say(f"Line {number}")


def test_ben_comes_back_and_reads_what_he_missed_from_where_he_was(wire, ada, ben, active):
    say_many(wire, ada, active, 2)
    with Voice(wire, ben, active) as ben_s:
        last_visit = ben_s.seen.mark()
    say_many(wire, ada, active, 3, first=2)
    with Voice(wire, ben, active, pin=last_visit) as ben_s:
        assert texts(ben_s.lines) == ["Line 2", "Line 3", "Line 4"]
        ben_s.say("I am here.")


def test_a_long_absence_comes_in_order_and_whole_with_every_key_change(wire, ada, ben, active):
    with Voice(wire, ada, active) as ada_s:
        for number in range(150):
            ada_s.say(f"Line {number}")
            if number % 40 == 0:
                ada_s.begin_epoch(ada_s.turn(day=wire.clock.today))
            if number == 95:
                last_visit = ada_s.seen.mark()
    with Voice(wire, ben, active) as ben_s:
        assert texts(ben_s.lines[1:]) == [f"Line {number}" for number in range(150)]
    with Voice(wire, ada, active, pin=last_visit) as ada_s:
        assert texts(ada_s.lines) == [f"Line {number}" for number in range(96, 150)]


def test_nothing_is_missed_or_doubled_while_ada_writes_and_ben_comes_back(
    wire, ada, ben, active
):
    with Voice(wire, ada, active) as ada_s:
        sends = []
        for number in range(100):
            sends.append(ada_s.line(f"Line {number}"))
            ada_s.put(sends[-1])
        with wire.room(ben) as bens:
            his = active.read_by(ben, today=wire.clock.today)
            bens.send(frames.Follow(active.conv, 0))
            for number in range(100, 130):
                ada_s.put(ada_s.line(f"Line {number}"))
            lines = []
            while len(lines) < 131:
                lines += his.take(bens.next())
            assert texts(lines[1:]) == [f"Line {number}" for number in range(130)]
            bens.send(frames.Follow(bytes(16), 0))
            bens.until(frames.Refusal)
            assert his.walk.h == ada_s.seen.walk.h


def test_older_lines_come_by_the_page_and_meet_the_ones_shown(wire, ada, ben, active):
    say_many(wire, ada, active, 23)
    with Voice(wire, ben, active) as ben_s:
        last_visit = ben_s.seen.mark()
    say_many(wire, ada, active, 7, first=23)
    with Voice(wire, ben, active, pin=last_visit) as ben_s:
        ben_s.room.send(frames.Page(active.conv, 26, 10))
        base, items = ben_s.room.expect(frames.Base), []
        assert base.n == 15
        while isinstance(frame := ben_s.room.next(), frames.Stored):
            items.append(frame)
        older = ben_s.seen.page(base, items, frame)
        assert texts(older) == [f"Line {number}" for number in range(13, 23)]
        ben_s.room.send(frames.Page(active.conv, 4, 200))
        base, items = ben_s.room.expect(frames.Base), []
        while isinstance(frame := ben_s.room.next(), frames.Stored):
            items.append(frame)
        assert (base.n, [item.n for item in items], frame.n) == (0, [2, 3], 3)


def test_a_page_before_the_beginning_is_empty(wire, ada, active):
    with Voice(wire, ada, active) as ada_s:
        ada_s.room.send(frames.Page(active.conv, 1, 10))
        assert ada_s.room.expect(frames.Base).n == 0
        assert ada_s.room.expect(frames.Paged).n == 0


def test_a_conversation_that_has_not_begun_is_followed_into_its_hello(wire, ada, ben, asked):
    with wire.room(ben) as bens, wire.room(ada) as adas:
        his = asked.read_by(ben, today=wire.clock.today)
        bens.send(frames.Follow(asked.conv, 0))
        assert bens.expect(frames.Base).n == 0
        upto = bens.expect(frames.Upto)
        assert (upto.n, upto.sseq, upto.mode) == (0, 0, 1)
        adas.send(asked.begun.frame)
        head, hello = bens.expect(frames.Head), bens.expect(frames.Stored)
        assert (head.n, hello.n) == (1, 2)
        assert head.wrap == asked.begun.frame.wraps[ben.person.account_id]
        assert his is not None


def test_following_beyond_the_end_shows_where_the_end_is(wire, ada, active):
    with wire.room(ada) as room:
        room.send(frames.Follow(active.conv, 500))
        assert room.until(frames.Base).n == 2
        assert room.expect(frames.Upto).n == 2


def test_forgotten_lines_leave_their_hashes_and_the_chain_still_holds(wire, ada, ben, active):
    with Voice(wire, ada, active) as ada_s:
        sends = [ada_s.line() for _ in range(1)]
        ada_s.put(sends[0])
        ada_s.say("Later.")
    for n, entry in ((2, active.begun.frame.first), (3, sends[0].entry)):
        Entry.objects.filter(conversation=active.row, n=n).update(
            msg_id=None,
            seen_n=None,
            seen_h=None,
            fc=None,
            box=None,
            h_aad=h_aad(aad_of(entry)),
            h_box=h_box(entry.box),
        )
    later = active.read_by(ben, today=wire.clock.today + 500)
    with wire.room(ben) as bens:
        lines = bens.follow(later)
        assert [line.body is None for line in lines] == [True, True, False]
        bens.send(frames.Page(active.conv, 4, 10))
        bens.expect(frames.Base)
        assert [bens.expect(frames.Gone).n for _ in range(2)] == [2, 3]


def test_whoever_stops_following_hears_no_more(wire, ada, ben, active):
    with Voice(wire, ada, active) as ada_s, Voice(wire, ben, active) as ben_s:
        ben_s.room.send(frames.Unfollow(active.conv))
        ben_s.room.send(frames.Follow(bytes(16), 0))
        ben_s.room.until(frames.Refusal)
        ada_s.say()
        assert ben_s.room.expect(frames.Gate).conv == active.conv
        assert ben_s.room.is_quiet()


def test_a_room_can_ask_whether_the_line_lives(wire, ada):
    with wire.room(ada) as room:
        room.send(frames.Follow(bytes(16), 0))
        assert room.expect(frames.Refusal) == frames.Refusal(bytes(16), bytes(16), 3, 0, 0)


def test_a_talk_that_is_closed_while_somebody_catches_up_is_followed_by_nobody(
    wire, ada, ben, active, monkeypatch
):
    say_many(wire, ada, active, 2)
    monkeypatch.setattr(missed, "STEP", 1)
    monkeypatch.setattr(missed, "step", lambda _db, **_: None)
    with wire.room(ben) as bens:
        bens.send(frames.Follow(active.conv, 0))
        assert bens.until(frames.Refusal).code == No.CLOSED
        assert wire.relay._rooms.followers_of(active.conv) == []
