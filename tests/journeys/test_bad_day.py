"""A bad day: one's own plan first, with a line or without, and the other only by a press."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.people import ask, come_back, come_in, say_yes, sit_down
from tests.journeys.screens import ANSWER, LOCK, Hello, Screen, Talk
from tests.journeys.spoken import said

# The room fetches plan and page for a bad day once somebody has come to rest.
AT_REST = 4_000


@pytest.fixture
def pair(house, open_page):
    """Ada on a phone and Ben at a desk, in their talk."""
    ada, ben = open_page(PHONE), open_page(DESK)
    guest = come_in(ada, house)
    ask(guest, "Ben", "Hello Ben.", called="River")
    say_yes(ben, house)
    Talk(ben).there("River")
    Talk(ada).there("Ben")
    return guest, ada, ben


def write(page: Page, part: str, words: str, number: str = "") -> None:
    """One more row in a part of a plan or a path."""
    section = page.locator("section.part", has=page.get_by_role("heading", name=said(part)))
    section.get_by_role("button", name=said("path.new")).click()
    form = section.locator("form")
    form.locator("textarea").fill(words)
    if number:
        form.locator("input[type=tel]").fill(number)
    form.get_by_role("button", name=said("path.keep"), exact=True).click()
    expect(form).to_have_count(0, timeout=ANSWER)
    expect(page.get_by_text(words).first).to_be_visible()


def go_back_to_talk(page: Page) -> None:
    """Back to where the two of them talk."""
    page.locator("room-top .brand").click()
    Screen(page).heading(said("talk.with", whole=False), timeout=LOCK)


@pytest.mark.walked
def test_on_a_bad_day_the_plan_comes_first_and_ben_knows_only_when_ada_presses(pair, picture):
    _, ada, ben = pair
    screen = Screen(ada)
    screen.press(said("bad.door"))
    screen.heading(said("bad.title"))
    expect(ada.get_by_text(said("bad.no-plan"))).to_be_visible()
    screen.press(said("bad.make"))
    screen.heading(said("plan-bad.title"))
    write(ada, "plan-bad.part.5", "Tea at the open window")
    write(ada, "plan-bad.part.4", "My sister", "555 0100")
    picture(ada, "bad-day-plan")
    go_back_to_talk(ada)
    ada.wait_for_timeout(AT_REST)

    ada.context.set_offline(True)
    screen.press(said("bad.door"))
    screen.heading(said("bad.title"))
    expect(ada.get_by_text("Tea at the open window")).to_be_visible()
    call = ada.get_by_role("link", name=said("bad.call", number="555 0100"))
    expect(call).to_have_attribute("href", "tel:5550100")
    expect(ada.get_by_role("heading", name=said("bad.help"))).to_be_visible()
    picture(ada, "bad-day-without-a-line")
    expect(Talk(ben).log.get_by_text(said("bad.card-them", name="River"))).to_have_count(0)
    ada.context.set_offline(False)

    ada.get_by_role("radio", name=said("bad.wish.2")).check(force=True)
    ada.get_by_label(said("bad.words")).fill("It is loud here")
    screen.press(said("bad.send", name="Ben"))
    told = Talk(ben).log.get_by_text(said("bad.card-them", name="River"))
    expect(told).to_be_visible(timeout=LOCK)
    expect(Talk(ben).log.get_by_text(said("bad.wish.2", whole=False))).to_be_visible()
    Talk(ben).has("It is loud here")
    picture(ben, "bad-day-told")

    screen.press(said("bad.undo"))
    expect(Talk(ben).log.get_by_text("It is loud here")).to_have_count(0, timeout=LOCK)


@pytest.mark.walked
def test_not_safe_ada_has_numbers_first_and_ben_hears_it_by_her_press_alone(pair, picture):
    _, ada, ben = pair
    screen = Screen(ada)
    ada.wait_for_timeout(AT_REST)
    ada.context.set_offline(True)
    screen.press(said("unsafe.door"))
    screen.heading(said("unsafe.title"))
    first = ada.locator("room-not-safe h2").first
    expect(first).to_have_text(said("unsafe.numbers"))
    expect(ada.locator("room-not-safe a[href^='tel:']").first).to_be_visible()
    expect(ada.get_by_text(said("unsafe.line"), exact=True)).to_be_visible()
    picture(ada, "not-safe")

    screen.press(said("bad.send", name="Ben"))
    expect(
        ada.get_by_role("status").filter(has_text=said("unsafe.waits", name="Ben"))
    ).to_be_visible()
    told = Talk(ben).log.get_by_text(said("unsafe.card-them", name="River"))
    expect(told).to_have_count(0)
    ada.context.set_offline(False)
    expect(ada.get_by_text(said("unsafe.sent", name="Ben"))).to_be_visible(timeout=LOCK)
    expect(told).to_be_visible(timeout=LOCK)
    picture(ada, "not-safe-told")
    picture(ben, "not-safe-at-bens")

    screen.press(said("unsafe.to-talk", name="Ben"))
    screen.heading(said("talk.with", whole=False))


@pytest.mark.on_foot
def test_with_a_line_cut_before_its_page_came_ada_has_numbers_and_a_way_back(house, open_page):
    ada = open_page(PHONE, may_refuse=True)
    ada.route("**/screens/not-safe.js*", lambda one: one.abort())
    guest = come_in(ada, house)
    ask(guest, "Ben", "Hello Ben.", called="River")
    ada.get_by_role("button", name=said("bar.people")).first.click()
    ada.get_by_role("button", name=said("unsafe.door")).first.click()
    expect(ada.locator("room-plain a[href^='tel:']").first).to_be_visible()
    expect(ada.locator("room-bar")).to_be_visible()


@pytest.fixture
def on_call(house, open_page, picture):
    """Dora put Ruth on call for every hour of the week, before anybody's room looked."""
    dora = open_page(DESK)
    sit_down(dora, house)
    dora.goto(f"{house.origin}/desk/on-call")
    expect(dora.get_by_text("Nobody is on call now.")).to_be_visible()
    dora.get_by_label("Specialist").select_option(label="Ruth")
    for day in dora.get_by_role("checkbox").all():
        day.check(force=True)
    dora.get_by_label("From").fill("00:00")
    dora.get_by_label("Until").fill("00:00")
    dora.get_by_role("button", name="Put on the list").click()
    expect(dora.get_by_text("On call now: Ruth, until 00:00.")).to_be_visible()
    dora.get_by_label("Number to call").fill("503 555 0142")
    dora.get_by_label("While someone is on call (in English)").fill("You hear from us soon.")
    dora.get_by_role("button", name="Keep these words").click()
    expect(dora.get_by_role("status")).to_be_visible()
    picture(dora, "desk-on-call")


