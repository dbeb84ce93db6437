"""The frozen vectors: nobody's words become unreadable because code was changed."""

import json
from copy import deepcopy
from typing import Any

import pytest

from pse.vectors.__main__ import FOLDER, WRITERS, text_of
from pse.vectors.case import Case, is_answered, is_refused

NAMES = sorted(WRITERS)


def _cases(name: str) -> list[Case]:
    cases: list[Case] = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))["cases"]
    return cases


@pytest.mark.parametrize("name", NAMES)
def test_what_was_frozen_is_written_anew_byte_for_byte(name):
    assert text_of(name) == (FOLDER / f"{name}.json").read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_every_frozen_question_gets_its_frozen_answer(name):
    for case in _cases(name):
        holds = is_refused(case) if "refused" in case else is_answered(case)
        assert holds, f"{name}: {case['name']} ({case['op']})"


def test_no_file_lies_beside_the_frozen_ones():
    assert {path.stem for path in FOLDER.glob("*.json")} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_one_changed_digit_in_an_answer_is_noticed(name):
    answered = [case for case in _cases(name) if "out" in case]
    for case in answered:
        changed = deepcopy(case)
        changed["out"] = _changed(changed["out"])
        assert not is_answered(changed), f"{name}: {case['name']}"


def test_every_question_is_asked_at_least_once():
    from pse.vectors.ops import OPS

    assert {case["op"] for name in NAMES for case in _cases(name)} == set(OPS)


def _changed(value: Any) -> Any:
    if isinstance(value, dict) and "hex" in value:
        return {"hex": value["hex"][:-1] + ("0" if value["hex"][-1:] != "0" else "1")}
    if isinstance(value, dict) and value:
        name = sorted(value)[0]
        return {**value, name: _changed(value[name])}
    if isinstance(value, list) and value:
        return [*value[:-1], _changed(value[-1])]
    return [value, "changed"]
