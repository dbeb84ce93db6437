"""A short note: what stands on the screen of a phone, and the calendar that tells only when."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.browsers import PHONE
from tests.journeys.people import come_in
from tests.journeys.screens import ComeIn

SHOWN = """async () => {
    const here = await navigator.serviceWorker.getRegistration("/");
    return (await here.getNotifications()).map(({title, body, tag}) => [title, body, tag]);
}"""
CHOSEN = """async () => {
    const words = {title: "Greenhouse", new: "Tomatoes", near: "Tomatoes"};
    const shelf = await caches.open("note");
    await shelf.put("/app/own-note", new Response(JSON.stringify(words)));
}"""


class Pushed:
    """The push service of this browser: it hands over what came, as a real one would."""

    def __init__(self, page, origin):
        self.page, self.origin, self.ids = page, origin, []
        page.context.grant_permissions(["notifications"], origin=origin)
        self.line = page.context.new_cdp_session(page)
        self.line.on("ServiceWorker.workerRegistrationUpdated", self._learn)
        self.line.send("ServiceWorker.enable")

    def _learn(self, told):
        found = told["registrations"]
        self.ids += [one["registrationId"] for one in found if not one["isDeleted"]]

    def hand_over(self, first):
        """Deliver a note whose first byte is this one."""
        self.page.wait_for_function("() => navigator.serviceWorker.ready.then(() => true)")
        assert self.ids
        self.line.send(
            "ServiceWorker.deliverPushMessage",
            {
                "origin": self.origin,
                "registrationId": self.ids[-1],
                "data": chr(first) + "\0" * 31,
            },
        )

    def shows(self, *wanted):
        """Wait until exactly these notes stand on the screen."""
        self.page.wait_for_function(
            f"async (wanted) => JSON.stringify(await ({SHOWN})()) === wanted",
            arg=str([list(one) for one in wanted]).replace("'", '"').replace(", ", ","),
        )


@pytest.fixture
def phone(house, open_page):
    """Somebody's phone, on which the room was opened once."""
    page = open_page(PHONE)
    pushed = Pushed(page, house.origin)
    ComeIn(page).open(house.origin)
    page.evaluate("async () => { await navigator.serviceWorker.ready; }")
    return pushed


def test_a_phone_shows_one_neutral_note_however_many_come(phone):
    for first, words in ((1, "You have something new"), (2, "A time you kept free is near")):
        phone.hand_over(first)
        phone.shows(("Short note", words, "note"))


def test_a_note_says_what_its_owner_chose_and_nothing_that_came_by_push(phone):
    phone.page.evaluate(CHOSEN)

    phone.hand_over(7)

    phone.shows(("Greenhouse", "Tomatoes", "note"))


def test_ada_gives_her_calendar_an_address_and_ends_it(house, open_page, picture):
    ada = open_page(PHONE)
    come_in(ada, house)
    ada.get_by_role("button", name="Your place", exact=True).first.click()
    ada.get_by_role("button", name="Short notes").click()
    expect(ada.get_by_role("heading", level=1, name="Short notes")).to_be_visible()
    ada.get_by_role("button", name="Make an address").click()
    shown = ada.get_by_text(re.compile(r"/notices/calendar/[\w-]{43}\.ics$"))
    expect(shown).to_be_visible()
    picture(ada, "31-short-notes")
    url = shown.inner_text().strip()

    answer = ada.request.get(url)
    assert answer.headers["content-type"].startswith("text/calendar")
    assert answer.text().startswith("BEGIN:VCALENDAR")

    ada.get_by_role("button", name="End the address").click()
    expect(ada.get_by_role("button", name="Make an address")).to_be_visible()
    assert ada.request.get(url).status == 404
