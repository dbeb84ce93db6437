"""A circle from its agreement to an appeal, in words that are nowhere but with its people."""

import sqlite3
from contextlib import closing
from pathlib import Path

from playwright.sync_api import Page, expect

from alongside.circles.rules import QUESTIONS
from alongside.ground import clock
from tests.journeys.circling import (
    agrees_first,
    asks,
    does,
    goes_in,
    hears,
    leads,
    lets_in,
    proposes,
    takes_people,
    to_circle,
    to_circles,
    write,
)
from tests.journeys.screens import ANSWER, Screen
from tests.journeys.spoken import said

# One mark in all that is typed: a search for it looks for each of them.
MARK = "cinnabar-willow-40917"
AGREED = f"What we agreed on {MARK}"
HER_NAME = f"Wren {MARK}"
LETTER = f"To the hosts {MARK}"
SET = f"A meeting is set {MARK}"
OPENED = f"It opens {MARK}"
CLOSED = f"It closes {MARK}"
ROUND = f"What a round is about {MARK}"
TURN = f"My turn {MARK}"
TOUCHES = f"What it touches on {MARK}"
FOLDED = f"Folded words {MARK}"
WELCOME = f"A welcome {MARK}"
WHY = f"Taken away because {MARK}"
APPEAL = f"Please look again {MARK}"
ANSWERED = f"You may ask again {MARK}"
BEGUN = f"Begun and not sent {MARK}"


def may_be_held(database: Path) -> None:
    """The programme thought through what can go wrong."""
    answers = ", ".join(f'"{one}": "We spoke about it."' for one in QUESTIONS)
    with closing(sqlite3.connect(database)) as db, db:
        db.execute(
            "INSERT INTO circles_riskassessment"
            " (version, by_name, filled_on, answers, holds_circles)"
            " VALUES (1, 'Dora', ?, ?, 1)",
            [clock.today(), f"{{{answers}}}"],
        )


def hold_a_circle(ada: Page, ben: Page, marisol: Page) -> None:
    """Ben and Marisol lead, Ada comes; a meeting, a round, a removal, an appeal."""
    proposes(ben, "Marisol")
    to_circle(marisol, "circles.asks-you").press(said("circle.lead-yes"))
    agrees_first(ben, AGREED)
    goes_in(marisol, AGREED)
    takes_people(ben)
    asks(ada, HER_NAME, LETTER)
    to_circle(ben)
    lets_in(ben, HER_NAME, LETTER)
    goes_in(ada, AGREED, HER_NAME)
    _meets(ada, ben, marisol)
    _goes_and_appeals(ada, ben, marisol)
    ben.get_by_role("textbox", name=said("circle.box")).fill(BEGUN)


def _meets(ada: Page, ben: Page, marisol: Page) -> None:
    form = leads(ben, "meeting-set")
    form.locator("input[name=when]").fill("2031-06-01T19:30")
    form.get_by_role("textbox", name=said("circle.meeting-words")).fill(SET)
    does(ben, form, "meeting-set")
    for deed, words in (("meeting-open", OPENED), ("round-open", ROUND)):
        form = leads(ben, deed)
        form.get_by_role("textbox").fill(words)
        does(ben, form, deed)
    expect(marisol.get_by_text(said("circle.turn-you"))).to_be_visible(timeout=ANSWER)
    write(marisol, TURN)
    hears(ada, TURN)
    screen = Screen(ada)
    screen.press(said("circle.note-add"))
    ada.locator(".circle-note input[name=own]").fill(TOUCHES)
    ada.get_by_role("textbox", name=said("circle.box")).fill(FOLDED)
    ada.get_by_role("button", name=said("talk.send")).click()
    hears(ben, TOUCHES)
    form = leads(ben, "meeting-close")
    form.get_by_role("textbox").fill(CLOSED)
    does(ben, form, "meeting-close")
    screen = Screen(marisol)
    screen.press(said("circle.more"))
    marisol.get_by_role("button", name=said("circle.welcome-name", name=HER_NAME)).click()
    welcome = said("circle.welcome-words", name=HER_NAME, whole=False)
    marisol.get_by_label(welcome).fill(WELCOME)
    screen.press(said("circle.welcome-do"))
    hears(ada, WELCOME)


def _goes_and_appeals(ada: Page, ben: Page, marisol: Page) -> None:
    form = leads(ben, "away")
    form.get_by_role("combobox").select_option(label=HER_NAME)
    form.get_by_role("textbox").fill(WHY)
    does(ben, form, "away")
    to_circles(ada).press(said("circles.read-letters"))
    expect(ada.get_by_text(WHY)).to_be_visible(timeout=ANSWER)
    ada.get_by_role("combobox").select_option(label="Marisol")
    ada.get_by_role("textbox").fill(APPEAL)
    Screen(ada).press(said("circle.appeal-do"))
    expect(ada.get_by_text(said("circle.step.appealed"))).to_be_visible(timeout=ANSWER)
    to_circles(marisol).press(said("circles.read-letters"))
    expect(marisol.get_by_text(APPEAL)).to_be_visible(timeout=ANSWER)
    marisol.get_by_label(said("circle.outcome-may-ask", whole=False)).check()
    marisol.get_by_role("textbox").fill(ANSWERED)
    Screen(marisol).press(said("circle.answer-do"))
    expect(marisol.get_by_text(said("circle.letters-none"))).to_be_visible(timeout=ANSWER)
    to_circles(ada).press(said("circles.read-letters"))
    expect(ada.get_by_text(ANSWERED)).to_be_visible(timeout=ANSWER)
