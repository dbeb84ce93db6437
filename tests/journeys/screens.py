"""The room as a person meets it: things are found by what they are called on screen."""

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from tests.journeys.spoken import here, said

# Argon2id on a busy machine takes its time.
LOCK = 60_000
ANSWER = 20_000


@dataclass
class Screen:
    """What every screen has: a heading, things to press, help and a way out."""

    page: Page
    taps: int = 0

    def heading(self, words: str | re.Pattern[str], *, timeout: float = ANSWER) -> None:
        """The screen with this heading is there."""
        words = here(words)
        is_whole = isinstance(words, str)
        found = self.page.get_by_role("heading", level=1, name=words, exact=is_whole)
        expect(found).to_be_visible(timeout=timeout)

    def arrived(self) -> None:
        """The keyboard has followed to this screen's heading; it is not moved again."""
        expect(self.page.get_by_role("heading", level=1)).to_be_focused(timeout=ANSWER)

    def press(self, name: str | re.Pattern[str]) -> None:
        """Press what is called so, and count it."""
        name = here(name)
        self.page.get_by_role("button", name=name, exact=isinstance(name, str)).first.click()
        self.taps += 1

    def tap(self, label: str) -> None:
        """Tap a thing that can be on or off."""
        self.page.get_by_label(here(label), exact=True).locator("..").click()
        self.taps += 1

    def fill(self, label: str | re.Pattern[str], words: str) -> None:
        """Write into the field called so."""
        label = here(label)
        self.page.get_by_label(label, exact=isinstance(label, str)).fill(words)

    def text(self, words: str | re.Pattern[str]) -> Locator:
        """What stands on the screen."""
        return self.page.get_by_text(here(words)).first

    def leave(self) -> None:
        """Leave this page, by the button at the top."""
        self.page.locator("room-top .exit").click()
        self.taps += 1


@dataclass
class ComeIn(Screen):
    """A made-up name and five words."""

    def open(self, origin: str) -> None:
        self.page.goto(f"{origin}/app/#come-in")
        self.heading("A name and five words")

    @property
    def username(self) -> str:
        return self.page.locator(".words.given").inner_text().strip()

    @property
    def words(self) -> str:
        return " ".join(self.page.locator("ol.words.numbered li").all_inner_texts())

    def go_on(self) -> None:
        self.press("I wrote them down")


@dataclass
class Wishes(Screen):
    """One screen of optional taps."""

    def there(self) -> None:
        self.heading("Who would you like to talk to?", timeout=LOCK)

    def matters_most(self, label: str) -> None:
        group = self.page.get_by_role("group", name=here("What matters most?"))
        group.get_by_label(here(label), exact=True).locator("..").click()
        self.taps += 1

    def show(self) -> None:
        self.press("Show me people")

    def anyone(self) -> None:
        self.press("Show me anyone")


@dataclass
class People(Screen):
    """Three to five people, with reasons."""

    def names(self) -> list[str]:
        return self.page.locator("li.person h2").all_inner_texts()

    def ask(self, name: str) -> None:
        """Say hello to someone; who is not among those shown is looked for again."""
        self.page.locator("li.person").first.wait_for()
        for _ in range(20):
            if name in self.names():
                break
            self.press("Look again")
            self.page.wait_for_timeout(300)
        self.press(f"Say hello to {name}")

    def more(self, name: str) -> None:
        self.press(f"More about {name}")


@dataclass
class Hello(Screen):
    """The promise, and the hello that says yes to it."""

    def there(self, name: str) -> None:
        self.heading(f"Say hello to {name}")
        promise = self.page.get_by_role("heading", name=here("Our promise"))
        expect(promise).to_be_visible()

    def write(self, text: str, *, called: str | None = None) -> None:
        if called is not None:
            self.fill(said("hello.called"), called)
        self.fill("Your hello", text)

    def send(self) -> None:
        self.press("Send my hello")


@dataclass
class Waiting(Screen):
    """While the answer is not there yet."""

    def there(self, name: str) -> None:
        self.heading(f"Your hello is with {name}")

    @property
    def spare_code(self) -> str:
        return " ".join(self.page.locator(".words.code span").all_inner_texts())

    def written_down(self) -> None:
        self.press("I wrote it down")


@dataclass
class ComeBack(Screen):
    """Name and five words, at the door or at a locked place."""

    def open(self, origin: str) -> None:
        self.page.goto(f"{origin}/app/#come-back")
        self.heading("Welcome back")

    def enter(self, username: str, words: str) -> None:
        self.fill("Your name here", username)
        self.unlock(words)

    def unlock(self, words: str) -> None:
        self.fill("Your five words", words)
        self.press(said("return.open", "locked.open"))


@dataclass
class Home(Screen):
    """A specialist's people."""

    def there(self) -> None:
        self.heading("Your people", timeout=LOCK)

    def read_hello(self, called: str) -> None:
        self.press(said("seat.hello-from", name=called, whole=False))

    def accept(self, called: str) -> None:
        self.press(f"Say yes to {called}")

    def decline(self) -> None:
        self.press("Not this time")
        self.press("Yes, decline")


@dataclass
class Talk(Screen):
    """The conversation."""

    def there(self, name: str, *, known_as: str | None = None) -> None:
        self.heading(re.compile(f"{known_as or name}$"), timeout=LOCK)
        expect(
            self.page.get_by_text(here(f"Only you and {name} can read this.")).first
        ).to_be_visible()

    @property
    def box(self) -> Locator:
        return self.page.get_by_role("textbox", name=said("talk.box"))

    @property
    def log(self) -> Locator:
        return self.page.get_by_role("log")

    def say(self, text: str) -> None:
        self.box.fill(text)
        self.box.press("Enter")
        self.has(text)

    def has(self, text: str, *, timeout: float = ANSWER) -> None:
        expect(self.log.get_by_text(text, exact=True)).to_be_visible(timeout=timeout)

    def all_sent(self) -> None:
        expect(self.log.locator(".state")).to_have_count(0, timeout=ANSWER)
