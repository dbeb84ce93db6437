"""Ben and Ada word what a doctor is told; Ada signs, sees the day it was opened, stops it."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.people import meet
from tests.journeys.screens import Screen
from tests.journeys.spoken import said

# As long as the page proposes, in days.
USUAL = 14
LINK = re.compile(r"#told=[A-Za-z0-9_-]{87}$")


def test_ada_tells_a_doctor_sees_the_day_it_was_opened_and_stops_it(
    own_house, open_page, picture
):
    ada, ben, doctor = open_page(PHONE), open_page(DESK), open_page(DESK)
    meet(ada, ben, own_house)
    suggest(ben, picture)
    link = sign(ada, picture)

    doctor.goto(link)
    expect(doctor.get_by_role("button", name=said("linked.open"))).to_be_visible()
    assert doctor.evaluate("location.hash") == ""
    picture(doctor, "61-a-link-before-it-is-opened")
    doctor.get_by_role("button", name=said("linked.open")).click()
    expect(doctor.get_by_text("I sleep badly.")).to_be_visible()
    expect(doctor.get_by_text(said("told.notice-us")).first).to_be_visible()
    picture(doctor, "62-what-was-told")

    ada.get_by_role("button", name=said("told.title")).click()
    expect(ada.get_by_text(re.compile("Opened on|Se abrió"))).to_be_visible()
    picture(ada, "63-told-and-opened")
    ada.get_by_role("button", name=said("told.stop")).click()
    expect(ada.get_by_text(re.compile("stopped it on|Se paró"))).to_be_visible()
    picture(ada, "64-told-no-more")

    doctor.goto(link)
    doctor.get_by_role("button", name=said("linked.open")).click()
    expect(doctor.get_by_text(said("told.nothing"))).to_be_visible()


@pytest.mark.on_foot
def test_a_link_opens_nothing_once_its_last_day_is_over(own_house, open_page, picture):
    ada, ben, doctor = open_page(PHONE), open_page(DESK), open_page(DESK)
    meet(ada, ben, own_house)
    suggest(ben, picture)
    link = sign(ada, picture)
    doctor.goto(link)
    doctor.get_by_role("button", name=said("linked.open")).click()
    expect(doctor.get_by_text("I sleep badly.")).to_be_visible()

    for days, is_open in ((USUAL, True), (USUAL + 2, False)):
        own_house.travel(days=days)
        doctor.goto("about:blank")
        doctor.goto(link)
        doctor.get_by_role("button", name=said("linked.open")).click()
        nothing = doctor.get_by_text(said("told.nothing"))
        shown = doctor.get_by_text("I sleep badly.")
        expect(shown if is_open else nothing).to_be_visible()
        expect(nothing if is_open else shown).to_have_count(0)
    picture(doctor, "71-a-link-that-ran-out")


def suggest(ben, picture):
    """Ben words a draft; nothing goes out by it."""
    ben.get_by_role("button", name=said("more.open")).click()
    Screen(ben).press(said("draft.open", name="River"))
    ben.get_by_role("textbox", name=said("tell.name")).fill("Dr. Okoro")
    ben.get_by_role("textbox", name=said("tell.where")).fill("12 Hill Street")
    ben.get_by_role("textbox", name=said("tell.words")).fill("She sleeps badly.")
    ben.get_by_role("checkbox", name=said("told.what-wellbeing")).check(force=True)
    ben.get_by_role("textbox", name=said("tell.why")).fill("So that she can help.")
    picture(ben, "56-a-draft")
    ben.get_by_role("button", name=said("draft.show", name="River")).click()


def sign(ada, picture):
    """Ada looks at the draft, words it her way, looks at exactly that, and signs."""
    picture(ada, "57-a-draft-waits")
    ada.get_by_role("button", name=said("draft.look")).click()
    words = ada.get_by_role("textbox", name=said("tell.words"))
    expect(words).to_have_value("She sleeps badly.")
    expect(ada.get_by_role("textbox", name=said("tell.name"))).to_have_value("Dr. Okoro")
    words.fill("I sleep badly.")
    picture(ada, "58-what-to-tell")
    ada.get_by_role("button", name=said("tell.to-look")).click()
    expect(ada.get_by_text(said("tell.needs-name"))).to_be_visible()
    ada.get_by_role("textbox", name=said("tell.called")).fill("River")
    ada.get_by_role("button", name=said("tell.to-look")).click()
    ada.get_by_role("textbox", name=said("tell.typed")).fill("River")
    picture(ada, "59-exactly-this")
    ada.get_by_role("button", name=said("tell.sign")).click()
    shown = ada.locator(".link-text")
    expect(shown).to_have_text(LINK)
    picture(ada, "60-signed")
    return shown.inner_text()
