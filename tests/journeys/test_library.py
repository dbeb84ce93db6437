"""A story of the library, from its yeses to the moment it is taken back."""

import time
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.by_key import by_key, key_to
from tests.journeys.people import at, come_back, sit_down
from tests.journeys.screens import Screen
from tests.journeys.spoken import here, said

WORDS = "I sat on the step with my tea, and I had one number on a piece of paper. I called it."
TITLE = "Tea on the step"


def to_own(ben: Page) -> Screen:
    """Ben goes to his own stories in the library."""
    screen = Screen(ben)
    screen.press(said("library.open"))
    screen.heading(said("library.title"))
    screen.press(said("library.own-open"))
    screen.heading(said("library.own"))
    return screen


def begin_with_his_own(ben: Page, picture) -> None:
    """From the whole of a story he wrote for himself: its words and notes, no yes, no title."""
    screen = Screen(ben)
    screen.press(said("stories.open"))
    ben.get_by_label(said("stories.its-title")).fill("What I call it")
    screen.press(said("stories.begin"))
    screen.heading("What I call it")
    ben.get_by_role("button", name=said("stories.write-it")).nth(2).click()
    form = ben.locator("room-story-layer form")
    form.locator("textarea[name=b]").fill(WORDS)
    form.get_by_role("checkbox", name=said("stories.note.4")).check(force=True)
    form.get_by_role("button", name=said("stories.keep"), exact=True).click()
    ben.get_by_role("button", name=said("stories.to-library", whole=False)).click()
    screen.heading(said("library.tell-title"))
    expect(ben.get_by_label(said("library.field.words"))).to_have_value(WORDS)
    expect(ben.get_by_label(said("library.field.title"))).to_have_value("")
    expect(ben.locator("room-library-tell input:checked")).to_have_count(1)
    own = ben.get_by_label(said("library.note.self-harm"))
    expect(own).to_be_checked()
    picture(ben, "library-from-own")
    own.uncheck()


def tell(ben: Page) -> None:
    """He tells one, with a yes to the room and to the open pages, and not to paper."""
    ben.get_by_label(said("library.field.title")).fill(TITLE)
    ben.get_by_label(said("library.field.called")).fill("Wren")
    ben.get_by_label(said("library.field.words")).fill(WORDS)
    ben.get_by_label(said("library.theme.alcohol")).check()
    ben.get_by_label(said("library.note.drinking")).check()
    ticks = ben.locator("input[name=yes]")
    expect(ticks).to_have_count(3)
    assert [one.is_checked() for one in ticks.all()] == [False] * 3
    ticks.nth(0).check()
    ticks.nth(1).check()


@pytest.mark.walked
@pytest.mark.on_foot
def test_a_story_goes_from_its_yeses_through_a_night_and_a_reader_and_is_taken_back(
    own_house, open_page, picture
):
    house = own_house
    ben, dora, anyone, lena = (open_page(one) for one in (PHONE, DESK, PHONE, PHONE))
    come_back(ben, house, "Ben")
    begin_with_his_own(ben, picture)
    tell(ben)
    picture(ben, "library-tell")
    screen = Screen(ben)
    screen.press(said("library.hand-in"))
    screen.heading(said("library.own"))
    expect(ben.get_by_text(said("library.state.resting"))).to_be_visible()
    expect(ben.get_by_role("button", name=said("library.go-on", whole=False))).to_have_count(0)

    house.travel(days=2)
    ben.goto("about:blank")
    at(ben, datetime.fromtimestamp(time.time(), UTC) + timedelta(days=2))
    come_back(ben, house, "Ben")
    screen = to_own(ben)
    ben.get_by_role("button", name=said("library.go-on", whole=False)).click()
    expect(ben.get_by_text(said("library.state.in-review"))).to_be_visible()

    sit_down(dora, house)
    dora.goto(f"{house.origin}/desk/stories")
    dora.get_by_role("link", name=TITLE).click()
    for tick in dora.locator("input[type=checkbox]").all():
        tick.check()
    picture(dora, "library-read-at-the-desk")
    dora.get_by_role("button", name=here("Put it in the library")).click()

    anyone.goto(f"{house.origin}/stories")
    picture(anyone, "library-open-pages")
    anyone.get_by_role("link", name=TITLE).click()
    expect(anyone.get_by_text("one number")).to_have_count(0)
    picture(anyone, "library-before")
    anyone.locator(".calm .button").first.click()
    expect(anyone.get_by_text("one number")).to_be_visible()
    picture(anyone, "library-reading")

    at(lena, datetime.fromtimestamp(time.time(), UTC) + timedelta(days=2))
    come_back(lena, house, "Lena")
    Screen(lena).press(said("library.open"))
    read_in_the_room(lena, picture)
    open_in_the_room(lena)

    screen.press(said("library.all"))
    screen = to_own_again(ben)
    expect(ben.get_by_text(said("library.state.published"))).to_be_visible()
    ben.get_by_role("button", name=said("library.back", whole=False)).click()
    picture(ben, "library-take-back")
    screen.press(said("library.back-yes"))
    expect(ben.get_by_text(said("library.state.withdrawn"))).to_be_visible()

    lena.get_by_label(said("library.answer.helped")).check()
    Screen(lena).press(said("library.answer-do"))
    expect(lena.get_by_text(said("library.gone"))).to_be_visible()
    expect(lena.get_by_text("one number")).to_have_count(0)
    Screen(lena).press(said("library.all"))
    expect(lena.get_by_text(said("library.empty"))).to_be_visible()

    assert anyone.reload().status == 404
    anyone.goto(f"{house.origin}/stories")
    expect(anyone.get_by_text(TITLE)).to_have_count(0)
    dora.goto(f"{house.origin}/desk/stories")
    expect(dora.get_by_text(TITLE)).to_have_count(0)


