"""Getting out, forgetting: how long, people from before, what is only mine, and time."""

import re
import sqlite3
import time

import pytest
from playwright.sync_api import expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.people import ask, come_back, come_in
from tests.journeys.screens import ComeBack, Hello, Home, People, Screen, Talk, Waiting, Wishes

MOST_TAPS = 12
A_DAY = 86_400
OF_EPOCH_0 = "conversation_id = (SELECT MAX(id) FROM conversations_conversation) AND epoch = 0"


def ask_kept(guest, name, hello, months):
    """Say hello and choose how long it is kept; gives how many presses it took."""
    wishes, people, screen = Wishes(guest.page), People(guest.page), Hello(guest.page)
    wishes.anyone()
    people.heading("People you can ask")
    people.ask(name)
    screen.there(name)
    screen.press("Change")
    guest.page.get_by_label("How long should your words be kept?").select_option(months)
    screen.write(hello, called="River")
    return sum(each.taps for each in (wishes, people, screen)) + 1


def say_yes(ben, house):
    come_back(ben, house, "Ben")
    home = Home(ben)
    home.read_hello("River")
    home.accept("River")
    talk = Talk(ben)
    talk.there("River")
    return talk


def travel(page, days):
    """Close the page, and move a person's own clock, as time does."""
    page.goto("about:blank")
    page.clock.set_system_time(time.time() + days * A_DAY)


def test_ada_chooses_how_long_and_both_read_exactly_that(house, open_page, picture):
    ada, ben = open_page(PHONE), open_page(DESK)
    guest = come_in(ada, house)
    taps = ask_kept(guest, "Ben", "Three months will do.", "3")
    words = "What you write is kept for 3 months, at most one more."
    expect(ada.get_by_text(words)).to_be_visible()
    picture(ada, "30-how-long")
    Hello(ada).send()
    Waiting(ada).there("Ben")
    assert taps + 3 <= MOST_TAPS
    come_back(ben, house, "Ben")
    Home(ben).read_hello("River")
    expect(ben.get_by_text("Three months will do.")).to_be_visible()
    expect(ben.get_by_text(words)).to_be_visible()
    Home(ben).accept("River")
    Talk(ben).there("River")


@pytest.mark.on_foot
def test_what_was_written_goes_when_its_time_is_over_and_talk_goes_on(
    own_house, open_page, picture
):
    ada, ben = open_page(PHONE), open_page(DESK)
    guest = come_in(ada, own_house)
    ask_kept(guest, "Ben", "A hello for a month.", "1")
    Hello(ada).send()
    Waiting(ada).written_down()
    with_river, with_ben = say_yes(ben, own_house), Talk(ada)
    with_ben.there("Ben")
    with_ben.say("old words of hers")
    with_river.has("old words of hers")
    with_river.say("old words of his")
    with_ben.has("old words of his")
    with_ben.all_sent()
    sealed = stored(own_house)
    assert len(sealed) == 2 + 3
    own_house.stop()
    own_house.travel(days=70)
    own_house.start()
    deadline = time.monotonic() + 40
    while stored(own_house) and time.monotonic() < deadline:
        time.sleep(0.5)
    assert stored(own_house) == []
    for page in (ada, ben):
        travel(page, 70)
    back = ComeBack(ada)
    back.open(own_house.origin)
    back.enter(guest.username, guest.words)
    with_ben.there("Ben")
    gone = re.compile("^Older lines are past the time you agreed on")
    expect(with_ben.log.get_by_text(gone).first).to_be_visible()
    expect(with_ben.log.get_by_text("old words of hers")).to_have_count(0)
    with_ben.say("new words after all that time")
    with_ben.all_sent()
    picture(ada, "31-forgotten")
    come_back(ben, own_house, "Ben")
    Home(ben).press(re.compile("River|someone new|the other person"))
    expect(with_river.log.get_by_text(gone).first).to_be_visible(timeout=20_000)
    with_river.has("new words after all that time")
    with_river.say("and an answer")
    with_ben.has("and an answer")
    own_house.stop()
    files = b"".join(path.read_bytes() for path in own_house.data.rglob("*") if path.is_file())
    assert [piece for piece in sealed if piece in files] == []


