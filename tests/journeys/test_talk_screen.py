"""The talk as a screen: nothing jumps, focus stays, only what comes in is said aloud."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsers import DESK, PHONE, OpenPage
from tests.journeys.scenes import scenes, show

TO_END = "(box) => Math.round(box.scrollHeight - box.scrollTop - box.clientHeight)"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where scenes are shown."""
    with scenes() as where:
        yield where


@pytest.fixture
def talk(address: str, open_page: OpenPage) -> Page:
    """A talk of two dozen lines, on a wide screen."""
    page = open_page(DESK)
    show(page, address, "talk")
    expect(page.get_by_role("log")).to_be_visible()
    return page


def test_it_opens_at_the_newest_line(talk: Page) -> None:
    expect(talk.get_by_role("log").locator(".m").last).to_be_in_viewport()


def test_enter_sends_and_the_box_keeps_the_focus(talk: Page) -> None:
    box = talk.get_by_role("textbox")
    box.fill("thank you")
    box.press("Enter")
    expect(talk.get_by_role("log").get_by_text("thank you", exact=True)).to_be_in_viewport()
    expect(box).to_be_focused()
    expect(box).to_have_value("")


def test_shift_and_enter_makes_a_new_line(talk: Page) -> None:
    box = talk.get_by_role("textbox")
    box.press_sequentially("one")
    box.press("Shift+Enter")
    box.press_sequentially("two")
    expect(box).to_have_value("one\ntwo")


def test_on_a_phone_enter_makes_a_new_line_and_the_button_sends(
    address: str, open_page: OpenPage
) -> None:
    page = open_page(PHONE, has_touch=True, is_mobile=True)
    show(page, address, "talk")
    box = page.get_by_role("textbox")
    box.press_sequentially("one")
    box.press("Enter")
    box.press_sequentially("two")
    expect(box).to_have_value("one\ntwo")
    page.get_by_role("button", name="Send").tap()
    expect(page.get_by_role("log").get_by_text("one two")).to_be_visible()
    expect(box).to_be_focused()


def test_only_what_the_other_writes_is_said_aloud(talk: Page) -> None:
    said = talk.locator("p.unseen[role=status]")
    talk.get_by_role("textbox").fill("mine")
    talk.keyboard.press("Enter")
    expect(talk.get_by_role("log").get_by_text("mine", exact=True)).to_be_visible()
    expect(said).to_be_empty()
    talk.evaluate("room.comes('theirs')")
    expect(said).to_have_text("Ben wrote: theirs")


def test_older_lines_come_in_above_without_a_jump(talk: Page) -> None:
    log = talk.get_by_role("log")
    line = log.locator(".m").nth(8)
    line.scroll_into_view_if_needed()
    log.evaluate("(box) => { box.scrollTop = 300 }")
    before = line.bounding_box()
    talk.evaluate("room.olderCome(12)")
    expect(log.locator(".m")).to_have_count(36)
    after = log.locator(".m").nth(20).bounding_box()
    assert before is not None
    assert after is not None
    assert abs(before["y"] - after["y"]) < 2


def test_who_reads_older_lines_is_not_pulled_down_by_a_new_one(talk: Page) -> None:
    log = talk.get_by_role("log")
    log.evaluate("(box) => { box.scrollTop = 300 }")
    talk.wait_for_timeout(100)
    talk.evaluate("room.comes('something new')")
    newer = talk.get_by_role("button", name="New lines below")
    expect(newer).to_be_visible()
    assert log.evaluate(TO_END) > 200
    newer.click()
    expect(newer).to_have_count(0)
    expect(log.get_by_text("something new")).to_be_in_viewport()


def test_a_very_long_talk_is_drawn_in_pieces_and_read_to_both_ends(talk: Page) -> None:
    log = talk.get_by_role("log")
    log.evaluate("(box) => { box.scrollTop = 100 }")
    talk.evaluate("room.olderCome(1000)")
    for step, last in ((-1, "firstElementChild"), (1, "lastElementChild")):
        seen = 0
        for _ in range(60):
            assert log.locator(".m").count() <= 150
            before = log.locator(".turn").first.inner_text()
            log.evaluate("(box, step) => { box.scrollTop += step * 1e6 }", step)
            talk.wait_for_timeout(60)
            seen += log.locator(".turn").first.inner_text() != before
        assert seen > 0, last
        first = talk.evaluate("document.querySelector('room-log .dots')?.ariaLabel")
        assert first is not None
    assert log.evaluate(TO_END) < 2
    expect(log.locator(".m").last).to_be_in_viewport()


def test_who_stands_on_a_line_that_is_drawn_no_more_stays_in_the_talk(talk: Page) -> None:
    log = talk.get_by_role("log")
    talk.evaluate("room.olderCome(1000)")
    log.locator(".dots").last.focus()
    for _ in range(12):
        log.evaluate("(box) => { box.scrollTop = 0 }")
        talk.wait_for_timeout(60)
    assert talk.evaluate("document.activeElement.getAttribute('role')") == "log"


def test_a_question_comes_before_more_is_sent_and_the_words_stay(
    address: str, open_page: OpenPage
) -> None:
    page = open_page(PHONE)
    show(page, address, "talk-question")
    page.get_by_role("textbox").fill("one more")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text("You have written a lot with no answer yet.")).to_be_visible()
    expect(page.get_by_role("textbox")).to_have_value("one more")


def test_a_refused_try_keeps_what_was_typed_and_the_focus(
    address: str, open_page: OpenPage
) -> None:
    page = open_page(PHONE)
    show(page, address, "come-back")
    page.get_by_label("Your name here").fill("River Otter 4827")
    page.get_by_label("Your five words").fill("lant mapl cous velv harb")
    expect(page.locator(".slot.known")).to_have_count(5)
    page.get_by_role("button", name="Open my place").click()
    expect(page.get_by_role("alert")).to_contain_text("That did not open.")
    expect(page.get_by_label("Your five words")).to_be_focused()
    expect(page.get_by_label("Your five words")).to_have_value("lant mapl cous velv harb")


def test_a_word_that_is_not_on_the_list_is_told_while_typing(
    address: str, open_page: OpenPage
) -> None:
    page = open_page(PHONE)
    show(page, address, "come-back")
    page.get_by_label("Your five words").press_sequentially("lantern xyzzy maple")
    expect(page.get_by_text("Word 2 is not one of ours.")).to_be_visible()
    expect(page.locator(".slot.unknown")).to_have_count(1)