def read_in_the_room(lena: Page, picture) -> None:
    """Lena reads its notes, then its words; she stops, comes again and says what it did."""
    screen = Screen(lena)
    open_in_the_room(lena)
    screen.press(said("library.stop"))
    screen.heading(said("library.stopped"))
    expect(lena.get_by_text("one number")).to_have_count(0)
    screen.press(said("library.all"))
    open_in_the_room(lena)
    picture(lena, "library-room-reading")
    lena.get_by_label(said("library.answer.helped")).check()
    screen.press(said("library.answer-do"))
    expect(lena.get_by_text(said("library.answer-done"))).to_be_visible()
    screen.press(said("library.all"))


def open_in_the_room(lena: Page) -> None:
    """Its notes, and by a press its words."""
    lena.get_by_role("button", name=TITLE).click()
    expect(lena.get_by_text(said("library.note.drinking"))).to_be_visible()
    expect(lena.get_by_text("one number")).to_have_count(0)
    Screen(lena).press(said("library.read"))
    expect(lena.get_by_text("one number")).to_be_visible()


def to_own_again(ben: Page) -> Screen:
    """From the list back to his own."""
    screen = Screen(ben)
    screen.heading(said("library.title"))
    screen.press(said("library.own-open"))
    screen.heading(said("library.own"))
    return screen


@pytest.mark.on_foot
def test_what_another_device_changed_is_shown_beside_what_was_typed_and_nothing_is_lost(
    own_house, open_page, picture
):
    phone, desk = open_page(PHONE), open_page(DESK)
    come_back(phone, own_house, "Ben")
    on_phone = to_own(phone)
    on_phone.press(said("library.tell"))
    tell(phone)
    on_phone.press(said("library.hand-in"))
    on_phone.heading(said("library.own"))
    come_back(desk, own_house, "Ben")
    to_own(desk)
    for page in (phone, desk):
        page.get_by_role("button", name=said("library.change", whole=False)).click()
        Screen(page).heading(said("library.tell-title"))
        expect(page.get_by_label(said("library.field.title"))).to_have_value(TITLE)
        for tick in page.locator("input[name=yes]").all()[:1]:
            tick.check()

    phone.get_by_label(said("library.field.title")).fill("Tea on the stairs")
    on_phone.press(said("library.hand-in"))
    on_phone.heading(said("library.own"))
    desk.get_by_label(said("library.field.words")).fill(f"{WORDS} She came.")
    Screen(desk).press(said("library.hand-in"))
    expect(desk.get_by_role("heading", name=said("library.elsewhere"))).to_be_visible()
    expect(desk.get_by_text("Tea on the stairs")).to_be_visible()
    expect(desk.get_by_label(said("library.field.words"))).to_have_value(f"{WORDS} She came.")
    picture(desk, "library-changed-elsewhere")
    Screen(desk).press(said("library.hand-in"))
    Screen(desk).heading(said("library.own"))
    expect(desk.get_by_role("heading", name=TITLE)).to_be_visible()


@pytest.mark.on_foot
def test_a_story_is_told_to_the_library_and_taken_back_with_the_keyboard_alone(
    own_house, open_page
):
    ben = open_page(PHONE)
    come_back(ben, own_house, "Ben")
    screen = to_own(ben)
    by_key(ben, ben.get_by_role("button", name=said("library.tell")))
    screen.heading(said("library.tell-title"))
    for field, words in (("title", TITLE), ("called", "Wren"), ("words", WORDS)):
        key_to(ben, ben.get_by_label(said(f"library.field.{field}")))
        ben.keyboard.type(words)
    for tick in (
        ben.get_by_label(said("library.theme.alcohol")),
        ben.get_by_label(said("library.note.drinking")),
        ben.locator("input[name=yes]").first,
    ):
        key_to(ben, tick)
        ben.keyboard.press("Space")
        expect(tick).to_be_checked()
    by_key(ben, ben.get_by_role("button", name=said("library.hand-in")))
    screen.heading(said("library.own"))
    by_key(ben, ben.get_by_role("button", name=said("library.back", whole=False)))
    by_key(ben, ben.get_by_role("button", name=said("library.back-yes")))
    expect(ben.get_by_text(said("library.state.withdrawn"))).to_be_visible()
