"""Leaving at once, locking kindly, and finding nothing afterwards."""

import re

from playwright.sync_api import expect

from tests.journeys.browsers import PHONE
from tests.journeys.people import ask, come_in
from tests.journeys.screens import LOCK, ComeBack, Hello, People, Waiting, Wishes


def storage_of(page):
    """Everything this origin has put by in the browser."""
    return page.evaluate(
        """async () => ({
            local: Object.entries(localStorage), session: Object.entries(sessionStorage),
            databases: (await indexedDB.databases()).map((one) => one.name),
            caches: await caches.keys(), cookies: document.cookie,
            workers: (await navigator.serviceWorker.getRegistrations()).length,
        })"""
    )


NOTHING = {
    "local": [],
    "session": [],
    "databases": [],
    "caches": [],
    "cookies": "",
    "workers": 0,
}
# The page with help lines, for when there is no network, and who keeps it.
HELP_ALONE = NOTHING | {"caches": ["page"], "workers": 1}

ELSEWHERE = re.compile(r"^https://")


def neutral_pages_answer(page):
    """The neutral page is on another machine; here it is a few letters."""
    page.route(
        ELSEWHERE,
        lambda route: route.fulfill(body="<h1>Weather</h1>", content_type="text/html"),
    )


def waiting_guest(page, house, name="Ruth"):
    guest = come_in(page, house)
    ask(guest, name, "A hello nobody else may read.")
    return guest


def test_leave_this_page_ends_and_covers_at_once(house, open_page):
    page = open_page(PHONE)
    waiting_guest(page, house)
    neutral_pages_answer(page)
    Waiting(page).leave()
    page.wait_for_url(ELSEWHERE)
    with page.expect_request(ELSEWHERE):
        page.evaluate("history.back()")
    expect(page.get_by_text("A hello nobody else may read.")).to_have_count(0)
    page.goto(house.origin)
    assert storage_of(page) == NOTHING
    page.goto(f"{house.origin}/app/")
    expect(page.get_by_text("Ruth")).to_have_count(0)


def test_shift_three_times_leaves_too(house, open_page):
    page = open_page(PHONE)
    waiting_guest(page, house, "Marisol")
    neutral_pages_answer(page)
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(ELSEWHERE)


def test_a_draft_survives_a_lock_and_the_words_open_it_again(house, open_page, picture):
    page = open_page(PHONE)
    page.clock.install()
    guest = come_in(page, house)
    people = to_the_people(page)
    people.ask("Lena")
    hello = Hello(page)
    hello.there("Lena")
    hello.write("half a hello, not sent", called="River")
    page.clock.fast_forward("04:10")
    expect(page.get_by_role("alertdialog").or_(page.get_by_role("alert")).first).to_be_visible()
    picture(page, "12-lock-warning")
    page.clock.fast_forward("02:00")
    back = ComeBack(page)
    expect(page.get_by_label("Your five words", exact=True)).to_be_visible()
    expect(page.get_by_text("half a hello")).to_have_count(0)
    picture(page, "13-locked")
    back.unlock(guest.words)
    hello.heading("Say hello to Lena", timeout=LOCK)
    expect(page.get_by_label("Your hello", exact=True)).to_have_value("half a hello, not sent")


def to_the_people(page):
    Wishes(page).anyone()
    people = People(page)
    people.heading("People you can ask")
    return people


def test_nothing_is_kept_in_the_browser_while_the_place_is_open(house, open_page):
    page = open_page(PHONE)
    waiting_guest(page, house, "Kwame")
    assert storage_of(page) == HELP_ALONE
