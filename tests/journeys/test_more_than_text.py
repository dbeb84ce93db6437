"""More than text: answers, other words, signs, taking back, keeping, a notebook, looking."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.people import ask, come_in, say_yes
from tests.journeys.screens import ANSWER, ComeBack, Talk
from tests.journeys.spoken import here, said


class Lines(Talk):
    """A talk whose lines can be held, answered and changed."""

    def line(self, text: str) -> Locator:
        """The line with these words."""
        words = self.page.get_by_text(text, exact=True)
        return self.log.locator(".turn").filter(has=words).last

    def open(self, text: str) -> Locator:
        """What can be done with a line."""
        self.line(text).get_by_role("button", name=said("line.do", text=text)).click()
        return self.page.locator(".line-acts")

    def do(self, text: str, deed: str) -> None:
        """Do one thing with a line."""
        self.open(text).get_by_role("button", name=here(deed), exact=True).click()

    def sign(self, text: str, sign: str) -> None:
        """Put a small sign on a line."""
        self.do(text, sign)
        expect(self.line(text).locator(".signs li").first).to_be_visible()

    def has_sign(self, text: str, name: str, sign: str) -> None:
        """The line carries this sign of that person."""
        words = said("line.sign", name=name, sign=str(here(sign)))
        expect(self.line(text).locator(".signs").get_by_text(words)).to_be_attached(
            timeout=ANSWER
        )


@pytest.fixture
def pair(house, open_page):
    """Ada on a phone and Ben at a desk, in their talk."""
    ada, ben = open_page(PHONE), open_page(DESK)
    guest = come_in(ada, house)
    ask(guest, "Ben", "Hello Ben. Nights are long.", called="River")
    say_yes(ben, house)
    with_ben, with_river = Lines(ada), Lines(ben)
    with_river.there("River")
    with_ben.there("Ben")
    return guest, with_ben, with_river


@pytest.mark.walked
def test_two_people_do_everything_that_is_more_than_text(house, pair, picture):
    guest, ada, ben = pair
    ada.say("The doctor was kind today")
    ben.has("The doctor was kind today")

    ben.do("The doctor was kind today", "Answer")
    expect(ben.page.locator(".about-line")).to_contain_text("The doctor was kind today")
    ben.say("What did she say?")
    answer = ada.line("What did she say?")
    expect(answer.locator(".quote")).to_contain_text("The doctor was kind today")
    picture(ada.page, "30-an-answer")
    ben.open("Hello Ben. Nights are long.")
    picture(ben.page, "31-what-can-be-done")
    ben.page.keyboard.press("Escape")
    expect(ben.page.locator(".line-acts")).to_have_count(0)

    ben.sign("The doctor was kind today", "Thank you")
    ada.has_sign("The doctor was kind today", "Ben", "Thank you")
    ada.sign("What did she say?", "Heart")
    ben.has_sign("What did she say?", "River", "Heart")
    picture(ada.page, "32-small-signs")

    ada.say("That I am doing wel")
    ada.all_sent()
    ada.do("That I am doing wel", "Change")
    expect(ada.box).to_have_value("That I am doing wel")
    ada.box.fill("That I am doing well")
    ada.box.press("Enter")
    ben.has("That I am doing well")
    expect(ada.box).to_have_value("")
    changed = ben.line("That I am doing well")
    changed.get_by_role("button", name=here("changed")).click()
    expect(changed.get_by_text("That I am doing wel", exact=True)).to_be_visible()
    picture(ben.page, "33-what-it-said-before")

    ada.say("My sister is called Vera")
    ben.has("My sister is called Vera")
    ada.all_sent()
    ben.do("That I am doing well", "Keep as proof")
    expect(ben.page.get_by_text(here("Kept. It is in your notebook."))).to_be_visible()
    ada.do("My sister is called Vera", "Take back")
    expect(ada.page.locator(".line-acts")).to_contain_text("Ben")
    picture(ada.page, "34-taking-back")
    ada.page.get_by_role("button", name=here("Yes, take it back")).click()
    for talk, words in (
        (ada, here("You took this line back.")),
        (ben, here("River took this line back.")),
    ):
        expect(talk.log.get_by_text(words)).to_be_visible(timeout=ANSWER)
        expect(talk.log.get_by_text("My sister is called Vera")).to_have_count(0)
    ada.all_sent()
    picture(ben.page, "35-taken-back")

    reload_and_come_back(house, guest)
    ada.there("Ben")
    ada.has("That I am doing well")
    expect(ada.log.get_by_text("Vera")).to_have_count(0)
    ada.has_sign("The doctor was kind today", "Ben", "Thank you")
    expect(ada.line("What did she say?").locator(".quote")).to_be_visible()


def reload_and_come_back(house, guest):
    """Everything Ada's page knew is gone, and she opens her place again."""
    guest.page.reload()
    back = ComeBack(guest.page)
    back.open(house.origin)
    back.enter(guest.username, guest.words)


