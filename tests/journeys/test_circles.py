"""A circle of four: two lead, two come; a round, a pass, one taken away and answered."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.people import come_back, come_in, sit_down
from tests.journeys.screens import ANSWER, Screen
from tests.journeys.spoken import here, said

NAME = "Sunday evenings"
LINE = "For people in their first year. We go slowly."
AGREED = "We listen. Anybody may pass."
TURN = "My sister called, and I picked up."


def holds_circles(dora: Page, house) -> None:
    """Dora writes what the programme thought through."""
    sit_down(dora, house)
    dora.goto(f"{house.origin}/desk/circles/write")
    for field in dora.locator("main textarea").all():
        field.fill("We spoke about this with people who were in groups.")
    dora.locator("main input[type=radio]").first.check()
    dora.get_by_role("button", name=said("desk.circles.keep")).click()
    expect(dora.get_by_text(here("It is kept."), exact=False).first).to_be_visible()


def to_circles(page: Page) -> Screen:
    """From wherever somebody stands, by their place."""
    screen = Screen(page)
    screen.press("Your place")
    screen.press(said("circles.title"))
    screen.heading(said("circles.title"))
    return screen


def to_circle(page: Page, stands: str | None = None) -> Screen:
    """To this circle's door."""
    screen = to_circles(page)
    page.get_by_role("button", name=NAME, exact=False).click()
    screen.heading(NAME)
    if stands is not None:
        expect(page.get_by_text(said(stands)).first).to_be_visible(timeout=ANSWER)
    return screen


def log(page: Page) -> Locator:
    """What was said, as it stands."""
    return page.get_by_role("log")


def write(page: Page, text: str) -> None:
    """Say something, and see it there."""
    box = page.get_by_role("textbox", name=said("circle.box"))
    box.fill(text)
    box.press("Enter")
    expect(log(page).get_by_text(text, exact=True)).to_be_visible(timeout=ANSWER)


def hears(page: Page, text: str) -> None:
    """Somebody reads what was said."""
    expect(log(page).get_by_text(text, exact=False).first).to_be_visible(timeout=ANSWER)


def leads(page: Page, deed: str) -> Locator:
    """A host opens what hosts may do, from the talk."""
    Screen(page).press(said("circle.more"))
    summary = page.locator("room-circle-host summary").filter(
        has_text=said(f"circle.host.{deed}")
    )
    summary.click()
    return page.locator("room-circle-host details[open] form")


def does(page: Page, form: Locator, deed: str) -> None:
    """The host does it, and goes back in."""
    form.get_by_role("button", name=said(f"circle.do.{deed}")).click()
    expect(page.get_by_text(said("circle.done"))).to_be_visible(timeout=ANSWER)
    Screen(page).press(said("circle.go-in"))


def comes(guest: Page, host: Page, called: str) -> None:
    """Somebody asks, waits, and is let in; they say yes to the agreement and who they are."""
    screen = to_circle(guest)
    expect(guest.get_by_text(said("circles.privacy")).first).to_be_visible()
    screen.fill(said("circle.called", whole=False), called)
    screen.fill(said("circle.words", whole=False), f"{called} would like to listen.")
    screen.press(said("circle.ask-do"))
    expect(guest.get_by_text(said("circles.mine.waiting"))).to_be_visible(timeout=ANSWER)
    to_circle(host)
    expect(host.get_by_text(f"{called} would like to listen.")).to_be_visible(timeout=ANSWER)
    host.get_by_role("button", name=said("circle.let-in-name", name=called)).click()
    expect(host.get_by_text(said("circle.waiting-none"))).to_be_visible(timeout=ANSWER)
    Screen(host).press(said("circle.go-in"))
    to_circle(guest).press(said("circle.go-in"))
    expect(guest.get_by_text(AGREED)).to_be_visible(timeout=ANSWER)
    screen.press(said("circle.accept"))
    screen.heading(said("circle.name"))
    screen.fill(said("circle.name-field", whole=False), called)
    screen.press(said("circle.name-do"))
    screen.heading(NAME)


