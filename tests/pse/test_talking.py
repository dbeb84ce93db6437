"""Two people and an honest house: whatever they do, both read the same, in the same order."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pse import frames, wire
from pse.base64url import from_text, to_text
from pse.body import Continues, Hello, Text
from pse.epoch import eh_hash_of
from pse.promise import Agreement, agreement_hash, read_promise, verify_agree
from pse.receipt import Receipt, leaf_of, path_of, sign_batch, verify_receipt
from pse.refusal import Trouble
from pse.remembered import Mark
from pse.signing import verify_key_of
from pse.talking import say_yes, start_again, turn, write_line
from pse.vectors.scene import (
    DAY,
    HOME,
    LOG_SEED,
    NOON,
    PROMISE,
    SENTENCES,
    Ledger,
    Room,
    Scene,
    asked,
)
from pse.vectors.transcripts import story

acts = st.lists(st.sampled_from(["ada", "ben", "ada turns", "ben turns"]), max_size=12)


def rooms_of(scene: Scene) -> dict[str, Room]:
    return {
        "ada": scene.room(scene.ada).read(scene.ledger),
        "ben": scene.room(scene.ben).read(scene.ledger),
    }


def act(scene: Scene, rooms: dict[str, Room], what: str, number: int) -> str | None:
    """One person writes or turns to a new key; both take it. What was written, if anything."""
    who, _, turns = what.partition(" ")
    room, text = rooms[who], f"{who} {number}"
    if turns:
        posted = turn(room.person, room.conversation, records=scene.records, day=DAY + number)
        scene.ledger.store(posted)
    else:
        ts = NOON + number
        scene.ledger.store(write_line(room.person, room.conversation, text, ts=ts))
    for taker in rooms.values():
        taker.take(scene.ledger)
    return None if turns else text


def read_anew(scene: Scene, person, **pin):
    conversation = scene.room(person, **pin).conversation
    answer = scene.ledger.follow(person.account_id)
    return [line for frame in answer for line in conversation.take(frame)]


@settings(max_examples=40, deadline=None)
@given(acts)
def test_both_read_every_line_once_and_in_order(acts):
    scene = asked(chance_name="whatever they do")
    rooms = rooms_of(scene)
    made = [act(scene, rooms, what, number) for number, what in enumerate(acts, start=1)]
    written = [text for text in made if text is not None]
    for person in (scene.ada, scene.ben):
        lines = read_anew(scene, person)
        assert [line.body.b for line in lines[1:]] == written
        assert not any(line.fault or line.is_late for line in lines)
    assert rooms["ada"].conversation.mark() == rooms["ben"].conversation.mark()


@settings(max_examples=40, deadline=None)
@given(acts, st.integers(0, 14))
def test_reading_on_from_any_mark_gives_the_rest(acts, at):
    scene = asked(chance_name="reading on")
    rooms = rooms_of(scene)
    marks = {2: rooms["ada"].conversation.mark()}
    for number, what in enumerate(acts, start=1):
        act(scene, rooms, what, number)
        marks[scene.ledger.n] = rooms["ada"].conversation.mark()
    pin = marks[min(marks, key=lambda n: abs(n - at))]
    room = scene.room(scene.ada, pin=pin).read(scene.ledger, after=pin.n)
    assert room.conversation.mark() == rooms["ada"].conversation.mark()
    act(scene, {"ada": room, "ben": rooms["ben"]}, "ada", 99)


def test_both_sign_the_same_promise_and_each_can_check_the_other():
    scene = asked(chance_name="promise")
    payload, conv = scene.begun.payload, scene.begun.conv
    assert agreement_hash(read_promise(payload["promise"])) == PROMISE
    yes = say_yes(scene.ben, conv=conv, sentences=SENTENCES, day=DAY)
    for person, role, answer in ((scene.ada, 1, payload), (scene.ben, 2, yes)):
        sig = from_text(answer["sig"], size=64)
        signed = Agreement(person.account_id, role, answer["day"], sig)
        verify_agree(signed, home=HOME, conv=conv, promise=PROMISE, record=person.record)


def test_the_hello_says_what_ada_would_like_to_be_called():
    scene = asked(chance_name="hello")
    [line] = read_anew(scene, scene.ben)
    assert isinstance(line.body, Hello)
    assert (line.n, line.body.name, line.body.sc) == (2, "Ada", scene.ada.saved)


def test_a_line_written_before_the_other_was_seen_says_so():
    here, _, _ = story()
    lines = read_anew(here, here.ben, today=DAY + 61)
    assert [line.is_late for line in lines] == [False] * 5 + [True, False]
    assert isinstance(lines[5].body, Text)
    assert lines[5].body.b == "Are you there?"


def test_ada_starts_again_from_the_last_good_line():
    here, ada, _ = story()
    begun = start_again(here.ada, ada.conversation, here.ben.record, day=DAY + 61, ts=NOON)
    assert begun.payload == {"conv": to_text(begun.conv), "rand": to_text(begun.rand)}
    ledger = Ledger(begun.conv)
    ledger.store(begun.frame)
    anew = Scene(here.ada, here.ben, begun, ledger)
    [line] = read_anew(anew, here.ben, today=DAY + 61)
    mark = ada.conversation.mark()
    assert isinstance(line.body, Continues)
    assert (line.body.conv, line.body.n, line.body.h) == (mark.conv, mark.n, mark.h)
    rooms = rooms_of(anew)
    assert act(anew, rooms, "ben", 1)


def test_a_receipt_shows_ada_that_her_line_was_stored_with_the_others():
    conv, hashes = b"c" * 16, [bytes([n]) * 32 for n in range(5)]
    leaves = [leaf_of(conv, n, h) for n, h in enumerate(hashes)]
    levels, sig = sign_batch(LOG_SEED, HOME, leaves)
    for n, h in enumerate(hashes):
        receipt = Receipt(conv, n, h, n, 5, path_of(levels, n), sig)
        verify_receipt(receipt, home=HOME, log_key=verify_key_of(LOG_SEED))


def test_no_length_tells_a_short_line_from_a_longer_one():
    scene = asked(chance_name="lengths")
    room = rooms_of(scene)["ada"]
    sizes = {
        len(write_line(scene.ada, room.conversation, "x" * size, ts=NOON).entry.box)
        for size in (0, 1, 10, 500, 800)
    }
    assert sizes == {73 + 1_024}


def test_every_frame_of_a_talk_is_small():
    for frame in story()[0].ledger.follow(story()[0].ada.account_id):
        assert len(wire.encode(frame)) <= frames.LARGEST_FRAME


def test_a_conversation_begins_once_and_takes_only_its_own_frames():
    here, _, _ = story()
    answer = here.ledger.follow(here.ada.account_id)
    begun = answer[:4]
    for odd in (answer[3], frames.Opened(1, DAY), frames.Goodbye(1)):
        conversation = here.room(here.ada, today=DAY + 61).conversation
        for frame in begun:
            conversation.take(frame)
        with pytest.raises(Trouble):
            conversation.take(odd)


def test_a_gate_only_changes_the_mode():
    here, _, _ = story()
    room = here.room(here.ada, today=DAY + 61).read(here.ledger)
    assert room.conversation.take(frames.Gate(here.begun.conv, 3)) == []
    assert room.conversation.mode == 3


def test_lines_left_out_since_the_last_visit_are_noticed():
    here, _, _ = story()
    early = here.room(here.ada, today=DAY + 61).conversation
    for frame in here.ledger.follow(here.ada.account_id)[:6]:
        early.take(frame)
    first = early.headers.first
    counts = tuple(early.walk.sseq.get(row.account_id, 0) for row in first.members)
    pin = Mark(first.conv, counts, eh_hash_of(first), 0, early.walk.h, early.walk.n)
    assert scene_read(here, pin, after=pin.n)
    with pytest.raises(Trouble, match="missing"):
        scene_read(here, pin, after=pin.n + 2)


def scene_read(here: Scene, pin: Mark, *, after: int) -> Room:
    return here.room(here.ada, today=DAY + 61, pin=pin).read(here.ledger, after=after)
