"""A link, and six words compared, without a mouse; each screen read as a listener hears it."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.people import come_back
from tests.journeys.screens import LOCK, ComeIn, Hello, Screen, Talk, Waiting
from tests.journeys.spoken import said
from tests.journeys.test_keyboard_alone import FOCUS_SHOWS, NAME_OF_FOCUS
from tests.journeys.test_read_aloud import heard, wrong_with

# Names are shorter; between the last thing and the first, the whole page has the focus.
LONGEST = 300


def reach(page: Page, id_: str, **parameters: str) -> None:
    """Press Tab until what this sentence names has the focus, and shows it."""
    words = said(id_, whole=False, **parameters)
    for _ in range(150):
        page.keyboard.press("Tab")
        name = page.evaluate(NAME_OF_FOCUS)
        if words.search(name[:80]) and len(name) < LONGEST:
            assert page.evaluate(FOCUS_SHOWS), f"{name} does not show that it has the focus"
            return
    raise AssertionError(f"no way to {words.pattern}")


def press(page: Page, id_: str, **parameters: str) -> None:
    """Reach it, and press it as a keyboard does."""
    reach(page, id_, **parameters)
    page.keyboard.press("Enter")


def listened(page: Page) -> str:
    """The screen as it is read aloud; nothing of it is without a name or out of order."""
    assert wrong_with(page, heard(page)) == []
    return heard(page)


def make_link(ben: Page) -> str:
    """The second way to hand it over: arrows choose."""
    press(ben, "links.title")
    Screen(ben).heading("Invite someone")
    listened(ben)
    reach(ben, "links.person")
    ben.keyboard.press("ArrowDown")
    press(ben, "links.make")
    handing = ben.locator("#handing")
    expect(handing).to_be_focused()
    tree = listened(ben)
    assert said("links.only", whole=False).search(tree)
    found = re.search(r"http\S+#invite=[A-Za-z0-9_-]{87}", tree)
    assert found, "the link is read aloud whole"
    return found[0]


def come_by(ada: Page, link: str) -> None:
    """From the link to a hello that is sent."""
    ada.goto(link)
    ComeIn(ada).heading("Someone gave you this link")
    expect(ada.locator(".words.given")).to_be_visible()
    listened(ada)
    press(ada, "come-in.done")
    Hello(ada).heading("Say hello to Ben", timeout=LOCK)
    assert said("invited.person", name="Ben", whole=False).search(listened(ada))
    reach(ada, "hello.called", name="Ben")
    ada.keyboard.type("River")
    reach(ada, "hello.box")
    ada.keyboard.type("It is me, from the Tuesday group.")
    press(ada, "hello.send")
    Waiting(ada).there("Ben")
    assert said("known.came", name="Ben", whole=False).search(listened(ada))


def say_yes(ben: Page) -> None:
    """Ben reads whose link it was, and says yes."""
    press(ben, "bar.people")
    Screen(ben).heading("Your people")
    hello = ben.get_by_role("button", name=said("seat.hello-from", name="River", whole=False))
    expect(hello).to_be_visible(timeout=LOCK)
    press(ben, "seat.hello-from", name="River")
    expect(ben.get_by_text(said("known.fits-link", name="River"))).to_be_visible()
    listened(ben)
    press(ben, "seat.accept", name="River")
    Talk(ben).there("River")


def compare(page: Page, name: str) -> list[list[str]]:
    """Both sixes, in the order in which they are read aloud."""
    press(page, "more.open")
    press(page, "compare.open", name=name)
    lists = page.locator("ol.words.numbered")
    expect(lists).to_have_count(2, timeout=LOCK)
    tree = listened(page)
    six = [one.all_inner_texts()[0].split() for one in (lists.first, lists.last)]
    assert [len(words) for words in six] == [6, 6]
    first, last = six[0][0], six[1][-1]
    assert tree.index(f"listitem: {first}") < tree.rindex(f"listitem: {last}")
    assert said("scan.picture", name=name, whole=False).search(tree)
    return six


@pytest.mark.on_foot
@pytest.mark.walked
def test_a_link_and_the_six_words_need_no_mouse_and_no_eyes(own_house, open_page):
    ben, ada = open_page(DESK, reduced_motion="reduce"), open_page(PHONE)
    come_back(ben, own_house, "Ben")
    come_by(ada, make_link(ben))
    say_yes(ben)
    Talk(ada).there("Ben")
    hers, his = compare(ada, "Ben"), compare(ben, "River")
    assert hers == his[::-1]
    press(ada, "compare.same")
    assert said("compare.same-sure", name="Ben", whole=False).search(listened(ada))
    press(ada, "compare.same-yes")
    expect(ada.get_by_text(said("known.checked-words"))).to_be_visible()
    listened(ada)