@pytest.mark.on_foot
def test_a_night_in_which_ada_is_not_safe_and_somebody_she_never_met_is_on_call(
    on_call, pair, house, open_page, picture
):
    _, ada, ben = pair
    screen = Screen(ada)
    ada.wait_for_timeout(AT_REST)
    ada.context.set_offline(True)
    screen.press(said("unsafe.door"))
    screen.heading(said("unsafe.title"))
    expect(ada.get_by_text(said("unsafe.on-call-now", whole=False)).first).to_contain_text(
        "Ruth"
    )
    expect(ada.get_by_text("You hear from us soon.")).to_be_visible()
    call = ada.get_by_role("link", name=said("bad.call", number="503 555 0142"))
    expect(call).to_have_attribute("href", "tel:5035550142")
    picture(ada, "not-safe-on-call")
    ada.context.set_offline(False)

    screen.press(said("unsafe.on-call-write", name="Ruth"))
    hello = Hello(ada)
    hello.there("Ruth")
    expect(ada.get_by_label("Your hello", exact=True)).to_have_value(said("unsafe.line"))
    hello.send()
    expect(ada.get_by_text("Ruth").first).to_be_visible(timeout=LOCK)
    ruth = open_page(DESK)
    come_back(ruth, house, "Ruth")
    ruth.get_by_role("button", name="River").first.click()
    expect(ruth.get_by_text(said("unsafe.line"))).to_be_visible(timeout=LOCK)
    expect(Talk(ben).log.get_by_text(said("unsafe.line"))).to_have_count(0)


@pytest.mark.walked
@pytest.mark.on_foot
def test_ada_shows_her_steps_and_takes_one_that_ben_suggests(pair, picture):
    _, ada, ben = pair
    screen = Screen(ada)
    screen.press(said("more.open"))
    screen.press(said("path.open"))
    screen.heading(said("path.title"))
    write(ada, "path.part.1", "A quiet home")
    write(ada, "path.part.2", "Walk each day")
    ada.get_by_role("checkbox", name=said("path.part.2")).check(force=True)
    ada.get_by_role("checkbox", name=said("path.asks", name="Ben")).check(force=True)
    screen.press(said("path.show-save", name="Ben"))
    expect(ada.get_by_text(said("path.show-saved", name="Ben"))).to_be_visible(timeout=ANSWER)

    Screen(ben).press(said("more.open"))
    Screen(ben).press(said("shown.open", name="River"))
    expect(ben.get_by_text("Walk each day")).to_be_visible(timeout=LOCK)
    expect(ben.get_by_text("A quiet home")).to_have_count(0)
    ben.get_by_label(said("shown.suggest-words")).fill("Call your sister")
    Screen(ben).press(said("shown.suggest-send", name="River"))
    picture(ben, "path-shown")

    expect(ada.get_by_role("heading", name=said("path.offered", name="Ben"))).to_be_visible(
        timeout=LOCK
    )
    picture(ada, "path-suggested")
    screen.press(said("path.take-it", row="Call your sister"))
    expect(ben.get_by_text(said("shown.taken", name="River"))).to_be_visible(timeout=LOCK)
    screen.press(said("path.done-it", row="Call your sister"))
    expect(ada.get_by_text(said("path.cheer")).first).to_be_visible(timeout=ANSWER)
    picture(ada, "path-done")
