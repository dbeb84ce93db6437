"""A copy tells no story that was taken back, and tells one's own stories readably."""

import pytest

from pse.body import read_body
from pse.cards import Card
from pse.entry import MESSAGE, Target
from pse.export_check import Talk
from pse.export_documents import document_json, read_documents_along
from pse.export_reading import day_words, talk_page, talk_text
from pse.export_saying import plain_words
from pse.export_stories import stories_words
from pse.said import Said
from pse.state import Saved
from pse.story import Layer, Story, Told, write_story
from pse.vectors.cards import card_body
from pse.vectors.stories import GOOD
from pse.walk import Line

ADA, BEN = b"a" * 16, b"b" * 16
OF, OTHER = "AAECAwQFBgcICQoLDA0ODw", "C" + "A" * 21
SC = Saved(1, 0, bytes(8))


def card(t, of=OF, **fields):
    return Card(t, {"of": of, **fields}, SC, 5)


def shared(of=OF):
    return card("story-shared", of, k=1, notes=[], own="", said="I hid it.", until=0)


@pytest.fixture
def said():
    """Ben asked in line 4, told in 6; Ada told something of hers in 7, by the same name."""
    said = Said()
    for n, by, body in [
        (4, BEN, card("story-offer", k=1, notes=[], own="", re="", size=3)),
        (6, BEN, shared()),
        (7, ADA, shared()),
        (8, BEN, shared(OTHER)),
    ]:
        said.place(n, by, bytes([n]) * 32)
        said.take(n, by, bytes([n]) * 16, body)
    return said


def taken(said):
    return [wording.n for wording in said.wordings() if wording.is_taken]


def test_a_story_that_stands_is_not_said_to_be_taken_back(said):
    assert taken(said) == []


def test_a_withdrawn_story_is_gone_with_its_question_and_nobody_elses(said):
    said.take(9, BEN, b"w" * 16, card("story-withdrawn"))

    assert taken(said) == [4, 6]


def test_nobody_withdraws_what_somebody_else_told(said):
    said.take(9, b"finn" * 4, b"w" * 16, card("story-withdrawn"))

    assert taken(said) == []


def test_a_card_that_was_taken_back_shows_no_words_in_a_copy(said):
    said.erase(ADA, [Target(7, b"\x07" * 16, b"\x07" * 32)])

    assert taken(said) == [7]


def test_a_copy_says_each_step_in_words_and_the_question_holds_no_story():
    told = {
        t: plain_words(read_body(card_body(t, cards[0]), kind=MESSAGE))
        for t, cards in GOOD.items()
    }

    assert "I hid it for years." in told["story-shared"]
    assert "I hid it" not in told["story-offer"]
    assert told["story-answer"] == "(would like to hear it)"


@pytest.mark.parametrize(("day", "stands"), [(20_499, True), (20_500, True), (20_501, False)])
def test_what_was_told_for_some_days_stands_in_no_copy_taken_after_the_last(day, stands):
    body = card("story-shared", k=1, notes=[], own="", said="I hid it.", until=20_500)
    line = Line(6, MESSAGE, BEN, body, msg_id=bytes(16))
    talk = Talk({"state": "active"}, "Ben", ADA, (line,), None, has_both=True, day=day)

    for copy in (talk_text(talk), talk_page(talk)):
        assert ("I hid it." in copy) is stands
        assert ("told until 2026-02-16: its time is over" in copy) is not stands


def test_a_story_taken_along_is_read_with_its_layers_and_its_account():
    layer = Layer("I hid it.", 0, 1, (1, 8), "debts", 2, "Ada asked.", (ADA,))
    row = Told(20_500, ADA, 1, BEN, 20_502, 0, 20_501)
    story = Story(20_499, bytes(8), (layer,), "The letter", (row,))
    found = read_documents_along([document_json(11, write_story(story))])
    [words] = stories_words(found.stories, day_words)

    assert found.stories == (story,)
    assert "The letter" in words
    assert "touches on: alcohol or drugs, death and grief, debts" in words
    assert "(a line: asked 2026-02-16, told 2026-02-17, opened 2026-02-18)" in words
