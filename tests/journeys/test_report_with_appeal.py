"""A concern leads to a measure: Ben reads why, appeals, and somebody else makes it shorter."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.people import come_again
from tests.journeys.screens import Screen
from tests.journeys.spoken import said
from tests.journeys.test_concern import (
    answer,
    hurt_by_a_line,
    open_it,
    open_own,
    raise_it,
)

WHY = "You asked Ada for fifty. Nobody here asks for money."
APPEAL = "I gave it back the same day."
RULE = "No money between us."
HEARD = "You gave it back. Three days are enough."


@pytest.mark.on_foot
def test_what_was_decided_about_ben_is_heard_by_somebody_who_did_not_decide(
    own_house, open_page, picture
):
    ada, ben, eve, dora = (open_page(size) for size in (PHONE, DESK, DESK, DESK))
    officers = hurt_by_a_line(ada, ben, eve, dora, own_house)
    raise_it(ada, lambda *_: None)

    open_it(officers[0], own_house)
    decide(eve, picture)
    open_newest_concern(eve)
    answer(eve, "We decided that he says hello to nobody new for a while.")
    open_own(ada)
    expect(ada.get_by_text(said("concern.by.answered", name="Eve"))).to_be_visible()

    ben.get_by_role("button", name=said("bar.people")).click()
    open_own(ben)
    Screen(ben).heading(said("measure.kind-2", days="14"))
    expect(ben.get_by_text(WHY)).to_be_visible()
    expect(ben.get_by_text(said("measure.you-2"))).to_be_visible()
    picture(ben, "measure-read")
    appeal(ben, APPEAL)

    open_list(eve)
    press_measure(eve)
    expect(eve.get_by_text(APPEAL)).to_have_count(0)
    expect(eve.get_by_role("button", name=said("measure.decide-do"))).to_have_count(0)

    open_it_measured(officers[1], own_house)
    expect(dora.get_by_text(APPEAL)).to_be_visible()
    hear(dora, picture, words=HEARD)

    open_own(ben)
    Screen(ben).heading(said("measure.kind-2", days="3"))
    expect(ben.get_by_text(HEARD)).to_be_visible()
    expect(ben.get_by_role("button", name=said("measure.appeal-do"))).to_have_count(0)


def decide(officer: Page, picture, *, why: str = WHY, rule: str = RULE) -> None:
    """Eve decides that Ben says hello to nobody new for two weeks, and says why."""
    screen = Screen(officer)
    screen.press(said("measure.open", name="Ben"))
    screen.heading(said("measure.title-new"))
    officer.locator("input[name=kind][value='2']").check()
    officer.locator("select[name=days]").select_option("14")
    # None is set without a rule: one of the house's, or one that the officer says.
    officer.locator("select[name=rule]").select_option("else")
    officer.get_by_label(said("measure.rule-else")).fill(rule)
    officer.get_by_role("textbox", name=said("measure.set-words")).fill(why)
    expect(officer.get_by_text(said("measure.at-once"))).to_be_visible()
    picture(officer, "measure-decided")
    screen.press(said("measure.set"))
    screen.heading(said("concern.list"))


def appeal(page: Page, words: str) -> None:
    """Whom it is for asks somebody else to look at it."""
    page.get_by_role("textbox", name=said("measure.appeal-words")).fill(words)
    Screen(page).press(said("measure.appeal-do"))
    expect(page.get_by_text(said("measure.appeal-done"))).to_be_visible()


def hear(officer: Page, picture, *, words: str) -> None:
    """Another officer makes it three days."""
    officer.locator("input[name=outcome][value='2']").check()
    officer.locator("select[name=days]").select_option("3")
    officer.get_by_role("textbox", name=said("measure.decision-words")).fill(words)
    picture(officer, "measure-heard")
    Screen(officer).press(said("measure.decide-do"))
    expect(officer.get_by_text(said("measure.decision-done"))).to_be_visible()


def open_newest_concern(officer: Page) -> None:
    """The concern again, which stands first."""
    officer.get_by_role("main").locator("button.card").first.click()


def open_list(page: Page) -> None:
    """What was raised, and what was decided."""
    page.get_by_role("button", name=said("bar.concerns")).click()
    Screen(page).heading(said("concern.list"))


def press_measure(page: Page) -> None:
    """What was decided about Ben."""
    its = page.get_by_text(said("measure.kind-2", days="14"))
    page.locator("button.card").filter(has=its).click()
    Screen(page).heading(said("measure.kind-2", days="14"))


def open_it_measured(officer, house) -> None:
    """Another officer comes in and opens the appeal."""
    officer.page.goto("about:blank")
    come_again(officer.page, house, officer.username, officer.words)
    Screen(officer.page).heading(said("concern.list"))
    press_measure(officer.page)
