"""Where no WebSocket comes through, the talk works all the same, and promises the same."""

import time
from dataclasses import replace

import pytest

from alongside.conversations.models import Entry
from alongside_relay import plain_line
from alongside_relay.app import Limits
from alongside_relay.codes import Bye
from pse import frames
from pse.wire import decode, encode

from .conftest import GENEROUS, served_with
from .people import sign_in
from .plain_room import PlainRoom, PlainWire, count, packed, post, unpacked
from .room import ORIGIN
from .voice import Voice

pytestmark = [pytest.mark.both_databases]
ASK_NOBODY = encode(frames.Follow(bytes(16), 0))


@pytest.fixture
def plain(wire):
    return PlainWire(wire.relay, wire.address, wire.clock)


def opened(wire, ada):
    """A line that nobody asks of by itself; gives its id."""
    first = packed(encode(frames.Open(1, ada.ticket(now=wire.clock()))))
    id_ = post(wire.address, "open", first).body
    assert isinstance(decode(taken(wire, id_, 0)[0]), frames.Opened)
    return id_


def taken(wire, id_, had):
    answer = post(wire.address, "take", id_ + count(had))
    assert answer.status == 200
    return unpacked(answer.body)


def test_two_people_talk_one_of_them_without_a_websocket(plain, wire, ada, ben, active):
    with Voice(plain, ada, active) as ada_s, Voice(wire, ben, active) as ben_s:
        ada_s.say("Can you hear me?")
        assert ben_s.hears(1) == ["Can you hear me?"]
        ben_s.say("Every word.")
        assert ada_s.hears(1) == ["Every word."]


def test_one_request_carries_several_frames_and_one_answer_too(plain, ada, active):
    with Voice(plain, ada, active) as ada_s:
        ada_s.room.send_all([frames.Follow(bytes(16), 0)] * 5)
        for _ in range(5):
            ada_s.room.expect(frames.Refusal)


def test_a_line_that_is_sent_again_since_its_answer_was_lost_is_heard_once(wire, ada, active):
    id_ = opened(wire, ada)
    with Voice(wire, ada, active) as ada_s:
        body = id_ + count(1) + packed(encode(ada_s.line("Once.")))
    assert [post(wire.address, "send", body).status for _ in range(3)] == [204] * 3

    (ack,) = taken(wire, id_, 1)

    assert isinstance(decode(ack), frames.Ack)
    assert post(wire.address, "leave", id_).status == 204
    assert Entry.objects.filter(kind=3).count() == 1


def test_the_same_message_on_another_line_is_stored_once(plain, wire, ada, active):
    with Voice(plain, ada, active) as first:
        send = first.line("Once.")
        one = first.room.send_and_wait(send)
    with wire.room(ada) as second:
        second.send(send)
        assert second.expect(frames.Ack).n == one.n


def test_an_answer_that_was_lost_on_its_way_can_be_asked_for_again(wire, ada):
    id_ = opened(wire, ada)
    post(wire.address, "send", id_ + count(1) + packed(ASK_NOBODY, ASK_NOBODY))

    assert taken(wire, id_, 1) == taken(wire, id_, 1)
    post(wire.address, "send", id_ + count(3) + packed(ASK_NOBODY))
    assert len(taken(wire, id_, 2)) == 2


def test_numbers_that_cannot_be_are_refused(wire, ada):
    id_ = opened(wire, ada)

    assert post(wire.address, "take", id_ + count(9)).status == 409
    assert post(wire.address, "send", id_ + count(7) + packed(ASK_NOBODY)).status == 409
    assert post(wire.address, "take", id_ + count(1) + b"x").status == 413


def test_a_reader_who_does_not_ask_holds_little_and_is_said_goodbye(wire, ada, ben, active):
    with served_with(wire, replace(GENEROUS, to_read=20)) as small:
        slow = opened(small, ben)
        follow = encode(frames.Follow(active.conv, 0))
        post(small.address, "send", slow + count(1) + packed(follow))
        with Voice(small, ada, active) as ada_s:
            for _ in range(26):
                ada_s.say("x" * 60_000)
        heard = [decode(raw) for raw in taken(small, slow, 1)]
        assert sum(isinstance(each, frames.Stored) for each in heard) < 5
        while not isinstance(heard[-1], frames.Goodbye):
            heard += [decode(raw) for raw in taken(small, slow, 1 + len(heard))]
        assert heard[-1].code == Bye.TOO_SLOW
        assert post(small.address, "take", slow + count(1 + len(heard))).status == 404


