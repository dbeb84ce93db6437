"""A consent with one thing missing is signed by nobody, whichever it is; kinds never mix."""

from dataclasses import fields, replace

import pytest

from pse.consent import (
    COUNSELLING,
    FOR_A_COURT,
    LEGAL,
    NOTES,
    ORDINARY,
    WHAT,
    SignsFor,
    Terms,
    Texts,
    To,
    check_terms,
    kind_of,
    read_terms,
    write_terms,
)
from pse.refusal import BadConsent, Refused
from pse.strict_json import parse, write
from pse.vectors.packages import terms

# What a consent may be without; docs/consent.md says so of exactly these.
MAY_BE_EMPTY = {"lines", "signs_for", "witness", "supersedes"}
# Numbers that say something at nought: nobody helped, and a first day of the calendar.
NUMBERS = {"reading_help", "from_day", "day"}
NOTHING = {str: "", bytes: b"", tuple: (), int: 0}


def empty(name):
    """A consent with nothing in one of its fields."""
    given = terms()
    value = getattr(given, name)
    if isinstance(value, To | Texts):
        return [
            replace(given, **{name: replace(value, **{part.name: NOTHING[type(part_of)]})})
            for part in fields(value)
            if (part_of := getattr(value, part.name))
        ]
    return [replace(given, **{name: NOTHING[type(value)]})]


@pytest.mark.parametrize(
    "name", sorted({one.name for one in fields(Terms)} - MAY_BE_EMPTY - NUMBERS)
)
def test_with_one_thing_missing_nobody_signs_and_no_reader_takes_it(name):
    for lacking in empty(name):
        with pytest.raises(Refused):
            check_terms(lacking)
        with pytest.raises(Refused):
            write_terms(lacking)


@pytest.mark.parametrize("name", sorted(parse(write_terms(terms()))))
def test_a_field_that_is_not_there_at_all_is_taken_by_nobody(name):
    paper = parse(write_terms(terms()))
    del paper[name]
    with pytest.raises(Refused):
        read_terms(write(paper))


@pytest.mark.parametrize("lacking", ["name", "right", "why"])
def test_whoever_signs_for_somebody_says_who_by_what_right_and_why(lacking):
    whole = SignsFor("Dora Okoro", "Her guardian", "A court said so.")
    assert check_terms(replace(terms(), signs_for=whole)).signs_for == whole
    with pytest.raises(Refused):
        check_terms(replace(terms(), signs_for=replace(whole, **{lacking: ""})))


def test_an_organisation_says_who_reads_there_and_a_person_names_nobody_else():
    for to in (To(3, "The clinic", "12 Hill Street"), To(2, "Dr. Okoro", "Hill", "The team")):
        with pytest.raises(Refused):
            check_terms(replace(terms(), to=to))


def test_one_for_a_court_and_one_for_counselling_notes_stand_alone():
    plain, notes = terms(), replace(terms(), what=(COUNSELLING,))
    assert [kind_of(plain), kind_of(notes)] == [ORDINARY, NOTES]
    assert kind_of(replace(plain, purpose=FOR_A_COURT)) == LEGAL
    with pytest.raises(BadConsent):
        check_terms(replace(notes, purpose=FOR_A_COURT))
    for other in set(WHAT) - {COUNSELLING}:
        with pytest.raises(BadConsent):
            check_terms(replace(plain, what=tuple(sorted((COUNSELLING, other)))))
