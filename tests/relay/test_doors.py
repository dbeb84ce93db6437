"""Who gets in, who is put out, and how soon."""

import time
import urllib.request
from dataclasses import replace
from urllib.error import HTTPError

import pytest
from websockets.exceptions import InvalidStatus

from alongside.conversations.models import Member, Mode
from alongside_relay.app import Limits
from alongside_relay.codes import Bye
from pse import frames

from .conftest import served_with
from .people import sign_in
from .room import Room
from .voice import Voice

pytestmark = [pytest.mark.both_databases]
AT_ONCE = 1.0


def opening(wire, ticket, *, version=1):
    room = Room(wire.address)
    room.send(frames.Open(version, ticket))
    return room


@pytest.mark.parametrize("origin", [None, "https://elsewhere.example", "null"])
def test_a_page_from_elsewhere_is_not_answered(wire, origin):
    with pytest.raises(InvalidStatus) as refused:
        Room(wire.address, origin=origin)
    assert refused.value.response.status_code == 403


def test_another_protocol_is_not_answered(wire):
    with pytest.raises(InvalidStatus):
        Room(wire.address, protocol=None)
    with pytest.raises(InvalidStatus):
        Room(wire.address + "/other")


def test_health_says_ok_and_nothing_else_is_there(wire):
    address = wire.address.replace("ws://", "http://")
    with urllib.request.urlopen(address + "/health") as answer:
        assert answer.read() == b"ok\n"
    with pytest.raises(HTTPError) as missing:
        urllib.request.urlopen(address)
    assert missing.value.code == 404
    missing.value.close()


def test_a_forged_changed_foreign_or_old_ticket_opens_nothing(wire, ada):
    now = wire.clock()
    good = ada.ticket(now=now)
    for ticket in (
        ada.ticket(now=now, key=b"x" * 32),
        good[:-1] + bytes([good[-1] ^ 1]),
        bytes([good[0] ^ 1]) + good[1:],
        good[:31] + bytes([good[31] ^ 1]) + good[32:],
        ada.ticket(now=now, lasts=-1),
    ):
        with opening(wire, ticket) as room:
            assert room.goodbye() == Bye.SESSION_OVER


def test_a_ticket_is_good_for_its_minute_only(wire, ada):
    ticket = ada.ticket(now=wire.clock())
    wire.clock.go_on(seconds=61)
    with opening(wire, ticket) as room:
        assert room.goodbye() == Bye.SESSION_OVER


def test_a_ticket_of_an_ended_sign_in_opens_nothing(wire, ada):
    ticket = ada.ticket(now=wire.clock())
    ada.token.delete()
    with opening(wire, ticket) as room:
        assert room.goodbye() == Bye.SIGNED_OUT


def test_a_spare_sign_in_and_a_closed_place_open_nothing(wire, ada, ben):
    spare = replace(ada, token=sign_in(ada.account, now=wire.clock(), scope=2))
    with opening(wire, spare.ticket(now=wire.clock())) as room:
        assert room.goodbye() == Bye.SIGNED_OUT
    ben.account.closed, ben.account.username = True, None
    ben.account.save()
    with opening(wire, ben.ticket(now=wire.clock())) as room:
        assert room.goodbye() == Bye.SIGNED_OUT


def test_a_room_of_another_version_is_told_so(wire, ada):
    with opening(wire, ada.ticket(now=wire.clock()), version=2) as room:
        assert room.goodbye() == Bye.VERSION


@pytest.mark.parametrize(
    "first",
    [
        b"",
        b"\x01",
        b"hello",
        frames.Follow(bytes(16), 0),
        b"\x01" + b"\x08\0\0\0" + bytes(8) + b"\x02\0\0\0xx",
    ],
)
def test_whoever_does_not_begin_with_a_ticket_is_sent_away(wire, first):
    with Room(wire.address) as room:
        room.send(first)
        assert room.goodbye() == Bye.MALFORMED


def test_whoever_says_nothing_is_sent_away(wire):
    with served_with(wire, Limits(open_within=0.2)) as brief, Room(brief.address) as room:
        assert room.goodbye() == Bye.SESSION_OVER


def test_signing_out_cuts_that_sign_ins_sockets_at_once_and_no_others(wire, ada, ben):
    other = replace(ada, token=sign_in(ada.account, now=wire.clock()))
    with wire.room(ada) as first, wire.room(other) as second, wire.room(ben) as bens:
        session = f"session:{ada.token.pk}"
        ada.token.delete()
        began = time.monotonic()
        wire.relay.tell(session)
        assert first.goodbye() == Bye.SIGNED_OUT
        assert time.monotonic() - began < AT_ONCE
        assert second.is_quiet()
        assert bens.is_quiet()


