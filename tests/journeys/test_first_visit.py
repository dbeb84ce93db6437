"""A first visit on a slow line: what comes over it, and that nothing comes twice."""

from playwright.sync_api import expect

from tests.journeys.browsers import PHONE
from tests.journeys.screens import ComeIn

FRONT = 60_000
# The rules of circles come with what reads any line. A page of help without old numbers is kept
# from the first visit on: a device that never comes again may open it after half a year.
ROOM = 409_000
DOOR_FILES = 86
BEHIND_THE_DOOR = (
    "/app/crypto/worker.js",
    "/app/crypto/sodium.js",
    "/app/vendor/libsodium",
    "/app/protocol/",
    "/app/screens/inside.js",
    "/app/talk/inside.js",
)
# What a browser opens for a calendar or a zone takes a cheap phone half a second.
CALENDARS = """() => {
    globalThis.calendars = 0;
    Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
        apply: (made, self, how) => { calendars += 1; return Reflect.apply(made, self, how); },
        construct: (made, how) => { calendars += 1; return Reflect.construct(made, how); },
    });
}"""


def weighed(page):
    """Note the length of every answer, those to workers too, as the server says it."""
    sizes = {}

    def note(answer):
        length = answer.headers.get("content-length")
        assert length is not None or answer.status == 304, answer.url
        sizes[answer.url] = sizes.get(answer.url, 0) + int(length or 0)

    page.context.on("response", note)
    return sizes


def test_the_front_page_is_light(house, open_page, figure):
    page = open_page(PHONE)
    sizes = weighed(page)
    page.goto(house.origin, wait_until="networkidle")
    figure(front_page_bytes=sum(sizes.values()))
    assert sizes
    assert sum(sizes.values()) < FRONT


def test_the_room_is_light_with_everything_it_seals_with(house, open_page, figure):
    page = open_page(PHONE)
    sizes = weighed(page)
    ComeIn(page).open(house.origin)
    page.wait_for_load_state("networkidle")
    figure(room_bytes=sum(sizes.values()), room_files=len(sizes))
    assert any(url.endswith("libsodium-sumo.mjs") for url in sizes)
    assert sum(sizes.values()) < ROOM


def test_the_door_comes_first_and_what_opens_it_takes_nothing_from_it(house, open_page):
    page = open_page(PHONE)
    asked, waiting = [], []
    page.context.on("request", lambda one: asked.append(one.url.removeprefix(house.origin)))
    page.route("**/config.json", lambda route: waiting.append(route))
    with page.expect_request("**/config.json"):
        page.goto(f"{house.origin}/app/#come-back")
    page.wait_for_timeout(500)
    before = [path for path in asked if path.startswith("/app/") and path not in ("/app/",)]
    help_now = page.get_by_role("link", name="Help now")
    expect(help_now).to_be_visible()
    expect(page.locator("room-shell > :not(.first)")).to_have_count(0)

    for route in waiting:
        route.continue_()
    ComeIn(page).heading("Welcome back")
    page.wait_for_load_state("networkidle")

    assert [path for path in before if path.startswith(BEHIND_THE_DOOR)] == []
    assert len(before) < DOOR_FILES
    assert any(path.endswith("libsodium-sumo.mjs") for path in asked)


def test_nothing_costly_is_done_before_somebody_asks_for_it(house, open_page):
    page = open_page(PHONE)
    page.add_init_script(f"({CALENDARS})()")
    page.goto(f"{house.origin}/app/#come-back", wait_until="networkidle")
    ComeIn(page).heading("Welcome back")
    expect(page.locator("room-help dialog > *")).to_have_count(0)
    assert page.evaluate("calendars") == 0

    page.get_by_role("button", name="Help now").click()

    expect(page.get_by_role("link", name="988").first).to_be_visible()
    expect(page.get_by_role("heading", name="Help now")).to_be_focused()
    assert page.evaluate("calendars") > 0
