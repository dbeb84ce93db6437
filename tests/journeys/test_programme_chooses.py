"""Letting the programme choose: from Ada's ticks to the first talk, by way of the desk."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.desk_bar import go_to
from tests.journeys.people import come_back, come_in, sit_down
from tests.journeys.screens import Hello, Home, Screen, Talk, Waiting, Wishes

ANSWERED = re.compile(r"Proposed: (\w+)")


@pytest.mark.on_foot
def test_ada_lets_the_programme_choose_and_talks_with_whom_it_found(
    own_house, open_page, picture
):
    ada, dora, them = open_page(PHONE), open_page(DESK), open_page(DESK)
    come_in(ada, own_house)
    wishes = Wishes(ada)
    wishes.tap("Alcohol")
    wishes.matters_most("Alcohol")
    screen = Screen(ada)
    screen.press("Let Riverside Peers choose for me")
    screen.heading("Let Riverside Peers choose")
    expect(ada.get_by_text("This is all they get")).to_be_visible()
    expect(ada.get_by_text("We cannot say yet how long it takes.").first).to_be_visible()
    ada.get_by_text("Is there someone you would rather not meet?").click()
    screen.tap("Ruth")
    expect(ada.get_by_text("One person you would rather not meet")).to_be_visible()
    picture(ada, "60-hand-over")
    screen.press("Hand this to Riverside Peers")
    screen.heading("Riverside Peers is looking for someone for you")
    picture(ada, "61-handed-over")

    name = approve(dora, own_house, picture)
    assert name != "Ruth"
    come_back(them, own_house, name)
    specialist = Screen(them)
    expect(them.get_by_text("Someone could walk with you")).to_be_visible()
    picture(them, "63-a-proposal")
    specialist.press("Yes, they may meet me")
    expect(them.get_by_text("Someone could walk with you")).to_have_count(0)

    screen.press("Choose someone myself")
    screen.press(f"See who {name} is")
    screen.heading(f"{name} would like to talk with you")
    picture(ada, "64-found")
    screen.press(f"Say hello to {name}")
    hello = Hello(ada)
    hello.there(name)
    hello.write("Hello. They said you would listen.", called="River")
    hello.send()
    Waiting(ada).there(name)
    Waiting(ada).written_down()
    home = Home(them)
    home.read_hello("River")
    home.accept("River")
    Talk(them).there("River")
    Talk(ada).there(name)
    Talk(ada).say("We found each other.")
    Talk(them).has("We found each other.")

    dora.reload()
    expect(dora.get_by_text(re.compile("^0 in all"))).to_be_visible()


def approve(page, house, picture):
    """Dora looks for matches, reads why, and says yes; gives the name."""
    sit_down(page, house)
    go_to(page, "Matches")
    page.get_by_role("button", name="Look now").click()
    expect(page.get_by_text("Both ticked: Alcohol")).to_be_visible()
    picture(page, "62-desk-matches")
    proposed = ANSWERED.search(page.get_by_role("main").inner_text())
    assert proposed
    page.get_by_role("button", name="Say yes to").first.click()
    expect(page.get_by_text("With the specialist", exact=False).first).to_be_visible()
    return proposed[1]
