"""The practice room knows made-up people only: no line of a real talk can come into it."""

import json
import re
import subprocess
import sys

import pytest

from tests.house.test_room_folders import BROWSER, PROJECT, code

REAL = re.compile(
    r"\b(conversations?|relationships?|notebook|drafts?|search(ing)?|files|documents?)\b|\.lines\b"
)
FILES = [
    BROWSER / "listening" / "practice.js",
    BROWSER / "talk" / "practising.js",
    *sorted((BROWSER / "screens").glob("practice*.js")),
]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_nothing_of_the_practice_room_asks_for_a_real_talk(file):
    assert len(FILES) >= 5
    assert not REAL.search(code(file)), f"{file.name} reaches for {REAL.search(code(file))}"


def test_everybody_who_was_written_is_served():
    subprocess.run([sys.executable, PROJECT / "tools" / "assemble.py"], check=True, timeout=120)
    people = PROJECT / "coach" / "practice" / "people"
    served = json.loads((PROJECT / "var/public/app/protocol/practice.json").read_text())
    written = {file.stem for file in people.glob("*.json")}
    assert {person["id"] for person in served["people"]} == written
