"""Ending well: a goodbye both keep and a way back; and somebody who is not there any more."""

import time

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.house import DemoHouse
from tests.journeys.people import Guest, ask, come_back, come_in, meet
from tests.journeys.screens import LOCK, ComeBack, Home, Screen, Talk, Waiting
from tests.journeys.spoken import said


def to_goodbye(page: Page) -> Screen:
    """From the talk to the goodbye."""
    screen = Screen(page)
    screen.press(said("more.open"))
    screen.press(said("more.goodbye"))
    return screen


def write_goodbye(page: Page, house: DemoHouse, words: str) -> None:
    """A goodbye that outlives a lock half-way, sent and there."""
    screen = to_goodbye(page)
    page.get_by_label(said("bye.box")).fill(words)
    screen.press(said("top.lock"))
    ComeBack(page).unlock(house.words_of("Ben")[1])
    expect(page.get_by_label(said("bye.box"))).to_have_value(words)
    screen.press(said("bye.send"))
    expect(page.get_by_role("heading", name=said("bye.yours"))).to_be_visible()


@pytest.mark.walked
@pytest.mark.on_foot
def test_two_people_say_goodbye_keep_it_and_find_back(house, open_page, picture):
    ada, ben = open_page(PHONE), open_page(DESK)
    with_ben, with_river = meet(ada, ben, house)
    expect(ben.get_by_role("heading", name=said("length.first"))).to_be_visible()
    ben.get_by_text(said("length.first")).click()
    ben.get_by_role("button", name=said("length.weeks.many", count="12")).click()
    expect(ada.get_by_text(said("length.first-them"))).to_be_visible()
    with_ben.say("Thank you for these weeks.")
    write_goodbye(ben, house, "You did the hard part yourself.")
    picture(ben, "endings-goodbye-written")
    expect(with_ben.log.get_by_text("You did the hard part yourself.")).to_be_visible()
    hers = to_goodbye(ada)
    hers.press(said("bye.keep"))
    expect(ada.get_by_text(said("bye.kept"))).to_be_visible()
    picture(ada, "endings-goodbye-kept")
    hers.press(said("more.end"))
    hers.press(said("more.end-yes"))
    expect(ada.get_by_text(said("talk.ended-you"))).to_be_visible()
    expect(with_ben.log.get_by_text(said("talk.left-you"))).to_be_visible()
    hers.press(said("back.yes"))
    expect(ada.get_by_text(said("back.said"))).to_be_visible()
    # Everybody is asked alike, after an end, and not only where steps are.
    expect(ada.get_by_role("button", name=said("ripple.count"))).to_be_visible()
    picture(ada, "endings-ended")
    ben.get_by_role("button", name=said("bar.people")).first.click()
    Home(ben).there()
    Screen(ben).press(said("earlier.read"))
    expect(with_river.log.get_by_text(said("talk.left"))).to_be_visible()
    Screen(ben).press(said("back.yes"))
    expect(ben.get_by_text(said("back.both-wait"))).to_be_visible()
    picture(ben, "endings-way-back")


@pytest.mark.walked
@pytest.mark.on_foot
def test_a_pause_is_seen_by_both_and_only_whose_it_is_ends_it(house, open_page, picture):
    ada, ben = open_page(PHONE), open_page(DESK)
    with_ben, with_river = meet(ada, ben, house)
    screen = Screen(ada)
    screen.press(said("more.open"))
    screen.press(said("more.rest"))
    picture(ada, "endings-rest")
    ada.get_by_label(said("rest.words")).fill("I need some quiet days.")
    screen.press(said("rest.do"))
    expect(ada.get_by_text(said("rest.you"))).to_be_visible()
    expect(with_ben.box).to_have_count(0)
    with_river.has("I need some quiet days.")
    expect(ben.get_by_text(said("rest.them"))).to_be_visible()
    expect(ben.get_by_role("button", name=said("rest.back"))).to_have_count(0)
    picture(ben, "endings-rest-theirs")
    screen.press(said("rest.back"))
    screen.heading(said("rest.title"))
    screen.press(said("rest.back"))
    with_ben.there("Ben")
    with_ben.say("I am back.")
    with_river.has("I am back.")


def come_again(guest: Guest, origin: str, *, days: int) -> None:
    """Ada comes back some weeks later: her page was closed, and her own clock went on."""
    guest.page.goto("about:blank")
    guest.page.clock.set_system_time(time.time() + days * 86_400)
    screen = ComeBack(guest.page)
    screen.open(origin)
    screen.enter(guest.username, guest.words)


@pytest.mark.walked
@pytest.mark.on_foot
def test_a_specialist_who_vanishes_leaves_her_everything_and_a_way_on(
    own_house, open_page, picture
):
    ada, ben = open_page(PHONE), open_page(DESK)
    guest = come_in(ada, own_house)
    ask(guest, "Ben", "Hello Ben.")
    Waiting(ada).written_down()
    come_back(ben, own_house, "Ben")
    home = Home(ben)
    home.read_hello("River")
    home.accept("River")
    with_ben = Talk(ada)
    with_ben.there("Ben")
    with_ben.say("Are you there?")
    with_ben.all_sent()
    ben.close()
    own_house.travel(days=30)
    come_again(guest, own_house.origin, days=30)
    expect(ada.get_by_text(said("gone.note"))).to_be_visible(timeout=LOCK)
    picture(ada, "endings-quiet")
    screen = Screen(ada)
    screen.press(said("gone.look"))
    screen.heading(said("gone.title"))
    picture(ada, "endings-gone")
    screen.press(said("gone.choose"))
    screen.press(said("gone.choose-yes"))
    screen.heading(said("wishes.title"))
