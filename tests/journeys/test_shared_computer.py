"""Attack 28: whoever sits down after her finds nothing, however she went."""

import json
import re
from itertools import cycle

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsers import PHONE
from tests.journeys.conftest import one_house
from tests.journeys.people import Guest, ask, come_in
from tests.journeys.screens import Screen, Waiting
from tests.journeys.test_locks_and_exits import neutral_pages_answer
from tests.journeys.test_own_device import make_it_own

house = pytest.fixture(scope="module")(one_house)
HELLO = "lavender lighthouse 48113"
CALLED = "Thimble Rowan"
# What a browser keeps for a page: databases with their rows, caches with their bodies.
EVERYTHING = """async () => {
    const rows = [];
    for (const { name } of await indexedDB.databases()) {
        const base = await new Promise((done, no) => {
            const asked = indexedDB.open(name);
            asked.onsuccess = () => done(asked.result);
            asked.onerror = no;
        });
        for (const store of base.objectStoreNames) {
            const asked = base.transaction(store).objectStore(store).getAll();
            await new Promise((done) => { asked.onsuccess = done; });
            rows.push(JSON.stringify(asked.result, (_, value) => ArrayBuffer.isView(value)
                ? String.fromCharCode(...new Uint8Array(value.buffer)) : value));
        }
        base.close();
    }
    for (const name of await caches.keys())
        for (const one of await (await caches.open(name)).matchAll())
            rows.push(await one.text());
    return JSON.stringify([rows, Object.entries(localStorage), Object.entries(sessionStorage),
        document.cookie, history.state, location.href, document.title]);
}"""
HIDE = """() => {
    const gone = {value: "hidden", configurable: true};
    Object.defineProperty(document, "visibilityState", gone);
    Object.defineProperty(document, "hidden", {...gone, value: true});
    document.dispatchEvent(new Event("visibilitychange"));
}"""
FIELDS = """() => [...document.querySelectorAll("input, textarea")].map(
    (one) => [one.value, one.autocomplete, one.defaultValue])"""


def idle(page: Page) -> Page:
    """She goes to fetch something and does not come back."""
    for _ in range(3):
        page.clock.fast_forward("01:01:00")
    return page


def hidden(page: Page) -> Page:
    """She looks at something else, longer than her place waits."""
    page.evaluate(HIDE)
    expect(page.get_by_text(HELLO)).to_be_hidden()
    return idle(page)


def lock(page: Page) -> Page:
    """She locks it."""
    Screen(page).press("Lock now")
    return page


def leave(page: Page) -> Page:
    """She leaves the page, and the next person goes back."""
    neutral_pages_answer(page)
    Waiting(page).leave()
    page.wait_for_url("https://**")
    page.goto(page.context.origin)
    return page


def press_shift(page: Page) -> Page:
    """Three times Shift, and the next person goes back."""
    neutral_pages_answer(page)
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url("https://**")
    page.evaluate("history.back()")
    page.wait_for_timeout(500)
    page.goto(page.context.origin)
    return page


def close(page: Page) -> Page:
    """She closes the tab; the next person opens the same address."""
    address = page.url
    fresh = page.context.new_page()
    page.close()
    fresh.goto(address)
    return fresh


def go_and_come_back(page: Page) -> Page:
    """She goes to another page; the next person presses Back."""
    page.goto(page.context.origin + "/help-now")
    page.go_back()
    return page


def reload(page: Page) -> Page:
    """The next person loads the page anew."""
    page.reload()
    return page


def _name_of(ending):
    return ending.__name__


# The others are walked with `make journeys`.
OTHERS = [hidden, lock, press_shift, go_and_come_back, reload]
ENDINGS = [
    idle,
    leave,
    close,
    *(pytest.param(one, marks=pytest.mark.on_foot) for one in OTHERS),
]


# Nobody has room for more than five new hellos.
WHOM = cycle(["Ruth", "Kwame", "Lena"])


def open_place(open_page, house) -> Guest:
    """Her place is open: her hello and her spare code are on the screen."""
    page = open_page(PHONE)
    page.context.origin = house.origin
    page.clock.install()
    guest = come_in(page, house)
    ask(guest, next(WHOM), HELLO, called=CALLED)
    expect(page.get_by_text(HELLO)).to_be_visible()
    return guest


@pytest.mark.parametrize("ending", ENDINGS, ids=_name_of)
def test_whoever_sits_down_after_her_finds_nothing(house, open_page, ending):
    guest = open_place(open_page, house)
    assert found_after(guest, ending) == []


@pytest.mark.on_foot
@pytest.mark.parametrize("ending", [idle, leave, close], ids=_name_of)
def test_on_a_device_of_her_own_too(house, open_page, ending):
    guest = open_place(open_page, house)
    make_it_own(guest.page)
    Screen(guest.page).press("Your people")
    guest.page.get_by_role("button", name=re.compile("^See your hello")).click()
    expect(guest.page.get_by_text(HELLO)).to_be_visible()
    assert found_after(guest, ending) == []


def found_after(guest, ending):
    """What of hers is on the page, in its fields, behind Back, or kept by the browser."""
    secrets = [HELLO, CALLED, guest.words, guest.code, guest.code.replace(" ", "")]
    page = ending(guest.page)
    page.wait_for_load_state()
    expect(page.get_by_text(HELLO)).to_have_count(0)
    shown = page.content() + json.dumps(page.evaluate(FIELDS))
    for step in (page.go_back, page.go_forward):
        step()
        page.wait_for_load_state()
        shown += page.content() + json.dumps(page.evaluate(FIELDS))
    page.goto(page.context.origin + "/help-now")
    kept = page.evaluate(EVERYTHING)
    assert len(kept) > 20
    return [secret for secret in secrets if secret in shown or secret in kept]
