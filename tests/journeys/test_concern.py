"""Ada raises a concern about a line; an officer answers it, and another looks once more."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.people import Guest, ask, come_again, come_back, come_in, meet
from tests.journeys.screens import Home, Screen
from tests.journeys.spoken import said
from tests.journeys.test_counted import told_by

UGLY = "I know where you live."
HURT = "Lend me fifty, you owe me that much."
WORDS = "He asks me for money."
ANSWER = "We spoke with him. Asking for money is not allowed here."
STAND_BEHIND = """
import json, os, sys
from pathlib import Path
import django
django.setup()
from alongside.cli.roster_files import opened
from alongside.ground import clock
from alongside.keys.actions import take_endorsement
from alongside.keys.queries import records_of
from alongside.people.models import Account, DeskUser
from pse.as_json import endorsement_json
from pse.endorsement import Endorsement, sign_endorsement
from pse.key_record import kr_hash_of
key = opened(Path(os.environ["ALONGSIDE_DATA"]) / "roster-key.json")
for username, name in PEOPLE:
    person = Account.objects.get(username=username)
    record, today = records_of(person)[-1], clock.today()
    draft = Endorsement(person.ref, kr_hash_of(record), 5, name, today, today + 90, 1)
    signed = sign_endorsement(key.seed, key.home, draft)
    file = {"kind": "alongside-endorsement", "version": 1}
    file["endorsement"] = endorsement_json(signed)
    take_endorsement(json.dumps(file).encode(), by=DeskUser.objects.first(), now=clock.now())
