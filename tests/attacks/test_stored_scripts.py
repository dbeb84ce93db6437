"""Attack 30: whatever a person or a coordinator writes is words, on every screen and page."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from tests.journeys.house import DemoHouse
from tests.journeys.people import ask, come_back, come_in
from tests.journeys.screens import ComeIn, Home, Screen, Talk, Waiting

# What scripts hide in: tags, attributes, addresses, templates, other alphabets of the same.
CORPUS = (
    "<script>window.ran=1</script>",
    "<img src=x onerror=window.ran=1>",
    '"><svg onload=window.ran=1>',
    "'-window.ran=1-'",
    "</textarea><script>ran=1</script>",
    "<iframe srcdoc='<script>top.ran=1</script>'>",
    "javascript:window.ran=1",
    "<a href=javascript:window.ran=1>x</a>",
    "{{7*7}}${window.ran=1}{% debug %}",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=ran=1>",
    "&lt;script&gt;ran=1&lt;/script&gt;",
    "<b>bold</b>\u2028\u202e<u>",
    "<!--<img src='--><img src=x onerror=ran=1>",
    "<template><script>ran=1</script></template><body onload=ran=1>",
)
SHORT = "<img src=x onerror=ran=1>"
# Another address than one of https is refused when it is written (tests/programme).
ADDRESS = "https://spy.example/{{7*7}}javascript:ran=1"
HOSTILE = "\"><svg/onload=ran=1>'{{7*7}}<b>"
WRITE = """
import json, sys
from alongside.cli.door import open_house
open_house()
from alongside.programme.models import Programme
here = Programme.objects.get()
for name, value in json.loads(sys.argv[1]).items():
    setattr(here, name, value)
here.save()
"""
PAGES = (
    "/",
    "/how-it-works",
    "/what-we-keep",
    "/help-now",
    "/help-now/offline",
    "/tips",
    "/es/",
)
# What our own pages and screens never hold.
SMUGGLED = (
    "script:not([src]), [onerror], [onload], iframe, object, embed, b, u, svg[onload], math,"
    " a[href^='javascript:'], base, template script"
)


@pytest.fixture(scope="module")
def house(assembled, tmp_path_factory):
    """A programme whose coordinator wrote scripts wherever anything can be written."""
    house = DemoHouse(tmp_path_factory.mktemp("scripts") / "data")
    house.start()
    line = {
        "name": HOSTILE,
        "who": CORPUS[0],
        "how": [{"kind": "call", "value": SHORT}, {"kind": "chat", "value": ADDRESS}],
        "hours": CORPUS[1],
        "what_happens": " ".join(CORPUS),
        "verified": datetime.now(UTC).date().isoformat(),
        "here": True,
    }
    fields = {
        "name": HOSTILE,
        "contact_name": HOSTILE,
        "contact_phone": SHORT,
        "independent_name": HOSTILE,
        "independent_phone": SHORT,
        "leave_url": CORPUS[6],
        "reviewed_by": HOSTILE,
        "help_lines": [line],
    }
    subprocess.run(
        [sys.executable, "-c", WRITE, json.dumps(fields)],
        env={**os.environ, **house._environment()},
        check=True,
        timeout=240,
    )
    yield house
    house.stop()


def is_clean(page) -> None:
    """Nothing ran, and nothing stands there that is not ours."""
    assert page.evaluate("window.ran") is None
    assert page.locator(SMUGGLED).evaluate_all("all => all.map(one => one.outerHTML)") == []


def test_pages_show_what_a_coordinator_wrote_as_words(house, open_page):
    page = open_page()
    for path in PAGES:
        page.goto(f"{house.origin}{path}")
        is_clean(page)
    page.goto(f"{house.origin}/help-now")
    expect(page.get_by_text(CORPUS[0]).first).to_be_visible()
    expect(page.get_by_text(HOSTILE).first).to_be_visible()


def test_the_room_shows_what_a_coordinator_wrote_as_words(house, open_page):
    page = open_page()
    ComeIn(page).open(house.origin)
    is_clean(page)
    Screen(page).press("Help now")
    expect(page.get_by_text(CORPUS[0]).first).to_be_visible()
    is_clean(page)


def test_what_people_write_to_each_other_and_for_themselves_is_words(house, open_page):
    ada, ben = open_page(), open_page()
    guest = come_in(ada, house)
    ask(guest, "Ben", "\n".join(CORPUS), called=SHORT)
    is_clean(ada)
    Waiting(ada).written_down()
    come_back(ben, house, "Ben")
    home = Home(ben)
    home.read_hello(SHORT)
    expect(ben.get_by_text(CORPUS[1]).first).to_be_visible()
    is_clean(ben)
    home.accept(SHORT)
    talk = Talk(ada)
    talk.there("Ben")
    for line in CORPUS:
        talk.say(line)
    is_clean(ada)
    for line in CORPUS:
        Talk(ben).has(line)
    is_clean(ben)


@pytest.mark.proof
def test_a_specialists_profile_full_of_scripts_is_words(house, open_page):
    marisol, ada = open_page(), open_page()
    come_back(marisol, house, "Marisol")
    screen = Screen(marisol)
    screen.press("Change what people see")
    for field in ("line", "about", "waiting"):
        marisol.locator(f"#{field}").fill(" ".join(CORPUS)[:130])
    screen.press("Save")
    expect(marisol.get_by_role("status").first).to_be_visible()
    is_clean(marisol)
    guest = come_in(ada, house)
    Screen(guest.page).press("Show me anyone")
    ada.locator("li.person").first.wait_for()
    for _ in range(20):
        if "Marisol" in ada.locator("li.person h2").all_inner_texts():
            break
        Screen(ada).press("Look again")
    expect(ada.get_by_text(CORPUS[0]).first).to_be_visible()
    is_clean(ada)
    Screen(ada).press("More about Marisol")
    is_clean(ada)
