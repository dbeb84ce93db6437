"""A slow line, or one that breaks: words at once, help, a way out, and no riddle."""

import pytest
from playwright.sync_api import expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.screens import ComeIn

LATE = 9_000
SHIFTS = """() => new Promise((done) => {
    let moved = 0;
    new PerformanceObserver((list) => {
        for (const one of list.getEntries()) if (!one.hadRecentInput) moved += one.value;
    }).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => done(moved), 300);
})"""
FIRST = {
    "en-US": ("One moment ...", "Help now", "Leave this page", "Load the page again"),
    "es-US": ("Un momento ...", "Ayuda ya", "Salir de aquí", "Cargar la página otra vez"),
}


def held(page, pattern):
    """Let what is asked for never arrive."""
    page.route(pattern, lambda route: None)


@pytest.mark.parametrize("locale", FIRST)
def test_ada_reads_and_finds_help_before_anything_else_has_come(house, open_page, locale):
    page = open_page(DESK, locale=locale)
    held(page, "**/app/room.js")
    page.goto(f"{house.origin}/app/#come-back", wait_until="commit")
    title, help_now, leave, _ = FIRST[locale]

    expect(page.get_by_role("heading", name=title)).to_be_visible()
    expect(page.get_by_role("heading")).to_have_count(1)
    expect(page.get_by_role("link", name=leave)).to_be_visible()
    page.get_by_role("link", name=help_now).click()

    expect(page.get_by_role("link", name="988").first).to_be_visible()


@pytest.mark.parametrize("locale", FIRST)
def test_a_slow_line_is_said_in_plain_words(house, open_page, locale):
    page = open_page(PHONE, locale=locale)
    page.clock.install()
    held(page, "**/app/talk/front.js")
    page.goto(f"{house.origin}/app/", wait_until="commit")
    expect(page.get_by_role("heading", name=FIRST[locale][0])).to_be_visible()
    again = page.get_by_role("button", name=FIRST[locale][3])
    expect(again).to_have_count(0)

    page.clock.fast_forward(LATE)

    expect(again).to_be_visible()


def test_a_line_that_is_slow_later_says_so_too(house, open_page):
    page = open_page(PHONE)
    page.clock.install()
    held(page, "**/app/protocol/words/*.txt")
    page.goto(f"{house.origin}/app/#come-in", wait_until="commit")
    ComeIn(page).heading("A name and five words")

    page.clock.fast_forward(LATE)

    expect(page.get_by_role("button", name="Load the page again")).to_be_visible()
    expect(page.get_by_text("This takes longer than usual.")).to_be_visible()


@pytest.mark.parametrize("lost", ["room.js", "talk/room.js", "words/en/top.js"])
def test_a_page_that_came_in_part_says_so_and_loads_again_where_ada_was(house, open_page, lost):
    page = open_page(PHONE, may_refuse=True)
    page.route(f"**/app/{lost}", lambda route: route.abort())
    page.goto(f"{house.origin}/app/#come-back")
    expect(page.get_by_text("A part of this page did not load.")).to_be_visible()
    page.unroute_all()

    page.get_by_role("button", name="Load the page again").click()

    ComeIn(page).heading("Welcome back")


def test_a_lock_that_did_not_come_is_no_fault_of_the_browser(house, open_page):
    page = open_page(PHONE, may_refuse=True)
    page.context.route("**/app/crypto/worker.js", lambda route: route.abort())
    page.goto(f"{house.origin}/app/")
    ComeIn(page).heading("We cannot reach the page right now")
    page.context.unroute_all()

    page.get_by_role("button", name="Try again").click()

    ComeIn(page).heading("A name and five words")
    expect(page.locator(".words.given")).to_be_visible()


@pytest.mark.parametrize("size", [PHONE, DESK])
@pytest.mark.parametrize("door", ["come-in", "come-back"])
def test_nothing_moves_when_the_room_takes_over(house, open_page, size, door):
    page = open_page(size)
    page.goto(f"{house.origin}/app/#{door}", wait_until="networkidle")
    expect(page.locator("room-top .exit")).to_be_visible()

    assert page.evaluate(SHIFTS) == 0


def test_whoever_had_come_to_a_button_by_keyboard_stays_there(house, open_page):
    page = open_page(DESK)
    waiting = []
    page.route("**/app/room.js", lambda route: waiting.append(route))
    page.goto(f"{house.origin}/app/#come-back", wait_until="commit")
    page.get_by_role("link", name="Help now").focus()

    page.wait_for_timeout(100)
    for route in waiting:
        route.continue_()

    expect(page.get_by_role("button", name="Help now")).to_be_focused()


@pytest.mark.parametrize(("locale", "other"), [("en-US", "es"), ("es-US", "en")])
def test_a_first_visit_fetches_one_language_and_nothing_behind_the_door(
    house, open_page, locale, other
):
    page = open_page(PHONE, locale=locale)
    paths = []
    page.on("request", lambda asked: paths.append(asked.url.removeprefix(house.origin)))
    page.goto(f"{house.origin}/app/#come-back", wait_until="networkidle")

    assert len([path for path in paths if path.startswith("/app/words/")]) > 5
    strange = (f"/app/words/{other}", "/app/screens/inside.js", "/app/talk/inside.js")
    assert [path for path in paths if path.startswith(strange)] == []


def test_without_scripts_there_is_one_word_about_it_and_no_waiting(house, open_page):
    page = open_page(PHONE, java_script_enabled=False)
    page.goto(f"{house.origin}/app/")
    expect(page.get_by_role("heading", name="This part needs JavaScript")).to_be_visible()
    expect(page.get_by_text("One moment ...")).to_be_hidden()
