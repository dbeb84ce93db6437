"""Who can see what, in real browsers: what others did stands there, and stays."""

import sqlite3

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.house import DemoHouse
from tests.journeys.people import Guest, ask, come_in, sit_down
from tests.journeys.screens import LOCK, ComeBack, Screen, Waiting
from tests.journeys.spoken import said


def make_own(page: Page) -> None:
    """She makes the device her own while the code is still at hand."""
    screen = Screen(page)
    screen.press("Your place")
    screen.press("Open with this device")
    screen.fill("Your short number", "274913")
    screen.fill("What do you call this device?", "My phone")
    screen.press("Make it my own")
    screen.heading("Your place", timeout=LOCK)


def sign_in_elsewhere(page: Page, guest: Guest, house: DemoHouse) -> None:
    """Somebody who knows her five words comes in by them."""
    screen = ComeBack(page)
    screen.open(house.origin)
    screen.enter(guest.username, guest.words)
    Waiting(page).there("Ben")


def take_away_newest_row(house: DemoHouse) -> None:
    """Whoever holds the database takes her last row off, and mends the end of the wall."""
    newest = (
        "SELECT account_id, max(n) FROM wall_row WHERE account_id ="
        " (SELECT account_id FROM wall_row WHERE kind = 80)"
    )
    with sqlite3.connect(next(house.data.glob("*.sqlite3")), timeout=20) as database:
        account, n = database.execute(newest).fetchone()
        at = (account, n)
        database.execute("DELETE FROM wall_row WHERE account_id = ? AND n = ?", at)
        database.execute(
            "UPDATE wall_top SET n = n - 1, h = (SELECT h FROM wall_row"
            " WHERE account_id = ?1 AND n = ?2 - 1) WHERE account_id = ?1",
            at,
        )
    database.close()


def look(page: Page) -> Screen:
    """Who can see what, from her own place."""
    screen = Screen(page)
    screen.press("Your place")
    screen.press(said("wall.open"))
    screen.heading(said("wall.title"))
    expect(page.get_by_role("heading", name=said("wall.happened"))).to_be_visible()
    return screen


@pytest.mark.walked
@pytest.mark.on_foot
def test_what_others_did_stands_on_her_wall_and_what_is_taken_away_is_told(
    own_house, open_page, picture
):
    ada, thief, desk = open_page(PHONE), open_page(PHONE), open_page(DESK)
    guest = come_in(ada, own_house)
    ask(guest, "Ben", "Hello Ben.")
    make_own(ada)
    sign_in_elsewhere(thief, guest, own_house)
    sit_down(desk, own_house)
    look(ada)
    told = [said("wall.told-80"), said("wall.told-100"), said("wall.told-82")]
    for row in told:
        expect(ada.get_by_text(row).first).to_be_visible()
    expect(ada.get_by_role("alert")).to_have_count(0)
    picture(ada, "wall")
    ada.emulate_media(media="print")
    expect(ada.get_by_text(told[0]).first).to_be_visible()
    expect(ada.get_by_text(said("wall.paper"))).to_be_visible()
    expect(ada.get_by_role("button", name=said("do.print"))).to_be_hidden()
    ada.emulate_media(media="screen")
    take_away_newest_row(own_house)
    look(ada)
    expect(ada.get_by_text(said("wall.changed"))).to_be_visible()
    picture(ada, "wall-changed")
