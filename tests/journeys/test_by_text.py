"""Ben has a phone that takes texts: it gets one when something is new, until he says STOP."""

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.attacks.sweep import hits_in
from tests.journeys.browsers import DESK, PHONE
from tests.journeys.house import DemoHouse
from tests.journeys.people import ask, come_back, come_in
from tests.journeys.screens import Home, Screen, Talk, Waiting
from tests.journeys.spoken import said
from tests.textbox import Textbox, open_textbox

NUMBER, AS_TYPED = "+442079460018", "+44 20 7946 0018"
# What a provider answers for a number that said STOP.
STOPPED = (400, 21610)
HELLO = "cobalt lantern hello 60217"
CALLED = "Umbermeadow"
ANSWER = "juniper anchor answer 11894"
MORE = "quiet harbour line 40771"
TIMERS = 30.0


@pytest.fixture
def texting(tmp_path: Path) -> Iterator[tuple[DemoHouse, Textbox]]:
    """A demo programme that sends texts."""
    with open_textbox() as box:
        house = DemoHouse(tmp_path / "data", text_url=box.url)
        house.start()
        yield house, box
        if house.is_up:
            house.stop()


def wait_until(is_so, what: str) -> None:
    """Wait until something is so."""
    until = time.monotonic() + TIMERS
    while not is_so():
        assert time.monotonic() < until, f"it never happened: {what}"
        time.sleep(0.2)


def start_again(house: DemoHouse) -> None:
    """The timers run when the house starts, and every ten minutes."""
    house.stop()
    house.start()


def open_notes(page: Page) -> None:
    """A specialist goes from their people to the short notes."""
    Screen(page).press(said("seat.notes"))
    Screen(page).heading(said("reach.title"))


def without_quiet_hours(page: Page) -> None:
    """Notes may come at any hour."""
    for end in ("reach.from", "reach.to"):
        page.get_by_label(said(end)).fill("00:00")


def leave_number(ben: Page, box: Textbox, picture) -> None:
    """Ben gives the number of his phone, mistypes the digits once, and then shows them."""
    open_notes(ben)
    without_quiet_hours(ben)
    ben.get_by_label(said("reach.text-number")).fill(AS_TYPED)
    Screen(ben).press(said("reach.text-do"))
    expect(ben.get_by_text(said("reach.text-sent", number=NUMBER))).to_be_visible()
    wait_until(lambda: len(box.came) == 1, "the code came")
    picture(ben, "32-a-code-was-sent")
    digits = re.search(r"\b\d{6}\b", box.texts[0])
    assert digits
    assert box.came[0]["To"] == NUMBER
    wrong = "".join(str(9 - int(digit)) for digit in digits[0])
    for code, words in ((wrong, "trouble.wrong-code"), (digits[0], "reach.text-there")):
        ben.get_by_label(said("reach.text-code")).fill(code)
        Screen(ben).press(said("reach.text-show"))
        expect(ben.get_by_text(said(words, number=NUMBER))).to_be_visible()
    picture(ben, "33-notes-go-to-a-phone")


def answer(ben: Page, house: DemoHouse) -> None:
    """Ben comes in and says yes to whoever said hello."""
    come_back(ben, house, "Ben")
    home = Home(ben)
    home.read_hello(CALLED)
    home.accept(CALLED)
    Talk(ben).there(CALLED)
    Talk(ben).say(ANSWER)


@pytest.mark.on_foot
def test_a_phone_shows_its_code_gets_one_text_of_what_is_new_and_none_after_stop(
    texting, open_page, picture
):
    house, box = texting
    ben, ada = open_page(DESK), open_page(PHONE)
    come_back(ben, house, "Ben")
    leave_number(ben, box, picture)
    ben.context.close()
    guest = come_in(ada, house)
    ask(guest, "Ben", HELLO, called=CALLED)
    Waiting(ada).written_down()

    for _ in range(2):
        start_again(house)
        wait_until(lambda: len(box.came) == 2, "a text came")
    time.sleep(5)
    assert len(box.came) == 2
    assert box.came[1]["To"] == NUMBER
    told = [HELLO, CALLED, guest.username, *house.words_of("Ben"), "Riverside", "127.0.0.1"]
    assert [hit for text in box.texts for hit in hits_in(text.encode(), told, place="")] == []

    ben = open_page(DESK)
    answer(ben, house)
    Talk(ada).has(ANSWER, timeout=60_000)
    ben.context.close()
    say_stop(house, box, Talk(ada))
    assert len(box.came) == 2
    ben = open_page(DESK)
    come_back(ben, house, "Ben")
    open_notes(ben)
    expect(ben.get_by_label(said("reach.text-number"))).to_have_value("")
    expect(ben.get_by_text(said("reach.text-there", number=NUMBER))).to_have_count(0)


def say_stop(house: DemoHouse, box: Textbox, with_ben: Talk) -> None:
    """Whoever answers STOP is refused by the provider from then on, as of the next note."""
    tried: list[int] = []
    box.faults[NUMBER] = STOPPED
    box.meanwhile = lambda: tried.append(1)
    with_ben.say(MORE)
    with_ben.all_sent()
    house.travel(days=0.2)
    start_again(house)
    wait_until(lambda: tried, "a note was tried")
