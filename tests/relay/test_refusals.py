"""Everything the wire does not take, each with the code that says why."""

from dataclasses import replace
from datetime import timedelta

import pytest

from alongside.conversations.models import Conversation as ConversationRow
from alongside.conversations.models import Epoch, Member, Mode
from pse import frames, talking
from pse.epoch import eh_hash_of, wraps_hash_of

from .people import Asked, open_gate
from .voice import Voice

pytestmark = [pytest.mark.both_databases]
EPOCH, COUNTER, NOT_YOURS, NOT_YET, CLOSED, SIZE, SEEN, BUSY, MALFORMED, ROTATE = range(1, 11)


@pytest.fixture
def ada_s(wire, ada, active):
    """Ada in her conversation with Ben."""
    with Voice(wire, ada, active) as voice:
        yield voice


def changed(send, **fields):
    return frames.Send(replace(send.entry, **fields))


@pytest.mark.parametrize(
    ("fields", "answer"),
    [
        ({"epoch": 1}, (EPOCH, 0)),
        ({"eh_hash": b"x" * 32}, (EPOCH, 0)),
        ({"sseq": 1}, (COUNTER, 2)),
        ({"sseq": 3}, (COUNTER, 2)),
        ({"sender": b"x" * 16}, (NOT_YOURS, 0)),
        ({"seen_n": 3}, (SEEN, 0)),
        ({"seen_n": 0}, (SEEN, 0)),
        ({"seen_h": b"x" * 32}, (SEEN, 0)),
        ({"seen_n": 1}, (SEEN, 0)),
        ({"box": b"x" * 1096}, (SIZE, 0)),
        ({"box": b"x" * 1098}, (SIZE, 0)),
        ({"box": b""}, (SIZE, 0)),
        ({"kind": 2}, (MALFORMED, 0)),
        ({"kind": 1}, (MALFORMED, 0)),
        ({"kind": 9}, (MALFORMED, 0)),
        ({"fc": b""}, (MALFORMED, 0)),
        ({"kind": 4}, (MALFORMED, 0)),
        ({"kind": 4, "fc": b""}, (SIZE, 0)),
    ],
)
def test_a_line_with_one_wrong_field_is_refused_and_says_why(ada_s, fields, answer):
    send = ada_s.line()
    assert ada_s.refused(changed(send, **fields)) == answer
    assert ada_s.put(send).n == 3


def test_seen_may_not_go_back_behind_what_the_sender_saw_before(ada_s):
    first = ada_s.seen.walk
    n, h = first.n, first.h
    ada_s.say()
    ada_s.say()
    ada_s.put(changed(ada_s.line(), seen_n=3, seen_h=ada_s.seen.walk.hash_at(3)))
    assert ada_s.refused(changed(ada_s.line(), seen_n=n, seen_h=h)) == (SEEN, 0)


def test_a_message_id_with_other_words_is_refused(ada_s):
    send = ada_s.line()
    ada_s.put(send)
    other = changed(ada_s.line(), msg_id=send.entry.msg_id)
    assert ada_s.refused(other) == (MALFORMED, 0)


def test_finn_cannot_tell_adas_conversation_from_a_missing_one(wire, finn, active, ada_s):
    send = ada_s.line()
    foreign = changed(send, sender=finn.person.account_id)
    missing = changed(foreign, conv=b"x" * 16)
    with wire.room(finn) as room:
        answers = []
        for frame in (foreign, missing, send):
            room.send(frame)
            answers.append(room.expect(frames.Refusal))
        for conv in (active.conv, b"x" * 16):
            room.send(frames.Follow(conv, 0))
            answers.append(room.expect(frames.Refusal))
            room.send(frames.Page(conv, 10, 10))
            answers.append(room.expect(frames.Refusal))
        assert {(each.code, each.head_n, each.detail) for each in answers} == {
            (NOT_YOURS, 0, 0)
        }
        ada_s.say()
        assert room.is_quiet()


