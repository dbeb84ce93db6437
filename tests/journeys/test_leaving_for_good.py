"""Leaving for good: it says first what it does not reach, and gives a checked receipt."""

import pytest
from playwright.sync_api import expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.people import ask, come_in, say_yes
from tests.journeys.screens import ANSWER, LOCK, ComeBack, Screen, Talk
from tests.journeys.spoken import said


@pytest.mark.walked
@pytest.mark.on_foot
def test_ada_closes_her_place_and_nobody_opens_it_again(house, open_page, picture):
    ada, ben = open_page(PHONE), open_page(DESK)
    guest = come_in(ada, house)
    ask(guest, "Ben", "Hello Ben.", called="River")
    say_yes(ben, house)
    Talk(ben).there("River")
    Talk(ada).there("Ben")
    Talk(ada).say("Thank you. I go on by myself now.")
    screen = Screen(ada)
    ada.get_by_role("button", name=said("bar.people")).first.click()
    screen.press("Your place")
    screen.heading("Your place")
    screen.press(said("place.close"))
    screen.heading(said("place.close"))
    for one in ("copies", "lines", "backups", "books", "told", "notes"):
        expect(ada.get_by_text(said(f"place.not-reached.{one}"))).to_be_visible()
    picture(ada, "leaving-before")
    ada.locator("#five").fill("about above accent acrobat acorn")
    screen.press(said("place.close-yes"))
    expect(ada.get_by_role("alert").first).to_be_visible(timeout=LOCK)
    ada.locator("#five").fill(guest.words)
    screen.press(said("place.close-yes"))
    screen.heading(said("closed.title"), timeout=LOCK)
    expect(ada.get_by_text(said("closed.proven", programme="Riverside Peers"))).to_be_visible()
    expect(ada.get_by_text(said("place.not-reached.backups"))).to_be_visible()
    picture(ada, "leaving-receipt")

    expect(ben.get_by_text("Thank you. I go on by myself now.")).to_be_visible(timeout=ANSWER)
    again = ComeBack(open_page(PHONE))
    again.open(house.origin)
    again.enter(guest.username, guest.words)
    expect(again.page.get_by_role("alert").first).to_be_visible(timeout=LOCK)
