"""A circle goes on: a third host, a not now, a welcome, a meeting by the clock, an end."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.circling import (
    AGREED,
    NAME,
    asks,
    comes,
    does,
    goes_in,
    hears,
    leads,
    lets_in,
    log,
    opened_by_two,
    to_circle,
    to_circles,
)
from tests.journeys.people import come_back, come_in
from tests.journeys.screens import ANSWER, Screen
from tests.journeys.spoken import said

WISH = "I am new in town, and evenings are long."
HARD = "He called again, drunk, and I did not pick up."
ANEW = "We listen. Anybody may pass. Nobody gives advice unasked."
WELCOME = "Welcome, Fern. The tea is on."


@pytest.mark.on_foot
def test_a_circle_gets_a_third_host_welcomes_somebody_meets_by_the_clock_and_ends(
    own_house, open_page, picture
):
    house = own_house
    dora, ben, marisol, theo = (open_page(DESK) for _ in range(4))
    ada, finn, kim = open_page(PHONE), open_page(PHONE), open_page(PHONE)
    opened_by_two(house, dora, ben, marisol)
    come_back(theo, house, "Theo")
    for page in (ada, finn, kim):
        come_in(page, house)
    comes(ada, ben, "Wren")

    _leads_too(ben, theo, picture)
    _is_told_not_now(finn, marisol, picture)
    _comes_and_is_welcomed(kim, marisol, ada, picture)
    _meets_by_the_clock(ben, ada, kim, picture)
    _reads_what_it_touches_on_first(ada, kim, picture)
    _takes_it_back(ada, kim, picture)
    _leads_no_more(theo, marisol)
    _leaves(ada, kim, picture)
    _agrees_anew(ben, kim, picture)
    _ends(ben, kim, picture)


def _leads_too(ben: Page, theo: Page, picture) -> None:
    """Ben asks Theo; with his yes Theo is host, and reads from there."""
    Screen(ben).press(said("circle.more"))
    Screen(ben).press(said("circle.host.too"))
    ben.locator("room-circle-host summary").filter(has_text=said("circle.host.too")).click()
    form = ben.locator("room-circle-host details[open] form")
    form.get_by_role("combobox").select_option(label="Theo")
    picture(ben, "circle-ask-to-lead")
    does(ben, form, "too")
    asked = to_circle(theo, "circles.asks-you")
    picture(theo, "circle-asked-to-lead")
    asked.press(said("circle.lead-yes"))
    expect(theo.get_by_text(said("circles.mine.leads"))).to_be_visible(timeout=ANSWER)
    goes_in(theo, AGREED)
    asked.press(said("circle.more"))
    expect(theo.locator("room-circle-host")).to_be_visible(timeout=ANSWER)
    picture(theo, "circle-three-hosts")
    asked.press(said("circle.go-in"))


def _is_told_not_now(finn: Page, marisol: Page, picture) -> None:
    """In the programme's words, without a reason."""
    asks(finn, "Moss", "I would like to listen.")
    picture(finn, "circle-waiting")
    to_circle(marisol)
    marisol.get_by_role("button", name=said("circle.not-now-name", name="Moss")).click()
    expect(marisol.get_by_text(said("circle.waiting-none"))).to_be_visible(timeout=ANSWER)
    to_circle(finn, "circles.mine.not-now")
    expect(finn.get_by_role("textbox")).to_have_count(0)
    picture(finn, "circle-not-now")


def _comes_and_is_welcomed(kim: Page, marisol: Page, ada: Page, picture) -> None:
    """Marisol stands at the door and sees who asks; a member welcomes them, once."""
    asks(kim, "Fern", WISH)
    expect(marisol.get_by_text(WISH)).to_be_visible(timeout=ANSWER)
    picture(marisol, "circle-door-of-a-host")
    lets_in(marisol, "Fern", WISH)
    goes_in(kim, AGREED, "Fern")
    screen = Screen(ada)
    screen.press(said("circle.more"))
    ada.get_by_role("button", name=said("circle.welcome-name", name="Fern")).click()
    ada.get_by_label(said("circle.welcome-words", name="Fern", whole=False)).fill(WELCOME)
    picture(ada, "circle-welcome")
    screen.press(said("circle.welcome-do"))
    button = ada.get_by_role("button", name=said("circle.welcome-name", name="Fern"))
    expect(button).to_have_count(0, timeout=ANSWER)
    screen.press(said("circle.go-in"))
    hears(kim, WELCOME)
    hears(kim, "Wren welcomes Fern.")
    picture(kim, "circle-welcomed")


def _meets_by_the_clock(ben: Page, ada: Page, kim: Page, picture) -> None:
    """Set, opened and closed by a host with words of theirs; all see how it stands."""
    form = leads(ben, "meeting-set")
    at = datetime.now(UTC) + timedelta(days=1)
    form.locator("input[name=when]").fill(at.strftime("%Y-%m-%dT%H:%M"))
    form.get_by_role("textbox", name=said("circle.meeting-words")).fill("Bring a cup.")
    picture(ben, "circle-set-a-meeting")
    does(ben, form, "meeting-set")
    hears(ada, "Bring a cup.")
    expect(kim.locator(".foot").get_by_text(said("circle.meets-at"))).to_be_visible()
    picture(kim, "circle-next-meeting")
    form = leads(ben, "meeting-open")
    form.get_by_role("textbox").fill("Welcome. Put both feet down.")
    does(ben, form, "meeting-open")
    for page in (ada, kim):
        hears(page, "Welcome. Put both feet down.")
        expect(page.locator(".foot").get_by_text(said("circle.meets"))).to_be_visible()
    picture(kim, "circle-meeting-open")
    form = leads(ben, "meeting-close")
    form.get_by_role("textbox").fill("Thank you. Go gently.")
    does(ben, form, "meeting-close")
    hears(kim, "Thank you. Go gently.")
    expect(kim.locator(".foot").get_by_text(said("circle.meets"))).to_have_count(0)


