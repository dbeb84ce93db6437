"""From the front page to a talk and a bad night, on a small screen, without a mouse."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsers import DESK, OpenPage
from tests.journeys.house import DemoHouse
from tests.journeys.people import DORA, ask, come_back, come_in, desk_code
from tests.journeys.screens import (
    LOCK,
    ComeIn,
    Hello,
    Home,
    People,
    Screen,
    Talk,
    Waiting,
    Wishes,
)

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


def reach(page: Page, name: str, *, key: str = "Tab") -> None:
    """Press Tab until what is called so has the focus, and shows it."""
    for _ in range(150):
        page.keyboard.press(key)
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
    names = order_of(page, 6)
    assert names[:2] == ["Go to the main part", "Leave this page"]
    assert names[3:5] == ["Español", "Help now"]
    assert re.match("Leave this page", names[5])


def order_of(page: Page, count: int) -> list[str]:
    """Name the next things that Tab leads to."""
    names = []
    for _ in range(count):
        page.keyboard.press("Tab")
        names.append(page.evaluate(NAME_OF_FOCUS))
    return names


def press(page: Page, name: str) -> None:
    """Reach a button, and press it as a keyboard does."""
    reach(page, name)
    page.keyboard.press("Enter")


@pytest.mark.on_foot
def test_ada_chooses_how_long_her_words_are_kept_with_the_keyboard_alone(
    house: DemoHouse, open_page: OpenPage
) -> None:
    page = open_page(SMALLEST, reduced_motion="reduce")
    guest = come_in(page, house)
    Wishes(guest.page).anyone()
    People(page).ask("Ben")
    Hello(page).there("Ben")
    press(page, "Change")
    choice = page.locator("#keeping")
    expect(choice).to_be_focused()
    before = choice.input_value()
    page.keyboard.press("ArrowUp")
    assert choice.input_value() != before
    reach(page, "Your hello")
    page.keyboard.type("Hello. One arrow was enough.")
    press(page, "Send my hello")
    Waiting(page).there("Ben")


def test_ada_talks_asks_for_help_and_locks_with_the_keyboard_alone(
    house: DemoHouse, open_page: OpenPage
) -> None:
    page, ben = open_page(DESK, reduced_motion="reduce"), open_page(DESK)
    guest = come_in(page, house)
    ask(guest, "Ben", "Hello Ben.", called="Keys")
    come_back(ben, house, "Ben")
    Home(ben).read_hello("Keys")
    Home(ben).accept("Keys")
    talk = Talk(page)
    talk.there("Ben")
    reach(page, "Write to Ben")
    page.keyboard.type("No mouse tonight.")
    page.keyboard.press("Enter")
    talk.has("No mouse tonight.")
    expect(talk.box).to_be_focused()
    page.keyboard.type("half a thought")
    reach(page, "Help now", key="Shift+Tab")
    page.keyboard.press("Enter")
    panel = page.get_by_role("dialog", name="Help now")
    expect(panel).to_be_visible()
    inside = order_of(page, 12)
    assert inside[0] == "Close"
    assert "Call 988" in inside
    assert not {"Write to Ben", "Send", "More"} & set(inside), "the page behind is out of reach"
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    expect(page.get_by_role("button", name="Help now").first).to_be_focused()
    press(page, "More")
    press(page, "Lock now")
    reach(page, "Your five words")
    page.keyboard.type(guest.words)
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Your people", exact=True).first.wait_for(timeout=LOCK)
    press(page, "Your people")
    press(page, "Talk with Ben")
    talk.there("Ben")
    expect(talk.box).to_have_value("half a thought")


@pytest.mark.on_foot
def test_a_device_becomes_ones_own_with_the_keyboard_alone(
    house: DemoHouse, open_page: OpenPage
) -> None:
    page = open_page(SMALLEST, reduced_motion="reduce")
    come_in(page, house)
    screen = Screen(page)
    press(page, "Your place")
    screen.heading("Your place")
    press(page, "Open with this device")
    screen.heading("Open with this device")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    reach(page, "Your short number")
    page.keyboard.type("274913")
    press(page, "Make it my own")
    screen.heading("Your place", timeout=LOCK)
    press(page, "Stop using this device as my own")
    reach(page, "No, go back")
    reach(page, "Yes, forget it here", key="Shift+Tab")
    page.keyboard.press("Enter")
    screen.heading(re.compile("signed out|locked"), timeout=LOCK)


def test_dora_takes_the_second_step_without_scripts_and_without_a_mouse(
    house: DemoHouse, open_page: OpenPage
) -> None:
    page = open_page(SMALLEST, java_script_enabled=False)
    found = DORA.search(house.said())
    assert found
    page.goto(f"{house.origin}/desk/")
    page.get_by_label("Your name").focus()
    page.keyboard.type("Dora")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Your five words")).to_be_focused()
    page.keyboard.type(found[1])
    page.keyboard.press("Enter")
    code = page.get_by_label("Your code")
    expect(page.get_by_role("heading", level=1)).to_have_text("The second step")
    for _ in range(12):
        if code.evaluate("(one) => one === document.activeElement"):
            break
        page.keyboard.press("Tab")
    expect(code).to_be_focused()
    page.keyboard.type(desk_code(house))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Who is waiting")
