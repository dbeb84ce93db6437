"""Bringing one's own things in: a file from one house, opened on the device in another."""

import io
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from pse import open_export
from tests.journeys.browsers import DESK, PHONE
from tests.journeys.house import DemoHouse
from tests.journeys.people import Guest, ask, come_in, say_yes
from tests.journeys.scenes import violations
from tests.journeys.screens import LOCK, Screen, Talk, Waiting
from tests.journeys.spoken import here, said
from tests.journeys.test_more_than_text import Lines, to_your_place

SECRET = "the heron by the weir"
TITLE = "<script>document.title = 'no'</script>"


def told(house, open_page) -> tuple[Guest, Lines]:
    """Ada and Ben have said, changed, signed and taken back; Ada kept a line."""
    ada, ben = open_page(PHONE, accept_downloads=True), open_page(DESK)
    guest = come_in(ada, house)
    ask(guest, "Ben", "Hello Ben.")
    Waiting(ada).written_down()
    say_yes(ben, house)
    with_ben, with_river = Lines(ada), Lines(ben)
    with_river.there("River")
    with_ben.there("Ben")
    with_river.say("I will call you on Sunday.")
    with_river.say("A slip of the tongue.")
    with_ben.has("A slip of the tongue.")
    with_ben.say("The first words.")
    with_ben.do("The first words.", "Change")
    with_ben.box.fill("The last words.")
    with_ben.box.press("Enter")
    with_river.has("The last words.")
    with_river.sign("The last words.", "Heart")
    with_ben.do("I will call you on Sunday.", said("line.keep"))
    with_river.do("A slip of the tongue.", "Take back")
    with_river.press(said("line.take-yes"))
    expect(with_ben.log.get_by_text("A slip of the tongue.", exact=True)).to_have_count(0)
    with_ben.all_sent()
    return guest, with_ben


def write_page(page: Page, title: str, text: str) -> None:
    """One page of the notebook."""
    screen = Screen(page)
    to_your_place(Talk(page))
    screen.press(said("notebook.title"))
    screen.press(said("notebook.new"))
    page.get_by_label(said("page.title"), exact=True).fill(title)
    page.get_by_label(said("page.text"), exact=True).fill(text)
    screen.press(said("page.save"))
    expect(page.get_by_text(said("page.saved"))).to_be_attached()


def take_along(guest: Guest, folder: Path) -> tuple[Path, str]:
    """Give the file and its five words."""
    page, screen = guest.page, Screen(guest.page)
    screen.press("Your people")
    screen.press("Your place")
    screen.press(said("place.along"))
    page.get_by_label(here("Your spare code")).fill(guest.code)
    screen.press(said("along.make"))
    screen.heading(said("along.ready"), timeout=LOCK)
    words = " ".join(page.locator("ol.words.numbered li").all_inner_texts())
    with page.expect_download() as handed:
        screen.press(said("along.save"))
    path = folder / handed.value.suggested_filename
    handed.value.save_as(path)
    return path, words


class Bringing(Screen):
    """The screen on which a file is opened."""

    def open(self) -> None:
        """Your place, then there."""
        self.press("Your place")
        self.heading("Your place")
        self.press(said("place.bring"))
        self.heading(said("bring.title"))

    def choose(self, path: Path, words: str) -> None:
        """The file and its words."""
        with self.page.expect_file_chooser() as chooser:
            self.page.get_by_role("button", name=said("bring.file")).click()
        chooser.value.set_files(path)
        expect(self.page.get_by_text(path.name)).to_be_visible()
        self.page.get_by_label(said("bring.words")).fill(words)
        self.page.keyboard.press("Enter")


@pytest.mark.on_foot
@pytest.mark.walked
def test_ada_takes_her_pages_to_another_house_and_brings_them_in_once(
    house, open_page, tmp_path, picture, monkeypatch
):
    guest, _ = told(house, open_page)
    write_page(guest.page, TITLE, f"I saw {SECRET}.")
    path, words = take_along(guest, tmp_path)
    monkeypatch.setattr(sys, "stdin", io.StringIO(words))
    assert open_export.main([str(path), "--into", str(tmp_path / "open")]) == 0
    copy = (tmp_path / "open" / "talk-1.txt").read_text()
    assert "The last words.\n(changed, before: The first words.)\n(Ben: Heart)" in copy
    assert "(took this line back)" in copy
    assert "slip of the tongue" not in copy

    elsewhere = DemoHouse(tmp_path / "elsewhere", anew=True)
    elsewhere.start()
    try:
        page = open_page(PHONE)
        there = come_in(page, elsewhere)
        sent: list[bytes] = []
        page.on("request", lambda request: sent.append(request.post_data_buffer or b""))
        brought_in(there, path, words, picture)
        assert not [body for body in sent if SECRET.encode() in body or words.encode() in body]
        twice(there, path, words)
    finally:
        elsewhere.stop()


def brought_in(there: Guest, path: Path, words: str, picture) -> None:
    """What is in the file, then all of it in the notebook."""
    page, screen = there.page, Bringing(there.page)
    screen.open()
    assert violations(page) == []
    picture(page, "bring")
    screen.choose(path, "acorn about above accent acrobat")
    expect(page.get_by_role("alert")).to_have_text(said("trouble.along-words"), timeout=LOCK)
    page.get_by_label(said("bring.words")).fill(words)
    page.keyboard.press("Enter")
    screen.heading(said("bring.title"))
    expect(page.get_by_role("heading", name=said("bring.found"))).to_be_visible(timeout=LOCK)
    expect(page.get_by_text(said("bring.pages.one"))).to_be_visible()
    expect(page.get_by_text(said("bring.kept.one"))).to_be_visible()
    assert violations(page) == []
    picture(page, "bring-found")
    screen.press(said("bring.go"))
    screen.heading(said("bring.done"), timeout=LOCK)
    picture(page, "bring-done")
    screen.press(said("bring.see"))
    expect(page.get_by_text(TITLE)).to_be_visible()
    expect(page.get_by_text("I will call you on Sunday.")).to_be_visible()
    expect(page.get_by_text(said("notebook.brought"))).to_be_visible()
    assert page.title() != "no"
    picture(page, "bring-notebook")


def twice(there: Guest, path: Path, words: str) -> None:
    """Nothing doubles."""
    page, screen = there.page, Bringing(there.page)
    screen.open()
    screen.choose(path, words)
    expect(page.get_by_text(said("bring.all-there"))).to_be_visible(timeout=LOCK)
    expect(page.get_by_role("button", name=said("bring.go"))).to_have_count(0)
    screen.press("Your place")
    screen.press(said("notebook.title"))
    expect(page.locator("room-notebook li")).to_have_count(2)


def test_a_file_that_is_none_is_said_plainly_and_the_keyboard_is_enough(
    house, open_page, tmp_path
):
    page = open_page(PHONE)
    come_in(page, house)
    screen = Bringing(page)
    screen.open()
    screen.arrived()
    path = tmp_path / "holiday.zip"
    path.write_bytes(b"PK not a zip" * 90)
    button = page.get_by_role("button", name=said("bring.file"))
    button.focus()
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Enter")
    chooser.value.set_files(path)
    page.get_by_label(said("bring.words")).fill("acorn about above accent acrobat")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text(said("trouble.along-form"))
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
