"""What holds on every screen in every state: it fits, it can be touched, heard and read."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsers import DESK, PHONE, OpenPage
from tests.journeys.scenes import SMALL, STRAYS, names, scenes, show, turn_to, violations

SMALLEST = {"width": 320, "height": 640}


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where scenes are shown."""
    with scenes() as where:
        yield where


def sideways(page: Page) -> bool:
    """Whether the page is wider than the screen."""
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))


@pytest.mark.parametrize(("size", "scheme"), [(SMALLEST, "light"), (DESK, "dark")])
def test_every_screen_fits_and_axe_finds_nothing(
    address: str, open_page: OpenPage, size: dict[str, int], scheme: str
) -> None:
    page = open_page(size, color_scheme=scheme, reduced_motion="reduce")
    wrong = {}
    for name in names(page, address):
        turn_to(page, name)
        found = [*violations(page), *page.evaluate(SMALL)]
        if sideways(page):
            found.append("scrolls sideways")
        if found:
            wrong[name] = found
    assert wrong == {}


def test_help_and_the_way_out_are_on_every_screen(address: str, open_page: OpenPage) -> None:
    page = open_page(SMALLEST)
    for name in names(page, address):
        turn_to(page, name)
        expect(page.get_by_role("button", name="Help now").first).to_be_in_viewport()
        leave = page.locator("room-top .exit")
        expect(leave).to_be_in_viewport()
        leave.click()
        assert page.evaluate("room.deeds.some(([deed]) => deed === 'leave')"), name


def test_no_text_on_any_screen_comes_from_outside_the_catalogues(
    address: str, open_page: OpenPage
) -> None:
    page = open_page(PHONE)
    strays = {}
    for name in names(page, address, lang="pseudo"):
        turn_to(page, name)
        found = page.evaluate(STRAYS)
        if found:
            strays[name] = found
    assert strays == {}, strays


def test_help_opens_and_closes_without_losing_the_place(
    address: str, open_page: OpenPage
) -> None:
    page = open_page(PHONE)
    show(page, address, "talk")
    page.get_by_role("textbox").fill("half a thought")
    page.get_by_role("button", name="Help now").click()
    expect(page.get_by_role("dialog", name="Help now")).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("textbox")).to_have_value("half a thought")


def test_the_title_of_the_page_tells_a_passer_by_nothing(
    address: str, open_page: OpenPage
) -> None:
    page = open_page(PHONE)
    for name in names(page, address):
        turn_to(page, name)
        assert "Alongside" in page.title()
        assert "Ben" not in page.title()
        assert "River" not in page.title()


def test_the_spare_card_prints_alone(address: str, open_page: OpenPage) -> None:
    page = open_page(DESK)
    show(page, address, "waiting")
    page.emulate_media(media="print")
    expect(page.locator(".sheet .code")).to_be_visible()
    expect(page.get_by_text("Alongside. For river-otter-4827.")).to_be_visible()
    expect(page.get_by_text("What happens next")).to_be_hidden()
    expect(page.get_by_role("button", name="I wrote it down")).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_hidden()
