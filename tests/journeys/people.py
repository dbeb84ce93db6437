"""What several journeys begin with: someone who came in, someone who came back."""

from dataclasses import dataclass

from playwright.sync_api import Page

from tests.journeys.house import DemoHouse
from tests.journeys.screens import ComeBack, ComeIn, Hello, Home, People, Waiting, Wishes


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
