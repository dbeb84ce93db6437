"""Units of the practice room: five, in both languages, one right answer a question."""

import json
from pathlib import Path

import pytest

from tests.words.grade import grade
from tests.words.grade_es import grade_es

UNITS = Path(__file__).parents[2] / "coach" / "practice" / "units"
FILES = sorted(UNITS.glob("*.json"))
HIGHEST = 6.0


def unit(file):
    return json.loads(file.read_text(encoding="utf-8"))


def texts(words):
    yield from words["read"]
    yield from (words["try"]["says"], words["try"]["ask"], *words["try"]["look"])
    for question in words["check"]:
        yield question["question"]
        for answer in question["answers"]:
            yield from (answer["text"], answer["why"])


def test_the_five_practices_are_there():
    assert sorted(unit(file)["number"] for file in FILES) == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_unit_is_whole_and_the_same_in_both_languages(file):
    one = unit(file)
    assert set(one) == {"id", "number", "en", "es"}
    assert one["id"] == file.stem
    for lang in ("en", "es"):
        words = one[lang]
        assert set(words) == {"read", "try", "check"}
        assert 4 <= len(words["read"]) <= 8
        assert len(words["check"]) == 3
        assert all(text == " ".join(text.split()) for text in texts(words))
    for english, spanish in zip(one["en"]["check"], one["es"]["check"], strict=True):
        right = [answer["right"] for answer in english["answers"]]
        assert len(right) == 3
        assert right.count(True) == 1
        assert right == [answer["right"] for answer in spanish["answers"]]


def test_the_right_answer_does_not_always_stand_in_one_place():
    places = [
        [answer["right"] for answer in question["answers"]].index(True)
        for file in FILES
        for question in unit(file)["en"]["check"]
    ]
    assert all(3 <= places.count(at) <= 7 for at in range(3)), places


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_unit_can_be_read_by_everybody(file):
    one = unit(file)
    assert grade(" ".join(texts(one["en"]))) <= HIGHEST
    assert grade_es(" ".join(texts(one["es"]))) <= HIGHEST
