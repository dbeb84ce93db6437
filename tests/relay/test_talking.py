"""Two people, one conversation: what is sent arrives, once, in order, and proves itself."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from pse import frames
from pse.receipt import Receipt, verify_receipt
from pse.signing import verify_key_of

from .people import HOME, LOG_SEED
from .voice import Voice

pytestmark = [pytest.mark.both_databases]


def check(ack):
    receipt = Receipt(ack.conv, ack.n, ack.h, ack.index, ack.size, ack.path, ack.sig)
    verify_receipt(receipt, home=HOME, log_key=verify_key_of(LOG_SEED))


def test_ben_reads_adas_hello_before_he_says_yes(wire, ada, ben, asked):
    with wire.room(ada) as adas, wire.room(ben) as bens:
        adas.send(asked.begun.frame)
        for n in (1, 2):
            ack = adas.expect(frames.Ack)
            assert ack.n == n
            check(ack)
        assert bens.expect(frames.Gate) == frames.Gate(asked.conv, 1)
        lines = bens.follow(asked.read_by(ben, today=wire.clock.today))
        assert [line.n for line in lines] == [2]
        assert lines[0].body.b.startswith("Hello")
        assert bens.is_quiet()


def test_what_ada_writes_reaches_ben_live_and_what_ben_writes_reaches_ada(
    wire, ada, ben, active
):
    with Voice(wire, ada, active) as ada_s, Voice(wire, ben, active) as ben_s:
        for speaker, listener in ((ada_s, ben_s), (ben_s, ada_s), (ada_s, ben_s)):
            check(speaker.say("One line."))
            assert listener.hears(1) == ["One line."]
        assert ada_s.seen.walk.h == ben_s.seen.walk.h


def test_ada_sees_on_her_tablet_what_she_wrote_on_her_phone(wire, ada, active):
    with Voice(wire, ada, active) as phone, Voice(wire, ada, active) as tablet:
        phone.say("From the phone.")
        assert tablet.hears(1) == ["From the phone."]
        tablet.say("From the tablet.")
        assert phone.hears(1) == ["From the tablet."]
        assert phone.room.is_quiet()
        assert tablet.room.is_quiet()


def test_ben_learns_of_a_line_in_a_conversation_he_has_not_opened(wire, ada, ben, active):
    with wire.room(ben) as bens, Voice(wire, ada, active) as ada_s:
        ada_s.say()
        assert bens.expect(frames.Gate) == frames.Gate(active.conv, 2)


def test_a_new_key_reaches_each_of_the_two_with_their_own_wrap_only(wire, ada, ben, active):
    with Voice(wire, ada, active) as ada_s, Voice(wire, ben, active) as ben_s:
        header = ada_s.turn(day=wire.clock.today)
        check(ada_s.begin_epoch(header))
        head = ben_s.room.expect(frames.Head)
        assert head.wrap == header.wraps[ben.person.account_id]
        ben_s.seen.take(head)
        ben_s.say("With the new key.")
        assert ada_s.hears(1) == ["With the new key."]
    with Voice(wire, ada, active) as again:
        assert [line.body.b for line in again.lines][-1] == "With the new key."


def test_sending_again_after_a_lost_acknowledgement_doubles_nothing(wire, ada, ben, active):
    with Voice(wire, ada, active) as ada_s, Voice(wire, ben, active) as ben_s:
        send = ada_s.line("Only once.")
        first = ada_s.put(send)
        assert ben_s.hears(1) == ["Only once."]
        with wire.room(ada) as again:
            second = again.send_and_wait(send)
            check(second)
            assert (second.n, second.h) == (first.n, first.h)
        assert ben_s.room.is_quiet()


def test_the_same_line_twice_in_one_breath_is_stored_once(wire, ada, active):
    with Voice(wire, ada, active) as ada_s:
        send = ada_s.line()
        ada_s.room.send(send)
        ada_s.room.send(send)
        acks = [ada_s.room.expect(frames.Ack) for _ in range(2)]
        assert acks[0].n == acks[1].n
        for ack in acks:
            check(ack)


def test_an_ask_sent_again_is_acknowledged_again(wire, ada, active):
    with wire.room(ada) as room:
        room.send(active.begun.frame)
        acks = [room.expect(frames.Ack) for _ in range(2)]
        assert [ack.n for ack in acks] == [1, 2]
        for ack in acks:
            check(ack)


def test_leaving_is_the_last_line(wire, ada, ben, active):
    with Voice(wire, ada, active) as ada_s, Voice(wire, ben, active) as ben_s:
        after = ben_s.line("Too late.")
        check(ada_s.leave(day=wire.clock.today))
        ben_s.hear()
        assert ben_s.refused(after) == (5, 0)
        assert ada_s.refused(ada_s.turn(day=wire.clock.today)) == (5, 0)


def test_two_who_write_at_once_get_one_order_and_lose_nothing(wire, ada, ben, active):
    with (
        Voice(wire, ada, active) as ada_s,
        Voice(wire, ben, active) as ben_s,
        ThreadPoolExecutor(2) as both,
    ):
        list(both.map(write_forty, [ada_s, ben_s]))
    with Voice(wire, ada, active) as reader:
        texts = [line.body.b for line in reader.lines[1:]]
    for somebody in (ada, ben):
        mine = [text for text in texts if text.startswith(f"{somebody.account.pk} ")]
        assert mine == [f"{somebody.account.pk} {number}" for number in range(40)]


def write_forty(voice):
    """Write 40 lines, taking in what the other writes meanwhile."""
    for number in range(40):
        send = voice.line(f"{voice.who.account.pk} {number}")
        voice.room.send(send)
        while not isinstance(_answer(voice, send), frames.Ack):
            send = voice.line(f"{voice.who.account.pk} {number}")
            voice.room.send(send)


def _answer(voice, send):
    while True:
        frame = voice.room.next()
        if isinstance(frame, frames.Ack):
            voice.acknowledged(frame, send)
            return frame
        if isinstance(frame, frames.Refusal):
            return frame
        voice.seen.take(frame)
