"""The keyboard alone: from where it stands, forwards, until it has come to a thing."""

from playwright.sync_api import Locator, Page, expect

from tests.journeys.screens import LOCK

MOST = 120


def key_to(page: Page, thing: Locator) -> None:
    """Go there by the tab key, past all that comes before it; it has to be reached."""
    expect(thing).to_be_visible(timeout=LOCK)
    for _ in range(MOST):
        if thing.evaluate("it => it === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard never comes to {thing}")


def by_key(page: Page, button: Locator) -> None:
    """Go to a button by the tab key, and press it by the enter key."""
    key_to(page, button)
    page.keyboard.press("Enter")
