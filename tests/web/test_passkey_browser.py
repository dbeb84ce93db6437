"""Dora and her passkey in a real Chromium with its own virtual key, and the way without one."""

import re
import subprocess
import sys

import pytest
from playwright.sync_api import expect

from tests.cast import DESK_WORDS, code_now
from tests.process.served import founded
from tests.web.test_browser import barriers_on, stands_out

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.proof]
SEAT = """
import django
django.setup()
from alongside.people.actions import make_desk_user
for name in ("Dora", "Gale", "Hana"):
    make_desk_user(name, "%s")
"""


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """Riverside Peers in a process of its own; nobody at the desk has a second step yet."""
    house = founded(tmp_path_factory.mktemp("riverside"))
    environment = house.environment(DJANGO_SETTINGS_MODULE="alongside.settings")
    subprocess.run(
        [sys.executable, "-c", SEAT % DESK_WORDS], env=environment, check=True, timeout=240
    )
    house.start()
    yield house
    house.stop()


@pytest.fixture
def open_desk(chromium, served):
    """Open a narrow window on the desk at its named address."""
    opened = []

    def window(*, scripts=True, host="localhost"):
        context = chromium.new_context(
            viewport={"width": 320, "height": 640},
            java_script_enabled=scripts,
            base_url=f"http://{host}:{served.port}",
            reduced_motion="reduce",
        )
        context.set_default_timeout(15_000)
        opened.append(context)
        return context.new_page()

    yield window
    for context in opened:
        context.close()


def with_key(page):
    """Plug a virtual key into this browser window; give what speaks with it and its number."""
    speaking = page.context.new_cdp_session(page)
    speaking.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    answer = speaking.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return speaking, answer["authenticatorId"]


def say_words(page, name):
    page.goto("/desk/sign-in")
    page.get_by_label("Your name").fill(name)
    page.get_by_label("Your five words").fill(DESK_WORDS)
    page.get_by_label("Your five words").press("Enter")


def heading(page, text):
    expect(page.get_by_role("heading", level=1)).to_have_text(text, timeout=15_000)


def press(page, name):
    """Reach something with the keyboard alone and press it."""
    for _ in range(40):
        page.keyboard.press("Tab")
        here = page.evaluate("document.activeElement.textContent.trim()")
        if here == name:
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"the keyboard does not reach {name}")


def test_dora_makes_a_passkey_comes_in_with_it_and_removes_it(open_desk):
    page = open_desk()
    faults = []
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    speaking, number = with_key(page)
    say_words(page, "Dora")
    heading(page, "Set up a second step")
    press(page, "Use a passkey")
    heading(page, "A passkey")
    assert barriers_on(page) == []
    assert stands_out(page) == []
    press(page, "Make a passkey")
    heading(page, "Codes on paper")
    assert page.locator(".paper-codes li").count() == 8
    made = speaking.send("WebAuthn.getCredentials", {"authenticatorId": number})
    assert [one["rpId"] for one in made["credentials"]] == ["localhost"]
    page.get_by_role("link", name="I have them. Go to the desk").click()
    page.get_by_role("button", name="Sign out").click()

    say_words(page, "Dora")
    heading(page, "The second step")
    assert barriers_on(page) == []
    press(page, "Use my passkey")
    heading(page, "Who is waiting")

    page.goto("/desk/second/passkey")
    page.get_by_role("button", name="Make a passkey").click()
    expect(page.get_by_role("alert").filter(visible=True)).to_contain_text(
        "on your list already"
    )
    add_app(page)
    page.get_by_role("button", name="Remove: My passkey").click()
    expect(page.get_by_role("status")).to_contain_text("It is gone.")
    assert barriers_on(page) == []
    assert faults == []


def add_app(page):
    page.goto("/desk/second/app")
    page.get_by_label("The six digits").fill(code_now(secret_on(page)))
    page.get_by_role("button", name="Keep this app").click()
    expect(page.get_by_role("status")).to_contain_text("It is on your list now.")


def secret_on(page):
    import base64

    return base64.b32decode(page.locator(".secret").inner_text().replace(" ", ""))


def test_a_key_that_says_no_is_told_in_words_and_a_code_still_works(open_desk):
    page = open_desk()
    speaking, number = with_key(page)
    say_words(page, "Hana")
    page.get_by_role("link", name="Use a passkey").click()
    page.get_by_role("button", name="Make a passkey").click()
    paper = page.locator(".paper-codes li").first.inner_text()
    page.context.clear_cookies()
    speaking.send("WebAuthn.removeVirtualAuthenticator", {"authenticatorId": number})
    speaking, number = with_key(page)

    say_words(page, "Hana")
    page.get_by_role("button", name="Use my passkey").click()
    expect(page.get_by_role("alert").filter(visible=True)).to_contain_text(
        re.compile("Your browser (stopped|cannot)")
    )
    page.get_by_label("Your code").fill(paper)
    page.get_by_role("button", name="Go on with this code").click()
    heading(page, "Who is waiting")


def test_gale_comes_in_with_codes_where_no_script_runs(open_desk):
    page = open_desk(scripts=False, host="127.0.0.1")
    say_words(page, "Gale")
    heading(page, "Set up a second step")
    expect(page.get_by_text("A passkey does not work at this web address.")).to_be_visible()
    page.get_by_role("link", name="Use an app").click()
    secret = secret_on(page)
    assert stands_out(page) == []
    page.get_by_label("The six digits").fill(code_now(secret))
    page.get_by_role("button", name="Keep this app").click()
    paper = page.locator(".paper-codes li").first.inner_text()
    assert stands_out(page) == []
    page.emulate_media(media="print")
    expect(page.locator(".paper-codes li").last).to_be_visible()
    for unprinted in (".noprint", ".top .help", ".top .exit"):
        expect(page.locator(unprinted).first).to_be_hidden()
    page.emulate_media(media="screen")
    page.get_by_role("link", name="I have them. Go to the desk").click()
    page.get_by_role("button", name="Sign out").click()

    say_words(page, "Gale")
    page.get_by_label("Your code").fill(paper)
    page.get_by_role("button", name="Go on with this code").click()
    heading(page, "Who is waiting")
