"""Dora changes what must be passed on: what promises less counts only once both said yes."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.desk_bar import go_to
from tests.journeys.people import meet, sit_down
from tests.journeys.spoken import said

COURT = "A court says that it must be passed on."
ASKED, CHANGED, AGREED = "wall.told-61-programme", "wall.told-60", "wall.told-62"


@pytest.mark.on_foot
def test_a_weaker_promise_needs_both(own_house, open_page, picture):
    ada, ben, dora = open_page(PHONE), open_page(DESK), open_page(DESK)
    meet(ada, ben, own_house)
    expect(ada.locator("p.hours").first).to_contain_text("Usually answers")
    sit_down(dora, own_house)

    pass_on_for_a_court(dora, False)
    for page in (ada, ben):
        look_at_our_promise(page, "promise.note-told")
        expect(page.locator("del", has_text=COURT)).to_be_visible()
        expect(in_force(page)).to_have_count(0)
        page.get_by_role("button", name=said("promise.read")).click()
        expect(page.get_by_role("heading", name=said("promise.told"))).to_have_count(0)
        page.get_by_role("button", name=said("do.back")).first.click()

    pass_on_for_a_court(dora, True)
    for page in (ada, ben):
        look_at_our_promise(page, "promise.note-asked")
        expect(page.locator("ins", has_text=COURT)).to_be_visible()
    picture(ada, "70-our-promise-would-be-less")
    ada.get_by_role("button", name=said("promise.agree")).click()
    expect(ada.get_by_text(said("promise.you-agreed", name="Ben"))).to_be_visible()
    expect(ben.get_by_text(said("promise.they-agreed", name="River"))).to_be_visible()
    for page in (ada, ben):
        expect(in_force(page)).to_have_count(0)
    ben.get_by_role("button", name=said("promise.agree")).click()
    for page in (ada, ben):
        expect(in_force(page)).to_have_count(1)

    for page, other in ((ada, "Ben"), (ben, "River")):
        page.get_by_role("button", name=said("do.back")).first.click()
        if page is ada:
            # On a wide screen it stands beside the talk.
            page.get_by_role("button", name=said("see.open")).first.click()
        page.get_by_role("button", name=said("wall.open")).first.click()
        for kind in (CHANGED, ASKED, AGREED):
            told = said(kind, name=other, programme="Riverside Peers")
            expect(page.get_by_text(told).first).to_be_visible()
    picture(ada, "71-the-wall-tells-of-our-promise")


def in_force(page):
    """The sentence, where it stands in the promise that counts now."""
    return page.locator("div.promise li", has_text=COURT)


def look_at_our_promise(page, note):
    """Read the line in the talk, and go on to the promise."""
    line = re.compile(said(note).pattern.strip("^$"))
    expect(page.locator("p.note", has_text=line)).to_be_visible(timeout=20_000)
    page.get_by_role("button", name=said("promise.open")).click()


def pass_on_for_a_court(dora, wanted):
    """Change the list of what must be passed on, as somebody read it."""
    go_to(dora, "Our promise")
    dora.get_by_role("link", name="Change this: What must be passed on").click()
    dora.get_by_label(COURT).set_checked(wanted)
    dora.get_by_label("Who read this list and found it right").fill("Lena Berg")
    dora.get_by_label("On which day").fill("2026-11-20")
    dora.get_by_role("button", name="See what it would change").click()
    dora.get_by_role("button", name="Yes, change it").press("Enter")
    expect(dora.get_by_role("status")).to_have_text("It is changed.")
