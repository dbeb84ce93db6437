"""Check-ins: read as strictly as they are written, and told in a copy without a total."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pse.body import NeedsNewer, read_body
from pse.cards import card_words
from pse.check_in import (
    MOST_ROWS,
    NOT_SURE,
    SKIPPED,
    CheckIn,
    Sheet,
    read_sheet,
    write_sheet,
)
from pse.export_checks import UNVALIDATED, sheets_text
from pse.export_documents import document_json, read_documents_along
from pse.refusal import Refused
from pse.vectors.cards import card_body
from pse.vectors.checks import CARD, HELP, SHEET

answers = st.sampled_from([0, 1, 2, 3, 4, NOT_SURE, SKIPPED])
rows = st.builds(
    CheckIn,
    a=st.tuples(*[answers] * 6),
    b=st.text(st.characters(exclude_categories=["Cs"]), max_size=500),
    c=st.tuples(*[st.integers(0, 3)] * 6),
    day=st.integers(0, 60_000),
)


@given(st.lists(rows, min_size=1, max_size=MOST_ROWS), st.sampled_from([1, 2]))
def test_whatever_was_answered_comes_back_as_it_was(given_rows, side):
    in_order = tuple(sorted(given_rows, key=lambda row: row.day))
    sheet = Sheet(b"c" * 16, "", b"", side, 1, in_order)
    assert read_sheet(write_sheet(sheet)) == sheet


def test_a_copy_tells_answers_in_words_and_says_that_they_are_not_validated():
    documents = read_documents_along([document_json(4, SHEET)])
    text = sheets_text(documents.sheets)
    assert UNVALIDATED in text
    assert "I felt heard. completely\n" in text
    assert "They were real with me. mostly (shown)\n" in text
    assert "I felt safe to be myself. a little\nSlower.\n" in text
    assert "skipped (shown, counted)" in text
    assert "total" not in text.replace("they have no total", "")


def test_nobody_who_checked_in_never_reads_about_it():
    assert sheets_text(()) == ""


def test_a_talk_tells_what_was_shown_and_what_was_wished():
    shown = card_words(read_body(card_body("check", CARD), kind=3))
    assert "Being heard: completely" in shown
    assert "Feeling safe: not sure" in shown
    assert "More calls." in shown
    assert card_words(read_body(card_body("check", HELP), kind=3)) == "(asked: help us talk)"


def test_statements_of_a_later_version_need_a_newer_room():
    raw = card_body("check", CARD.replace(b'"ver":1', b'"ver":2'))
    later = read_body(raw, kind=3)
    assert later == NeedsNewer("check")
    with pytest.raises(Refused):
        read_body(raw, kind=2)
