"""What a listener hears of every screen: where they are, what things are called, what comes."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys.browsers import DESK
from tests.journeys.scenes import names, scenes, turn_to

# A thing that can be used, and no name after it.
CONTROL = re.compile(
    r"^\s*- '?(button|link|textbox|checkbox|radio|combobox|listbox|switch|spinbutton)\b"
    r"(?! \"[^\"]*\S[^\"]*\")(?! /)"
)
HEADING = re.compile(
    r"""^\s*- '?heading "(?P<words>(?:[^"\\]|\\.)+)" \[level=(?P<level>\d)\]"""
)
LANDMARK = re.compile(r"^\s*- '?(?P<kind>banner|main|navigation|contentinfo)\b", re.MULTILINE)
# What tells of itself, and how loudly: interrupting is for what went wrong or must be known.
LOUD = """() => [...document.querySelectorAll("[aria-live=assertive], [role=alert]")]
    .filter((one) => one.checkVisibility() && one.textContent.trim() !== "")
    .filter((one) => !one.closest(
        "room-notices, room-pending, room-soon, .ask, .wrong, .calm, .note"))
    .map((one) => one.outerHTML.slice(0, 120))"""
UNTOLD = """() => [...document.querySelectorAll("[role=log]")]
    .filter((one) => (one.getAttribute("aria-live") ?? "polite") === "assertive")
    .map((one) => one.outerHTML.slice(0, 120))"""
# Everything that wants an answer from someone who came for something else.
UNASKED = ", ".join(
    [
        "room-own-offer section",
        "room-spare-card .note",
        "room-desk-too h2",
        "room-rules-ask section",
        "room-notices section",
    ]
)
# These lead to the same place from the bar and from the screen; the way out is the second stop
# of the keyboard, and stands in the bar as well.
MAY_BE_TWICE = {
    "Circles",
    "Help now",
    "Leave this page",
    "Lock now",
    "Your people",
    "Your place",
}
SAID = "() => document.querySelectorAll('p.unseen[role=status]').length"


@dataclass(frozen=True)
class Heard:
    """What was found on one screen."""

    wrong: list[str]
    unasked: int
    twice: list[str]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where scenes are shown."""
    with scenes() as where:
        yield where


def heard(page: Page) -> str:
    """The page as a screen reader walks it."""
    return page.locator("body").aria_snapshot()


def headings(tree: str) -> list[tuple[int, str]]:
    """Every heading, in the order in which it is met."""
    found = (HEADING.match(line) for line in tree.splitlines())
    return [(int(one["level"]), one["words"]) for one in found if one is not None]


def wrong_with(page: Page, tree: str) -> list[str]:
    """What somebody who listens to this screen, as it is heard, would miss or stumble over."""
    levels = [level for level, _ in headings(tree)]
    kinds = LANDMARK.findall(tree)
    found = [f"no name: {line.strip()}" for line in tree.splitlines() if CONTROL.match(line)]
    if levels.count(1) != 1:
        found.append(f"{levels.count(1)} headings of level 1: {headings(tree)}")
    if kinds.count("main") != 1 or kinds.count("banner") != 1:
        found.append(f"landmarks: {kinds}")
    jumps = [(one, two) for one, two in itertools.pairwise(levels) if two > one + 1]
    if jumps:
        found.append(f"jumps over a level: {jumps} in {headings(tree)}")
    if page.evaluate(SAID) != 1:
        found.append("there is not one place where news is said politely")
    return [*found, *page.evaluate(LOUD), *page.evaluate(UNTOLD)]


@pytest.fixture(scope="module")
def walk(address: str, chromium: Browser) -> dict[str, Heard]:
    """Every scene, walked once."""
    page = chromium.new_page(viewport=DESK)  # type: ignore[arg-type]
    found = {}
    for name in names(page, address):
        turn_to(page, name)
        tree = heard(page)
        buttons = re.findall(r'- button "([^"]+)"', tree)
        twice = sorted({one for one in buttons if buttons.count(one) > 1} - MAY_BE_TWICE)
        found[name] = Heard(wrong_with(page, tree), page.locator(UNASKED).count(), twice)
    page.close()
    return found


def test_every_screen_can_be_walked_by_ear(walk: dict[str, Heard]) -> None:
    assert len(walk) > 50
    assert {name: one.wrong for name, one in walk.items() if one.wrong} == {}


def test_a_screen_asks_at_most_one_thing_unasked(walk: dict[str, Heard]) -> None:
    assert {name: one.unasked for name, one in walk.items() if one.unasked > 1} == {}


def test_each_button_has_a_name_of_its_own(walk: dict[str, Heard]) -> None:
    """Who goes from button to button hears the name alone."""
    assert {name: one.twice for name, one in walk.items() if one.twice} == {}
