"""A survivor's phone, looked through by somebody else after Ada has left the page."""

import re
import sqlite3
from contextlib import closing

import pytest
from playwright.sync_api import expect

from tests.attacks.sweep import hits_below, hits_in
from tests.journeys.browsers import ARGUMENTS, DESK, LOCALES, PHONE, chromium_path
from tests.journeys.capture import browser_storage
from tests.journeys.house import DemoHouse
from tests.journeys.people import Guest, ask, come_back
from tests.journeys.screens import ComeBack, ComeIn, Home, Talk, Waiting, Wishes
from tests.journeys.spoken import here, language, said

ELSEWHERE = re.compile(r"^https://")
HELLO = "teapot lantern hello 31857"
CALLED = "Quillmarigold"
LINE = "harbour thistle line 77210"
# What would tell somebody what this is. Not secret, and not to be met by chance.
TELLING = ["peer specialist", "peer support", "walking alongside", "Riverside Peers"]
TELLING += ["especialista de apoyo", "persona de apoyo"]
# The browser's own store of files: our program lies in it, as the page for others says.
PROGRAM_FILES = re.compile(r"^(name of |Default/(Cache|Code Cache|Service Worker)/)")
# The tips say that the list of pages cannot be hidden: these addresses stand in it.
# Which language a page speaks may stand in its address.
LANGUAGE = re.compile(r"\?lang=[a-z]{2}|^/es(?=/)")
ADDRESSES = {"/", "/help-now", "/tips", "/app/", "/app/#come-in", "/app/#come-back", "/leave"}
# The neutral page has three: its own, its address without network, and one while it comes.
NEUTRAL = {"Weather", "www.weather.gov", "Loading https://www.weather.gov/"}
TITLES = {"", "Notes", "Start · Notes", "Numbers · Notes", "Tips · Notes"} | NEUTRAL
TITLES |= {"Notas", "Inicio · Notas", "Números · Notas", "Consejos · Notas"}


pytestmark = pytest.mark.walked


@pytest.fixture(scope="module")
def looked(playwright, tmp_path_factory):
    """Ada's whole visit in a browser that keeps its folder; then it is closed and searched."""
    folder = tmp_path_factory.mktemp("looked")
    house = DemoHouse(folder / "house" / "data")
    house.start()
    try:
        context = opened(playwright, folder / "profile")
        seen = visit(playwright, context, house)
        context.close()
        again = opened(playwright, folder / "profile")
        seen |= look_again(again, house)
        again.close()
    finally:
        house.stop()
    return folder / "profile", seen, house


def opened(playwright, folder):
    context = playwright.chromium.launch_persistent_context(
        folder,
        executable_path=chromium_path(),
        args=ARGUMENTS,
        viewport=PHONE,
        locale=LOCALES[language()],
        permissions=["clipboard-read"],
    )
    context.route(ELSEWHERE, weather)
    return context


def weather(route):
    """The neutral page is on another machine; here it is a few letters."""
    page = "<title>Weather</title><h1>Weather</h1>"
    route.fulfill(body=page, content_type="text/html")


def visit(playwright, context, house):
    page = context.pages[0]
    titles = set()
    page.on("framenavigated", lambda _: titles.add(page.title()) if page.url else None)
    for path in ("/help-now", "/tips", "/"):
        page.goto(house.origin + path)
        titles.add(page.title())
    page.get_by_role("link", name=here("Find someone to talk to")).click()
    guest = come_in_here(page)
    ask(guest, "Ben", HELLO, called=CALLED)
    guest.code = Waiting(page).spare_code
    titles.add(page.title())
    paper = on_paper(page)
    Waiting(page).written_down()
    talk(playwright, page, house)
    titles.add(page.title())
    lock_and_open(page, guest)
    clipboard = page.evaluate("navigator.clipboard.readText()")
    notices = page.evaluate("Notification.permission")
    Talk(page).leave()
    page.wait_for_url(ELSEWHERE)
    back = walked_back(page)
    page.goto(house.origin)
    markers = markers_of(guest)
    return {
        "guest": guest,
        "markers": markers,
        "titles": titles | {page.title()},
        "paper": paper,
        "clipboard": clipboard,
        "notices": notices,
        "back": back,
        "stored": browser_storage(page),
        "workers": page.evaluate(
            "async () => (await navigator.serviceWorker.getRegistrations()).length"
        ),
        "shelves": page.evaluate("caches.keys()"),
    }


def come_in_here(page):
    screen = ComeIn(page)
    screen.heading("A name and five words")
    guest = Guest(page, screen.username, screen.words)
    screen.go_on()
    Wishes(page).there()
    return guest


