"""A bad night: Ben is off, a help line is one press away, and no word of Ada's is lost."""

import re
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from playwright.sync_api import expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.people import ask, come_back, come_in
from tests.journeys.scenes import violations
from tests.journeys.screens import ComeBack, Home, Talk, Waiting
from tests.journeys.spoken import here, said

# Ben answers from five to nine in the evening, on weekdays, in Chicago.
BENS_ZONE = "America/Chicago"
TWO_AT_NIGHT = 8
LOOK_IN_AGAIN = ("again.today", "again.tomorrow", "again.day")
NAMES = iter(["Nightjar", "Owlet"])
LINE = "It is two in the morning and I cannot sleep."
DRAFT = "I do not know who else to"
IN_THE_DARK = "I called them. I am still here."
HIDE = """(hidden) => {
    Object.defineProperty(document, "visibilityState",
        { get: () => hidden ? "hidden" : "visible", configurable: true });
    Object.defineProperty(document, "hidden", { get: () => hidden, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
}"""

# The phone dials; here the call is noted, where the browser would ask which program may dial.
DIALLER = """() => addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='tel:']");
    if (link === null) return;
    window.dialled = { href: link.href, isStopped: event.defaultPrevented };
    event.preventDefault();
})"""


def two_at_night():
    """Today at two in Ben's zone: eight by the clock of the world."""
    return datetime.now(UTC).replace(hour=TWO_AT_NIGHT, minute=4, second=0, microsecond=0)


@pytest.fixture
def night(house, open_page):
    """Ada and Ben know each other. Now it is night: Ben sleeps, and Ada has her phone."""
    called = next(NAMES)
    ada, ben = open_page(PHONE, timezone_id=BENS_ZONE), open_page(DESK)
    ada.clock.install(time=two_at_night())
    guest = come_in(ada, house)
    ask(guest, "Ben", "Hello Ben.", called=called)
    Waiting(ada).written_down()
    come_back(ben, house, "Ben")
    home = Home(ben)
    home.read_hello(called)
    home.accept(called)
    Talk(ben).there(called)
    Talk(ada).there("Ben")
    ben.goto("about:blank")
    ben.context.close()
    return SimpleNamespace(page=ada, words=guest.words, called=called)


def help_lines(page):
    return page.get_by_role("dialog", name=here("Help now"))


def ask_for_help(page):
    page.get_by_role("button", name=here("Help now")).first.click()
    expect(help_lines(page)).to_be_visible()


def call_link(page):
    return help_lines(page).get_by_role("link", name=said("help.call", value="988"))


@pytest.mark.walked
def test_ada_writes_at_two_calls_a_help_line_and_comes_back_to_her_words(
    house, night, open_page, picture
):
    page, talk = night.page, Talk(night.page)
    talk.say(LINE)
    talk.all_sent()
    quiet = page.locator(".quiet-hours")
    expect(quiet).to_contain_text(said("talk.quiet", name="Ben", whole=False))
    expect(quiet).to_contain_text(said(*LOOK_IN_AGAIN, whole=False))
    picture(page, "70-bad-night-ben-is-off")
    talk.box.fill(DRAFT)
    quiet.get_by_role("button").click()
    expect(help_lines(page)).to_contain_text(here("What you wrote here stays while you call."))
    expect(call_link(page)).to_have_attribute("href", "tel:988")
    assert violations(page) == []
    picture(page, "71-bad-night-help-now")

    page.evaluate(DIALLER)
    call_link(page).click()
    assert page.evaluate("dialled") == {"href": "tel:988", "isStopped": False}
    page.evaluate(HIDE, True)
    cover = page.locator(".cover")
    expect(cover).to_be_visible()
    for telling in ("Ben", LINE, DRAFT, "Riverside", "Alongside"):
        expect(cover).not_to_contain_text(telling)
    expect(talk.log).to_be_hidden()
    page.evaluate(HIDE, False)
    # Whoever picks the phone up does not see whom she would call; one button opens the rest.
    expect(cover).to_be_visible()
    expect(help_lines(page)).to_have_count(0)
    picture(page, "73-bad-night-covered")
    talk.press("Go on")
    expect(cover).to_have_count(0)
    expect(call_link(page)).to_be_visible()
    help_lines(page).get_by_role("button", name=here("Close")).click()
    expect(help_lines(page)).to_have_count(0)
    expect(talk.box).to_have_value(DRAFT)

    talk.press("More")
    talk.press("Lock now")
    talk.heading("Your place is locked")
    expect(page.get_by_text(LINE)).to_have_count(0)
    ask_for_help(page)
    expect(call_link(page)).to_be_visible()
    page.keyboard.press("Escape")
    ComeBack(page).unlock(night.words)
    talk_is_open_again(page)
    expect(talk.box).to_have_value(DRAFT)
    expect(talk.log.get_by_text(LINE, exact=True)).to_have_count(1)
    picture(page, "72-bad-night-back-again")


def talk_is_open_again(page):
    """The room opens where she locked it: back to the talk, if that was another screen."""
    page.get_by_role("button", name=here("Your people"), exact=True).first.wait_for(
        timeout=60_000
    )
    if page.locator("room-talk").count() == 0:
        page.evaluate("history.back()")
    Talk(page).there("Ben")


@pytest.mark.walked
def test_help_lines_stay_when_the_network_goes_and_her_words_arrive_once(
    house, night, open_page
):
    page, talk = night.page, Talk(night.page)
    page.evaluate("async () => { await navigator.serviceWorker.ready; }")
    page.context.set_offline(True)
    talk.box.fill(IN_THE_DARK)
    talk.press("Send")
    expect(talk.log.get_by_text(IN_THE_DARK, exact=True)).to_be_visible()
    ask_for_help(page)
    expect(call_link(page)).to_have_attribute("href", "tel:988")
    other = page.context.new_page()
    other.goto(f"{house.origin}/help-now")
    expect(other.locator("a[href='tel:988']").first).to_be_visible()
    other.close()
    page.keyboard.press("Escape")
    page.context.set_offline(False)
    talk.all_sent()
    expect(talk.log.get_by_text(IN_THE_DARK, exact=True)).to_have_count(1)
    ben = open_page(DESK)
    come_back(ben, house, "Ben")
    ben.get_by_role("button", name=re.compile(night.called)).first.click()
    Talk(ben).there(night.called)
    Talk(ben).has(IN_THE_DARK)
    expect(Talk(ben).log.get_by_text(IN_THE_DARK, exact=True)).to_have_count(1)
