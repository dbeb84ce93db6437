"""Being in a circle, as people do it on screens: from the door to a host's deeds."""

from playwright.sync_api import Locator, Page, expect

from tests.journeys.people import come_back, sit_down
from tests.journeys.screens import ANSWER, Screen
from tests.journeys.spoken import said

NAME = "Sunday evenings"
LINE = "For people in their first year. We go slowly."
AGREED = "We listen. Anybody may pass."


def holds_circles(dora: Page, house) -> None:
    """Dora writes what the programme thought through."""
    sit_down(dora, house)
    dora.goto(f"{house.origin}/desk/circles/write")
    for field in dora.locator("main textarea").all():
        field.fill("We spoke about this with people who were in groups.")
    dora.locator("main input[type=radio]").first.check()
    dora.get_by_role("button", name=said("desk.circles.keep")).click()
    expect(dora.get_by_text(said("desk.circles.kept"))).to_be_visible()


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


def proposes(ben: Page, other: str) -> None:
    """Ben asks another specialist to lead one with him."""
    screen = to_circles(ben)
    screen.press(said("circles.propose-do"))
    ben.get_by_label(said("circle.listed-name", whole=False)).fill(NAME)
    ben.get_by_label(said("circle.listed-line", whole=False)).fill(LINE)
    ben.get_by_label(said("circle.too-who", whole=False)).select_option(label=other)
    screen.press(said("circle.begin-do"))
    expect(ben.get_by_text(said("circles.proposed"))).to_be_visible(timeout=ANSWER)


def agrees_first(ben: Page, words: str) -> None:
    """Ben goes in and writes how people are with each other here."""
    screen = to_circle(ben, "circles.resting")
    screen.press(said("circle.go-in"))
    ben.get_by_label(said("circle.agreement-field", whole=False)).fill(words)
    screen.press(said("circle.agreement-send"))
    screen.heading(NAME)


def takes_people(ben: Page) -> None:
    """Ben opens it for others."""
    form = leads(ben, "listed")
    form.get_by_role("checkbox").check()
    does(ben, form, "listed")


def opened_by_two(house, dora: Page, ben: Page, marisol: Page) -> None:
    """The programme holds circles; Ben and Marisol lead one, and both stand in its talk."""
    holds_circles(dora, house)
    for page, name in ((ben, "Ben"), (marisol, "Marisol")):
        come_back(page, house, name)
    proposes(ben, "Marisol")
    to_circle(marisol, "circles.asks-you").press(said("circle.lead-yes"))
    agrees_first(ben, AGREED)
    goes_in(marisol, AGREED)
    takes_people(ben)


def asks(guest: Page, called: str, words: str) -> None:
    """Somebody writes to the hosts, and waits."""
    screen = to_circle(guest)
    expect(guest.get_by_text(said("circles.privacy")).first).to_be_visible()
    screen.fill(said("circle.called", whole=False), called)
    screen.fill(said("circle.words", whole=False), words)
    screen.press(said("circle.ask-do"))
    expect(guest.get_by_text(said("circles.mine.waiting"))).to_be_visible(timeout=ANSWER)


def lets_in(host: Page, called: str, words: str) -> None:
    """A host who stands at the door reads the letter, and goes on in the talk."""
    expect(host.get_by_text(words)).to_be_visible(timeout=ANSWER)
    host.get_by_role("button", name=said("circle.let-in-name", name=called)).click()
    expect(host.get_by_text(said("circle.waiting-none"))).to_be_visible(timeout=ANSWER)
    Screen(host).press(said("circle.go-in"))


def goes_in(page: Page, agreed: str, called: str = "") -> None:
    """For the first time: a yes to the agreement, and what one is called here."""
    screen = to_circle(page)
    screen.press(said("circle.go-in"))
    expect(page.get_by_text(agreed)).to_be_visible(timeout=ANSWER)
    screen.press(said("circle.accept"))
    if called:
        screen.heading(said("circle.name"))
        screen.fill(said("circle.name-field", whole=False), called)
        screen.press(said("circle.name-do"))
    screen.heading(NAME)


def comes(guest: Page, host: Page, called: str) -> None:
    """Somebody asks, waits, and is let in; they say yes to the agreement and who they are."""
    words = f"{called} would like to listen."
    asks(guest, called, words)
    to_circle(host)
    lets_in(host, called, words)
    goes_in(guest, AGREED, called)
