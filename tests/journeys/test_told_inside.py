"""Ada and Ben let a supervisor know; the supervisor reads it in a place of their own."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.people import meet
from tests.journeys.screens import Screen
from tests.journeys.spoken import said
from tests.journeys.test_specialist_joins import (
    a_link,
    at_the_desk,
    back_again,
    bring_in,
    endorse_offline,
    join,
)

pytestmark = pytest.mark.on_foot


def test_a_supervisor_opens_what_ada_and_ben_worded_together_until_ada_stops_it(
    own_house, open_page, picture, tmp_path
):
    dora, gale = open_page(DESK), open_page(DESK)
    at_the_desk(dora, own_house)
    request, words = join(gale, own_house, a_link(dora), tmp_path, picture)
    bring_in(dora, endorse_offline(own_house, request, words, "--supervisor"))
    ada, ben = open_page(PHONE), open_page(DESK)
    meet(ada, ben, own_house)

    suggest_gale(ben)
    sign_for_gale(ada, picture)
    gale.reload()
    back_again(gale, own_house)
    there(gale)
    gale.get_by_text(said("told.read")).click()
    expect(gale.get_by_text("I sleep badly.")).to_be_visible()
    expect(gale.get_by_text("She sleeps badly.")).to_have_count(0)
    picture(gale, "65-what-a-supervisor-reads")

    ada.get_by_role("button", name=said("told.title")).click()
    expect(ada.get_by_text(re.compile("Opened on|Se abrió"))).to_be_visible()
    ada.get_by_role("button", name=said("told.stop")).click()
    expect(ada.get_by_text(re.compile("stopped it on|Se paró"))).to_be_visible()

    gale.reload()
    back_again(gale, own_house)
    there(gale)
    expect(gale.get_by_text(said("told.empty"))).to_be_visible()
    expect(gale.get_by_text(said("told.read"))).to_have_count(0)
    picture(gale, "66-what-a-supervisor-reads-no-more")


def there(gale):
    """Who only supervises comes to what they were told."""
    heading = gale.get_by_role("heading", level=1)
    expect(heading).to_have_text(said("told.open"), timeout=60_000)


def suggest_gale(ben):
    """Ben words a draft for the supervisor; nothing goes out by it."""
    ben.get_by_role("button", name=said("more.open")).click()
    Screen(ben).press(said("draft.open", name="River"))
    ben.get_by_role("radio", name="Gale").check(force=True)
    ben.get_by_role("textbox", name=said("tell.words")).fill("She sleeps badly.")
    ben.get_by_role("checkbox", name=said("told.what-wellbeing")).check(force=True)
    ben.get_by_role("textbox", name=said("tell.why")).fill("So that Gale can help us.")
    ben.get_by_role("button", name=said("draft.show", name="River")).click()


def sign_for_gale(ada, picture):
    """Ada words it her way and signs; no link leaves her hands."""
    ada.get_by_role("button", name=said("draft.look")).click()
    words = ada.get_by_role("textbox", name=said("tell.words"))
    expect(words).to_have_value("She sleeps badly.")
    expect(ada.get_by_role("radio", name="Gale")).to_be_checked()
    words.fill("I sleep badly.")
    ada.get_by_role("textbox", name=said("tell.called")).fill("River")
    ada.get_by_role("button", name=said("tell.to-look")).click()
    ada.get_by_role("textbox", name=said("tell.typed")).fill("River")
    picture(ada, "67-exactly-this-for-a-supervisor")
    ada.get_by_role("button", name=said("tell.sign")).click()
    expect(ada.get_by_text(said("tell.done-here"))).to_be_visible()
    expect(ada.locator(".link-text")).to_have_count(0)