def talk(playwright, page, house):
    browser = playwright.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
    ben = browser.new_context(viewport=DESK, locale=LOCALES[language()]).new_page()
    come_back(ben, house, "Ben")
    home = Home(ben)
    home.read_hello(CALLED)
    home.accept(CALLED)
    with_ben = Talk(page)
    with_ben.there("Ben")
    with_ben.say(LINE)
    with_ben.all_sent()
    browser.close()


def lock_and_open(page, guest):
    """She types her words by hand, hidden, as on a bus."""
    Talk(page).press("More")
    Talk(page).press("Lock now")
    field = page.get_by_label(said("return.words"))
    page.get_by_role("button", name=here("Hide the words")).click()
    expect(field).to_have_css("-webkit-text-security", "disc")
    field.press_sequentially(guest.words)
    page.keyboard.press("Enter")
    page.get_by_role("button", name=here("Lock now")).wait_for(timeout=60_000)
    page.evaluate("history.back()")
    Talk(page).there("Ben")


def walked_back(page):
    """Back from the neutral page leads to the neutral page again, never into the room."""
    with page.expect_request(ELSEWHERE):
        page.evaluate("history.back()")
    page.wait_for_timeout(500)
    return page.evaluate("document.body?.innerText ?? ''")


def on_paper(page):
    page.emulate_media(media="print")
    text = page.evaluate("document.body.innerText")
    page.emulate_media(media="screen")
    return " ".join(text.split())


def markers_of(guest):
    return [
        HELLO,
        CALLED,
        LINE,
        guest.username,
        guest.words,
        guest.words.replace(" ", "-"),
        guest.code,
        guest.code.replace(" ", ""),
    ]


def look_again(context, house):
    """Somebody opens the browser another day: does it fill in anything?"""
    page = context.pages[0]
    ComeBack(page).open(house.origin)
    name, words = (
        page.get_by_label(here("Your name here")),
        page.get_by_label(said("return.words")),
    )
    for field in (name, words.first):
        field.click()
        page.keyboard.press("ArrowDown")
    return {"filled": [name.input_value(), words.first.input_value()]}


def rows(path, question):
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as book:
        return book.execute(question).fetchall()


def test_nothing_of_her_is_anywhere_in_the_browsers_folder(looked, figure):
    profile, seen, _ = looked
    found, files = hits_below(profile, seen["markers"])
    found += hits_in(seen["stored"], seen["markers"], place="storage")
    figure(looked_through_files=files, looked_through_hits=len(found))
    assert files > 50
    assert found == []


def test_what_this_is_stands_only_among_the_files_of_the_program(looked):
    profile, seen, _ = looked
    found, _ = hits_below(profile, TELLING)
    assert [hit for hit in found if not PROGRAM_FILES.match(hit.place)] == []
    assert "Riverside Peers" not in {hit.marker for hit in found}
    assert hits_in(seen["stored"], TELLING, place="storage") == []


def test_the_list_of_pages_holds_addresses_and_no_telling_word(looked):
    profile, _, house = looked
    listed = rows(profile / "Default" / "History", "SELECT url, title FROM urls")
    ours = {url.removeprefix(house.origin) for url, _ in listed if house.origin in url}
    assert "/app/" in ours, "the search has to see the list"
    assert {LANGUAGE.sub("", url) for url in ours} <= ADDRESSES
    assert {title for _, title in listed} <= TITLES


def test_no_window_ever_said_what_this_is(looked):
    """On a slow line the browser itself says for a moment which neutral page it is going to."""
    _, seen, _ = looked
    on_the_way = {
        title for title in seen["titles"] if title.startswith("Loading https://www.weather.gov")
    }
    assert seen["titles"] - on_the_way <= TITLES


def test_no_sign_in_and_no_form_was_kept(looked):
    profile, seen, _ = looked
    logins = profile / "Default" / "Login Data"
    assert not logins.exists() or rows(logins, "SELECT * FROM logins") == []
    assert rows(profile / "Default" / "Web Data", "SELECT name, value FROM autofill") == []
    assert seen["filled"] == ["", ""]


def test_leaving_took_the_help_page_and_all_storage_away(looked):
    _, seen, _ = looked
    assert seen["shelves"] == []
    assert seen["workers"] == 0


def test_back_shows_nothing_of_the_room(looked):
    _, seen, _ = looked
    for telling in ("Alongside", "Ben", HELLO, LINE, "five words", "cinco palabras"):
        assert telling not in seen["back"]


def test_paper_says_only_the_made_up_name_and_the_code(looked):
    _, seen, _ = looked
    guest = seen["guest"]
    assert seen["paper"] == f"{guest.username} {guest.code}"


def test_nothing_was_copied_or_announced_by_itself(looked):
    _, seen, _ = looked
    assert seen["clipboard"] == ""
    assert seen["notices"] != "granted"