def _reads_what_it_touches_on_first(ada: Page, kim: Page, picture) -> None:
    """The words are folded until somebody opens them."""
    screen = Screen(ada)
    screen.press(said("circle.note-add"))
    ada.get_by_role("checkbox", name=said("stories.note.1")).check(force=True)
    ada.get_by_role("textbox", name=said("circle.box")).fill(HARD)
    picture(ada, "circle-note")
    ada.get_by_role("button", name=said("talk.send")).click()
    folded = log(kim).locator("details").filter(has_text=said("stories.note.1", whole=False))
    expect(folded).to_be_visible(timeout=ANSWER)
    expect(kim.get_by_text(HARD)).to_be_hidden()
    picture(kim, "circle-folded")
    folded.locator("summary").click()
    expect(kim.get_by_text(HARD)).to_be_visible()
    picture(kim, "circle-unfolded")


def _takes_it_back(ada: Page, kim: Page, picture) -> None:
    """Asked once more, it is gone for everybody, and all see that something was taken back."""
    mine = log(ada).locator(".turn").filter(has_text=said("stories.note.1", whole=False)).last
    mine.get_by_role("button", name=said("line.take-back", whole=False)).click()
    expect(ada.get_by_text(said("circle.back-sure"))).to_be_focused()
    picture(ada, "circle-take-back")
    ada.get_by_role("button", name=said("line.take-yes")).click()
    hears(ada, "You took a line back.")
    hears(kim, "Wren took a line back.")
    for page in (ada, kim):
        expect(page.get_by_text(HARD)).to_have_count(0)
    picture(kim, "circle-taken-back")


def _leads_no_more(theo: Page, marisol: Page) -> None:
    """Of three hosts one leads no more, and stays."""
    screen = Screen(theo)
    screen.press(said("circle.more"))
    screen.press(said("circle.down"))
    screen.press(said("circle.down-yes"))
    expect(theo.locator("room-circle-host")).to_have_count(0, timeout=ANSWER)
    Screen(marisol).press(said("circle.more"))
    people = marisol.locator("room-circle-more li")
    row = people.filter(has_text=re.compile("Theo"))
    expect(row).to_be_visible()
    expect(row.get_by_text(said("circle.host"))).to_have_count(0, timeout=ANSWER)


def _leaves(ada: Page, kim: Page, picture) -> None:
    """Nobody asks why."""
    screen = Screen(ada)
    screen.press(said("circle.more"))
    screen.press(said("circle.leave-do"))
    picture(ada, "circle-leave")
    screen.press(said("circle.leave-yes"))
    screen.heading(said("circles.title"))
    hears(kim, "Wren left the circle.")
    ada.get_by_role("button", name=NAME, exact=False).click()
    expect(ada.get_by_role("button", name=said("circle.ask-do"))).to_be_visible(timeout=ANSWER)


def _agrees_anew(ben: Page, kim: Page, picture) -> None:
    """Kim suggests other words; once Ben gives them out, she is asked before she reads on."""
    screen = Screen(kim)
    screen.press(said("circle.more"))
    screen.press(said("circle.agreement"))
    picture(kim, "circle-agreement")
    screen.press(said("circle.agreement-suggest"))
    box = kim.get_by_role("textbox", name=said("circle.box"))
    expect(box).to_have_value(re.compile(re.escape(AGREED)))
    box.fill(f"I would like our agreement to say:\n{ANEW}")
    kim.get_by_role("button", name=said("talk.send")).click()
    hears(ben, ANEW)
    hosting = Screen(ben)
    hosting.press(said("circle.more"))
    hosting.press(said("circle.agreement"))
    hosting.press(said("circle.agreement-new"))
    ben.get_by_label(said("circle.agreement-field", whole=False)).fill(ANEW)
    hosting.press(said("circle.agreement-send"))
    expect(kim.get_by_role("button", name=said("circle.accept"))).to_be_visible(timeout=ANSWER)
    expect(log(kim)).to_have_count(0)
    expect(kim.locator(".card").get_by_text(ANEW)).to_be_visible()
    picture(kim, "circle-asked-again")
    screen.press(said("circle.accept"))
    hears(kim, WELCOME)
    hosting.press(said("circle.back"))


def _ends(ben: Page, kim: Page, picture) -> None:
    """What was said can be read; nobody writes, and nobody asks to come in."""
    screen = Screen(ben)
    screen.press(said("circle.more"))
    screen.press(said("circle.end"))
    picture(ben, "circle-end")
    screen.press(said("circle.end-yes"))
    expect(kim.get_by_text(said("circle.cannot.over"))).to_be_visible(timeout=ANSWER)
    expect(kim.get_by_role("textbox")).to_have_count(0)
    hears(kim, WELCOME)
    picture(kim, "circle-over")
    to_circles(kim)
    expect(kim.get_by_text(said("circles.over"))).to_be_visible(timeout=ANSWER)
    picture(kim, "circles-over")
