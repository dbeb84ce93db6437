"""The main job: someone who gives no name finds a peer specialist, and they talk."""

import re
import time

import pytest
from playwright.sync_api import expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.people import ask, begin, come_again, come_back, come_in, meet
from tests.journeys.screens import ComeBack, ComeIn, Hello, Home, People, Talk, Waiting, Wishes
from tests.journeys.spoken import here

MOST_SCREENS = 6
MOST_TAPS = 12
MOST_SECONDS = 180
# Every heading that stood on the page, however short.
HEADINGS = """window.seen = [];
new MutationObserver(() => seen.push(...[...document.querySelectorAll("h1")].map(
    (one) => one.textContent.trim())))
    .observe(document, { subtree: true, childList: true, characterData: true });"""


@pytest.mark.walked
def test_from_welcome_to_a_hello_is_short_and_asks_for_nothing(
    house, open_page, picture, figure
):
    began = time.monotonic()
    page = open_page(PHONE)
    seen: list[str] = []

    def on_a_new_screen(name):
        seen.append(page.get_by_role("heading", level=1).first.inner_text())
        picture(page, name)

    page.goto(house.origin)
    on_a_new_screen("01-welcome")
    page.get_by_role("link", name=here("Find someone to talk to")).first.click()
    coming = ComeIn(page)
    coming.heading("A name and five words")
    on_a_new_screen("02-come-in")
    assert page.locator("input[type=email], input[type=tel], input[type=date]").count() == 0
    coming.go_on()
    wishes = Wishes(page)
    wishes.there()
    on_a_new_screen("03-wishes")
    wishes.tap("Alcohol")
    wishes.tap("A parent")
    wishes.matters_most("Alcohol")
    wishes.show()
    people = People(page)
    people.heading(re.compile("."))
    expect(page.locator("li.person").first).to_be_visible()
    names = people.names()
    assert 1 <= len(names) <= 5
    on_a_new_screen("04-people")
    people.ask(names[0])
    hello = Hello(page)
    hello.there(names[0])
    on_a_new_screen("05-hello")
    hello.write("Hello. I do not know how to begin.", called="River")
    hello.send()
    waiting = Waiting(page)
    waiting.there(names[0])
    on_a_new_screen("06-waiting")
    taps = 1 + sum(screen.taps for screen in (coming, wishes, people, hello))
    seconds = time.monotonic() - began
    figure(screens_to_hello=len(set(seen)), taps_to_hello=taps)
    assert len(set(seen)) <= MOST_SCREENS
    assert taps <= MOST_TAPS
    assert seconds < MOST_SECONDS


@pytest.mark.walked
def test_two_people_talk_live_and_find_their_lines_again(house, open_page, picture):
    ada, ben = open_page(PHONE), open_page(DESK)
    guest = come_in(ada, house)
    ask(guest, "Ben", "Hello Ben. Today is a hard day.", called="River")
    Waiting(ada).written_down()
    picture(ada, "07-waiting-card-written")
    come_back(ben, house, "Ben")
    picture(ben, "08-specialist-home")
    home = Home(ben)
    home.read_hello("River")
    expect(ben.get_by_text("Hello Ben. Today is a hard day.")).to_be_visible()
    picture(ben, "09-a-hello")
    home.accept("River")
    with_river, with_ben = Talk(ben), Talk(ada)
    with_river.there("River")
    with_ben.there("Ben")
    with_river.say("I read your hello twice. I am glad you wrote.")
    with_ben.has("I read your hello twice. I am glad you wrote.")
    with_ben.say("did not want to write at all")
    with_river.has("did not want to write at all")
    with_ben.all_sent()
    picture(ada, "10-talk-client")
    picture(ben, "11-talk-specialist")
    ada.reload()
    back = ComeBack(ada)
    back.open(house.origin)
    back.enter(guest.username, guest.words)
    with_ben.there("Ben")
    with_ben.has("I read your hello twice. I am glad you wrote.")
    with_ben.has("did not want to write at all")


@pytest.mark.on_foot
def test_whoever_comes_back_to_a_talk_is_not_asked_first_whom_they_would_like(
    own_house, open_page
):
    ada, ben = open_page(PHONE), open_page(DESK)
    guest = begin(ada, ben, own_house)
    ada.add_init_script(HEADINGS)
    ada.goto("about:blank")
    # A slow line: what the house lists takes its time.
    ada.route("**/api/relationships*", lambda route: (time.sleep(1), route.continue_()))
    come_again(ada, own_house, guest.username, guest.words)
    Talk(ada).there("Ben")
    seen = ada.evaluate("seen")
    assert any("Ben" in one for one in seen)
    assert here("Who would you like to talk to?") not in seen


@pytest.mark.on_foot
def test_a_line_written_while_the_house_is_down_arrives_once(own_house, open_page):
    ada, ben = open_page(PHONE), open_page(DESK)
    with_ben, with_river = meet(ada, ben, own_house)
    with_ben.say("before the cut")
    with_river.has("before the cut")
    own_house.kill()
    with_ben.box.fill("written in the dark")
    with_ben.box.press("Enter")
    with_ben.box.fill("and one more")
    with_ben.box.press("Enter")
    expect(with_ben.log.locator(".state").first).to_be_visible()
    own_house.start()
    with_river.has("and one more", timeout=60_000)
    with_ben.all_sent()
    for words in ("before the cut", "written in the dark", "and one more"):
        expect(with_river.log.get_by_text(words, exact=True)).to_have_count(1)
        expect(with_ben.log.get_by_text(words, exact=True)).to_have_count(1)
