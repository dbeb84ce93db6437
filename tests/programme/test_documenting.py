"""Whether notes of meetings are written, and how minutes become units."""

import pytest

from alongside.programme import actions, queries
from alongside.programme.documenting import (
    Documenting,
    NotDocumenting,
    as_kept,
    examples,
    from_kept,
    typed,
)
from pse.units import EIGHT_MINUTES, WHOLE_UNITS, units_of

FORM = {
    "is_on": True,
    "rule": "2",
    "work": " Peer  support ",
    "goals": "Go out\n\n Go  out \nSleep",
    "keep": "7",
}


@pytest.mark.parametrize(
    ("minutes", "by_eight", "whole"),
    [
        (0, 0, 0),
        (7, 0, 0),
        (8, 1, 0),
        (14, 1, 0),
        (15, 1, 1),
        (22, 1, 1),
        (23, 2, 1),
        (37, 2, 2),
        (38, 3, 2),
        (52, 3, 3),
        (53, 4, 3),
    ],
)
def test_a_meeting_is_as_many_units_as_the_rule_says(minutes, by_eight, whole):
    assert units_of(minutes, EIGHT_MINUTES) == by_eight
    assert units_of(minutes, WHOLE_UNITS) == whole


def test_the_desk_shows_the_minutes_at_which_the_rules_part():
    assert dict(examples(EIGHT_MINUTES))[8] == 1
    assert dict(examples(WHOLE_UNITS))[8] == 0


def test_what_was_typed_is_kept_tidy_and_read_again():
    said = typed(**FORM)
    assert said == Documenting(True, WHOLE_UNITS, "Peer support", ("Go out", "Sleep"), 7)
    assert from_kept(as_kept(said)) == said
    assert from_kept({}) == Documenting()
    assert not from_kept({}).is_on
    before = {name: value for name, value in as_kept(said).items() if name != "keep_years"}
    assert from_kept(before).keep_years == 0


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"rule": "3"}, "notes-rule"),
        ({"rule": ""}, "notes-rule"),
        ({"keep": "2"}, "notes-rule"),
        ({"keep": ""}, "notes-rule"),
        ({"work": "w" * 41}, "notes-long"),
        ({"goals": "g" * 201}, "notes-long"),
        ({"goals": "\n".join(map(str, range(21)))}, "notes-long"),
        ({"work": "a\x07b"}, "notes-signs"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_its_reason(change, code):
    with pytest.raises(NotDocumenting) as refusal:
        typed(**{**FORM, **change})
    assert refusal.value.code == code


@pytest.mark.django_db
@pytest.mark.both_databases
def test_no_programme_writes_notes_before_it_says_so(ada):
    assert not queries.documenting().is_on
    actions.say_documenting(typed(**FORM))
    assert queries.documenting() == typed(**FORM)
