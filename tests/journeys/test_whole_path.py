"""The path of one person: thanks, a link for somebody, a step, a picture; then all back."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.people import meet
from tests.journeys.screens import ComeIn, Wishes
from tests.journeys.spoken import said
from tests.journeys.test_counted import told_by
from tests.journeys.test_passing_on import open_it

LINK = re.compile(r"http://\S+#came=[A-Za-z0-9_-]{22}$")
LONG_AGO = """
import django
django.setup()
from alongside.ground import clock
from alongside.relationships.models import Relationship
today = clock.today()
Relationship.objects.filter(agreed_on=today).update(asked_on=today - 200, agreed_on=today - 200)
"""
KEPT = """
import django
django.setup()
from alongside.ripple.models import Counted, Invitation, Step
from alongside.ripple.rules import HAS_BROUGHT, IN_BROUGHT, bit
print([one.done & (bit(HAS_BROUGHT) | bit(IN_BROUGHT)) > 0 for one in Counted.objects.all()])
print(Invitation.objects.count(), Step.objects.count())
"""


@pytest.mark.on_foot
def test_ada_thanks_ben_gives_a_link_is_told_of_nobody_who_came_and_takes_all_of_it_back(
    own_house, open_page, picture
):
    ada, ben, newcomer = open_page(PHONE), open_page(DESK), open_page(PHONE)
    meet(ada, ben, own_house)
    screen = open_it(ada)
    # Thanks need no six months; a link does.
    expect(ada.get_by_role("button", name=said("came.make"))).to_have_count(0)
    ada.get_by_label(said("thanks.words", name="Ben")).fill("Thank you for that Tuesday.")
    screen.press(said("thanks.send"))
    expect(ben.get_by_text("Thank you for that Tuesday.").first).to_be_visible(timeout=20_000)
    picture(ben, "thanks-in-the-talk")

    told_by(own_house, LONG_AGO)
    open_it(ada)
    screen.press(said("ripple.count-do"))
    expect(ada.get_by_role("main").get_by_text(said("ripple.counted"))).to_be_visible()
    screen.press(said("came.make"))
    link = ada.get_by_text(LINK).inner_text().strip()
    picture(ada, "a-link-to-give")

    coming = ComeIn(newcomer)
    newcomer.goto(link)
    expect(newcomer.get_by_text(said("came.link"))).to_be_visible(timeout=20_000)
    assert newcomer.evaluate("location.hash") == ""
    picture(newcomer, "come-by-a-link-of-somebody")
    newcomer.get_by_label(said("came.count", whole=False)).check()
    coming.go_on()
    Wishes(newcomer).there()
    for _ in range(20):
        if told_by(own_house, KEPT).startswith("[True]"):
            break
    assert told_by(own_house, KEPT).splitlines() == ["[True]", "1 0"]
    # Ada sees the same as before.
    open_it(ada)
    expect(ada.get_by_text(said("came.open-until", whole=False)).first).to_be_visible()
    expect(ada.get_by_text(said("came.same"))).to_be_visible()

    screen.press(said("ripple.ask"))
    expect(ada.get_by_role("button", name=said("ripple.ask-back"))).to_be_visible()
    screen.press(said("ripple.ask-back"))
    screen.press(said("came.take-back", at="1"))
    screen.press(said("came.take-back-yes"))
    expect(ada.get_by_text(said("came.same"))).to_have_count(0)
    screen.press(said("ripple.count-stop"))
    expect(ada.get_by_role("button", name=said("ripple.count-do"))).to_be_visible()
    assert told_by(own_house, KEPT).splitlines()[1] == "0 0"

    screen.press(said("around.open"))
    screen.heading(said("around.title"))
    expect(ada.locator(".around svg")).to_be_visible()
    expect(ada.locator(".sheet").get_by_text("Ben")).to_be_visible()
    picture(ada, "the-people-around-ada")
