"""The room's closed lists are those of the house, in the same words."""

import re
from pathlib import Path

import pytest

from alongside.library.rules import ANSWERS, LONGEST, NOTES, SHORTEST, THEMES
from alongside.web.words import CATALOGUES
from pse.notes import Notes, merge_notes, notes_json, read_notes
from pse.refusal import Refused

BROWSER = Path(__file__).resolve().parents[2] / "browser"
ROW = re.compile(r'"(library\.[^"]+)":\s*"((?:[^"\\]|\\.)*)"')
#: Said another way on each side: the room sets the name into a sentence, the page into a row of
#: its own; whoever is inside is "here", and who reads outside is told which programme it is.
APART = {"library.by", "library.lead"}
LISTS = (BROWSER / "screens" / "library-lists.js").read_text(encoding="utf-8")


def listed(name):
    """The ids of one of the room's lists."""
    part = LISTS.split(f"export const {name} =")[1].split("export const")[0]
    found = (text.split() for text in re.findall(r'"([a-z][a-z_ -]{2,})"', part))
    return tuple(word for words in found for word in words)


def test_themes_notes_and_answers_are_the_same_on_both_sides():
    assert listed("THEMES") == THEMES
    assert listed("NOTES") == NOTES
    assert listed("ANSWERS") == ANSWERS
    assert f"LONGEST = {LONGEST};" in LISTS
    assert f"SHORTEST = {SHORTEST};" in LISTS


def test_each_theme_and_note_has_words_in_each_language():
    for language in ("en", "es"):
        room = (BROWSER / "words" / language / "library.js").read_text(encoding="utf-8")
        for group, ids in (("theme", THEMES), ("note", NOTES)):
            for one in ids:
                words = CATALOGUES[language][f"library.{group}.{one}"]
                assert f'"library.{group}.{one}": "{words}"' in room


def test_what_the_room_and_the_open_pages_both_say_is_said_in_the_same_words():
    """Words stand twice: the room reads no file of the house, and the pages need no script."""
    for language in ("en", "es"):
        file = BROWSER / "words" / language / "library.js"
        room, pages = dict(ROW.findall(file.read_text("utf-8"))), CATALOGUES[language]
        both = room.keys() & pages.keys()
        assert len(both) > 50
        assert {name for name in both if room[name] != pages[name]} == APART


def test_what_somebody_hides_is_a_sealed_note_that_both_sides_read_alike():
    nothing, hidden = Notes("me", {}, {}), Notes("me", {}, {}, hides="fear loss")

    assert read_notes(notes_json(hidden)) == hidden
    assert "hides" not in notes_json(nothing)
    assert merge_notes(nothing, nothing, hidden).hides == "fear loss"
    assert merge_notes(hidden, nothing, hidden).hides == ""
    for wrong in ("", "x" * 401):
        with pytest.raises(Refused):
            read_notes(notes_json(hidden) | {"hides": wrong})
