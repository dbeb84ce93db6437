"""Writing a story, asking about it, telling it and taking it back, as people do on screens."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.screens import ANSWER, LOCK, Screen, Talk
from tests.journeys.spoken import said


def to_stories_for(page: Page, name: str) -> None:
    """From a talk to what may be offered there."""
    screen = Screen(page)
    screen.press(said("more.open"))
    screen.press(said("stories.open-for", name=name))
    screen.heading(said("stories.title-for"))


def write_story(
    page: Page, title: str, line: str, *, name: str | re.Pattern[str], own: str = ""
) -> None:
    """A line for one person or circle; from a page of stories to the story's own."""
    screen = Screen(page)
    page.get_by_label(said("stories.its-title")).fill(title)
    screen.press(said("stories.begin"))
    screen.heading(title)
    screen.press(said("stories.write-it"))
    form = page.locator("room-story-layer form")
    form.locator("textarea[name=b]").fill(line)
    form.get_by_role("checkbox", name=said("stories.note.8")).check(force=True)
    form.get_by_role("radio", name=said("stories.who.2")).check(force=True)
    is_whole = isinstance(name, str)
    form.get_by_role("checkbox", name=name, exact=is_whole).check(force=True)
    if own:
        form.locator("input[name=own]").fill(own)
    form.get_by_role("button", name=said("stories.keep"), exact=True).click()
    expect(form).to_have_count(0, timeout=ANSWER)
    expect(page.get_by_text(line)).to_be_visible()


def back_to_talk(page: Page) -> None:
    """From wherever to the newest talk of a client."""
    page.locator("room-top .brand").click()
    Screen(page).heading(said("talk.with", whole=False), timeout=LOCK)


def ask_about_it(page: Page, name: str) -> None:
    """By a press, from the page of what may be offered."""
    page.get_by_role("button", name=said("stories.ask", name=name, whole=False)).first.click()
    Screen(page).heading(said("talk.with", whole=False), timeout=ANSWER)


def tell_it(page: Page, name: str) -> None:
    """After their yes."""
    button = Talk(page).log.get_by_role("button", name=said("stories.tell", name=name))
    expect(button).to_be_visible(timeout=LOCK)
    expect(Talk(page).log.get_by_text(said("stories.while", name=name))).to_be_visible()
    button.click()
    expect(Talk(page).log.get_by_text(said("stories.you-told", name=name))).to_be_visible(
        timeout=ANSWER
    )


def read_it(page: Page, line: str) -> None:
    """Opened by hand, and only then its words are in sight."""
    expect(page.get_by_text(line)).to_have_count(0)
    button = Talk(page).log.get_by_role("button", name=said("stories.read"))
    expect(button).to_be_visible(timeout=LOCK)
    button.click()
    expect(Talk(page).log.get_by_text(line)).to_be_visible()
