"""The listening coach without a mouse: on, its marks and its question, the mirror, and off."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.journeys.browsers import OpenPage
from tests.journeys.scenes import scenes, show
from tests.journeys.spoken import said
from tests.journeys.test_keyboard_alone import SMALLEST, press, reach


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where scenes are shown."""
    with scenes() as where:
        yield where


def test_the_coach_is_switched_on_and_off_with_the_keyboard_alone(
    address: str, open_page: OpenPage
) -> None:
    page = open_page(SMALLEST, reduced_motion="reduce")
    show(page, address, "listening")
    press(page, "Switch it on")
    expect(page.get_by_text(said("listening.turned-on"))).to_be_visible()
    # Whoever has no mouse goes on from where they were.
    expect(page.get_by_role("button", name="Switch it off")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text(said("listening.turned-off"))).to_be_visible()
    expect(page.get_by_role("button", name="Switch it on")).to_be_focused()


def test_what_it_says_of_a_draft_is_opened_doubted_and_put_away_with_the_keyboard_alone(
    address: str, open_page: OpenPage
) -> None:
    page = open_page(SMALLEST, reduced_motion="reduce")
    show(page, address, "talk-listening")
    heard = page.locator("room-ear summary")
    expect(heard).to_be_visible()
    box = page.get_by_role("textbox").first
    reach(page, " ".join(str(heard.text_content()).split()))
    page.keyboard.press("Enter")
    expect(page.locator("room-ear details li").first).to_be_visible()
    press(page, "This is wrong: advice")
    expect(box).to_be_focused()
    reach(page, "Not sure", key="Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Not sure")).to_have_count(0)
    expect(box).to_be_focused()


def test_the_mirror_is_kept_with_the_keyboard_alone(address: str, open_page: OpenPage) -> None:
    page = open_page(SMALLEST, reduced_motion="reduce")
    show(page, address, "mirror")
    press(page, "Keep the numbers in my notebook")
    expect(page.get_by_text(said("mirror.kept"))).to_be_focused()
