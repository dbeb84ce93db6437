"""Attacks 15 and 16: nothing is moved, dropped, doubled or taken back unnoticed."""

from dataclasses import replace

import pytest

from pse import frames
from pse.refusal import Trouble
from pse.talking import turn, write_line
from pse.vectors.change import other
from pse.vectors.entries import CONTEXT
from pse.vectors.scene import DAY, NOON, Ledger, asked
from pse.vectors.transcripts import again_after_the_last_visit, story
from tests.attacks.hostile import (
    answer_with,
    chained_anew,
    pieces_of,
    shown_before_trouble,
    told,
)


@pytest.fixture
def scene():
    return story()[0]


@pytest.fixture
def fresh(scene):
    """Opens the conversation anew, as on a shared computer."""
    return lambda **pin: scene.room(scene.ada, today=DAY + 61, **pin).conversation


def answer_of(ledger, scene):
    return ledger.follow(scene.ada.account_id)


@pytest.mark.parametrize("name", [*CONTEXT, "box"])
@pytest.mark.parametrize("place", [0, 1, 3])
def test_15_a_line_with_any_field_changed_is_not_shown(scene, fresh, name, place):
    entry = scene.ledger.stored()[place].entry
    value = getattr(entry, name)
    moved = replace(entry, **{name: 5 - value if name == "kind" else other(value)})
    conversation = fresh()
    lines = shown_before_trouble(conversation, answer_with(scene, scene.ada, place, moved))
    assert lines is not None, "the conversation went on"
    assert all(line.body is not None for line in lines[:place])
    assert [line.body for line in lines[place:] if line.body is not None] == []


@pytest.mark.parametrize("name", [*CONTEXT, "box"])
def test_15_nor_if_the_relay_chains_everything_anew(scene, fresh, name):
    """A relay needs no key to chain: the seal and the signature have to notice."""
    pieces = pieces_of(scene.ledger)[:2]
    entry = scene.ledger.entries()[0]
    value = getattr(entry, name)
    moved = replace(entry, **{name: 5 - value if name == "kind" else other(value)})
    ledger = chained_anew(scene.begun.conv, [pieces[0], frames.Send(moved)])
    try:
        lines = told(fresh(), answer_of(ledger, scene))
    except Trouble:
        return
    assert [line.body for line in lines] == [None]


def test_15_a_box_of_another_conversation_is_not_shown_here(scene, fresh):
    """The same two people, the same server, two conversations."""
    elsewhere = asked(chance_name="elsewhere")
    theirs = elsewhere.ledger.entries()[0]
    header = scene.begun.frame
    moved = [
        theirs,
        replace(theirs, conv=scene.begun.conv),
        replace(theirs, conv=scene.begun.conv, eh_hash=scene.ledger.entries()[0].eh_hash),
        replace(scene.ledger.entries()[0], box=theirs.box, fc=theirs.fc),
    ]
    for entry in moved:
        first = replace(header, first=None)
        ledger = chained_anew(scene.begun.conv, [first, frames.Send(entry)])
        try:
            lines = told(fresh(), answer_of(ledger, scene))
        except Trouble:
            continue
        assert [line.body for line in lines] == [None]


def test_15_a_line_said_twice_by_the_server_is_shown_once(scene, fresh):
    pieces = pieces_of(scene.ledger)[:3]
    ledger = chained_anew(scene.begun.conv, [*pieces, pieces[2]])
    with pytest.raises(Trouble, match="doubled"):
        told(fresh(), answer_of(ledger, scene))


@pytest.mark.parametrize("dropped", [1, 2, 4, 5])
def test_16_a_dropped_line_is_noticed_even_if_chained_anew(scene, fresh, dropped):
    pieces = pieces_of(scene.ledger)
    kept = [piece for place, piece in enumerate(pieces) if place != dropped]
    with pytest.raises(Trouble):
        told(fresh(), answer_of(chained_anew(scene.begun.conv, kept), scene))


@pytest.mark.parametrize("place", [1, 2, 4, 6])
def test_16_two_lines_exchanged_are_noticed_even_if_chained_anew(scene, fresh, place):
    pieces = pieces_of(scene.ledger)
    pieces[place], pieces[place + 1] = pieces[place + 1], pieces[place]
    with pytest.raises(Trouble):
        told(fresh(), answer_of(chained_anew(scene.begun.conv, pieces), scene))


def test_16_a_line_held_back_and_put_in_later_is_refused_or_marked_late():
    scene = asked(chance_name="held back")
    ada, ben = (scene.room(one).read(scene.ledger) for one in (scene.ada, scene.ben))
    held = write_line(scene.ben, ben.conversation, "I can call now.", ts=NOON)
    for text in ("Are you there?", "I feel alone."):
        scene.ledger.store(write_line(scene.ada, ada.conversation, text, ts=NOON + 600_000))
        ada.take(scene.ledger)
    scene.ledger.store(held)
    lines = told(scene.room(scene.ada).conversation, answer_of(scene.ledger, scene))
    assert [line.is_late for line in lines] == [False, False, False, True]


def test_16_a_line_held_back_past_a_new_key_is_refused():
    scene = asked(chance_name="held back longer")
    ada, ben = (scene.room(one).read(scene.ledger) for one in (scene.ada, scene.ben))
    held = write_line(scene.ben, ben.conversation, "Yes, do it.", ts=NOON)
    scene.ledger.store(turn(scene.ada, ada.conversation, records=scene.records, day=DAY + 30))
    scene.ledger.store(held)
    with pytest.raises(Trouble):
        told(scene.room(scene.ada).conversation, answer_of(scene.ledger, scene))


