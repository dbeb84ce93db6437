"""From the front page to a hello that is sent, on a small screen, without a mouse."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.browsers import OpenPage
from tests.journeys.house import DemoHouse
from tests.journeys.screens import ComeIn, Hello, People, Waiting, Wishes

SMALLEST = {"width": 320, "height": 640}
NAME_OF_FOCUS = """() => {
    const at = document.activeElement;
    const label = at.labels?.[0]?.textContent
        ?? at.getAttribute("aria-label") ?? at.textContent;
    return (label ?? "").replace(/\\s+/g, " ").trim();
}"""
FOCUS_SHOWS = """() => {
    const at = document.activeElement;
    const seen = [at, at.closest("label")].filter(Boolean);
    return seen.some((one) => parseFloat(getComputedStyle(one).outlineWidth) >= 2);
}"""


def reach(page: Page, name: str) -> None:
    """Press Tab until what is called so has the focus, and shows it."""
    for _ in range(150):
        page.keyboard.press("Tab")
        if page.evaluate(NAME_OF_FOCUS) == name:
            assert page.evaluate(FOCUS_SHOWS), f"{name} does not show that it has the focus"
            return
    raise AssertionError(f"no way to {name}")


def test_ada_comes_in_and_says_hello_with_the_keyboard_alone(
    house: DemoHouse, open_page: OpenPage
) -> None:
    page = open_page(SMALLEST, reduced_motion="reduce")
    page.goto(house.origin)
    reach(page, "Find someone to talk to")
    page.keyboard.press("Enter")
    ComeIn(page).heading("A name and five words")
    reach(page, "I wrote them down")
    page.keyboard.press("Enter")
    Wishes(page).there()
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    reach(page, "A parent")
    page.keyboard.press("Space")
    reach(page, "Evenings")
    page.keyboard.press("Space")
    reach(page, "Show me people")
    page.keyboard.press("Enter")
    page.locator("li.person").first.wait_for()
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    name = People(page).names()[0]
    reach(page, f"Say hello to {name}")
    page.keyboard.press("Enter")
    Hello(page).there(name)
    reach(page, "Your hello")
    page.keyboard.type("Hello. No mouse today.")
    reach(page, "Send my hello")
    page.keyboard.press("Enter")
    Waiting(page).there(name)
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    reach(page, "I wrote it down")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Your spare code")).to_have_count(0)


def test_help_and_the_way_out_come_first_with_the_keyboard(
    house: DemoHouse, open_page: OpenPage
) -> None:
    page = open_page(SMALLEST)
    page.goto(f"{house.origin}/app/#come-in")
    Wishes(page).heading("A name and five words")
    names = []
    for _ in range(4):
        page.keyboard.press("Tab")
        names.append(page.evaluate(NAME_OF_FOCUS))
    assert names[0] == "Go to the main part"
    assert names[2] == "Help now"
    assert re.match("Leave this page", names[3])
