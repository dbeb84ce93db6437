"""A circle of four: two lead, two come; a round, a concern, one taken away and answered."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.circling import (
    AGREED,
    agrees_first,
    comes,
    does,
    goes_in,
    hears,
    holds_circles,
    leads,
    log,
    proposes,
    takes_people,
    to_circle,
    to_circles,
    write,
)
from tests.journeys.people import come_back, come_in
from tests.journeys.screens import ANSWER, Screen
from tests.journeys.spoken import said
from tests.journeys.test_concern import STAND_BEHIND, open_it
from tests.journeys.test_counted import told_by

HURT = "Nobody wants you here, Wren."
TURN = "My sister called, and I picked up."


@pytest.mark.on_foot
def test_four_people_hold_a_circle_from_its_opening_to_an_appeal(own_house, open_page, picture):
    house = own_house
    dora, ben, marisol = open_page(DESK), open_page(DESK), open_page(DESK)
    ada, finn = open_page(PHONE), open_page(PHONE)
    eve, lea = open_page(PHONE), open_page(DESK)
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
    picture(ben, "circle-begin")
    proposes(ben, "Marisol")
    to_circle(marisol, "circles.asks-you").press(said("circle.lead-yes"))
    agrees_first(ben, AGREED)
    goes_in(marisol, AGREED)
    takes_people(ben)

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
    _is_told_to_officers(ada, finn, (eve, lea), house, picture)
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


def _is_told_to_officers(ada: Page, finn: Page, pages, house, picture) -> None:
    """Ada shows what Finn wrote to two who are not in the circle; one reads it, proven."""
    officers = [come_in(page, house) for page in pages]
    named = [(one.username, name) for one, name in zip(officers, ("Eve", "Lea"), strict=True)]
    told_by(house, STAND_BEHIND.replace("PEOPLE", repr(named)))
    write(finn, HURT)
    hears(ada, HURT)
    ada.locator(".turn").filter(has_text=HURT).locator(".dots").click()
    picture(ada, "circle-line-acts")
    ada.locator(".line-acts").get_by_role("button", name=said("concern.line-act")).click()
    screen = Screen(ada)
    screen.heading(said("concern.title", name="Moss"))
    for name in ("Eve", "Lea"):
        expect(ada.get_by_role("checkbox", name=name, exact=True)).to_be_checked()
    expect(ada.get_by_role("checkbox", name=re.compile(HURT))).to_be_checked()
    ada.get_by_role("textbox", name=said("concern.words")).fill("He writes so to me.")
    picture(ada, "circle-concern")
    screen.press(said("concern.send"))
    screen.heading(said("concern.list"))
    open_it(officers[0], house)
    eve = officers[0].page
    expect(eve.get_by_text(HURT)).to_be_visible()
    expect(eve.get_by_text(said("concern.log-stands"))).to_be_visible()
    expect(eve.get_by_role("button", name=said("measure.open"))).to_be_visible()
    picture(eve, "circle-concern-an-officer-reads")
    to_circle(ada).press(said("circle.go-in"))
    hears(ada, HURT)
    _is_seen_no_more(ada, picture)


def _is_seen_no_more(ada: Page, picture) -> None:
    """By one press Ada reads nothing of Finn's; by another she does again."""
    ada.locator(".turn").filter(has_text=HURT).locator(".dots").click()
    ada.locator(".line-acts").get_by_role("button", name=said("circle.unsee")).click()
    expect(log(ada).get_by_text(HURT)).to_have_count(0)
    hears(ada, "Thank you. Until next week.")
    screen = Screen(ada)
    screen.press(said("circle.more"))
    expect(ada.get_by_text(said("circle.unseen", name="Moss"))).to_be_visible()
    ada.get_by_role("button", name=said("circle.person-do", name="Moss")).click()
    picture(ada, "circle-unseen")
    screen.press(said("circle.see-again"))
    screen.press(said("circle.go-in"))
    hears(ada, HURT)


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
