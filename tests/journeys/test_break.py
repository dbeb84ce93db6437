"""Ben plans a break: Ada reads it before, is not left alone in it, and both go on after it."""

from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.people import meet
from tests.journeys.screens import Home, Screen
from tests.journeys.spoken import said


@pytest.mark.walked
@pytest.mark.on_foot
def test_ada_reads_of_bens_break_before_may_ask_somebody_in_it_and_both_go_on(
    own_house, open_page, picture
):
    ada, ben = open_page(PHONE), open_page(DESK)
    with_ben, with_river = meet(ada, ben, own_house)

    plan(ben, begins=7, back=14)
    picture(ben, "break-planned")
    ahead = ada.locator("details.note").filter(has_text="Ben")
    expect(ahead).to_be_visible(timeout=60_000)
    ahead.locator("summary").click()
    expect(ahead.get_by_text(said("away.kind"))).to_be_visible()
    expect(ahead.get_by_text(said("away.team"))).to_be_visible()
    picture(ada, "break-read-before")
    with_ben.say("Have a good time.")
    ben.get_by_role("button", name=said("carry.call-off")).click()
    expect(ben.get_by_text(said("carry.did-back"))).to_be_visible()
    expect(ahead).to_have_count(0, timeout=60_000)

    plan(ben, begins=0, back=14)
    expect(ada.get_by_text(said("rest.them"))).to_be_visible(timeout=60_000)
    expect(with_ben.box).to_have_count(0)
    expect(ada.get_by_role("button", name=said("top.help")).first).to_be_visible()
    picture(ada, "break-begun")
    ada.get_by_role("button", name=said("away.hand")).click()
    Screen(ada).heading(said("hand.over-title"))
    picture(ada, "break-asks-for-a-stand-in")
    ada.go_back()

    ben.get_by_role("button", name=said("carry.i-am-back")).click()
    expect(ben.get_by_text(said("carry.did-back"))).to_be_visible()
    with_ben.there("Ben")
    expect(with_ben.box).to_be_visible(timeout=60_000)
    with_ben.say("Good to have you back.")
    to_people(ben)
    Home(ben).there()
    ben.locator("button.person-head").first.click()
    with_river.has("Good to have you back.")


def plan(ben: Page, *, begins: int, back: int) -> None:
    """Ben plans a break, in days from today."""
    to_people(ben)
    ben.get_by_role("button", name=said("debrief.open")).click()
    ben.get_by_role("button", name=said("carry.open")).click()
    ben.locator("input[name=from]").fill(in_days(begins))
    ben.locator("input[name=back]").fill(in_days(back))
    ben.get_by_role("button", name=said("carry.plan")).click()
    expect(ben.get_by_text(said("carry.did-break"))).to_be_visible()


def to_people(ben: Page) -> None:
    """To the page of his people."""
    ben.get_by_role("button", name=said("bar.people")).first.click()


def in_days(days: int) -> str:
    """As a field of a date takes it."""
    return (datetime.now().astimezone().date() + timedelta(days=days)).isoformat()
