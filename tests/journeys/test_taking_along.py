"""Taking one's things along: one file on one's own device, which opens without the house."""

import io
import sys
import zipfile

import pytest
from playwright.sync_api import Page, expect

from pse import open_export
from tests.journeys.conftest import one_house
from tests.journeys.people import Guest, ask, come_back, come_in
from tests.journeys.scenes import violations
from tests.journeys.screens import LOCK, Home, Screen, Talk, Waiting
from tests.journeys.spoken import here, said

pytestmark = pytest.mark.walked
SECRET = "the heron by the weir"
# Ben has room for twelve: whoever comes late on a whole walk finds him full.
house = pytest.fixture(scope="module")(one_house)


def talked(house, open_page) -> Guest:
    """Ada talks with Ben, and has written her spare code down."""
    ada, ben = open_page(accept_downloads=True), open_page()
    guest = come_in(ada, house)
    ask(guest, "Ben", f"Hello Ben. I saw {SECRET}.")
    Waiting(ada).written_down()
    come_back(ben, house, "Ben")
    home = Home(ben)
    home.read_hello("River")
    home.accept("River")
    Talk(ben).there("River")
    Talk(ada).there("Ben")
    Talk(ben).say("Tell me about it.")
    Talk(ada).has("Tell me about it.")
    return guest


def go_there(page: Page) -> Screen:
    """Your place, then the file."""
    screen = Screen(page)
    screen.press("Your place")
    screen.heading("Your place")
    screen.press(said("place.along"))
    screen.heading(said("along.title"))
    return screen


def test_ada_takes_her_talk_along_and_opens_it_without_the_house(
    house, open_page, picture, tmp_path, monkeypatch, capsys
):
    guest = talked(house, open_page)
    page = guest.page
    Screen(page).press("Your people")
    screen = go_there(page)
    assert violations(page) == []
    picture(page, "along")
    page.get_by_label(here("Your spare code")).fill(guest.code)
    screen.press(said("along.make"))
    screen.heading(said("along.ready"), timeout=LOCK)
    assert violations(page) == []
    picture(page, "along-ready")
    words = " ".join(page.locator("ol.words.numbered li").all_inner_texts())
    with page.expect_download() as handed:
        screen.press(said("along.save"))
    path = tmp_path / handed.value.suggested_filename
    handed.value.save_as(path)
    expect(page.get_by_role("status").first).to_contain_text(path.name)

    assert SECRET.encode() not in path.read_bytes()
    with zipfile.ZipFile(path) as packed:
        assert packed.testzip() is None
        assert "talks/1.frames" in packed.namelist()
    monkeypatch.setattr(sys, "stdin", io.StringIO(words))
    assert open_export.main([str(path)]) == 0
    assert "with Ben: 2 lines, both signed the promise" in capsys.readouterr().out
    folder = path.with_name(f"{path.stem}-open")
    assert SECRET in (folder / "talk-1.txt").read_text()
    assert "Tell me about it." in (folder / "talk-1.html").read_text()


@pytest.mark.on_foot
def test_without_the_card_it_waits_and_everybody_inside_can_stop_it(house, open_page):
    guest = come_in(open_page(), house)
    page = guest.page
    ask(guest, "Ben", "Hello.")
    Waiting(page).written_down()
    screen = go_there(page)
    screen.press(said("proof.no-card"))
    screen.press(said("along.make"))
    expect(screen.text(said("along.waits"))).to_be_visible(timeout=LOCK)
    screen.press(said("pending.stop", whole=False))
    expect(page.get_by_role("alert")).to_have_count(0)


def test_whoever_closes_their_place_is_offered_it_first(house, open_page):
    guest = come_in(open_page(), house)
    screen = Screen(guest.page)
    screen.press("Your place")
    screen.heading("Your place")
    screen.press(said("place.close"))
    screen.press(said("place.along"))
    screen.heading(said("along.title"))
