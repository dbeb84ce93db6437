"""A check-in, a path and how it went, without a mouse; what was begun outlives a lock."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.conftest import one_house
from tests.journeys.people import Guest, ask, come_in, say_yes
from tests.journeys.screens import LOCK, ComeBack, Screen, Talk
from tests.journeys.spoken import said
from tests.journeys.test_known_by_keyboard import press, reach

REST = 300
# Ben has room for twelve: whoever comes late on a whole walk finds him full.
house = pytest.fixture(scope="module")(one_house)


def lock_and_come_back(guest: Guest, heading: str) -> None:
    """The place is locked in the middle of something, and opened again."""
    page = guest.page
    # What is typed is kept a moment later.
    page.wait_for_timeout(REST)
    press(page, "top.lock")
    ComeBack(page).unlock(guest.words)
    Screen(page).heading(said(heading, whole=False), timeout=LOCK)


def number(page: Page, of: int) -> None:
    """Which of the six is asked."""
    expect(page.get_by_text(said("check.number", number=str(of), whole=False))).to_be_visible()


@pytest.mark.walked
@pytest.mark.on_foot
def test_ada_answers_shows_and_plans_with_the_keyboard_alone_and_a_lock_in_between(
    house, open_page, picture
):
    ada, ben = open_page(PHONE), open_page(DESK)
    guest = come_in(ada, house)
    ask(guest, "Ben", "Hello Ben.")
    say_yes(ben, house)
    Talk(ada).there("Ben")
    ben.close()
    press(ada, "more.open")
    press(ada, "check.open")
    Screen(ada).heading(said("checks.title", whole=False))
    press(ada, "checks.now")
    for of in range(1, 4):
        number(ada, of)
        press(ada, "check.word-3")
    number(ada, 4)
    press(ada, "check.skip")
    number(ada, 5)

    lock_and_come_back(guest, "check.title")
    number(ada, 5)
    press(ada, "check.back")
    number(ada, 4)
    press(ada, "check.skip")
    for of in range(5, 7):
        number(ada, of)
        press(ada, "check.word-4")
    reach(ada, "check.words")
    ada.keyboard.type("More calls.")
    lock_and_come_back(guest, "check.title")
    expect(ada.get_by_label(said("check.words"))).to_have_value("More calls.")
    press(ada, "check.save")
    Screen(ada).heading(said("checks.title", whole=False))
    reach(ada, "checks.show-this")
    ada.keyboard.press("Space")
    press(ada, "checks.show")
    expect(ada.get_by_text(said("checks.was-shown"))).to_be_visible(timeout=LOCK)
    expect(ada.get_by_text(said("checks.shown", name="Ben"))).to_have_count(1, timeout=LOCK)
    picture(ada, "check-in-by-keyboard")
    press(ada, "checks.to-talk")
    Talk(ada).there("Ben")

    press(ada, "more.open")
    press(ada, "path.open")
    Screen(ada).heading(said("path.title"))
    press(ada, "path.new")
    ada.keyboard.type("A quiet home")
    lock_and_come_back(guest, "path.title")
    row = ada.get_by_label(said("path.new", whole=False)).and_(ada.locator("textarea"))
    expect(row).to_have_value("A quiet home", timeout=LOCK)
    expect(ada.get_by_role("alert")).to_have_count(0)
    picture(ada, "path-after-a-lock")
    press(ada, "path.keep")
    expect(ada.get_by_text("A quiet home")).to_be_visible(timeout=LOCK)
    expect(ada.locator("room-own-rows form")).to_have_count(0)
    reach(ada, "path.part.1")
    ada.keyboard.press("Space")
    press(ada, "path.show-save")
    expect(ada.get_by_text(said("path.show-saved", name="Ben"))).to_be_visible(timeout=LOCK)

    press(ada, "path.to-diary")
    Screen(ada).heading(said("diary.title"))
    reach(ada, "diary.matters")
    for _ in range(3):
        ada.keyboard.press("ArrowRight")
    reach(ada, "diary.words")
    ada.keyboard.type("Hard, but I went.")
    lock_and_come_back(guest, "diary.title")
    expect(ada.get_by_label(said("diary.words"))).to_have_value(
        "Hard, but I went.", timeout=LOCK
    )
    expect(ada.get_by_label(said("diary.matters"))).to_have_value("8")
    press(ada, "diary.save")
    expect(ada.get_by_text(said("diary.saved"))).to_be_visible(timeout=LOCK)
    expect(ada.locator("li.own-row")).to_contain_text("Hard, but I went.")
    picture(ada, "diary-by-keyboard")
