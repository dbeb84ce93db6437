"""The pages in a real browser: narrow, by keyboard, without scripts, and at the desk."""

import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.cast import DESK_WORDS
from tests.journeys.desk_bar import go_to
from tests.once import lay_demo
from tests.process.served import Served, free_port

pytestmark = [pytest.mark.browser, pytest.mark.slow]
FRONT = [
    "/",
    "/how-it-works",
    "/what-we-keep",
    "/help-now",
    "/help-now/offline",
    "/tips",
    "/coming-back",
    "/certificates",
    "/desk/sign-in",
]
DESK = [
    "/desk/",
    "/desk/specialists",
    "/desk/load",
    "/desk/matches",
    "/desk/matches/fairness",
    "/desk/report",
    "/desk/ripple",
    "/desk/circles",
    "/desk/circles/write",
    "/desk/concerns",
    "/desk/new-specialists",
    "/desk/answers",
    "/desk/promise",
    "/desk/promise/duties",
    "/desk/help-lines",
    "/desk/help-lines/new",
    "/desk/on-call",
    "/desk/credentials",
    "/desk/certificates",
    "/desk/house-rules",
    "/desk/notes",
    "/desk/your-sign-in",
    "/desk/second",
    "/desk/second/app",
]
AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
NARROW = {"width": 320, "height": 640}
MAKE_DEMO = f"""
import django
django.setup()
from alongside.people.actions import make_desk_user
from alongside.people.second.actions import new_paper_codes
print(" ".join(new_paper_codes(make_desk_user("Dora", "{DESK_WORDS}"))))
"""


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """Riverside Peers in a process of its own, with Dora at the desk."""
    house = Served(tmp_path_factory.mktemp("riverside"), free_port())
    lay_demo(house.data)
    environment = house.environment(DJANGO_SETTINGS_MODULE="alongside.settings")
    made = subprocess.run(
        [sys.executable, "-c", MAKE_DEMO],
        env=environment,
        check=True,
        timeout=120,
        capture_output=True,
        text=True,
    )
    house.paper = made.stdout.split()[-8:]
    house.start()
    yield house
    house.stop()


def window(chromium, served, *, scripts):
    """Open a narrow window; a page from it waits fifteen seconds at most."""
    context = chromium.new_context(
        viewport=NARROW,
        java_script_enabled=scripts,
        base_url=served.origin,
        # Colours are measured as they stay, not on their way.
        reduced_motion="reduce",
    )
    context.set_default_timeout(15_000)
    return context


@pytest.fixture
def visit(chromium, served):
    """Look at pages in a window that runs no script."""
    context = window(chromium, served, scripts=False)
    yield context.new_page()
    context.close()


@pytest.fixture
def inspect(chromium, served):
    """Look at pages in a window where axe can run."""
    context = window(chromium, served, scripts=True)
    yield context.new_page()
    context.close()


def sit_down(page, served):
    """Sign Dora in at the desk; each of her codes on paper works once."""
    page.goto("/desk/sign-in")
    page.get_by_label("Your name").fill("Dora")
    page.get_by_label("Your five words").fill(DESK_WORDS)
    page.get_by_role("button", name="Sign in").press("Enter")
    page.get_by_label("Your code").fill(served.paper.pop())
    page.get_by_label("Your code").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Who is waiting", timeout=15_000)
    # The words of a page come before its look: what is measured waits for both.
    page.wait_for_load_state()


@pytest.fixture
def at_every_page(visit, served):
    """Where the links of the bar lead, open or not."""
    sit_down(visit, served)
    links = visit.locator(".desk-bar a")
    return links.evaluate_all("all => all.map(it => it.getAttribute('href'))")


def stands_out(page):
    """Give the tags that stand out to the right of a narrow screen.

    A wide table may be moved sideways by keyboard and finger; its frame has to fit.
    """
    return page.locator("body *").evaluate_all(
        "all => all.filter(it => it.getBoundingClientRect().right > innerWidth + 1"
        " && !it.closest('.unseen, .name, .scroll[tabindex] > table'))"
        ".map(it => it.outerHTML.slice(0, 90))"
    )


def test_no_page_is_wider_than_a_small_phone(visit):
    for url in FRONT:
        answer = visit.goto(url)
        assert answer is not None
        assert answer.ok
        assert visit.locator(".help, .exit").first.evaluate("it => it.offsetHeight") >= 44, url
        assert stands_out(visit) == [], url


def test_no_page_of_the_desk_is_wider_than_a_small_phone(visit, served):
    sit_down(visit, served)
    for url in DESK:
        visit.goto(url)
        assert stands_out(visit) == [], url