@pytest.mark.parametrize("origin", [None, "https://elsewhere.example", "null"])
def test_a_page_from_elsewhere_is_told_nothing(wire, ada, origin):
    first = packed(encode(frames.Open(1, ada.ticket(now=wire.clock()))))
    answer = post(wire.address, "open", first, origin=origin)

    assert (answer.status, answer.body) == (403, b"")
    assert answer.headers["Access-Control-Allow-Origin"] is None


def test_the_rooms_own_origin_may_read_the_answers_and_no_cookie_is_taken(wire):
    asked = post(wire.address, "open", b"", method="OPTIONS")

    assert asked.status == 204
    assert asked.headers["Access-Control-Allow-Origin"] == ORIGIN
    assert asked.headers["Access-Control-Allow-Methods"] == "POST"
    assert asked.headers["Vary"] == "Origin"
    assert asked.headers["Access-Control-Allow-Credentials"] is None


@pytest.mark.parametrize(
    ("way", "body", "status"),
    [
        ("elsewhere", b"", 404),
        ("send", bytes(40), 404),
        ("take", bytes(40), 404),
        ("leave", bytes(32), 404),
        ("open", b"\x05\0\0\0abc", 400),
        ("open", b"\x05\0", 400),
        ("open", bytes(5000), 413),
        ("send", bytes(300_000), 404),
    ],
)
def test_bad_requests_open_nothing(wire, way, body, status):
    assert post(wire.address, way, body).status == status


def test_other_methods_and_kinds_are_refused(wire):
    assert post(wire.address, "open", b"", method="GET").status == 405
    assert post(wire.address, "open", b"", Content_Type="text/plain").status == 415


def test_a_bad_ticket_is_answered_as_on_a_socket(wire, ada):
    room = PlainRoom(wire.address)
    room.begin(ada.ticket(now=wire.clock(), lasts=-1))
    assert room.goodbye() == Bye.SESSION_OVER


def test_a_frame_that_is_none_ends_the_line(plain, ada):
    with plain.room(ada) as room:
        room.send(b"nonsense")
        assert room.goodbye() == Bye.MALFORMED


def test_signing_out_cuts_the_line_at_once(plain, ada):
    other = replace(ada, token=sign_in(ada.account, now=plain.clock()))
    with plain.room(ada) as first, plain.room(other) as second:
        session = f"session:{ada.token.pk}"
        ada.token.delete()
        plain.relay.tell(session)
        assert first.goodbye() == Bye.SIGNED_OUT
        assert second.is_quiet()


def test_a_line_that_nobody_asks_of_ends_and_one_that_is_asked_of_does_not(
    wire, ada, monkeypatch
):
    monkeypatch.setattr(plain_line, "ALONE_FOR", 0.6)
    left, kept = opened(wire, ada), opened(wire, ada)
    for _ in range(4):
        time.sleep(0.25)
        post(wire.address, "send", kept + count(1) + packed(ASK_NOBODY))
        assert len(taken(wire, kept, 1)) == 1

    assert post(wire.address, "take", left + count(1)).status == 404
    assert post(wire.address, "send", left + count(1) + packed(ASK_NOBODY)).status == 404


def test_who_asks_waits_until_something_comes_and_is_answered_with_nothing_in_the_end(
    wire, ada, monkeypatch
):
    monkeypatch.setattr(plain_line, "ANSWERS_WITHIN", 0.4)
    id_ = opened(wire, ada)
    began = time.monotonic()

    assert taken(wire, id_, 1) == []
    assert 0.3 < time.monotonic() - began < 3


def test_going_down_stores_what_arrived_and_its_words_reach_whoever_asks(wire, ada, active):
    with served_with(wire, Limits(per_second=1000, per_minute=1000)) as second:
        plain = PlainWire(second.relay, second.address, second.clock)
        ada_s = Voice(plain, ada, active)
        ada_s.room.send(ada_s.line("The last words."))
    ada_s.room.reads_to_the_end()
    with Voice(wire, ada, active) as again:
        assert again.lines[-1].body.b == "The last words."