def test_16_two_stories_told_to_ada_and_ben_meet_at_the_next_line():
    """A fork: each sees the other's line missing, until one of them writes again."""
    scene = asked(chance_name="fork")
    ada, ben = (scene.room(one).read(scene.ledger) for one in (scene.ada, scene.ben))
    to_ada = Ledger(scene.begun.conv)
    to_ada.store(scene.begun.frame)
    to_ada.store(write_line(scene.ada, ada.conversation, "for Ada's story", ts=NOON))
    ada.take(to_ada)
    scene.ledger.store(write_line(scene.ben, ben.conversation, "for Ben's story", ts=NOON))
    ben.take(scene.ledger)
    later = write_line(scene.ben, ben.conversation, "and on", ts=NOON)
    to_ada.store(later)
    with pytest.raises(Trouble):
        ada.take(to_ada)


def test_16_a_rolled_back_conversation_is_noticed_by_what_state_remembers(scene, fresh):
    read = fresh()
    told(read, answer_of(scene.ledger, scene))
    pin = read.mark()
    shorter = chained_anew(scene.begun.conv, pieces_of(scene.ledger)[:-1])
    with pytest.raises(Trouble):
        told(fresh(pin=pin), answer_of(shorter, scene))
    assert told(fresh(pin=pin), answer_of(scene.ledger, scene))


def test_16_a_total_roll_back_is_noticed_by_the_next_line_of_the_other():
    """No memory at all: a fresh computer, old log and old state. Ben's line shows it."""
    scene = asked(chance_name="rolled back")
    ada, ben = (scene.room(one).read(scene.ledger) for one in (scene.ada, scene.ben))
    for room, text in ((ada, "one"), (ben, "two")):
        scene.ledger.store(write_line(room.person, room.conversation, text, ts=NOON))
        ada.take(scene.ledger)
        ben.take(scene.ledger)
    later = write_line(scene.ben, ben.conversation, "three", ts=NOON)
    old = chained_anew(scene.begun.conv, pieces_of(scene.ledger)[:2])
    old.store(later)
    with pytest.raises(Trouble):
        told(scene.room(scene.ada).conversation, answer_of(old, scene))


def test_16_older_lines_have_to_lead_to_the_ones_shown(scene, fresh):
    ledger = scene.ledger
    conversation = fresh()
    told(conversation, ledger.follow(scene.ada.account_id, after=5))
    items = [frame for frame in ledger.stored() if frame.n <= 5]
    base = frames.Base(ledger.conv, 0, ledger.hashes[0])
    end = frames.Paged(ledger.conv, 5)
    assert [line.n for line in conversation.page(base, items, end)] == [2, 3, 4]
    with pytest.raises(Trouble):
        conversation.page(base, items[:-1], frames.Paged(ledger.conv, 3))
    again = fresh()
    told(again, ledger.follow(scene.ada.account_id, after=5))
    with pytest.raises(Trouble):
        again.page(replace(base, h=bytes(32)), items, end)


@pytest.fixture
def answer_from_three():
    """Ada and Ben, two lines of his, and an answer that begins after the first of them."""
    scene = asked(chance_name="begun in the middle")
    ben = scene.room(scene.ben).read(scene.ledger)
    for text in ("one", "two"):
        scene.ledger.store(write_line(scene.ben, ben.conversation, text, ts=NOON))
        ben.take(scene.ledger)
    return scene, ben, scene.ledger.follow(scene.ada.account_id, after=3)


def test_16_a_beginning_that_nothing_known_confirms_shows_nothing(answer_from_three):
    """A computer that remembers nothing: the beginning is left out, and its hash made up."""
    scene, _, answer = answer_from_three
    conversation = scene.room(scene.ada).conversation
    assert told(conversation, answer[:-1]) == []
    with pytest.raises(Trouble, match="confirms"):
        write_line(scene.ada, conversation, "on?", ts=NOON)
    with pytest.raises(Trouble, match="confirms"):
        conversation.take(answer[-1])


def test_16_a_header_that_closes_what_was_read_confirms_it(answer_from_three):
    scene, ben, _ = answer_from_three
    scene.ledger.store(turn(scene.ben, ben.conversation, records=scene.records, day=DAY + 30))
    answer = scene.ledger.follow(scene.ada.account_id, after=3)
    assert [line.body.b for line in told(scene.room(scene.ada).conversation, answer)] == ["two"]


def test_16_nothing_is_shown_before_the_mark_of_the_last_visit_is_met_again(answer_from_three):
    scene, ben, _ = answer_from_three
    pin = ben.conversation.mark()
    good = scene.ledger.follow(scene.ben.account_id)
    again = scene.room(scene.ben, pin=pin).conversation
    assert told(again, good[:-2]) == []
    assert [line.n for line in again.take(good[-2])] == [2, 3, 4]
    bent = replace(good[-2], entry=replace(good[-2].entry, box=bytes(1097)))
    other = scene.room(scene.ben, pin=pin).conversation
    assert shown_before_trouble(other, [*good[:-2], bent, good[-1]]) == []


def test_16_an_answer_that_begins_and_ends_before_the_last_visit_shows_nothing(
    answer_from_three,
):
    scene, ben, _ = answer_from_three
    pin = ben.conversation.mark()
    pieces = pieces_of(scene.ledger)
    other = chained_anew(scene.begun.conv, [*pieces[:2], pieces[3]])
    answer = other.follow(scene.ben.account_id, after=3)
    conversation = scene.room(scene.ben, pin=pin).conversation
    assert shown_before_trouble(conversation, answer) == []


def test_16_a_line_from_before_the_base_does_not_come_again_after_the_last_visit():
    """Chained anew it fits every hash: only what the visit counted of Ben's lines tells."""
    scene, pin, answer = again_after_the_last_visit()
    with pytest.raises(Trouble, match="doubled"):
        told(scene.room(scene.ada, pin=pin).conversation, answer)
