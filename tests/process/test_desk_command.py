"""Seats at the desk, from the server's own command line."""

import re

import pytest

from tests.process.served import founded

WORDS = re.compile(r"^  (\w+(?: \w+){4})$", re.MULTILINE)


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """Riverside Peers, with nobody at the desk."""
    return founded(tmp_path_factory.mktemp("riverside"))


def test_dora_gets_a_seat_and_later_begins_anew(house):
    assert "Nobody sits at the desk yet" in house.run("desk", "list").stdout
    added = house.run("desk", "add", "Dora")
    first = WORDS.search(added.stdout)[1]
    assert "sets up the second step" in added.stdout

    again = house.run("desk", "add", "Dora")
    assert (again.returncode, again.stdout) == (1, "")
    assert "Someone at the desk has this name." in again.stderr

    reset = house.run("desk", "reset", "Dora")
    assert "signed out everywhere" in reset.stdout
    assert WORDS.search(reset.stdout)[1] != first
    listed = house.run("desk", "list").stdout
    assert re.fullmatch(r"  Dora +has no second step yet\n", listed)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["reset", "Finn"], "nobody at the desk is called Finn"),
        (["add", "x" * 41], "a name has 1 to 40 letters"),
        (["add", " "], "a name has 1 to 40 letters"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(house, words, said):
    answer = house.run("desk", *words)

    assert answer.returncode == 1
    assert said in answer.stderr
    assert "Traceback" not in answer.stderr
