"""docs/asvs.md answers every requirement up to Level 2 once, and points at what is there."""

import re
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "asvs.md").read_text("utf-8")
STATES = ("holds", "not applicable", "open")
# How many requirements of Levels 1 and 2 each section of ASVS 5.0.0 has, from its first on;
# those of Level 3 are left out where they stand in between.
SECTIONS = {
    "1.1": 2, "1.2": 9, "1.3": 11, "1.4": 3, "1.5": 2,
    "2.1": 3, "2.2": 3, "2.3": 4, "2.4": 1,
    "3.2": 2, "3.3": 4, "3.4": 6, "3.5": 5, "3.7": 2,
    "4.1": 3, "4.2": 1, "4.3": 2, "4.4": 4,
    "5.1": 1, "5.2": 3, "5.3": 2, "5.4": 3,
    "6.1": 3, "6.2": 12, "6.3": 4, "6.4": 4, "6.5": 5, "6.6": 3, "6.8": 4,
    "7.1": 3, "7.2": 4, "7.3": 2, "7.4": 5, "7.5": 2, "7.6": 2,
    "8.1": 2, "8.2": 3, "8.3": 1, "8.4": 1,
    "9.1": 3, "9.2": 4,
    "11.1": 2, "11.2": 3, "11.3": 3, "11.4": 4, "11.5": 1, "11.6": 1,
    "12.1": 3, "12.2": 2, "12.3": 4,
    "13.1": 1, "13.2": 5, "13.3": 2, "13.4": 5,
    "14.1": 2, "14.2": 4, "14.3": 3,
    "15.1": 3, "15.2": 3, "15.3": 7,
    "16.1": 1, "16.2": 5, "16.3": 4, "16.4": 3, "16.5": 3,
}  # fmt: skip
# Whole chapters of things there are none of here, and how many requirements each has.
NONE_OF_IT = {"10.*": 29, "17.*": 7}
BESIDE = ("14.2.6", "14.2.7", "14.2.8")
LEVEL_2 = 253


def _rows():
    cells = [
        [cell.strip() for cell in line.strip("| ").split(" | ")]
        for line in PAGE.splitlines()
        if re.match(r"\| \d+\.", line)
    ]
    return [cells for cells in cells if len(cells) == 5]


ROWS = _rows()


def test_every_requirement_has_one_row():
    expected = Counter(
        [f"{section}.{n}" for section, count in SECTIONS.items() for n in range(1, count + 1)]
    )
    expected.update([*NONE_OF_IT, *BESIDE])

    assert Counter(row[0] for row in ROWS) == expected
    assert sum(SECTIONS.values()) + sum(NONE_OF_IT.values()) == LEVEL_2


def test_each_says_how_it_stands_and_the_page_counts_them_right():
    stand: Counter[str] = Counter()
    for number, _level, _asks, state, _why in ROWS:
        assert state in STATES, number
        stand[state] += NONE_OF_IT.get(number, 1)

    told = re.search(r"^\| requirements \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$", PAGE, re.M)

    assert told is not None
    assert [int(n) for n in told.groups()] == [*(stand[s] for s in STATES), stand.total()]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_what_holds_names_what_shows_it_and_what_does_not_says_why(row):
    number, _level, _asks, state, why = row
    named = re.findall(r"`([\w./-]+\.(?:py|js|sh|conf))`", why)
    assert [name for name in named if not (ROOT / name).exists()] == []
    if state == "holds":
        assert named or "](" in why or "protocol/" in why or "policies" in why, number
    else:
        assert why, number


def test_no_page_listens_to_another_window():
    for file in (ROOT / "browser").rglob("*.js"):
        if "tests" in file.parts or "node_modules" in file.parts:
            continue
        text = file.read_text("utf-8")
        assert 'window.addEventListener("message"' not in text, file
        assert "window.onmessage" not in text, file