def test_nothing_but_the_hello_is_taken_before_the_yes(wire, ada, ben, asked):
    with wire.room(ada) as room:
        room.send(asked.begun.frame)
        room.expect(frames.Ack)
        room.expect(frames.Ack)
    for somebody in (ada, ben):
        with Voice(wire, somebody, asked) as voice:
            assert voice.refused(voice.line()) == (NOT_YET, 0)
            assert voice.refused(voice.turn(day=wire.clock.today)) == (NOT_YET, 0)


def test_an_ask_has_one_hello(wire, ada, asked):
    with wire.room(ada) as room:
        bare = replace(asked.begun.frame, first=None)
        room.send(bare)
        assert room.expect(frames.Refusal).code == MALFORMED
        room.send(asked.begun.frame)
        room.expect(frames.Ack)
        room.expect(frames.Ack)
        again = replace(asked.begun.frame.header, day=wire.clock.today - 1)
        room.send(replace(asked.begun.frame, header=again, first=None))
        assert room.expect(frames.Refusal).code == EPOCH


def test_ben_cannot_begin_adas_conversation(wire, ben, asked):
    with wire.room(ben) as room:
        room.send(asked.begun.frame)
        refusals = [room.expect(frames.Refusal) for _ in range(2)]
        assert [each.code for each in refusals] == [NOT_YOURS, NOT_YOURS]
        assert refusals[1].id == asked.begun.frame.first.msg_id


@pytest.mark.parametrize("mode", [Mode.PAUSED, Mode.CLOSED, Mode.GONE])
def test_a_paused_or_closed_conversation_takes_nothing(wire, active, ada_s, mode):
    active.set_mode(mode)
    assert ada_s.refused(ada_s.line()) == (CLOSED, 0)
    assert ada_s.refused(ada_s.turn(day=wire.clock.today)) == (CLOSED, 0)


def test_who_may_not_write_is_refused(wire, ada, active, ada_s):
    Member.objects.filter(account=ada.account).update(may_write=False)
    assert ada_s.refused(ada_s.line()) == (NOT_YOURS, 0)
    assert ada_s.refused(ada_s.turn(day=wire.clock.today)) == (NOT_YOURS, 0)


def test_an_epoch_older_than_a_month_has_to_turn_first(wire, ada, active):
    ada.token.expires_at += timedelta(days=60)
    ada.token.save()
    with Voice(wire, ada, active) as ada_s:
        wire.clock.go_on(days=31)
        ada_s.say("On the last day.")
        wire.clock.go_on(days=1)
        assert ada_s.refused(ada_s.line()) == (ROTATE, 0)
        ada_s.begin_epoch(ada_s.turn(day=wire.clock.today))
        ada_s.say("With a new key.")


def test_a_line_sealed_for_the_last_epoch_is_refused_and_names_the_one_in_force(
    wire, ada, ben, active, ada_s
):
    old = ada_s.line()
    with Voice(wire, ben, active) as ben_s:
        ben_s.begin_epoch(ben_s.turn(day=wire.clock.today))
    ada_s.hear()
    assert ada_s.refused(old) == (EPOCH, 1)


def test_of_two_who_turn_at_once_one_is_told_that_the_epoch_moved_on(
    wire, ada, ben, active, ada_s
):
    with Voice(wire, ben, active) as ben_s:
        late = ben_s.turn(day=wire.clock.today)
        ada_s.begin_epoch(ada_s.turn(day=wire.clock.today))
        ben_s.hear()
        assert ben_s.refused(late) == (EPOCH, 1)


def test_a_header_that_closes_another_chain_is_refused(wire, ada, ben, active, ada_s):
    header = ada_s.turn(day=wire.clock.today)
    with Voice(wire, ben, active) as ben_s:
        ben_s.say()
    ada_s.hear()
    assert ada_s.refused(header) == (SEEN, 0)


