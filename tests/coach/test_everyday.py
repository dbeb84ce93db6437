"""The plain sentences of everyday talk follow the guide, and stand once."""

from pathlib import Path

import pytest
from listening_coach.corpus import NotTheForm
from listening_coach.gathering import everyday, read_examples, write_examples

FILE = Path(__file__).parents[2] / "coach" / "corpus" / "everyday.txt"


def test_there_are_as_many_as_the_page_says_and_none_twice():
    found = list(everyday(FILE))
    assert f"{len(found)} plain sentences" in (FILE.parent / "README.md").read_text("utf-8")
    assert len({one.sentences[0].casefold() for one in found}) == len(found)


def test_exploring_is_a_question_and_advice_there_was_not_asked_for():
    for one in everyday(FILE):
        (known,) = one.known
        assert known["question"] or not known["exploring"], one.sentences
        assert known.get("unasked", True), one.sentences


def test_what_follows_no_guide_is_named(tmp_path):
    wrong = tmp_path / "everyday.txt"
    wrong.write_text("R|You left.\nZZ|What?\n", encoding="utf-8")
    with pytest.raises(NotTheForm, match=r"everyday\.txt, line 2"):
        list(everyday(wrong))


def test_examples_come_back_as_they_were_written(tmp_path):
    found = list(everyday(FILE))
    assert write_examples(tmp_path / "examples.jsonl", found) == len(found)
    assert list(read_examples(tmp_path / "examples.jsonl")) == found