"""


@pytest.mark.on_foot
def test_a_line_is_shown_to_two_officers_answered_and_looked_at_by_the_other(
    own_house, open_page, picture
):
    ada, ben, eve, dora = (open_page(size) for size in (PHONE, DESK, DESK, PHONE))
    officers = hurt_by_a_line(ada, ben, eve, dora, own_house)

    raise_it(ada, picture)
    expect(ada.get_by_text(said("concern.state.received"))).to_be_visible()

    # Whom it is about goes on in the talk, and learns nothing of it.
    ben.go_back()
    ben.get_by_role("button", name=said("top.place")).click()
    Screen(ben).press(said("concern.list-open"))
    expect(ben.get_by_text(said("concern.mine-none"))).to_be_visible()
    expect(ben.get_by_text(WORDS)).to_have_count(0)
    picture(ben, "concern-whom-it-is-about-learns-nothing")

    open_it(officers[0], own_house)
    expect(eve.get_by_text(WORDS)).to_be_visible()
    expect(eve.get_by_text(HURT)).to_be_visible()
    expect(eve.get_by_role("main").get_by_text("Ben").first).to_be_visible()
    expect(eve.get_by_text(said("concern.log-stands"))).to_be_visible()
    picture(eve, "concern-an-officer-reads")
    answer(eve, ANSWER)

    open_own(ada)
    expect(ada.get_by_text(ANSWER)).to_be_visible()
    expect(ada.get_by_text(said("concern.by.answered", name="Eve"))).to_be_visible()
    ada.get_by_role("textbox", name=said("concern.again-words")).fill("It goes on.")
    picture(ada, "concern-answered")
    Screen(ada).press(said("concern.again-do"))
    expect(ada.get_by_text(said("concern.again-done"))).to_be_visible()

    open_it(officers[0], own_house)
    expect(eve.get_by_text(said("concern.not-the-same"))).to_be_visible()
    expect(eve.get_by_role("button", name=said("concern.take-on"))).to_have_count(0)

    open_it(officers[1], own_house)
    expect(dora.get_by_text("It goes on.")).to_be_visible()
    answer(dora, "You were right. He no longer walks with you here.")
    open_own(ada)
    expect(ada.get_by_text(said("concern.by.answered", name="Dora"))).to_be_visible()
    expect(ada.get_by_role("button", name=said("concern.again-do"))).to_have_count(0)


@pytest.mark.on_foot
def test_a_hello_that_hurts_is_shown_to_officers_and_its_writer_is_kept_away(
    own_house, open_page, picture
):
    ada, ben, eve, dora = (open_page(size) for size in (PHONE, DESK, DESK, PHONE))
    officers = two_officers(eve, dora, own_house)
    ask(come_in(ada, own_house), "Ben", UGLY, called="River")

    come_back(ben, own_house, "Ben")
    Home(ben).read_hello("River")
    picture(ben, "concern-from-a-hello")
    screen = Screen(ben)
    screen.press(said("concern.open"))
    screen.heading(said("concern.title", name="River"))
    expect(ben.get_by_role("checkbox", name=re.compile(UGLY))).to_be_checked()
    ben.get_by_role("textbox", name=said("concern.words")).fill("I do not take this.")
    screen.press(said("concern.send"))
    screen.heading(said("concern.list"))

    ben.get_by_role("button", name=said("bar.people")).first.click()
    Home(ben).read_hello("River")
    screen.press(said("more.block", name="River"))
    screen.press(said("more.block-yes"))
    Home(ben).there()
    expect(ben.get_by_role("button", name=said("seat.hello-from", name="River"))).to_have_count(
        0
    )

    open_it(officers[0], own_house)
    expect(eve.get_by_text(UGLY)).to_be_visible()
    expect(eve.get_by_text(said("concern.log-stands"))).to_be_visible()


def hurt_by_a_line(
    ada: Page, ben: Page, eve: Page, dora: Page, house, *, line: str = HURT
) -> list[Guest]:
    """Two officers are there, and Ben writes to Ada what he should not."""
    officers = two_officers(eve, dora, house)
    of_ada, of_ben = meet(ada, ben, house)
    of_ben.say(line)
    of_ada.has(line)
    return officers


def two_officers(eve: Page, dora: Page, house) -> list[Guest]:
    """The programme stands behind Eve and Dora as those who look at concerns."""
    officers = [come_in(eve, house), come_in(dora, house)]
    named = [(officers[0].username, "Eve"), (officers[1].username, "Dora")]
    told_by(house, STAND_BEHIND.replace("PEOPLE", repr(named)))
    return officers


def raise_it(ada: Page, picture, *, line: str = HURT, words: str = WORDS) -> None:
    """Ada comes from the line, and sees by name who would read it."""
    ada.locator(".turn").filter(has_text=line).locator(".dots").click()
    ada.locator(".line-acts").get_by_role("button", name=said("concern.line-act")).click()
    screen = Screen(ada)
    screen.heading(said("concern.title", name="Ben"))
    for name in ("Eve", "Dora"):
        expect(ada.get_by_role("checkbox", name=name)).to_be_checked()
    expect(ada.get_by_role("checkbox", name=re.compile(line))).to_be_checked()
    ada.get_by_role("textbox", name=said("concern.words")).fill(words)
    picture(ada, "concern-raised")
    screen.press(said("concern.send"))
    screen.heading(said("concern.list"))


def open_it(officer: Guest, house) -> None:
    """An officer comes in and opens what waits."""
    officer.page.goto("about:blank")
    come_again(officer.page, house, officer.username, officer.words)
    press_newest(officer.page)


def press_newest(page: Page) -> None:
    """The first one on the list."""
    Screen(page).heading(said("concern.list"))
    page.get_by_role("main").locator("button.card").first.click()


def open_own(ada: Page) -> None:
    """Ada looks where it is."""
    ada.get_by_role("button", name=said("top.place")).click()
    Screen(ada).press(said("concern.list-open"))
    press_newest(ada)


def answer(officer: Page, words: str) -> None:
    """An officer says that they look at it, and answers."""
    screen = Screen(officer)
    screen.press(said("concern.take-on"))
    expect(officer.get_by_text(said("concern.taken-on"))).to_be_visible()
    officer.get_by_role("textbox", name=said("concern.answer-words")).fill(words)
    screen.press(said("concern.answer-do"))
    expect(officer.get_by_text(said("concern.answer-done"))).to_be_visible()
