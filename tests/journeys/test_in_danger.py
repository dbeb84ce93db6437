"""Somebody was in danger: Ben enters whom he told, Dora knows of it, and Ada learns it all."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.desk_bar import go_to
from tests.journeys.people import meet, sit_down
from tests.journeys.screens import Screen
from tests.journeys.spoken import said

WHOM, WHAT, WHY = "The ambulance", "Where River was.", "I feared for River's life."


@pytest.mark.on_foot
def test_ben_enters_it_dora_knows_of_it_and_ada_reads_it_and_says_what_she_wishes(
    own_house, open_page, picture
):
    ada, ben, dora = open_page(PHONE), open_page(DESK), open_page(DESK)
    meet(ada, ben, own_house)
    enter(ben, picture)

    sit_down(dora, own_house)
    go_to(dora, "In danger")
    expect(dora.get_by_text("A life was in danger")).to_be_visible()
    for words in (WHOM, WHAT, WHY, "River"):
        expect(dora.get_by_text(words)).to_have_count(0)
    picture(dora, "73-at-the-desk")
    dora.locator("form[action*=confirm] button").click()
    expect(dora.get_by_text("Nothing waits here.")).to_be_visible()

    screen = Screen(ada)
    screen.press(said("see.open"))
    screen.press(said("see.told-more"))
    for words in (WHOM, WHAT, WHY):
        expect(ada.get_by_text(words)).to_be_visible()
    expect(ada.get_by_text(said("danger.proposed"))).to_be_visible()
    picture(ada, "74-told-without-her-yes")
    screen.press(said("danger.talk"))
    expect(ada.get_by_text(said("danger.talk-yes"))).to_be_visible()

    Screen(ben).press(said("bar.people"))
    ben.locator("button.person-head").first.click()
    Screen(ben).press(said("see.told"))
    expect(ben.get_by_text(said("danger.they-talk"))).to_be_visible()


def enter(ben: Page, picture, *, whom: str = WHOM, what: str = WHAT, why: str = WHY) -> None:
    """Whom he told, what, and why; an entry without these is not taken, and nothing is lost."""
    screen = Screen(ben)
    screen.press(said("more.open"))
    screen.press(said("danger.open"))
    ben.get_by_role("textbox", name=said("danger.whom")).fill(whom)
    ben.get_by_role("textbox", name=said("danger.what")).fill(what)
    screen.press(said("danger.keep"))
    expect(ben.get_by_text(said("danger.needs"))).to_be_visible()
    ben.get_by_role("textbox", name=said("danger.why")).fill(why)
    expect(ben.get_by_role("textbox", name=said("danger.whom"))).to_have_value(whom)
    picture(ben, "72-in-danger")
    screen.press(said("danger.keep"))
    expect(ben.get_by_text(whom)).to_be_visible()
