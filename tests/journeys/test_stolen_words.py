"""Someone knows Ada's five words: with her card she has a new lock, and Ben meets her again."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.people import ask, come_back, come_in
from tests.journeys.scenes import SMALL, violations
from tests.journeys.screens import LOCK, ComeBack, Home, Screen, Talk, Waiting
from tests.journeys.spoken import here, said

FOUR = "ol.words.numbered li"


def words_on(page):
    """The words that are shown, five or four."""
    return page.locator("room-five-words ol.words li").all_inner_texts()


@pytest.fixture
def talking(own_house, open_page):
    """Ada on her phone and Ben at his desk talk; Ada's card is written down."""
    ada, ben = open_page(PHONE), open_page(DESK)
    guest = come_in(ada, own_house)
    ask(guest, "Ben", "Hello Ben.", called="Ada")
    Waiting(ada).written_down()
    come_back(ben, own_house, "Ben")
    home = Home(ben)
    home.read_hello("Ada")
    home.accept("Ada")
    Talk(ben).there("Ada")
    Talk(ada).there("Ben")
    return own_house, guest, ada, ben


@pytest.mark.walked
def test_ada_makes_a_new_lock_and_ben_meets_her_again(talking, open_page, picture):
    house, guest, ada, ben = talking
    thief = open_page(PHONE)
    back = ComeBack(thief)
    back.open(house.origin)
    back.enter(guest.username, guest.words)
    Talk(thief).there("Ben")

    screen = Screen(ada)
    screen.press(said("bar.people"))
    screen.press("Your place")
    screen.press(said("lock.open"))
    screen.heading(said("lock.title"))
    picture(ada, "60-someone-knows")
    assert violations(ada) == []
    assert ada.evaluate(SMALL) == []
    screen.fill("Your spare code", guest.code)
    screen.press(said("lock.go-on"))
    expect(ada.locator("room-five-words ol.words li").first).to_be_visible()
    words = " ".join(words_on(ada))
    assert words != guest.words
    picture(ada, "61-new-words")
    screen.press(said("lock.make"))
    screen.heading(said("lock.made"), timeout=LOCK)
    code = " ".join(ada.locator(".words.code span").all_inner_texts())
    assert code
    assert code != guest.code
    assert violations(ada) == []
    four = ada.locator(f"room-own-four {FOUR}").all_inner_texts()
    assert len(four) == 4
    picture(ada, "62-new-lock")

    # Whoever knew the old words is out, and they open nothing.
    ComeBack(thief).heading("You are signed out", timeout=LOCK)
    ComeBack(thief).unlock(guest.words)
    expect(thief.get_by_role("alert").filter(visible=True).first).to_be_visible(timeout=LOCK)

    # Ben is told at once, and never at a dead end.
    meets = ben.locator("room-meet-again")
    expect(meets).to_be_visible(timeout=LOCK)
    expect(meets.locator(FOUR)).to_have_text(four)
    expect(ben.get_by_role("textbox")).to_have_count(0)
    expect(meets.get_by_role("link", name=re.compile("."))).to_have_attribute(
        "href", re.compile("^tel:")
    )
    assert violations(ben) == []
    picture(ben, "63-ask-first")
    Screen(ben).press(said("met.yes", name="Ada"))
    Screen(ben).press(said("met.yes-yes"))
    expect(ben.get_by_role("textbox")).to_be_visible()
    ben.get_by_role("textbox").fill("I am glad it is you.")
    Screen(ben).press(said("talk.send"))

    # She reads it, and everything from before, with the new words alone.
    fresh = open_page(PHONE)
    again = ComeBack(fresh)
    again.open(house.origin)
    again.enter(guest.username, words)
    Talk(fresh).there("Ben")
    for text in ("Hello Ben.", "I am glad it is you."):
        expect(fresh.get_by_text(text).first).to_be_visible(timeout=LOCK)


@pytest.mark.on_foot
@pytest.mark.walked
def test_bens_new_lock_strands_nobody(talking, picture):
    house, _, ada, ben = talking
    screen = Screen(ben)
    screen.press(said("bar.people"))
    screen.press("Your place")
    screen.fill("Your five words", house.words_of("Ben")[1])
    screen.press("Make a new code")
    expect(ben.locator(".words.code span").first).to_be_visible(timeout=LOCK)
    screen.press(said("lock.open"))
    screen.heading(said("lock.title"))
    # His card is on the screen still: nobody asks him to type it.
    expect(ben.get_by_label(here("Your spare code"))).to_have_count(0)
    screen.press(said("lock.go-on"))
    expect(ben.locator("room-five-words ol.words li").first).to_be_visible()
    screen.press(said("lock.make"))
    screen.heading(said("lock.made"), timeout=LOCK)
    picture(ben, "65-bens-new-lock")
    four = ben.locator(f"room-own-four {FOUR}").all_inner_texts()
    screen.press(said("lock.stand"))
    expect(ben.get_by_role("button", name=said("join.file"))).to_be_visible()
    screen.press(said("bar.people"))
    screen.heading("Your people")
    again = ben.get_by_role("heading", name=said("again.title"))
    expect(again).to_be_visible()
    assert violations(ben) == []
    picture(ben, "66-meet-each-again")

    meets = ada.locator("room-meet-again")
    expect(meets.locator(FOUR)).to_have_text(four, timeout=LOCK)
    expect(meets.get_by_role("link")).to_have_count(1)
    expect(meets.get_by_role("button", name=said("top.help"))).to_be_visible()
    assert ada.evaluate(SMALL) == []
    picture(ada, "67-ada-asks-first")
    Screen(ada).press(said("met.other"))
    Screen(ada).press(said("met.other-yes"))
    Screen(ada).heading("People you can ask", timeout=LOCK)
    expect(ada.locator("li.person").first).to_be_visible()
    assert "Ben" not in ada.locator("li.person h2").all_inner_texts()
