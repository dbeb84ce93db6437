"""From one's own life in a circle: it rests, is told folded, opened by each, and taken back."""

import re
import time

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.circling import (
    NAME,
    comes,
    hears,
    log,
    opened_by_two,
    to_circle,
    write,
)
from tests.journeys.people import come_in
from tests.journeys.screens import ANSWER, LOCK, Screen
from tests.journeys.spoken import said
from tests.journeys.story import write_story

STORY = "One winter I slept in my car, and told nobody at work."
LINE = "I picked up when she called."
ANEW = "We listen. Nobody gives advice."
TWO_DAYS = 2 * 86_400


@pytest.mark.walked
@pytest.mark.on_foot
def test_ada_tells_from_her_life_each_opens_it_or_not_and_once_taken_back_nobody_has_it(
    own_house, open_page, picture
):
    dora, ben, marisol = open_page(DESK), open_page(DESK), open_page(DESK)
    ada, finn = open_page(PHONE), open_page(PHONE)
    opened_by_two(own_house, dora, ben, marisol)
    for page in (ada, finn):
        come_in(page, own_house)
    comes(ada, ben, "Wren")
    write(ada, LINE)

    _writes_one_for_the_circle(ada, picture)
    _chooses_it_and_it_rests(ada, picture)
    _tells_it(ada, picture)
    for page in (ben, marisol):
        _stands_folded(page)
    _opens_it(ben, picture)
    # Whoever told it learns of no opening; who did not open it has no word of it in sight.
    expect(ada.get_by_text(said("stories.opened-on", whole=False))).to_have_count(0)
    expect(marisol.get_by_text(STORY)).to_be_hidden()

    _takes_it_back(ada, picture)
    for page in (ada, ben, marisol):
        expect(page.get_by_text(STORY)).to_have_count(0, timeout=LOCK)
        expect(_told(page)).to_have_count(0)
    hears(ben, "Wren")
    picture(ben, "circle-story-gone")
    comes(finn, ben, "Moss")
    _has_none_of_it(finn)
    _goes_back_without_a_yes(ada, marisol, finn, picture)


def _told(page: Page) -> Locator:
    """Where somebody's own life stands folded."""
    return (
        log(page)
        .locator("details")
        .filter(has_text=said("circle-story.shown", "circle-story.shown-you", whole=False))
    )


def _writes_one_for_the_circle(ada: Page, picture) -> None:
    """From the talk, by way of a page that says that there is none yet."""
    screen = Screen(ada)
    screen.press(said("circle-story.open"))
    expect(ada.get_by_text(said("circle-story.none"))).to_be_visible(timeout=ANSWER)
    screen.press(said("stories.title"))
    screen.heading(said("stories.title"))
    write_story(ada, "The winter", STORY, name=re.compile(f"^{NAME}"))
    picture(ada, "circle-story-written")


def _chooses_it_and_it_rests(ada: Page, picture) -> None:
    """Said on one day it cannot be told on the same."""
    screen = to_circle(ada)
    screen.press(said("circle.go-in"))
    screen.press(said("circle-story.open"))
    _press(ada, "circle-story.choose")
    expect(ada.get_by_text(said("circle-story.rests"))).to_be_visible(timeout=ANSWER)
    expect(_button(ada, "circle-story.tell")).to_have_count(0)
    picture(ada, "circle-story-rests")
    _press(ada, "circle-story.not-after-all")
    expect(_button(ada, "circle-story.choose")).to_be_visible(timeout=ANSWER)


def _tells_it(ada: Page, picture) -> None:
    """What she chose two days ago stands there once more before it goes."""
    ada.clock.set_system_time(time.time() - TWO_DAYS)
    _press(ada, "circle-story.choose")
    expect(_button(ada, "circle-story.tell")).to_be_visible(timeout=ANSWER)
    ada.clock.set_system_time(time.time())
    expect(ada.get_by_text(said("circle-story.once-more"))).to_be_visible()
    expect(ada.get_by_text(STORY)).to_be_visible()
    picture(ada, "circle-story-once-more")
    _press(ada, "circle-story.tell")
    Screen(ada).heading(NAME)
    expect(_told(ada)).to_be_visible(timeout=ANSWER)


def _stands_folded(page: Page) -> None:
    """Its length and what it touches on, and not a word of it."""
    expect(_told(page).locator("summary")).to_contain_text(
        said("stories.touches", whole=False), timeout=LOCK
    )
    expect(page.get_by_text(STORY)).to_be_hidden()


def _opens_it(ben: Page, picture) -> None:
    picture(ben, "circle-story-folded")
    _told(ben).locator("summary").click()
    expect(ben.get_by_text(STORY)).to_be_visible()
    picture(ben, "circle-story-opened")


def _takes_it_back(ada: Page, picture) -> None:
    turn = ada.locator(".turn").filter(has=ada.locator("details"))
    turn.get_by_role("button", name=said("line.take-back", whole=False)).click()
    expect(ada.get_by_text(said("circle-story.back-sure"))).to_be_visible()
    picture(ada, "circle-story-take-back")
    Screen(ada).press(said("line.take-yes"))


def _has_none_of_it(finn: Page) -> None:
    """Whoever comes later reads from where they came."""
    expect(log(finn)).to_be_visible(timeout=ANSWER)
    expect(_told(finn)).to_have_count(0)
    assert STORY not in finn.content()
    assert LINE not in finn.content()


def _goes_back_without_a_yes(ada: Page, marisol: Page, finn: Page, picture) -> None:
    """A new agreement, which Ada says no yes to: what she wrote is hers to take back."""
    write(ada, "And I will call her again.")
    for page in (marisol, finn):
        hears(page, "And I will call her again.")
    hosting = Screen(marisol)
    hosting.press(said("circle.more"))
    hosting.press(said("circle.agreement"))
    hosting.press(said("circle.agreement-new"))
    marisol.get_by_label(said("circle.agreement-field", whole=False)).fill(ANEW)
    hosting.press(said("circle.agreement-send"))
    expect(ada.locator(".card").get_by_text(ANEW)).to_be_visible(timeout=LOCK)
    ada.locator("summary").filter(has_text=said("circle.own-words")).click()
    picture(ada, "circle-own-words")
    mine = ada.locator(".turn").filter(has_text=LINE)
    mine.get_by_role("button", name=said("line.take-back", whole=False)).click()
    Screen(ada).press(said("line.take-yes"))
    expect(ada.get_by_text(LINE)).to_have_count(0, timeout=LOCK)
    hosting.press(said("circle.back"))
    expect(marisol.get_by_text(LINE)).to_have_count(0, timeout=LOCK)
    hears(marisol, "And I will call her again.")


def _button(page: Page, words: str) -> Locator:
    return page.get_by_role("button", name=said(words, whole=False)).first


def _press(page: Page, words: str) -> None:
    _button(page, words).click()