@pytest.mark.on_foot
def test_four_people_hold_a_circle_from_its_opening_to_an_appeal(own_house, open_page, picture):
    house = own_house
    dora, ben, marisol = open_page(DESK), open_page(DESK), open_page(DESK)
    ada, finn = open_page(PHONE), open_page(PHONE)
    come_back(ben, house, "Ben")
    Screen(ben).press("Your place")
    expect(ben.get_by_role("button", name=said("circles.title"))).to_have_count(0)
    holds_circles(dora, house)

    ben.goto("about:blank")
    come_back(ben, house, "Ben")
    come_back(marisol, house, "Marisol")
    screen = to_circles(ben)
    picture(ben, "circles-none")
    screen.press(said("circles.propose-do"))
    ben.get_by_label(said("circle.listed-name", whole=False)).fill(NAME)
    ben.get_by_label(said("circle.listed-line", whole=False)).fill(LINE)
    ben.get_by_label(said("circle.too-who", whole=False)).select_option(label="Marisol")
    picture(ben, "circle-begin")
    screen.press(said("circle.begin-do"))
    expect(ben.get_by_text(said("circles.proposed"))).to_be_visible(timeout=ANSWER)

    yes = to_circle(marisol, "circles.asks-you")
    yes.press(said("circle.lead-yes"))
    to_circle(ben, "circles.resting").press(said("circle.go-in"))
    ben.get_by_label(said("circle.agreement-field", whole=False)).fill(AGREED)
    screen.press(said("circle.agreement-send"))
    screen.heading(NAME)
    to_circle(marisol).press(said("circle.go-in"))
    expect(marisol.get_by_text(AGREED)).to_be_visible(timeout=ANSWER)
    Screen(marisol).press(said("circle.accept"))
    form = leads(ben, "listed")
    form.get_by_role("checkbox").check()
    does(ben, form, "listed")

    come_in(ada, house)
    come_in(finn, house)
    comes(ada, ben, "Wren")
    comes(finn, ben, "Moss")

    form = leads(ben, "meeting-open")
    form.get_by_role("textbox").fill("Good evening. Take a breath.")
    does(ben, form, "meeting-open")
    for page in (ada, finn, marisol):
        hears(page, "Good evening. Take a breath.")
    form = leads(ben, "round-open")
    form.get_by_role("textbox").fill("One thing that held you this week")
    does(ben, form, "round-open")
    _goes_round(ben, marisol, ada, finn, picture)

    form = leads(ben, "meeting-close")
    form.get_by_role("textbox").fill("Thank you. Until next week.")
    does(ben, form, "meeting-close")
    hears(ada, "Thank you. Until next week.")
    picture(ada, "circle-talk")
    _is_taken_away_and_answered(finn, ben, marisol, picture)
    write(ben, "Good night, all.")
    hears(ada, "Good night, all.")


def _goes_round(ben: Page, marisol: Page, ada: Page, finn: Page, picture) -> None:
    """Each has a turn in the order of the round; Finn passes, the others speak."""
    waiting = [marisol, ada, finn, ben]
    while waiting:
        turn = _whose(waiting)
        if turn is finn:
            picture(finn, "circle-your-turn")
            Screen(finn).press(said("circle.pass"))
            hears(ada, "Moss")
        else:
            write(turn, TURN if turn is ada else f"That is my turn, {len(waiting)}.")
        waiting.remove(turn)
        expect(turn.get_by_text(said("circle.turn-you"))).to_have_count(0, timeout=ANSWER)
    for page in (ada, finn):
        hears(page, TURN)
        expect(page.locator(".circle-round")).to_have_count(0, timeout=ANSWER)


def _whose(pages: list[Page]) -> Page:
    """Wait until one of these is told that it is their turn; nobody else is."""
    for _ in range(100):
        for page in pages:
            if page.get_by_text(said("circle.turn-you")).count():
                return page
        pages[0].wait_for_timeout(100)
    raise AssertionError("nobody was told that it is their turn")


def _is_taken_away_and_answered(finn: Page, ben: Page, marisol: Page, picture) -> None:
    """Ben takes him away with a reason; Marisol looks at it, and he may ask again."""
    form = leads(ben, "away")
    form.get_by_role("combobox").select_option(label="Moss")
    form.get_by_role("textbox").fill("You sold watches here.")
    picture(ben, "circle-take-away")
    does(ben, form, "away")
    screen = to_circles(finn)
    screen.press(said("circles.read-letters"))
    expect(finn.get_by_text("You sold watches here.")).to_be_visible(timeout=ANSWER)
    options = finn.get_by_role("combobox").locator("option").all_inner_texts()
    assert "Marisol" in options
    assert "Ben" not in options
    finn.get_by_role("combobox").select_option(label="Marisol")
    finn.get_by_role("textbox").fill("It was one time, and I am sorry.")
    picture(finn, "circle-letter")
    screen.press(said("circle.appeal-do"))
    expect(finn.get_by_text(said("circle.step.appealed"))).to_be_visible(timeout=ANSWER)
    answering = to_circles(marisol)
    answering.press(said("circles.read-letters"))
    expect(marisol.get_by_text("It was one time, and I am sorry.")).to_be_visible(
        timeout=ANSWER
    )
    marisol.get_by_label(said("circle.outcome-may-ask", whole=False)).check()
    marisol.get_by_role("textbox").fill("You may ask again.")
    picture(marisol, "circle-appeal")
    answering.press(said("circle.answer-do"))
    to_circles(finn).press(said("circles.read-letters"))
    expect(finn.get_by_text("You may ask again.")).to_be_visible(timeout=ANSWER)
