"""What several journeys begin with: someone who came in, someone who came back."""

import base64
import re
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from playwright.sync_api import Page, expect

from tests.cast import code_now
from tests.journeys.house import DemoHouse
from tests.journeys.screens import (
    ComeBack,
    ComeIn,
    Hello,
    Home,
    People,
    Talk,
    Waiting,
    Wishes,
)
from tests.journeys.spoken import here


@dataclass
class Guest:
    """A person who came in: their page, and what they wrote down."""

    page: Page
    username: str
    words: str
    code: str = ""


def come_in(page: Page, house: DemoHouse) -> Guest:
    """Make a place, as far as the wishes."""
    screen = ComeIn(page)
    screen.open(house.origin)
    guest = Guest(page, screen.username, screen.words)
    screen.go_on()
    Wishes(page).there()
    return guest


def ask(guest: Guest, name: str, hello: str, *, called: str = "River") -> None:
    """Say hello to one of the people shown."""
    Wishes(guest.page).anyone()
    people = People(guest.page)
    people.heading("People you can ask")
    people.ask(name)
    screen = Hello(guest.page)
    screen.there(name)
    screen.write(hello, called=called)
    screen.send()
    waiting = Waiting(guest.page)
    waiting.there(name)
    guest.code = waiting.spare_code


def come_back(page: Page, house: DemoHouse, name: str) -> None:
    """A demo specialist comes back."""
    screen = ComeBack(page)
    screen.open(house.origin)
    screen.enter(*house.words_of(name))
    Home(page).there()


DORA = re.compile(r"^\s*Name\s+Dora\s+Words\s+(\w+(?: \w+){4})\s*$", re.MULTILINE)
SECRET = re.compile(r"this secret:\s+([A-Z2-7 ]+?)\s*$", re.MULTILINE)


def sit_down(page: Page, house: DemoHouse) -> None:
    """Dora comes in at the desk: her five words, then the code her app shows."""
    found = DORA.search(house.said())
    assert found, house.said()
    page.goto(f"{house.origin}/desk/")
    page.get_by_label(here("Your name")).fill("Dora")
    page.get_by_label(here("Your five words")).fill(found[1])
    page.get_by_role("main").get_by_role("button").first.click()
    page.get_by_label(here("Your code")).fill(desk_code(house))
    page.get_by_role("button", name=here("Go on with this code")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(here("Who is waiting"))


def desk_code(house: DemoHouse) -> str:
    """What Dora's app shows at the time that the house lives in."""
    found = SECRET.search(house.said())
    assert found, house.said()
    travelled = timedelta(seconds=float(house.clock.read_text()))
    secret = base64.b32decode(found[1].replace(" ", ""))
    return code_now(secret, at=datetime.now(UTC) + travelled)


def say_yes(ben: Page, house: DemoHouse, *, to: str = "River") -> None:
    """Ben comes back, reads River's hello, and says yes to it."""
    come_back(ben, house, "Ben")
    home = Home(ben)
    home.read_hello(to)
    home.accept(to)


def begin(ada: Page, ben: Page, house: DemoHouse) -> Guest:
    """Ada comes in, asks Ben and writes her code down, and he says yes: she can come back."""
    guest = come_in(ada, house)
    ask(guest, "Ben", "Hello Ben.", called="River")
    Waiting(ada).written_down()
    say_yes(ben, house)
    Talk(ada).there("Ben")
    return guest


def at(page: Page, moment: datetime) -> Page:
    """Set a person's own clock."""
    page.clock.set_system_time(moment.timestamp())
    return page


def come_again(page: Page, house: DemoHouse, username: str, words: str) -> None:
    """Somebody opens the room anew."""
    screen = ComeBack(page)
    screen.open(house.origin)
    screen.enter(username, words)


def return_after(guest: Guest, house: DemoHouse, *, days: int) -> None:
    """Somebody comes back some days later, by the house's clock and by their own."""
    house.travel(days=days)
    guest.page.goto("about:blank")
    guest.page.clock.set_system_time(time.time() + days * 86_400)
    come_again(guest.page, house, guest.username, guest.words)


def meet(ada: Page, ben: Page, house: DemoHouse) -> tuple[Talk, Talk]:
    """Ada comes in, asks Ben, and he says yes: her talk with him, and his with River."""
    ask(come_in(ada, house), "Ben", "Hello Ben.", called="River")
    say_yes(ben, house)
    with_ben, with_river = Talk(ada), Talk(ben)
    with_river.there("River")
    with_ben.there("Ben")
    return with_ben, with_river