def test_closing_a_place_cuts_all_its_sockets(wire, ada, ben):
    other = replace(ada, token=sign_in(ada.account, now=wire.clock()))
    with wire.room(ada) as first, wire.room(other) as second, wire.room(ben) as bens:
        wire.relay.tell(f"account:{ada.person.account_id.hex()}")
        assert (first.goodbye(), second.goodbye()) == (Bye.SIGNED_OUT, Bye.SIGNED_OUT)
        assert bens.is_quiet()


def test_a_sign_in_that_ended_stores_nothing_even_before_the_news_comes(wire, ada, active):
    with Voice(wire, ada, active) as ada_s:
        ada.token.delete()
        ada_s.room.send(ada_s.line())
        assert ada_s.room.goodbye() == Bye.SIGNED_OUT


def test_a_connection_ends_when_its_sign_in_runs_out(wire, ada, active):
    with Voice(wire, ada, active) as ada_s:
        wire.clock.go_on(hours=13)
        ada_s.room.send(ada_s.line())
        assert ada_s.room.goodbye() == Bye.SESSION_OVER


@pytest.mark.slow
def test_a_quiet_connection_ends_too_when_its_sign_in_runs_out(wire, ada):
    with wire.room(ada) as room:
        wire.clock.go_on(hours=13)
        assert room.expect(frames.Goodbye, within=7).code == Bye.SESSION_OVER


@pytest.mark.parametrize("mode", [Mode.CLOSED, Mode.GONE])
def test_ending_or_blocking_cuts_both_out_of_the_conversation_at_once(
    wire, ada, ben, active, mode
):
    with Voice(wire, ada, active) as ada_s, Voice(wire, ben, active) as ben_s:
        late = ada_s.line()
        active.set_mode(mode)
        wire.relay.tell(f"conv:{active.conv.hex()}")
        began = time.monotonic()
        for voice in (ada_s, ben_s):
            assert voice.room.expect(frames.Gate) == frames.Gate(active.conv, mode)
        assert time.monotonic() - began < AT_ONCE
        assert ada_s.refused(late) == (5, 0)
        assert ben_s.room.is_quiet()


def test_a_closed_conversation_can_be_read_and_a_gone_one_cannot(wire, ada, active):
    active.set_mode(Mode.CLOSED)
    with Voice(wire, ada, active) as ada_s:
        assert len(ada_s.lines) == 1
    active.set_mode(Mode.GONE)
    with wire.room(ada) as room:
        room.send(frames.Follow(active.conv, 0))
        assert room.expect(frames.Refusal).code == 5
        room.send(frames.Page(active.conv, 3, 10))
        assert room.expect(frames.Refusal).code == 3


def test_pausing_tells_both_and_they_go_on_listening(wire, ada, ben, active):
    with Voice(wire, ada, active) as ada_s, wire.room(ben) as bens:
        active.set_mode(Mode.PAUSED)
        wire.relay.tell(f"conv:{active.conv.hex()}")
        assert ada_s.room.expect(frames.Gate).mode == Mode.PAUSED
        assert bens.expect(frames.Gate).mode == Mode.PAUSED
        active.set_mode(Mode.ACTIVE)
        wire.relay.tell(f"conv:{active.conv.hex()}")
        assert ada_s.room.expect(frames.Gate).mode == Mode.ACTIVE
        ada_s.say("Here again.")


def test_whoever_is_no_member_any_more_hears_nothing_more(wire, ada, ben, active):
    with Voice(wire, ada, active) as ada_s, Voice(wire, ben, active) as ben_s:
        Member.objects.filter(conversation=active.row, account=ben.account).delete()
        wire.relay.tell(f"conv:{active.conv.hex()}")
        assert ben_s.room.expect(frames.Gate) == frames.Gate(active.conv, Mode.GONE)
        ada_s.room.expect(frames.Gate)
        ada_s.say()
        assert ben_s.room.is_quiet()
        ben_s.room.send(frames.Follow(active.conv, 0))
        assert ben_s.room.expect(frames.Refusal).code == 3


@pytest.mark.parametrize(
    "event", ["", "conv:", "conv:xyz", "session:x", "nonsense", "conv:" + "0" * 31]
)
def test_nonsense_on_the_bus_is_passed_over(wire, ada, event):
    with wire.room(ada) as room:
        wire.relay.tell(event)
        room.send(frames.Follow(bytes(16), 0))
        room.expect(frames.Refusal)


def test_going_down_stores_what_arrived_and_closes_every_socket(wire, ada, active):
    with served_with(wire, Limits(per_second=1000, per_minute=1000)) as second:
        ada_s = Voice(second, ada, active)
        ada_s.room.send(ada_s.line("The last words."))
    ada_s.room.reads_to_the_end()
    with Voice(wire, ada, active) as again:
        assert again.lines[-1].body.b == "The last words."
