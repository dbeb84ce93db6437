"""Somebody gives their word by a tap on a line: it is kept, answered, or broken and mended."""

import re
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.people import begin, meet, return_after
from tests.journeys.screens import ComeBack, Screen, Talk
from tests.journeys.spoken import said

WORD = "I will send you the list of groups."
QUESTION = "Do you know a place that is open on Sundays?"
ANSWER = "Yes, the one by the bridge."


@pytest.mark.on_foot
def test_a_word_by_a_tap_is_kept_and_an_owed_answer_is_given_by_answering(
    own_house, open_page, picture
):
    ada, ben = open_page(PHONE), open_page(DESK)
    of_ada, of_ben = meet(ada, ben, own_house)
    of_ben.say(WORD)
    of_ada.has(WORD)

    act(ben, WORD, "vows.line-act")
    expect(ben.get_by_text(WORD)).to_be_visible()
    picture(ben, "71-a-word-by-a-tap")
    Screen(ben).press(said("vows.do"))
    expect(ben.get_by_text(said("vows.given", name="River"))).to_be_visible()
    Screen(ben).press(said("vows.back"))

    open_vows(ada)
    expect(ada.locator("li").get_by_text(WORD)).to_be_visible()
    picture(ada, "72-a-word-for-her")
    tap(ada, "vows.kept")
    expect(ada.get_by_text(said("vows.state-2"))).to_be_visible()
    Screen(ada).press(said("vows.back"))

    of_ada.say(QUESTION)
    of_ben.has(QUESTION)
    act(ben, QUESTION, "vows.owe-act")
    expect(ben.get_by_text(QUESTION)).to_be_visible()
    picture(ben, "73-an-answer-owed")
    Screen(ben).press(said("vows.owe-do"))
    expect(ben.get_by_text(said("vows.owe-done", name="River"))).to_be_visible()
    expect(ben.locator("li").get_by_text(QUESTION)).to_be_visible()
    Screen(ben).press(said("vows.back"))
    of_ben.say(ANSWER)
    of_ada.has(ANSWER)
    open_vows(ada)
    expect(ada.get_by_text(said("vows.state-2"))).to_have_count(2)
    expect(ada.get_by_text(said("vows.none"))).to_be_visible()
    picture(ada, "74-kept-and-answered")


@pytest.mark.on_foot
def test_a_broken_word_is_said_and_made_good(own_house, open_page, picture):
    ada, ben = open_page(PHONE), open_page(DESK)
    guest = begin(ada, ben, own_house)
    of_ben, of_ada = Talk(ben), Talk(ada)
    of_ben.say(WORD)
    of_ada.has(WORD)
    act(ben, WORD, "vows.line-act")
    ben.locator("input[type=date]").fill(datetime.now(UTC).date().isoformat())
    Screen(ben).press(said("vows.do"))
    expect(ben.get_by_text(said("vows.given", name="River"))).to_be_visible()

    return_after(guest, own_house, days=3)
    of_ada.has(WORD)
    Screen(ada).press(said("vows.look"))
    expect(ada.get_by_text(said("vows.ask-theirs"))).to_be_visible()
    picture(ada, "75-its-day-has-passed")
    tap(ada, "vows.not-kept")
    expect(ada.get_by_text(said("vows.state-3"))).to_be_visible()
    picture(ada, "76-not-done")
    tap(ada, "vows.repaired")
    expect(ada.get_by_text(said("vows.state-4"))).to_be_visible()


def act(page: Page, line: str, words: str) -> None:
    """Somebody opens what can be done with a line, and chooses."""
    page.locator(".turn").filter(has_text=line).locator(".dots").click()
    page.locator(".line-acts").get_by_role("button", name=said(words)).click()


def tap(page: Page, words: str) -> None:
    """Somebody says what came of a word; the button says of which."""
    name = re.compile(f"^({said(words).pattern.strip('^$')}): ")
    page.get_by_role("button", name=name).click()


def open_vows(page: Page) -> None:
    """Somebody goes from the talk to what the two said they would do."""
    Screen(page).press(said("more.open"))
    Screen(page).press(said("vows.open"))


@pytest.mark.on_foot
def test_what_was_begun_about_a_word_a_call_and_hours_outlives_a_lock(own_house, open_page):
    ada, ben = open_page(PHONE), open_page(DESK)
    guest = begin(ada, ben, own_house)
    Talk(ben).there("River")

    word, call = said("vows.what"), said("meets.words")
    open_vows(ada)
    ada.get_by_role("textbox", name=word).fill(WORD)
    Screen(ada).press(said("meets.open"))
    ada.get_by_role("textbox", name=call).fill(ANSWER)
    lock_and_unlock(ada, guest.words)
    expect(ada.get_by_role("textbox", name=call)).to_have_value(ANSWER)
    Screen(ada).press(said("vows.back"))
    open_vows(ada)
    expect(ada.get_by_role("textbox", name=word)).to_have_value(WORD)

    open_hours(ben)
    ben.get_by_role("button", name=said("hours.add", day="Monday")).click()
    ben.get_by_role("radio", name=said("hours.books-no")).check()
    lock_and_unlock(ben, own_house.words_of("Ben")[1])
    expect(ben.get_by_role("radio", name=said("hours.books-no"))).to_be_checked()
    expect(ben.get_by_role("button", name=said("hours.drop", day="Monday"))).to_be_visible()
    Screen(ben).press(said("hours.save"))
    expect(ben.get_by_text(said("hours.saved"))).to_be_visible()


def lock_and_unlock(page: Page, words: str) -> None:
    """A lock, half-way through, and back again."""
    Screen(page).press(said("top.lock"))
    ComeBack(page).unlock(words)


def open_hours(page: Page) -> None:
    """A specialist goes from the talk to their hours."""
    Screen(page).press(said("more.open"))
    Screen(page).press(said("times.open"))
    Screen(page).press(said("times.hours"))
