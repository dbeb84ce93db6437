"""Words are forgotten: the spare code opens the place; with neither, one honest screen."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.browsers import PHONE
from tests.journeys.people import ask, come_in
from tests.journeys.screens import ComeBack, Screen, Waiting


@pytest.mark.walked
def test_the_spare_code_really_opens_the_place(house, open_page, picture):
    page, other = open_page(PHONE), open_page(PHONE)
    guest = come_in(page, house)
    ask(guest, "Lena", "Hello Lena.")
    Waiting(page).written_down()
    back = ComeBack(other)
    back.open(house.origin)
    back.press("I forgot my words")
    screen = Screen(other)
    screen.heading("Use your spare code")
    picture(other, "14-spare-code")
    screen.fill("Your name here", guest.username)
    screen.fill("Your spare code", guest.code)
    screen.press("Open with the spare code")
    screen.heading("Your new five words", timeout=60_000)
    picture(other, "15-new-words")
    words = " ".join(other.locator("ol.words.numbered li").all_inner_texts())
    assert words != guest.words
    screen.press("I wrote them down")
    Waiting(other).there("Lena")
    new_code = Waiting(other).spare_code
    assert new_code
    assert new_code != guest.code
    # The other sign-in has ended, and the old words open nothing any more.
    ComeBack(page).heading("You are signed out", timeout=30_000)
    ComeBack(page).unlock(guest.words)
    expect(page.get_by_role("alert").filter(visible=True).first).to_be_visible(timeout=30_000)
    ComeBack(page).unlock(words)
    Waiting(page).there("Lena")


@pytest.mark.walked
def test_with_neither_words_nor_code_one_screen_says_so(house, open_page, picture):
    page = open_page(PHONE)
    back = ComeBack(page)
    back.open(house.origin)
    back.press("I forgot my words")
    back.press("I have neither words nor code")
    back.heading("We cannot open your old place")
    picture(page, "16-neither")
    back.press("Start anew")
    back.heading("A name and five words")


def test_wrong_words_are_said_kindly_and_a_foreign_word_before_a_try(house, open_page, picture):
    page = open_page(PHONE)
    sent = []
    page.on("request", lambda request: sent.append(request.url))
    back = ComeBack(page)
    back.open(house.origin)
    back.fill("Your name here", "river-otter-0000")
    back.fill("Your five words", "zzzz learn seaweed shepherd undo")
    back.press("Open my place")
    expect(page.get_by_text(re.compile("Word 1 is not one of ours")).first).to_be_visible()
    assert not [url for url in sent if url.endswith("/api/sign-in")]
    picture(page, "17-a-word-not-on-the-list")
    back.fill("Your five words", "cable learn seaweed shepherd undo")
    back.press("Open my place")
    expect(page.get_by_role("alert").filter(visible=True).first).to_be_visible(timeout=30_000)