def test_the_report_prints_with_every_table_whole_and_no_way_around_on_it(visit, served):
    sit_down(visit, served)
    visit.goto("/desk/report")
    assert visit.locator(".desk-bar nav").is_visible()
    # A sheet of A4, less its edges, at the size a browser prints.
    visit.set_viewport_size({"width": 794, "height": 1123})
    visit.emulate_media(media="print")
    for gone in (".top", ".desk-bar", ".foot", ".unprinted"):
        expect(visit.locator(gone).first).to_be_hidden()
    expect(visit.get_by_role("heading", level=1)).to_be_visible()
    tables = visit.locator(".doing table").all()
    assert len(tables) == visit.locator(".doing h2[id]").count() == 10
    for table in tables:
        expect(table.locator("thead th").first).to_be_visible()
        assert table.evaluate("it => it.getBoundingClientRect().right <= innerWidth")
    edge = visit.locator("body").evaluate("it => getComputedStyle(it).boxDecorationBreak")
    assert edge == "clone", "only the first sheet has an edge"
    visit.emulate_media(media="screen")


def barriers_on(page):
    """Give what axe finds that would keep someone out, in light and in dark."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        violations = page.evaluate("axe.run().then(result => result.violations)")
        found += [
            (scheme, one["id"], node["html"][:90])
            for one in violations
            for node in one["nodes"]
        ]
    return found


def test_no_page_keeps_anyone_out(inspect):
    for url in FRONT:
        inspect.goto(url)
        assert barriers_on(inspect) == [], url


def test_no_page_of_the_desk_keeps_anyone_out(inspect, served):
    sit_down(inspect, served)
    for url in DESK:
        inspect.goto(url)
        assert barriers_on(inspect) == [], url


def test_a_closed_door_keeps_nobody_from_reading_why(inspect, served):
    sit_down(inspect, served)
    inspect.get_by_role("button", name="Close the door").click()
    inspect.goto("/")
    assert barriers_on(inspect) == []
    inspect.goto("/desk/")
    inspect.get_by_role("button", name="Open the door").click()


def test_the_first_key_leads_past_the_bar_to_the_text(visit):
    visit.goto("/")
    visit.keyboard.press("Tab")
    expect(visit.get_by_role("link", name="Go to the text")).to_be_focused()
    visit.keyboard.press("Enter")
    visit.keyboard.press("Tab")
    expect(visit.get_by_role("link", name="Find someone to talk to")).to_be_focused()


def test_dora_works_at_the_desk_without_a_script(visit, served):
    page = visit
    sit_down(page, served)
    page.get_by_role("button", name="Close the door").click()
    expect(page.get_by_role("button", name="Open the door")).to_be_visible()
    page.goto("/")
    expect(page.get_by_text("We are full right now.")).to_be_visible()
    page.goto("/desk/")
    page.get_by_role("button", name="Open the door").click()
    go_to(page, "New specialists")
    page.get_by_label("A note for yourself").fill("Sam")
    page.get_by_role("button", name="Make a link").click()
    expect(page.get_by_role("status")).to_contain_text("/app/#join=")
    page.get_by_role("button", name="Take back the link: Sam").click()
    expect(page.get_by_text("No link is open right now.")).to_be_visible()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("link", name="Find someone to talk to")).to_be_visible()
    page.goto("/desk/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in at the desk")


def test_the_bar_of_the_desk_is_two_rows_on_a_phone_and_opens_by_keyboard_alone(visit, served):
    visit.set_viewport_size({"width": 390, "height": 844})
    sit_down(visit, served)
    bar = visit.locator(".desk-bar")
    closed = bar.bounding_box()["height"]
    assert closed <= 2 * 48 + 4
    expect(bar.get_by_role("link", name="Help lines")).to_be_hidden()
    safety = bar.locator("summary", has_text="Safety")
    safety.focus()
    visit.keyboard.press("Enter")
    expect(bar.get_by_role("link", name="Help lines")).to_be_visible()
    assert bar.bounding_box()["height"] == closed, "the page does not jump"
    below = bar.get_by_role("link", name="In danger").bounding_box()["y"]
    assert below >= bar.bounding_box()["y"] + closed, "no group lies over another's name"
    # One group at a time.
    bar.locator("summary", has_text="People").press("Enter")
    expect(bar.get_by_role("link", name="Help lines")).to_be_hidden()
    for _ in range(3):
        visit.keyboard.press("Tab")
    visit.keyboard.press("Enter")
    expect(visit.get_by_role("heading", level=1)).to_have_text("Specialists")
    here = bar.locator("summary.here")
    expect(here).to_have_text("People")


def test_every_page_of_the_bar_lies_in_it_once(at_every_page):
    """Each is reached by one press and one more."""
    assert len(at_every_page) == len(set(at_every_page)) == 15


def test_every_column_of_a_long_row_stands_on_a_wide_screen(inspect, served):
    inspect.set_viewport_size({"width": 1280, "height": 900})
    sit_down(inspect, served)
    for path in ("load", "relationships", "matches/fairness", "report"):
        inspect.goto(f"/desk/{path}")
        hidden = inspect.locator(".scroll").evaluate_all(
            "all => all.map(one => one.scrollWidth - one.clientWidth)"
        )
        # With nobody in it no list of those who walk together; the table of fairness is narrow.
        assert hidden or path in {"relationships", "matches/fairness"}, path
        assert not any(hidden), path
        assert inspect.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
