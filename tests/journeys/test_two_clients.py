"""The reference client in Python and the room in a browser hold one conversation, both ways."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.journeys.browsers import PHONE
from tests.journeys.camera import as_upload
from tests.journeys.conftest import one_house
from tests.journeys.people import ask, come_back, come_in
from tests.journeys.reference import ReferenceRoom
from tests.journeys.screens import ANSWER, Home
from tests.journeys.spoken import here, said
from tests.journeys.test_files import Sending
from tests.journeys.test_more_than_text import Lines

house = pytest.fixture(scope="module")(one_house)
THANKS, HEART = 1, 3
LETTER = b"Dear Ben, this is longer than one piece. " * 2_000


class Everything(Lines, Sending):
    """A talk in which everything is done that can be done."""


@pytest.fixture
def reference(house):
    """Rooms in Python at this house; all of them hang up at the end."""
    rooms = []

    def room():
        rooms.append(ReferenceRoom(house.origin))
        return rooms[-1]

    yield room
    for one in rooms:
        one.close()


def shown(talk):
    """Every line a browser shows, newest words; None where it was taken back."""
    turns = talk.log.locator(".turn .said")
    return turns.evaluate_all(
        "all => all.map((one) => one.querySelector('.m > .words-of')?.innerText ?? null)"
    )


def both_know_the_same(python, browser):
    """What the two show is one history."""
    browser.all_sent()
    expect(browser.log.locator(".turn .said")).to_have_count(len(python.texts), timeout=ANSWER)
    assert shown(browser) == python.texts


def test_ada_in_python_and_ben_in_a_browser_do_everything_with_each_other(
    house, open_page, reference
):
    ada = reference()
    ada.come_in("tall-heron-3081")
    ada.ask("Ben", "Hello Ben. This is not a browser.", called="Heron")
    page = open_page(PHONE)
    come_back(page, house, "Ben")
    home = Home(page)
    home.read_hello("Heron")
    home.accept("Heron")
    ben = Everything(page)
    ben.there("Heron")
    everything(ada, ben, name="Heron")

    ada.start_again()
    ada.say("This goes on from there")
    go_there = page.get_by_role("button", name=here("Go there"))
    go_there.click(timeout=ANSWER)
    ben.there("Heron")
    ben.has("This goes on from there")
    ben.say("I am here too")
    ada.until(lambda: "I am here too" in ada.texts, "a line behind the new beginning")
    ada.leave()
    expect(ben.log.get_by_text(said("talk.left", name="Heron"))).to_be_visible(timeout=ANSWER)
    expect(ben.box).to_have_count(0)


@pytest.mark.on_foot
def test_ben_in_python_and_ada_in_a_browser_do_everything_with_each_other(
    house, open_page, reference
):
    page = open_page(PHONE)
    guest = come_in(page, house)
    ask(guest, "Ruth", "Hello Ruth. This is a browser.", called="River")
    ruth = reference()
    ruth.come_back(*house.words_of("Ruth"))
    ruth.accept()
    ruth.open()
    ada = Everything(page)
    ada.there("Ruth")
    everything(ruth, ada, name="Ruth")


def everything(python, browser, *, name):
    """All kinds of messages in both directions; after each both know the same."""
    python.until(lambda: python.talk.mode == 2, "both have signed")
    python.say("Words from Python: ñ, 水, 🌱")
    browser.has("Words from Python: ñ, 水, 🌱")
    browser.say("Words from a browser: ü, שלום")
    python.until(lambda: "Words from a browser: ü, שלום" in python.texts, "a line")

    browser.do("Words from Python: ñ, 水, 🌱", "Answer")
    browser.say("I can read all of them")
    python.until(lambda: "I can read all of them" in python.texts, "an answer")
    assert python.answered("I can read all of them") == "Words from Python: ñ, 水, 🌱"
    python.answer("Words from a browser: ü, שלום", "So can I")
    quote = browser.line("So can I").locator(".quote")
    expect(quote).to_contain_text("Words from a browser", timeout=ANSWER)

    browser.sign("So can I", "Heart")
    python.until(lambda: python.line("So can I").signs, "a sign")
    assert [*python.line("So can I").signs.values()] == [HEART]
    python.react("I can read all of them", THANKS)
    browser.has_sign("I can read all of them", name, "Thank you")
    python.react("I can read all of them", 0)
    expect(browser.line("I can read all of them").locator(".signs")).to_have_count(0)

    browser.do("I can read all of them", "Change")
    browser.box.fill("I can read every one")
    browser.box.press("Enter")
    python.until(lambda: "I can read every one" in python.texts, "other words")
    assert python.line("I can read every one").words[0] == "I can read all of them"
    python.change("So can I", "And I can read yours")
    browser.has("And I can read yours")

    browser.say("A name I should not say")
    python.until(lambda: "A name I should not say" in python.texts, "a line")
    browser.all_sent()
    browser.do("A name I should not say", "Take back")
    browser.page.get_by_role("button", name=here("Yes, take it back")).click()
    python.until(lambda: None in python.texts, "a line that was taken back")
    python.say("A secret of mine")
    browser.has("A secret of mine")
    python.take_back("A secret of mine")
    expect(browser.log.get_by_text("A secret of mine")).to_have_count(0, timeout=ANSWER)
    both_know_the_same(python, browser)

    python.send_file(LETTER, name="letter.txt", about="A letter from Python")
    with browser.page.expect_download() as download:
        browser.newest("file.save").click(timeout=ANSWER)
    assert Path(download.value.path()).read_bytes() == LETTER
    browser.choose("file.file", as_upload("page.txt", "text/plain", LETTER[::-1]))
    browser.send("A page from a browser")
    python.until(lambda: "A page from a browser" in python.texts, "a file")
    assert python.file("A page from a browser") == LETTER[::-1]

    python.turn()
    python.say("Behind a new key")
    browser.has("Behind a new key")
    browser.say("And an answer behind it")
    python.until(lambda: "And an answer behind it" in python.texts, "a line")
    assert python.talk.headers.newest.header.epoch == 1
    both_know_the_same(python, browser)
