"""Without network there is one page: who to call. Nothing else is kept for it."""

import pytest
from playwright.sync_api import expect

from tests.journeys.browsers import PHONE
from tests.journeys.screens import ComeIn

SHELF = """async () => {
    const shelf = await caches.open("page");
    return (await shelf.keys()).map((one) => new URL(one.url).pathname).sort();
}"""
KEPT = ["/app/look/look.css", *["/help-now/offline"] * 2, "/static/web/front.css"]


@pytest.fixture
def kept(house, open_page):
    """Someone who opened the room once; the page with help lines is kept."""
    page = open_page(PHONE)
    ComeIn(page).open(house.origin)
    page.wait_for_function(f"async () => (await ({SHELF})()).length === 4")
    page.evaluate("async () => { await navigator.serviceWorker.ready; }")
    return page


@pytest.fixture
def away(kept):
    """The same person, without network."""
    kept.context.set_offline(True)
    return kept


@pytest.mark.parametrize("path", ["/help-now", "/app/"])
def test_help_lines_are_there_without_network(house, away, path):
    away.goto(house.origin + path)
    expect(away.get_by_role("heading", name="You are offline right now")).to_be_visible()
    expect(away.get_by_role("link", name="Call 988")).to_have_attribute("href", "tel:988")
    assert away.title() == "Notes"
    assert "Alongside" not in away.locator("body").inner_text()
    assert "Riverside" not in away.locator("body").inner_text()
    button = away.get_by_role("link", name="Call 988")
    expect(button).to_have_css("background-color", "rgb(26, 83, 75)")


def test_no_other_page_is_kept(house, away):
    assert away.evaluate(SHELF) == KEPT
    for path in ("/", "/what-we-keep", "/coming-back"):
        with pytest.raises(Exception, match="ERR_INTERNET_DISCONNECTED"):
            away.goto(house.origin + path)


def test_the_way_out_leads_away_even_without_network(house, away):
    away.goto(f"{house.origin}/help-now")
    away.locator("header .exit").click()
    away.wait_for_url("chrome-error://chromewebdata/")
    expect(away.get_by_text("Call 988")).to_have_count(0)


def test_the_room_opens_again_when_the_network_is_back(house, away):
    away.goto(f"{house.origin}/app/")
    away.context.set_offline(False)
    away.get_by_role("link", name="Try again").click()
    ComeIn(away).heading("A name and five words")


OLD = """async () => (await caches.open("page")).put("/help-now/offline",
    new Response("<h1>An old number</h1>", { headers: { "content-type": "text/html" } }))"""
IS_NEW = """async () => !(await (await caches.match("/help-now/offline")).text())
    .includes("An old number")"""


def test_new_help_lines_take_the_place_of_old_ones(house, kept):
    kept.evaluate(OLD)
    kept.goto(f"{house.origin}/help-now")
    kept.wait_for_function(IS_NEW)
    kept.context.set_offline(True)
    kept.goto(f"{house.origin}/help-now")
    expect(kept.get_by_role("link", name="Call 988")).to_be_visible()


AGED = """async (days) => {
    const page = await (await caches.match("/help-now/offline")).text();
    const last = String(Math.floor(Date.now() / 86400000) - days);
    const headers = { "content-type": "text/html", "x-last-day": last };
    await (await caches.open("page")).put("/help-now/offline", new Response(page, { headers }));
}"""


@pytest.mark.parametrize("path", ["/help-now", "/app/", "/help-now/offline"])
def test_numbers_nobody_looked_at_for_half_a_year_are_not_shown_by_a_device_either(
    house, away, path
):
    away.evaluate(AGED, 0)
    away.goto(house.origin + path)
    expect(away.get_by_role("link", name="Call 988")).to_be_visible()
    expect(away.get_by_text("last checked too long ago")).to_have_count(0)

    away.evaluate(AGED, 1)
    away.goto(house.origin + path)

    expect(away.get_by_text("last checked too long ago")).to_be_visible()
    expect(away.get_by_role("link", name="Call 911")).to_have_attribute("href", "tel:911")
    expect(away.locator("a[href='https://findahelpline.com/']")).to_be_visible()
    expect(away.get_by_text("988")).to_have_count(0)


def test_no_script_but_ours_can_keep_watch_over_the_house(house, open_page):
    page = open_page(PHONE, may_refuse=True)
    ComeIn(page).open(house.origin)
    refused = page.evaluate(
        """async () => {
            try { await navigator.serviceWorker.register("/app/room.js", { scope: "/" }); }
            catch (error) { return error.name; }
            return "taken";
        }"""
    )
    assert refused == "TypeError"
