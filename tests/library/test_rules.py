"""What a story may hold, when it goes on, and what everybody may read without asking."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.library import rules
from alongside.library.texts import TEXTS, hash_of

LATE = datetime(9000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
NOON = datetime(2026, 3, 1, 12, 0, 1, tzinfo=UTC)
GOOD = {"title": "Tea", "called": "Wren", "own_note": "", "words": "word " * 40}


@given(st.datetimes(timezones=st.just(UTC), max_value=LATE))
def test_a_whole_day_lies_between_and_less_than_an_hour_more(handed_in):
    until = rules.rests_until(handed_in)

    assert timedelta(hours=24) <= until - handed_in < timedelta(hours=25)
    assert (until.minute, until.second, until.microsecond) == (0, 0, 0)
    assert not rules.may_go_on(until, now=until - timedelta(microseconds=1))
    assert rules.may_go_on(until, now=until)


def test_what_does_not_rest_has_nothing_to_wait_for():
    assert not rules.may_go_on(None, now=NOON)


@given(st.text(max_size=300))
def test_words_are_one_kind_of_text_however_often_they_are_made_so(typed):
    once = rules.plain_text(typed)

    assert rules.plain_text(once) == once
    assert not [one for one in once if one != "\n" and ord(one) < 32]
    assert "\n" not in rules.one_line(typed)


def test_a_tab_a_null_and_a_mark_that_turns_text_round_are_not_kept():
    assert rules.plain_text("a\tb\0c\u202ed\r\ne") == "abcd\ne"


@pytest.mark.parametrize(
    ("part", "changed"),
    [
        ("title", {"title": ""}),
        ("title", {"title": "t" * 81}),
        ("called", {"called": ""}),
        ("called", {"called": "c" * 41}),
        ("own_note", {"own_note": "n" * 161}),
        ("words", {"words": "too short"}),
        ("words", {"words": "w" * (rules.LONGEST + 1)}),
        ("", {}),
        ("", {"words": "w" * rules.LONGEST, "title": "t" * 80}),
    ],
)
def test_the_part_that_cannot_stay_so_is_named(part, changed):
    assert rules.trouble_in(GOOD | changed, themes=["work"], notes=[]) == part


@pytest.mark.parametrize(
    ("part", "themes", "notes"),
    [
        ("themes", [], []),
        ("themes", ["work"] * 2, []),
        ("themes", list(rules.THEMES[:5]), []),
        ("themes", ["<script>"], []),
        ("notes", ["work"], ["work"]),
        ("", list(rules.THEMES[:4]), list(rules.NOTES)),
    ],
)
def test_themes_and_notes_come_from_closed_lists(part, themes, notes):
    assert rules.trouble_in(GOOD, themes=themes, notes=notes) == part


def test_ids_are_written_so_that_one_is_found_and_a_part_of_one_is_not():
    assert rules.as_ids(["work", "alcohol"], rules.THEMES) == " alcohol work "
    assert rules.as_ids([], rules.THEMES) == ""
    assert max(len(rules.as_ids(rules.NOTES, rules.NOTES)), 0) <= 200


def test_where_younger_people_come_in_a_story_stays_in_the_room():
    assert rules.uses_allowed(min_age=18) == (1, 2, 3)
    assert rules.uses_allowed(min_age=16) == (1,)


def test_a_story_takes_a_minute_at_least():
    assert [rules.minutes(words) for words in ("", "a " * 150, "a " * 151)] == [1, 1, 2]


def test_each_use_has_its_own_text_in_each_language():
    texts = [text for language in TEXTS.values() for text in language.values()]

    assert {tuple(language) for language in TEXTS.values()} == {rules.USES}
    assert len({hash_of(text) for text in texts}) == len(texts)
