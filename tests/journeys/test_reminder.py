"""A reminder of help: Dora lets people choose it, Ada does, and her draft goes nowhere."""

import re

import pytest
from playwright.sync_api import expect

from tests.attacks.sweep import hits_below, hits_in
from tests.journeys.browsers import DESK, PHONE
from tests.journeys.capture import Capture, browser_storage
from tests.journeys.people import meet, sit_down
from tests.journeys.screens import ANSWER, LOCK, Screen
from tests.journeys.spoken import said

# A sentence with words that are found nowhere else.
DRAFT = "I said I was fine. I want to die, copper lantern 51177."
MARKERS = ["copper lantern 51177"]


@pytest.mark.on_foot
def test_ada_is_reminded_of_help_and_her_draft_goes_nowhere(
    own_house, open_page, picture, tmp_path
):
    dora, ada, ben = open_page(DESK), open_page(PHONE), open_page(DESK)
    sit_down(dora, own_house)
    dora.goto(f"{own_house.origin}/desk/help-lines")
    dora.get_by_role("button", name="Let people choose it").click()
    expect(dora.get_by_text("People may choose it.")).to_be_visible()
    picture(dora, "desk-reminder")
    capture = Capture(tmp_path / "capture")
    capture.listen(ada.context)
    of_ada, of_ben = meet(ada, ben, own_house)
    screen = Screen(ada)

    of_ada.box.fill(DRAFT)
    ada.wait_for_timeout(1_500)
    expect(ada.locator("room-hint")).to_have_count(0)
    assert not [url for url in capture.urls if "/listening/danger" in url]

    ada.get_by_role("button", name=said("bar.people")).first.click()
    ada.get_by_role("button", name=said("top.place")).first.click()
    screen.press(said("hints.title"))
    screen.press(said("hints.on"))
    expect(ada.get_by_text(said("hints.turned-on"))).to_be_visible(timeout=ANSWER)
    ada.locator("room-top .brand").click()
    ada.get_by_role("button", name=re.compile("Ben")).first.click()
    seen = ada.locator("room-hint q")
    expect(seen).to_have_text("I want to die", timeout=LOCK)
    picture(ada, "reminder")
    screen.press(said("hint.not-now"))
    expect(seen).to_have_count(0)
    of_ada.box.fill("")
    of_ada.say("See you on Monday.")
    of_ben.has("See you on Monday.")
    capture.finish()
    capture.saw_frames()
    hits, files = hits_below(capture.folder, MARKERS)
    assert hits == []
    assert files > 50
    assert hits_in(browser_storage(ada), MARKERS, place="Ada's browser") == []