def test_a_row_that_the_server_does_not_know_is_refused(wire, active, ada_s):
    frame = ada_s.turn(day=wire.clock.today)
    header = frame.header
    rows = header.members
    wrong = [
        {"day": wire.clock.today + 2},
        {"day": wire.clock.today - 2},
        {"agreement_hash": b"x" * 32},
        {"kind": 2},
        {"owner_id": header.members[0].account_id, "author_id": header.author_id},
        {"members": rows[::-1]},
        {"members": rows[:1]},
        {"members": (replace(rows[0], role=3), rows[1])},
        {"members": (replace(rows[0], account_id=b"\0" * 16), rows[1])},
        {"wraps_hash": b"x" * 32},
        {"retention": 11},
        {"reason": 7},
        {"log_size": 1},
        {"members": (replace(rows[0], kr_hash=b"x" * 32), rows[1])},
    ]
    if header.owner_id == header.members[0].account_id:
        wrong[4] = {"owner_id": header.members[1].account_id}
    for fields in wrong:
        broken = replace(frame, header=replace(header, **fields))
        assert ada_s.refused(broken) == (MALFORMED, 0), fields
    ada_s.begin_epoch(frame)


def test_wraps_for_somebody_else_are_refused(wire, ada, active, ada_s):
    frame = ada_s.turn(day=wire.clock.today)
    mine = frame.wraps[ada.person.account_id]
    for wraps in ({ada.person.account_id: mine}, {**frame.wraps, b"\0" * 16: mine}):
        header = replace(frame.header, wraps_hash=wraps_hash_of(wraps))
        assert ada_s.refused(replace(frame, wraps=wraps, header=header)) == (MALFORMED, 0)


def test_a_hello_with_the_id_of_its_header_harms_nobody(wire, ada, asked):
    frame = asked.begun.frame
    clash = replace(frame.first, msg_id=eh_hash_of(frame.header)[:16])
    with wire.room(ada) as room:
        room.send(replace(frame, first=clash))
        assert [room.expect(frames.Refusal).code for _ in range(2)] == [MALFORMED] * 2


@pytest.mark.parametrize("promised", [0, 1, 11, 24])
def test_a_hello_kept_for_another_time_than_its_promise_is_refused(wire, ada, asked, promised):
    """Twelve months in the header, and another number in what both would sign."""
    ConversationRow.objects.filter(pk=asked.row.pk).update(retention=promised)
    with wire.room(ada) as room:
        room.send(asked.begun.frame)
        assert room.expect(frames.Refusal).code == MALFORMED
    assert not Epoch.objects.filter(conversation=asked.row).exists()


def test_a_hello_of_another_conversation_is_refused(wire, ada, asked):
    frame = asked.begun.frame
    with wire.room(ada) as room:
        for first in (
            replace(frame.first, conv=b"x" * 16),
            replace(frame.first, sender=b"x" * 16),
            replace(frame.first, box=b""),
            replace(frame.first, seen_h=b"x" * 32),
            replace(frame.first, sseq=2),
            replace(frame.first, kind=3),
        ):
            room.send(replace(frame, first=first))
            codes = [room.expect(frames.Refusal).code for _ in range(2)]
            assert len(set(codes)) == 1
        room.send(frame)
        assert [room.expect(frames.Ack).n for _ in range(2)] == [1, 2]


def test_a_conversation_that_continues_begins_with_a_message(wire, ada, ben, active, ada_s):
    begun = talking.start_again(
        ada.person, ada_s.seen, ben.person.record, day=wire.clock.today, ts=1
    )
    row = open_gate(begun, [ada.account, ben.account], relationship=active.row.relationship)
    with wire.room(ada) as room:
        room.send(begun.frame)
        assert [room.until(frames.Ack).n for _ in range(2)] == [1, 2]
    with Voice(wire, ben, Asked(row, begun, (ada, ben))) as ben_s:
        assert len(ben_s.lines) == 1
