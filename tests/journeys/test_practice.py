"""The practice room: by keyboard, also without a line, and nothing of it leaves."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsers import DESK
from tests.journeys.capture import Capture, browser_storage
from tests.journeys.people import come_back
from tests.journeys.scenes import violations
from tests.journeys.screens import ANSWER, Screen
from tests.journeys.spoken import said

REPLY = "Marker-quillon: it got loud again, after eight months"


@pytest.fixture
def capture(tmp_path: Path) -> Capture:
    return Capture(tmp_path / "capture")


@pytest.fixture
def ben(house, open_page, capture: Capture):
    """Ben at a desk, at home; all that his browser sends is written down."""
    page = open_page(DESK)
    capture.listen(page.context)
    come_back(page, house, "Ben")
    return page


def reply(page: Page, words: str, deed: str) -> None:
    """Write to somebody who is made up, and say what it did."""
    field = page.get_by_label(said("practice.reply"), exact=True)
    expect(field).to_be_visible(timeout=ANSWER)
    field.fill(words)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_role("radio", name=said(f"practice.did.{deed}")).focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name=said("practice.go-on")).focus()
    page.keyboard.press("Enter")


@pytest.mark.walked
def test_ben_practises_without_a_line_and_nothing_of_it_leaves(
    ben: Page, capture: Capture, picture
) -> None:
    screen = Screen(ben)
    screen.press(said("practice.title"))
    screen.heading(said("practice.title"))
    expect(ben.get_by_role("button", name="Marek")).to_be_visible(timeout=ANSWER)
    assert violations(ben) == []
    ben.context.set_offline(True)
    ben.get_by_role("button", name="Marek").click()
    screen.heading("Marek")
    expect(ben.get_by_text(said("practice.made-up"))).to_be_visible()
    for deed in ("listened", "listened", "listened", "listened"):
        reply(ben, f"{REPLY}, {deed}", deed)
    expect(ben.get_by_role("heading", name=said("practice.back"))).to_be_focused()
    expect(ben.get_by_text("with an idea of his own")).to_be_visible()
    expect(ben.get_by_text(REPLY)).to_have_count(8)
    expect(ben.get_by_text("Nobody saw it, and you did.")).to_be_visible()
    assert violations(ben) == []
    picture(ben, "practice-looking-back")

    screen.press(said("practice.again", name="Marek"))
    for deed in ("advised", "advised", "advised", "passed"):
        reply(ben, REPLY, deed)
    expect(ben.get_by_text("What made it loud was not said.")).to_be_visible()
    ben.context.set_offline(False)
    screen.press(said("practice.others"))
    screen.heading(said("practice.title"))

    capture.finish()
    capture.saw_frames()
    kept = [browser_storage(ben), *(one.read_bytes() for one in capture.folder.iterdir())]
    assert any(b"practice.json" in one for one in kept), "the capture saw nothing"
    assert not any(b"Marker-quillon" in one for one in kept)


@pytest.mark.walked
def test_a_story_of_bens_own_is_kept_only_when_he_asks(ben: Page) -> None:
    screen = Screen(ben)
    screen.press(said("practice.title"))
    screen.press(said("practice.story-open"))
    screen.heading(said("practice.story"))
    for step, words in (("ask", "May I?"), ("share", "I hid it too."), ("back", "And you?")):
        ben.get_by_label(said(f"story.{step}"), exact=True).fill(words)
    screen.press(said("story.see"))
    expect(ben.get_by_role("heading", name=said("story.whole"))).to_be_focused()
    assert violations(ben) == []
    screen.press(said("story.keep"))
    expect(ben.get_by_text(said("story.kept"))).to_be_visible(timeout=ANSWER)
    expect(ben.get_by_role("button", name=said("story.keep"))).to_have_count(0)


def choose(page: Page, places: tuple[int, int, int]) -> None:
    """One answer for each of three questions, and a look at what is said of them."""
    for question, place in enumerate(places):
        page.locator(f"#unit-{question}-{place}").check(force=True)
    page.get_by_role("button", name=said("unit.answer")).click()


def test_ben_does_a_unit_from_start_to_end_and_it_counts_for_him_alone(
    ben: Page, picture
) -> None:
    screen = Screen(ben)
    screen.press(said("practice.title"))
    unit = ben.get_by_role("button", name="1. Active listening")
    expect(unit).to_contain_text("About ten minutes", timeout=ANSWER)
    unit.click()
    screen.heading(said("unit.1"))
    ben.get_by_label(said("practice.reply"), exact=True).fill("You cried where nobody saw it.")
    screen.press(said("unit.look"))
    expect(ben.get_by_text("Is the taxi in it")).to_be_visible()

    choose(ben, (1, 1, 2))
    expect(ben.get_by_text(said("unit.once-more"))).to_be_visible()
    expect(ben.get_by_text("how the week was is passed by")).to_be_visible()
    expect(ben.get_by_role("button", name=said("unit.count"))).to_have_count(0)
    choose(ben, (0, 1, 2))
    expect(ben.get_by_text(said("unit.all-right"))).to_be_visible()
    assert violations(ben) == []
    screen.press(said("unit.count"))
    done = ben.get_by_text(said("unit.done-on", whole=False)).first
    expect(done).to_be_visible(timeout=ANSWER)
    picture(ben, "practice-unit")
    expect(ben.get_by_role("button", name=said("unit.count"))).to_have_count(0)

    screen.press(said("unit.all"))
    expect(unit).to_contain_text("Done on")
    expect(ben.get_by_role("button", name=said("unit.copy"))).to_be_visible()


@pytest.mark.walked
def test_bens_coach_says_what_it_thinks_of_a_reply_and_ben_has_the_last_word(ben: Page) -> None:
    screen = Screen(ben)
    screen.press(said("listening.open"))
    screen.press(said("listening.on"))
    expect(ben.get_by_text(said("listening.turned-on"))).to_be_visible(timeout=ANSWER)
    ben.locator("room-top .brand").click()
    screen.press(said("practice.title"))
    ben.get_by_role("button", name="Marek").click(timeout=ANSWER)
    ben.get_by_label(said("practice.reply"), exact=True).fill(
        "What is it like for you tonight?"
    )
    screen.press(said("practice.reply-do"))
    expect(ben.get_by_text(said("practice.thinks"))).to_be_visible(timeout=ANSWER)
    asked = ben.get_by_role("radio", name=said("practice.did.questioned"))
    expect(asked).to_be_checked()
    expect(asked).to_be_focused()
    assert violations(ben) == []
    ben.get_by_role("radio", name=said("practice.did.listened")).check(force=True)
    screen.press(said("practice.go-on"))
    expect(ben.get_by_text("Noise is good word")).to_be_visible()
