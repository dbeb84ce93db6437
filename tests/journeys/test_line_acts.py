"""What can be done with a line: by keyboard, by ear, by a long press, and never in the way."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsers import DESK, PHONE, OpenPage
from tests.journeys.scenes import SMALL, scenes, show, violations

LONG_PRESS = """(line) => line.dispatchEvent(new PointerEvent("contextmenu",
    { bubbles: true, cancelable: true, pointerType: "touch" }))"""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where scenes are shown."""
    with scenes() as where:
        yield where


@pytest.fixture
def talk(address: str, open_page: OpenPage) -> Page:
    """A talk with an answer, other words, signs and a line that was taken back."""
    page = open_page(PHONE, reduced_motion="reduce")
    show(page, address, "talk-more")
    expect(page.get_by_role("log")).to_be_visible()
    return page


def acts(page: Page):
    return page.locator(".line-acts")


def test_one_stop_of_the_tab_key_and_arrows_to_every_line(talk: Page) -> None:
    dots = talk.locator(".dots")
    assert talk.locator(".dots[tabindex='0']").count() == 1
    dots.last.focus()
    talk.keyboard.press("ArrowUp")
    expect(dots.nth(dots.count() - 2)).to_be_focused()
    assert talk.locator(".dots[tabindex='0']").count() == 1
    talk.keyboard.press("ArrowDown")
    expect(dots.last).to_be_focused()


def test_it_opens_and_closes_by_keyboard_and_focus_comes_back(talk: Page) -> None:
    dots = talk.locator(".dots").last
    dots.focus()
    talk.keyboard.press("Enter")
    expect(acts(talk)).to_be_visible()
    expect(dots).to_have_attribute("aria-expanded", "true")
    expect(acts(talk).get_by_role("button").first).to_be_focused()
    talk.keyboard.press("Escape")
    expect(acts(talk)).to_have_count(0)
    expect(dots).to_be_focused()


@pytest.mark.parametrize("size", [PHONE, {"width": 320, "height": 640}, DESK])
def test_it_fits_under_the_thumb_and_axe_finds_nothing(
    address: str, open_page: OpenPage, size: dict[str, int]
) -> None:
    page = open_page(size, reduced_motion="reduce")
    show(page, address, "talk-more")
    expect(page.get_by_role("log")).to_be_visible()
    for deed in (None, "Take back"):
        mine = page.locator(".turn").filter(has_text="That I am doing well")
        if deed is None:
            mine.locator(".dots").click()
        else:
            acts(page).get_by_role("button", name=deed).click()
        assert violations(page) == []
        assert page.evaluate(SMALL) == []
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_a_long_press_opens_it_and_a_mouse_keeps_its_own_menu(talk: Page) -> None:
    line = talk.locator(".turn .m").filter(has_text="That I am doing well").first
    assert line.evaluate(LONG_PRESS) is False
    expect(acts(talk)).to_be_visible()
    talk.keyboard.press("Escape")
    assert line.evaluate(LONG_PRESS.replace("touch", "mouse")) is True
    expect(acts(talk)).to_have_count(0)


def test_nobody_changes_what_the_other_wrote(talk: Page) -> None:
    theirs = talk.locator(".turn").filter(has_text="What did the doctor say?").first
    theirs.locator(".dots").click()
    expect(acts(talk).get_by_role("button", name="Answer", exact=True)).to_be_visible()
    for deed in ("Change", "Take back"):
        expect(acts(talk).get_by_role("button", name=deed, exact=True)).to_have_count(0)


@pytest.mark.parametrize("size", [PHONE, {"width": 320, "height": 640}, DESK])
def test_under_what_the_other_took_back_a_concern_can_be_raised(
    address: str, open_page: OpenPage, size: dict[str, int]
) -> None:
    page = open_page(size, reduced_motion="reduce")
    show(page, address, "talk-more")
    gone = page.locator(".turn").filter(has_text="Ben took this line back.")
    gone.locator(".dots").focus()
    page.keyboard.press("Enter")
    deed = acts(page).get_by_role("button", name="Raise a concern")
    expect(deed).to_be_focused()
    expect(acts(page)).to_contain_text("Its words are not shown here again.")
    for other in ("Answer", "Copy", "Keep as proof", "Take back"):
        expect(acts(page).get_by_role("button", name=other, exact=True)).to_have_count(0)
    assert violations(page) == []
    assert page.evaluate(SMALL) == []
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    deed.click()
    expect(page.get_by_role("heading", name="A concern about Ben")).to_be_visible()


def test_signs_are_said_in_words_and_pressed_again_they_go(talk: Page) -> None:
    theirs = talk.locator(".turn").filter(has_text="What did the doctor say?").first
    for words in ("You say: Heart", "Ben says: Thank you"):
        expect(theirs.locator(".signs").get_by_text(words)).to_be_attached()
    theirs.locator(".dots").click()
    heart = acts(talk).get_by_role("button", name="Heart")
    expect(heart).to_have_attribute("aria-pressed", "true")
    heart.click()
    assert talk.evaluate("room.deeds.at(-1)") == ["react", "c1", "l30", 0]


def test_an_answer_keeps_the_draft_and_a_change_gives_it_back(talk: Page) -> None:
    box = talk.get_by_role("textbox")
    mine = talk.locator(".turn").filter(has_text="That I am doing well").first
    mine.locator(".dots").click()
    acts(talk).get_by_role("button", name="Change", exact=True).click()
    expect(box).to_have_value("That I am doing well")
    expect(box).to_be_focused()
    talk.keyboard.press("Escape")
    expect(box).to_have_value("")
    expect(talk.locator(".about-line")).to_have_count(0)
    mine.locator(".dots").click()
    acts(talk).get_by_role("button", name="Answer", exact=True).click()
    expect(talk.locator(".about-line")).to_contain_text("That I am doing well")
    talk.get_by_role("button", name="Stop this").click()
    expect(talk.locator(".about-line")).to_have_count(0)
    expect(box).to_be_focused()


def test_a_tap_on_the_quoted_words_goes_to_the_line(talk: Page) -> None:
    talk.locator(".quote").first.click()
    marked = talk.locator(".m.marked")
    expect(marked).to_contain_text("What did the doctor say?")
    expect(marked).to_be_in_viewport()
    expect(marked).to_be_focused()


def test_what_it_said_before_is_one_tap_away(talk: Page) -> None:
    line = talk.locator(".turn").filter(has_text="That I am doing well").first
    before = line.get_by_text("That I am doing wel", exact=True)
    expect(before).to_have_count(0)
    line.get_by_role("button", name="changed").click()
    expect(before).to_be_visible()


def test_what_could_not_be_changed_is_said(talk: Page) -> None:
    expect(talk.get_by_role("alert")).to_have_text(
        "This line was changed many times. Please write a new one."
    )
