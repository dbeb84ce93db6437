"""From supported to supporting: Ada opens it, Ben says yes, and a dot appears at the desk."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.desk_bar import go_to
from tests.journeys.house import DemoHouse
from tests.journeys.people import meet, sit_down
from tests.journeys.screens import Screen
from tests.journeys.spoken import said
from tests.journeys.test_counted import told_by

# Half a year has gone by, and seven others were supported here and let themselves be counted.
LATER = """
import secrets
import django
django.setup()
from alongside.counts.actions import note
from alongside.ground import clock
from alongside.people.models import Account
from alongside.relationships.models import Relationship
from alongside.ripple.rules import Role, topic_of
today = clock.today()
Relationship.objects.filter(agreed_on=today).update(asked_on=today - 200, agreed_on=today - 200)
for _ in range(7):
    person = Account.objects.create(ref=secrets.token_bytes(16), closed=True)
    note(topic_of(1, Role.SUPPORTED), person, yes=True, today=today)
"""
STEPS = """
import django
django.setup()
from alongside.ripple.models import Step
for step in Step.objects.order_by("pk"):
    print((step.role, step.asked_of_id is None, step.quarter is None))
"""


def open_it(page: Page) -> Screen:
    """Go to "Passing it on", by the only way there is."""
    screen = Screen(page)
    more = page.get_by_role("button", name=said("more.open"), exact=True)
    if page.locator("room-talk").count() > 0 and not page.locator("room-bar").is_visible():
        more.click()
    page.locator("room-bar").get_by_role("button", name=said("top.place")).click()
    screen.press(said("ripple.title"))
    screen.heading(said("ripple.title"))
    return screen


@pytest.mark.on_foot
def test_ada_asks_for_a_step_ben_says_yes_and_a_dot_appears_at_the_desk(
    own_house: DemoHouse, open_page, picture
):
    ada, ben, dora = open_page(PHONE), open_page(DESK), open_page(DESK)
    meet(ada, ben, own_house)
    screen = open_it(ada)
    # In the first six months it says from when on, and offers nothing.
    expect(ada.get_by_role("button", name=said("ripple.ask"))).to_have_count(0)
    told_by(own_house, LATER)
    open_it(ada)
    expect(ada.get_by_text(said("ripple.ready.3"))).to_be_visible()
    picture(ada, "passing-it-on")
    screen.press(said("ripple.ask"))
    expect(ada.get_by_role("button", name=said("ripple.ask-back"))).to_be_visible()
    assert told_by(own_house, STEPS) == "(1, False, True)"

    of_ben = open_it(ben)
    expect(ben.get_by_role("button", name=said("ripple.yes-to", whole=False))).to_be_visible()
    picture(ben, "asked-for-a-step")
    of_ben.press(said("ripple.yes-to", whole=False))
    expect(ben.get_by_text(said("ripple.asked-none"))).to_be_visible()
    # Who said yes is kept no longer.
    assert told_by(own_house, STEPS) == "(1, True, False)"

    open_it(ada)
    expect(ada.get_by_role("heading", name=said("ripple.taken"))).to_be_visible()
    screen.press(said("ripple.count-do"))
    expect(ada.get_by_role("main").get_by_text(said("ripple.counted"))).to_be_visible()
    sit_down(dora, own_house)
    go_to(dora, "How we are doing")
    dora.get_by_role("link", name="See how far support reaches").click()
    row = dora.get_by_role("row", name="through one person")
    expect(row).to_contain_text("at least 8")
    expect(dora.get_by_role("img", name="How far support reaches at")).to_be_visible()
    picture(dora, "how-far-support-goes-on")

    screen.press(re.compile(said("ripple.back", step="STEP").pattern.replace("STEP", ".+")))
    expect(ada.get_by_role("heading", name=said("ripple.taken"))).to_have_count(0)
    assert told_by(own_house, STEPS) == ""
