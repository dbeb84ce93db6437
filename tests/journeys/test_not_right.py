"""Something does not sit right with Ada: Ben replies, and she alone says when it is over."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.people import begin, meet, return_after
from tests.journeys.screens import Screen, Talk
from tests.journeys.spoken import said

HURT = "It was only a week."
WORDS = "When you wrote that, I felt small."
SORRY = "Thank you for telling me. I did not ask how you were."
DUE = re.compile(r"A reply is due by|Se espera su respuesta hasta")


@pytest.mark.on_foot
def test_ada_says_it_of_a_line_ben_replies_and_ada_closes_it(own_house, open_page, picture):
    ada, ben = open_page(PHONE), open_page(DESK)
    of_ada, of_ben = meet(ada, ben, own_house)
    of_ben.say(HURT)
    of_ada.has(HURT)

    say_it_of(ada, HURT, picture)
    expect(ada.get_by_text(DUE)).to_be_visible()
    picture(ada, "66-a-reply-is-due")

    of_ben.has(WORDS)
    note = ben.locator("room-mend-note")
    expect(note).to_contain_text(re.compile("A reply is due by|Se espera tu respuesta hasta"))
    note.get_by_role("button", name=said("mend.answer")).click()
    expect(ben.get_by_text(HURT)).to_be_visible()
    expect(ben.get_by_role("button", name=said("mend.close"))).to_have_count(0)
    ben.get_by_role("textbox", name=said("mend.reply", name="River")).fill(SORRY)
    picture(ben, "67-a-reply")
    Screen(ben).press(said("mend.reply-do"))
    expect(ben.get_by_text(said("mend.reply-sent")).first).to_be_visible()

    expect(ada.get_by_text(SORRY)).to_be_visible()
    expect(ada.get_by_text(said("mend.replied-you", name="Ben"))).to_be_visible()
    close(ada, said("mend.how-1"), picture)
    expect(ada.get_by_text(said("mend.closed-1-you")).first).to_be_visible()
    expect(ben.get_by_text(said("mend.closed-1", name="River")).first).to_be_visible()
    expect(ben.get_by_role("textbox", name=said("mend.reply", name="River"))).to_have_count(0)


@pytest.mark.on_foot
def test_what_ada_keeps_for_herself_is_in_her_notebook_and_nowhere_else(
    own_house, open_page, picture
):
    ada, ben = open_page(PHONE), open_page(DESK)
    of_ada, of_ben = meet(ada, ben, own_house)
    of_ben.say(HURT)
    of_ada.has(HURT)

    say_it_of(ada, HURT, picture, who="me")
    expect(ada.get_by_text(said("mend.kept")).first).to_be_visible()
    Screen(ada).press(said("mend.kept-open"))
    expect(ada.get_by_text(WORDS)).to_be_visible()
    expect(ada.get_by_text(re.compile(HURT))).to_be_visible()
    picture(ada, "68-kept-for-herself")
    expect(ben.get_by_text(WORDS)).to_have_count(0)
    expect(ben.locator("room-mend-note .note")).to_have_count(0)


@pytest.mark.on_foot
def test_a_late_reply_is_said_without_blame_and_ada_may_close_it_without_one(
    own_house, open_page, picture
):
    ada, ben = open_page(PHONE), open_page(DESK)
    guest = begin(ada, ben, own_house)
    of_ben, of_ada = Talk(ben), Talk(ada)
    of_ben.say(HURT)
    of_ada.has(HURT)
    say_it_of(ada, HURT, picture)
    expect(ada.get_by_text(DUE)).to_be_visible()

    return_after(guest, own_house, days=8)
    late = re.compile("The reply from Ben is late|La respuesta de Ben se retrasa")
    note = ada.locator("room-mend-note")
    expect(note).to_contain_text(late, timeout=20_000)
    picture(ada, "69-a-late-reply")
    note.get_by_role("button").click()
    close(ada, said("mend.how-2"), picture)
    expect(ada.get_by_text(said("mend.closed-2-you")).first).to_be_visible()


def say_it_of(ada: Page, line: str, picture, *, who: str = "them") -> None:
    """Ada comes from the line itself, and chooses who sees her words."""
    turn = ada.locator(".turn").filter(has_text=line)
    turn.locator(".dots").click()
    ada.locator(".line-acts").get_by_role("button", name=said("mend.open-this")).click()
    expect(ada.get_by_text(line)).to_be_visible()
    ada.get_by_role("textbox", name=said("mend.text")).fill(WORDS)
    ada.get_by_role("radio", name=said(f"mend.who-{who}", name="Ben")).check(force=True)
    picture(ada, f"65-not-right-{who}")
    Screen(ada).press(said(f"mend.do-{who}", name="Ben"))


def close(ada: Page, how: str, picture) -> None:
    """Ada says how it is now."""
    ada.get_by_text(said("mend.close"), exact=True).click()
    ada.get_by_role("radio", name=how).check(force=True)
    picture(ada, "70-closing")
    Screen(ada).press(said("mend.close-do"))
