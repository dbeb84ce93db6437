"""A month of check-ins: one's own line falls, and a press of "help us talk"."""

import time

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.house import DemoHouse
from tests.journeys.people import Guest, ask, come_back, come_in
from tests.journeys.screens import LOCK, ComeBack, Home, Screen, Talk, Waiting
from tests.journeys.spoken import said

A_DAY = 86_400
STATEMENTS = 6


def come_again(guest: Guest, house: DemoHouse, *, days: float) -> None:
    """Ada comes back that many days later, to a device that others use too."""
    house.travel(days=days)
    page = guest.page
    page.goto("about:blank")
    page.clock.set_system_time(time.time() + days * A_DAY)
    screen = ComeBack(page)
    screen.open(house.origin)
    choices = page.locator("details", has=page.locator("input[name=lock-after]"))
    choices.locator("summary").first.click()
    choices.locator("input[name=lock-after]").last.check()
    screen.enter(guest.username, guest.words)
    screen.heading(said("talk.with", whole=False), timeout=LOCK)
    page.get_by_role("button", name=said("opened.yes")).click()


def answer(page: Page, word: str) -> None:
    """All six with one word, and nothing more; her own line stands there afterwards."""
    screen = Screen(page)
    for statement in range(1, STATEMENTS + 1):
        number = said("check.number", number=str(statement), whole=False)
        expect(page.get_by_text(number)).to_be_visible()
        page.get_by_role("button", name=said(word)).click()
    screen.press(said("check.save"))
    screen.heading(said("checks.title"))


def open_line(page: Page) -> Screen:
    """From the talk to her own line."""
    screen = Screen(page)
    screen.press(said("more.open"))
    screen.press(said("check.open"))
    screen.heading(said("checks.title"))
    return screen


@pytest.mark.walked
@pytest.mark.on_foot
def test_a_line_falls_over_a_month_and_help_is_asked_for_by_a_press_alone(
    own_house, open_page, picture
):
    ada, ben = open_page(PHONE), open_page(DESK)
    guest = come_in(ada, own_house)
    ask(guest, "Ben", "Hello Ben.")
    Waiting(ada).written_down()
    come_back(ben, own_house, "Ben")
    home = Home(ben)
    home.read_hello("River")
    home.accept("River")
    Talk(ada).there("Ben")
    Talk(ben).say("I am glad you wrote.")
    Talk(ada).has("I am glad you wrote.")
    ben.close()
    for _ in range(2):
        come_again(guest, own_house, days=0)

    come_again(guest, own_house, days=1)
    expect(ada.get_by_role("heading", name=said("check.open"))).to_be_visible(timeout=LOCK)
    picture(ada, "check-ins-offered")
    Screen(ada).press(said("check.answer"))
    picture(ada, "check-ins-asked")
    answer(ada, "check.word-4")

    come_again(guest, own_house, days=10)
    expect(ada.get_by_role("heading", name=said("check.open"))).to_have_count(0)
    open_line(ada).press(said("checks.again"))
    answer(ada, "check.word-2")
    come_again(guest, own_house, days=31)
    open_line(ada).press(said("checks.again"))
    answer(ada, "check.word-0")

    expect(ada.locator("svg .trend-line")).to_have_count(STATEMENTS)
    rows = ada.locator(".trend").first.locator("tbody tr")
    expect(rows).to_have_count(3)
    for row, word in enumerate(("check.word-4", "check.word-2", "check.word-0")):
        expect(rows.nth(row)).to_contain_text(said(word, whole=False))
    expect(ada.get_by_text(said("checks.low"))).to_be_visible()
    picture(ada, "check-ins-low")
    screen = Screen(ada)
    screen.press(said("checks.to-talk"))
    Talk(ada).there("Ben")
    expect(ada.locator("room-check-card")).to_have_count(0)

    open_line(ada).press(said("checks.help"))
    expect(ada.get_by_text(said("checks.helped"))).to_be_visible()
    picture(ada, "check-ins-helped")
    ada.get_by_label(said("checks.show-this", whole=False)).first.check()
    screen.press(said("checks.show"))
    expect(ada.get_by_text(said("checks.was-shown"))).to_be_visible()

    again = open_page(DESK)
    again.clock.set_system_time(time.time() + 31 * A_DAY)
    come_back(again, own_house, "Ben")
    again.get_by_role("button", name="River").first.click()
    cards = again.locator("room-check-card")
    expect(cards).to_have_count(2, timeout=LOCK)
    expect(cards.first).to_contain_text(said("check-line.help", whole=False))
    expect(cards.last).to_contain_text(said("check.client-1", whole=False))
    expect(cards.last).not_to_contain_text(said("check.client-2", whole=False))
    picture(again, "check-ins-seen")
