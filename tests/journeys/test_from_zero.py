"""From an empty folder to the first answered hello: set up, serve, mend, open, talk."""

import json
import re
from types import SimpleNamespace

import pytest
from playwright.sync_api import expect

from tests.cast import code_now
from tests.journeys.browsers import DESK, PHONE, PROJECT
from tests.journeys.desk_bar import go_to
from tests.journeys.people import come_in
from tests.journeys.screens import Hello, Home, People, Talk, Waiting, Wishes
from tests.journeys.spoken import here, language, said
from tests.journeys.test_specialist_joins import a_link, back_again, bring_in, join
from tests.journeys.test_specialist_joins import endorse_offline as endorse
from tests.process.served import Served, free_port
from tests.web.test_passkey_browser import secret_on

EXAMPLE = PROJECT / "deploy" / "programme.json"


@pytest.fixture
def begun(tmp_path):
    """A programme that was set up a minute ago: its house, and its folder without a network."""
    offline = tmp_path / "offline"
    offline.mkdir()
    answers = json.loads(EXAMPLE.read_text()) | {
        "lang": language(),
        "reviewed_by": "Lena Berg",
        "contact_name": "Dora Lindqvist",
        "independent_name": "Open Door Advocates",
        "roster_file": str(offline / "roster-key.json"),
        "env_file": str(tmp_path / "alongside.env"),
    }
    file = tmp_path / "programme.json"
    file.write_text(json.dumps(answers))
    house = Served(tmp_path / "data", free_port())
    done = house.run("setup", "--answers", str(file))
    assert done.returncode == 0, done.stderr
    words = re.search(r"^\s+(\w+(?: \w+){4})$", done.stdout, re.MULTILINE)[1]
    house.start()
    yield SimpleNamespace(house=house, offline=SimpleNamespace(data=offline), words=words)
    house.stop()


@pytest.mark.on_foot
@pytest.mark.walked
def test_a_coordinator_comes_from_nothing_to_the_first_answered_hello(
    begun, open_page, picture, tmp_path
):
    house = begun.house
    dora, gale, ada = open_page(DESK), open_page(DESK), open_page(PHONE)
    sit_down(dora, house, begun.words)
    expect(missing(dora)).to_have_count(2)
    picture(dora, "60-desk-what-is-missing")
    dora.get_by_role("button", name=here("Open the door")).click()
    expect(dora.get_by_role("alert")).to_contain_text(said("desk.missing.stays", whole=False))
    picture(dora, "61-desk-the-door-stays-shut")
    ada.goto(house.origin)
    expect(ada.get_by_role("link", name=here("Find someone to talk to"))).to_have_count(0)

    help_lines_are_checked(dora, picture)
    a_specialist_joins(dora, gale, begun, tmp_path, picture)
    desk_home(dora)
    expect(missing(dora)).to_have_count(0)
    dora.get_by_role("button", name=here("Open the door")).click()
    expect(dora.get_by_role("button", name=here("Close the door"))).to_be_visible()

    ask_the_only_one(come_in(ada, house).page)
    gale.reload()
    back_again(gale, house)
    home = Home(gale)
    home.read_hello("River")
    home.accept("River")
    Talk(gale).there("River")
    Talk(ada).there("Gale")
    Talk(gale).say("I am glad that you wrote.")
    Talk(ada).has("I am glad that you wrote.")


def test_a_changed_setting_is_shown_before_it_is_made(begun, open_page, picture):
    dora = open_page(DESK)
    sit_down(dora, begun.house, begun.words)
    go_to(dora, "Our promise")
    picture(dora, "64-desk-promise")
    dora.get_by_role("link", name="Change this: What must be passed on").click()
    dora.get_by_label("A court says that it must be passed on.").uncheck()
    dora.get_by_label("Who read this list and found it right").fill("Lena Berg")
    dora.get_by_label("On which day").fill("2026-11-20")
    picture(dora, "65-desk-change")
    dora.get_by_role("button", name="See what it would change").click()
    expect(dora.get_by_text("Goes away:")).to_have_count(1)
    picture(dora, "66-desk-look")
    dora.get_by_role("button", name="Yes, change it").press("Enter")
    expect(dora.get_by_role("status")).to_have_text("It is changed.")
    expect(dora.get_by_text("3 things must be passed on.")).to_be_visible()


def sit_down(page, house, words):
    page.goto(f"{house.origin}/desk/")
    page.get_by_label(here("Your name")).fill("Dora")
    page.get_by_label(here("Your five words")).fill(words)
    page.get_by_role("main").get_by_role("button").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(here("Set up a second step"))
    page.goto(f"{house.origin}/desk/second/app")
    page.get_by_label(here("The six digits")).fill(code_now(secret_on(page)))
    page.get_by_role("button", name=here("Keep this app")).click()
    page.get_by_role("link", name=here("I have them. Go to the desk")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(here("Who is waiting"))


def ask_the_only_one(page):
    Wishes(page).anyone()
    people = People(page)
    people.heading("One person comes closest")
    people.ask("Gale")
    hello = Hello(page)
    hello.there("Gale")
    hello.write("Hello Gale.", called="River")
    hello.send()
    Waiting(page).there("Gale")


def desk_home(page):
    page.get_by_role("link", name=said("desk.home")).click()


def missing(page):
    return page.locator("#missing li")


def help_lines_are_checked(page, picture):
    page.get_by_role(
        "link", name=here("Check at least one help line, and say that you did.")
    ).click()
    expect(page.get_by_text(said("desk.lines.not-here"))).to_have_count(3)
    picture(page, "62-desk-help-lines")
    page.get_by_role("link", name=here("Change: 988 Lifeline")).click()
    picture(page, "63-desk-help-line")
    page.get_by_role("link", name=here("Back to the help lines")).click()
    page.get_by_role("button", name=here("I checked this today: 988 Lifeline")).click()
    expect(page.get_by_role("status")).to_have_text(here("Thank you. It is noted."))


def a_specialist_joins(dora, gale, begun, folder, picture):
    desk_home(dora)
    dora.get_by_role("link", name=here("Bring in a specialist whom you stand behind.")).click()
    link = a_link(dora)
    carried = folder / "carried"
    carried.mkdir()
    request, words = join(gale, begun.house, link, carried, picture)
    answer = endorse(begun.offline, request, words)
    bring_in(dora, answer)
