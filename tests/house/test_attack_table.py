"""The table of attacks names tests that exist, and sentences that the room says."""

import re
from pathlib import Path

import pytest

from tests.words.test_grade import room_sentences

PROJECT = Path(__file__).resolve().parents[2]
TABLE = (
    (PROJECT / "docs" / "threat-model.md")
    .read_text(encoding="utf-8")
    .split("## Every attack:")[1]
)
ROWS = [line for line in TABLE.splitlines() if re.match(r"\| (\d|P\d)", line)]
WAITING = {29}
AMENDMENTS = 22


@pytest.fixture(scope="module")
def said():
    """Everything the room can say, names cut out."""
    return [plain(one) for one in room_sentences().values()]


def plain(sentence):
    """A sentence without the names in it."""
    return re.sub(r"\{\w+\}|\b(CONTACT|NAME|PROGRAMME|DAY)\b", "*", sentence)


def test_every_attack_on_what_is_built_has_its_row():
    numbers = {int(row.split()[1]) for row in ROWS if row.split()[1].isdigit()}
    assert numbers == set(range(1, 35)) - WAITING


def test_every_amendment_has_its_row_or_is_named_in_one():
    named = {int(one) for row in ROWS for one in re.findall(r"\bP(\d+)\b", row.split("|")[1])}
    assert named == set(range(1, AMENDMENTS + 1))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.split("|")[1].strip()[:40])
def test_each_row_names_tests_that_are_there(row):
    tests = row.split("|")[2]
    named = re.findall(r"`([^`]+)`", tests)
    assert named or "the same" in tests
    for path in named:
        assert (PROJECT / path).is_file(), path


def test_each_sentence_is_one_that_the_room_says(said):
    quoted = [plain(one) for row in ROWS for one in re.findall(r'"([^"]+)"', row.split("|")[3])]
    assert len(quoted) > 20
    assert [one for one in quoted if not any(one in whole for whole in said)] == []
