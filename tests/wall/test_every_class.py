"""Every class of data has its place on the wall, or says why it needs none."""

import re
from pathlib import Path

import pytest

from alongside.keeping.tables import CONTENT_TABLES, KEY_TABLES, LEFT_OUT
from alongside.wall.rules import Kind
from pse import entry
from pse.body import _FIELDS as BODIES
from pse.cards import CARDS
from pse.document import KINDS as DOCUMENTS
from tests.wall.test_every_kind import NOT_BY_THE_HOUSE

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "wall.md").read_text(encoding="utf-8")
WHERE = dict(re.findall(r"^\| `([^`]+)` \| (.+) \|$", PAGE, re.MULTILINE))
# What is no table, body or document of its own.
BESIDE = {"what is told with a yes", "what is told in an emergency", "what is taken along"}
ENTRIES = ("HEADER", "HELLO", "MESSAGE", "LEAVE", "ERASE")


def classes() -> set[str]:
    """Every class there is: tables, kinds of bodies, of entries, of documents."""
    entries = {name for name in ENTRIES if isinstance(getattr(entry, name), int)}
    return (
        {*KEY_TABLES, *CONTENT_TABLES, *LEFT_OUT}
        | {f"body {name}" for name in (*BODIES, *CARDS)}
        | {f"entry {name}" for name in entries}
        | {f"document {number}" for number in DOCUMENTS}
    )


def told_in(where: str) -> list[str]:
    """The kinds that a line of the table names."""
    return where.removeprefix("row: ").split(", ") if where.startswith("row: ") else []


def test_every_class_of_data_has_its_line() -> None:
    assert classes() - set(WHERE) == set()
    assert set(WHERE) - classes() == BESIDE


@pytest.mark.parametrize("name", sorted(WHERE))
def test_a_line_says_where_or_why_not(name: str) -> None:
    where = WHERE[name]
    assert re.match(r"row: |readers\b|only you$|none: \w", where)
    assert set(told_in(where)) <= set(Kind.__members__)


def test_every_kind_of_row_is_told_of_something() -> None:
    told = {kind for where in WHERE.values() for kind in told_in(where)}
    never = {kind.name for kind in NOT_BY_THE_HOUSE}
    assert told | never == set(Kind.__members__)