@pytest.mark.on_foot
def test_ada_ends_it_reads_it_again_and_asks_again_while_bens_note_stays(
    house, open_page, picture
):
    ada, ben = open_page(PHONE), open_page(DESK)
    guest = come_in(ada, house)
    ask(guest, "Ben", "Hello once.", called="River")
    Waiting(ada).written_down()
    with_river, with_ben = say_yes(ben, house), Talk(ada)
    with_ben.there("Ben")
    with_ben.say("to be read later")
    with_river.has("to be read later")
    note(ben, "Sam from the library", "Ask about Tuesday.")
    picture(ben, "32-own-note")
    ada_more = Screen(ada)
    ada_more.press("More")
    ada_more.press("End with Ben")
    ada_more.press("Yes, end it")
    ada_more.heading("You and Ben have ended")
    picture(ada, "33-people-from-before")
    ada_more.press("Read what you wrote with Ben")
    with_ben.has("to be read later")
    expect(with_ben.box).to_have_count(0)
    ada_more.press("Your people")
    ada_more.press("Ask Ben again")
    hello = Hello(ada)
    hello.there("Ben")
    hello.write("Hello again.")
    hello.send()
    Waiting(ada).there("Ben")
    ben.reload()
    come_back(ben, house, "Ben")
    expect(ben.get_by_text(re.compile("^You last opened this place today at "))).to_be_visible()
    picture(ben, "34-last-opened")
    expect(ben.get_by_role("heading", name="Sam from the library")).to_be_visible()
    home = Home(ben)
    home.press("That was me")
    expect(ben.get_by_text(re.compile("^You last opened"))).to_have_count(0)
    home.press("Read what you wrote with Sam from the library")
    with_river.has("to be read later")


def test_a_first_visit_hears_nothing_of_a_last_one(house, open_page):
    ada = open_page(PHONE)
    guest = come_in(ada, house)
    expect(ada.get_by_text(re.compile("^You last opened"))).to_have_count(0)
    Screen(ada).press("Lock now")
    Screen(ada).heading("Your place is locked")
    ComeBack(ada).unlock(guest.words)
    Wishes(ada).there()
    expect(ada.get_by_text(re.compile("^You last opened"))).to_have_count(0)


@pytest.mark.on_foot
def test_whom_ada_blocked_is_not_offered_again(house, open_page):
    ada, ben = open_page(PHONE), open_page(DESK)
    guest = come_in(ada, house)
    ask(guest, "Ben", "Hello.", called="River")
    Waiting(ada).written_down()
    say_yes(ben, house)
    Talk(ada).there("Ben")
    screen = Screen(ada)
    screen.press("More")
    screen.press("Block Ben")
    screen.press("Yes, block")
    screen.heading("You and Ben have ended")
    expect(ada.get_by_role("button", name="Read what you wrote with Ben")).to_be_visible()
    expect(ada.get_by_role("button", name="Ask Ben again")).to_have_count(0)


def note(page, called, words):
    """Write down what one calls somebody, and a note."""
    screen = Screen(page)
    screen.press("More")
    screen.fill(re.compile("^What you call "), called)
    screen.fill("Your note", words)
    with page.expect_response(lambda one: one.url.endswith("/api/state")):
        screen.press("Keep it")
    expect(page.get_by_text("Kept.", exact=True)).to_be_visible()


def stored(house):
    """Every wrap and every box of the first keys of the newest conversation."""
    path = next(house.data.glob("*.sqlite3"))
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        wraps = database.execute(f"SELECT wrap FROM conversations_wrap WHERE {OF_EPOCH_0}")
        boxes = database.execute(
            "SELECT box FROM conversations_entry"
            f" WHERE {OF_EPOCH_0} AND kind > 1 AND box NOTNULL"
        )
        return [bytes(row[0]) for row in [*wraps, *boxes]]


pytestmark = pytest.mark.usefixtures("assembled")