@pytest.mark.on_foot
@pytest.mark.walked
def test_a_notebook_for_oneself_and_words_found_again(house, pair, picture):
    guest, ada, ben = pair
    ben.say("Mañana will be another day")
    ada.has("Mañana will be another day")
    ada.do("Mañana will be another day", "Keep as proof")
    expect(ada.page.get_by_text(here("Kept. It is in your notebook."))).to_be_visible()
    ben.do("Mañana will be another day", "Take back")
    ben.page.get_by_role("button", name=here("Yes, take it back")).click()
    expect(ada.log.get_by_text(here("Ben took this line back."))).to_be_visible(timeout=ANSWER)

    page = ada.page
    to_your_place(ada)
    picture(page, "36-only-yours")
    ada.press("Your notebook")
    ada.heading("Your notebook")
    expect(page.get_by_text("Mañana will be another day")).to_be_visible(timeout=ANSWER)
    picture(page, "37-notebook")
    ada.press("Write a new page")
    ada.heading("A new page")
    ada.fill("Title", "Good days")
    ada.fill("What you write", "I slept. I called Vera.")
    ada.press("Save")
    expect(page.get_by_text(here("Saved."), exact=True)).to_be_visible(timeout=ANSWER)
    ada.fill("What you write", "I slept. I called Vera twice.")
    ada.press("Save")
    expect(page.get_by_text(here("Saved."), exact=True)).to_be_visible(timeout=ANSWER)
    page.get_by_text(here("What it said before"), exact=True).click()
    expect(page.get_by_text("I slept. I called Vera.", exact=True)).to_be_visible(
        timeout=ANSWER
    )
    picture(page, "38-a-page")
    ada.fill("What you write", "I slept. I called Vera three times.")
    page.go_back()
    ada.heading("Your notebook")

    reload_and_come_back(house, guest)
    ada.there("Ben")
    look_for(ada, "VERA three")
    expect(page.get_by_text(re.compile("three times"))).to_be_visible(timeout=ANSWER)
    expect(page.get_by_text(here("Everything has been looked through."))).to_be_visible(
        timeout=ANSWER
    )
    page.get_by_label(here("Words you wrote or read here")).fill("nights LONG")
    ada.press("Look")
    picture(page, "39-looking")
    page.locator(".found").filter(has_text="Nights").click()
    expect(ada.log.locator(".m.marked")).to_contain_text("Nights are long")

    to_your_place(ada)
    ada.press("Your notebook")
    page.locator(".found").filter(has_text="Good days").click()
    ada.heading(re.compile("^Good days$"))
    ada.press("Delete this page")
    ada.press("Yes, delete it")
    ada.heading("Your notebook")
    expect(page.get_by_text(here("There is nothing here yet."))).to_be_visible()


def to_your_place(talk: Talk) -> None:
    """From a talk, which fills the page."""
    talk.press("More")
    talk.page.locator("room-bar").get_by_role("button", name=here("Your place")).click()
    talk.heading("Your place")


def look_for(talk: Talk, words: str) -> None:
    """Look for words in everything."""
    to_your_place(talk)
    talk.press("Look for words")
    page: Page = talk.page
    page.get_by_label(here("Words you wrote or read here")).fill(words)
    talk.press("Look")
