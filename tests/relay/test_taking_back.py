"""Taking back: what the wire takes, and what it refuses."""

from dataclasses import replace

import pytest

from alongside.conversations.models import Entry, Head, TakenBack
from pse import frames, talking
from pse.entry import Target, entry_hashes

from .voice import Voice

pytestmark = [pytest.mark.both_databases]
CLOSED, SIZE, MALFORMED = 5, 6, 9


@pytest.fixture
def ada_s(wire, ada, active):
    """Ada in her conversation with Ben."""
    with Voice(wire, ada, active) as voice:
        yield voice


@pytest.fixture
def ben_s(wire, ben, active):
    """Ben in his conversation with Ada."""
    with Voice(wire, ben, active) as voice:
        yield voice


def target(ack, send, **change):
    return Target(
        **{
            "n": ack.n,
            "msg_id": send.entry.msg_id,
            "h_box": entry_hashes(send.entry)[1],
            **change,
        }
    )


def takes_back(voice, *targets):
    return talking.take_back(voice.who.person, voice.seen, targets)


def said(voice, text="One line."):
    send = voice.line(text)
    return target(voice.put(send), send)


def test_ada_takes_two_lines_back_and_the_wire_remembers_the_day_alone(ada_s, wire):
    lines = [said(ada_s), said(ada_s)]
    ack = ada_s.put(takes_back(ada_s, *lines))

    kept = TakenBack.objects.order_by("n").values_list("n", "by_n", "on_day")
    assert list(kept) == [(line.n, ack.n, wire.clock.today) for line in lines]
    assert (
        Entry.objects.filter(n__in=[line.n for line in lines], box__isnull=False).count() == 2
    )


def test_ben_hears_it_and_his_room_hides_the_line(ada_s, ben_s):
    line = said(ada_s, "I did not mean that.")
    ben_s.hear()
    ada_s.put(takes_back(ada_s, line))
    ben_s.hear()

    assert [(one.n, one.words, one.is_taken) for one in ben_s.seen.walk.said.wordings()][
        1:
    ] == [(line.n, [], True)]


def test_nobody_takes_back_what_another_said(ada_s, ben_s):
    line = said(ada_s)
    ben_s.hear()
    assert ben_s.refused(takes_back(ben_s, line)) == (MALFORMED, 0)
    assert not TakenBack.objects.exists()


def test_what_is_taken_back_is_named_exactly_as_it_is_stored(ada_s):
    line = said(ada_s)
    hello, header = replace(line, n=2), replace(line, n=1)
    for wrong in (
        replace(line, h_box=bytes(32)),
        replace(line, msg_id=bytes(16)),
        hello,
        header,
    ):
        assert ada_s.refused(takes_back(ada_s, wrong)) == (MALFORMED, 0)
    assert ada_s.put(takes_back(ada_s, line)).n == line.n + 1


def test_a_badly_made_erase_is_refused_and_nothing_breaks(ada_s):
    line = said(ada_s)
    good = takes_back(ada_s, line).entry
    upside_down = good.box[:56] * 2 + good.box[-64:]
    for box, code in (
        (b"", SIZE),
        (good.box[:-1], SIZE),
        (good.box[-64:], SIZE),
        (upside_down, MALFORMED),
        (b"\xff" * 56 + good.box[-64:], MALFORMED),
    ):
        assert ada_s.refused(frames.Send(replace(good, box=box))) == (code, 0)
    assert ada_s.refused(frames.Send(replace(good, fc=bytes(32)))) == (MALFORMED, 0)
    assert ada_s.put(frames.Send(good)).n == line.n + 1


def test_taking_back_is_no_answer_and_keeps_nobody_waiting(ada_s, ben_s):
    ben_s.hears(0)
    line = said(ben_s)
    ada_s.hear()
    ada_s.say("Are you there?")
    ben_s.hear()
    since = Head.objects.get().waiting_since
    assert since is not None
    ben_s.put(takes_back(ben_s, line))
    assert Head.objects.get().waiting_since == since


def test_the_same_erase_again_gets_its_old_acknowledgement(ada_s):
    line = said(ada_s)
    send = takes_back(ada_s, line)
    ack = ada_s.put(send)
    assert ada_s.room.send_and_wait(send).n == ack.n
    assert TakenBack.objects.count() == 1


def test_a_signature_that_is_wrong_is_the_writers_fault_and_changes_nothing_for_ben(
    ada_s, ben_s
):
    line = said(ada_s, "Still here.")
    ben_s.hear()
    good = takes_back(ada_s, line).entry
    ada_s.room.send_and_wait(frames.Send(replace(good, box=good.box[:-1] + b"!")))
    [heard] = ben_s.hear()
    assert heard.fault is not None
    assert ben_s.seen.walk.said.wordings()[-1].words == ["Still here."]
