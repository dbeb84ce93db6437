"""The pages in a real browser: narrow, by keyboard, without scripts, and at the desk."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.cast import DESK_WORDS
from tests.process.served import founded

pytestmark = [pytest.mark.browser, pytest.mark.slow]
FRONT = ["/", "/how-it-works", "/what-we-keep", "/help-now", "/coming-back", "/desk/sign-in"]
DESK = [
    "/desk/",
    "/desk/specialists",
    "/desk/new-specialists",
    "/desk/answers",
    "/desk/promise",
    "/desk/your-sign-in",
    "/desk/second",
    "/desk/second/app",
]
AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
NARROW = {"width": 320, "height": 640}
SEAT_DORA = f"""
import django
django.setup()
SEED = bytes(16)
from datetime import timedelta
from alongside.ground import clock
from alongside.people.actions import make_desk_user
from alongside.people.second import actions
from alongside.people.second.queries import secret_of
from alongside.people.second.rules import code_at, step_at
dora, then = make_desk_user("Dora", "{DESK_WORDS}"), clock.now() - timedelta(hours=1)
code = code_at(secret_of(SEED), step_at(then))
actions.add_app(dora, SEED, code, name="My app", is_first=True, now=then)
print(" ".join(actions.new_paper_codes(dora)))
"""


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """Riverside Peers in a process of its own, with Dora at the desk."""
    house = founded(tmp_path_factory.mktemp("riverside"))
    environment = house.environment(DJANGO_SETTINGS_MODULE="alongside.settings")
    seated = subprocess.run(
        [sys.executable, "-c", SEAT_DORA],
        env=environment,
        check=True,
        timeout=60,
        capture_output=True,
        text=True,
    )
    house.paper = seated.stdout.split()
    house.start()
    yield house
    house.stop()


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        yield browser
        browser.close()


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


def stands_out(page):
    """Give the tags that stand out to the right of a narrow screen."""
    return page.locator("body *").evaluate_all(
        "all => all.filter(it => it.getBoundingClientRect().right > innerWidth + 1"
        " && !it.closest('.unseen, .name')).map(it => it.outerHTML.slice(0, 90))"
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
    page.get_by_role("link", name="New specialists").first.click()
    page.get_by_label("A note for yourself").fill("Sam")
    page.get_by_role("button", name="Make a link").click()
    expect(page.get_by_role("status")).to_contain_text("/app/#join=")
    page.get_by_role("button", name="Take back the link: Sam").click()
    expect(page.get_by_text("No link is open right now.")).to_be_visible()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("link", name="Find someone to talk to")).to_be_visible()
    page.goto("/desk/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in at the desk")
