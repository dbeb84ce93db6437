"""`alongside doctor` and texts: what happened, in words."""

import pytest

from tests.process.served import founded
from tests.textbox import open_textbox

NUMBER = "+4915112345678"


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    return founded(tmp_path_factory.mktemp("texted"))


@pytest.fixture(scope="module")
def textbox():
    with open_textbox() as box:
        yield box


def test_the_doctor_sends_a_test_text_and_says_so(house, textbox):
    said = house.run("doctor", "--text", "+49 151 12345678", ALONGSIDE_TEXT_URL=textbox.url)

    assert said.returncode == 0, said.stdout + said.stderr
    assert "took a test text" in said.stdout
    (text,) = textbox.came
    assert (text["To"], text["Body"]) == (
        NUMBER,
        "This is a test. If you can read it, texts work.",
    )


@pytest.mark.parametrize(
    ("fault", "words"),
    [((400, 21211), "this number gets no texts"), ((401, 20003), "does not know the account")],
)
def test_the_doctor_says_why_a_test_text_was_not_taken(house, textbox, fault, words):
    textbox.clear()
    textbox.faults[NUMBER] = fault

    said = house.run("doctor", "--text", NUMBER, ALONGSIDE_TEXT_URL=textbox.url)
    textbox.clear()

    assert said.returncode == 1
    assert words in said.stdout
    assert "Traceback" not in said.stderr


def test_the_doctor_warns_where_texts_go_to_every_country(house, textbox):
    words = "lists no beginnings of numbers"
    assert words in house.run("doctor", ALONGSIDE_TEXT_URL=textbox.url).stdout
    near = f"{textbox.url}&to=49"
    assert words not in house.run("doctor", ALONGSIDE_TEXT_URL=near).stdout


def test_the_doctor_says_that_no_provider_is_set_and_what_is_no_number(house, textbox):
    unset = house.run("doctor", "--text", NUMBER)
    odd = house.run("doctor", "--text", "0151", ALONGSIDE_TEXT_URL=textbox.url)

    assert "ALONGSIDE_TEXT_URL is empty" in unset.stdout
    assert "not a number" in odd.stdout
    assert (unset.returncode, odd.returncode) == (1, 1)
