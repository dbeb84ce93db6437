"""Two people in two time zones meet, while one's clock is changed and the other's is not."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.house import DemoHouse
from tests.journeys.people import ask, at, come_back, come_in, say_yes
from tests.journeys.screens import ComeBack, Home, Screen, Talk
from tests.journeys.spoken import language, said

# America's clocks were moved the week before; Europe's are moved on March 28.
NOON = datetime(2027, 3, 24, 12, tzinfo=UTC)


@pytest.fixture
def in_march(tmp_path: Path) -> Iterator[DemoHouse]:
    """A demo programme that was made in the spring of 2027."""
    house = DemoHouse(tmp_path / "data", anew=True)
    house.travel_to(NOON)
    house.start()
    yield house
    house.stop()


def say_hours(ben: Page) -> None:
    """Ben is there on Mondays, by the clock of Madrid."""
    screen = Screen(ben)
    screen.press(said("times.hours"))
    screen.heading(said("hours.title"))
    ben.get_by_label(said("hours.zone")).select_option("Europe/Madrid")
    ben.get_by_role("button", name=said("hours.add")).first.click()
    screen.press(said("hours.save"))
    expect(ben.get_by_text(said("hours.saved"))).to_be_visible()


def card(page: Page) -> Locator:
    """The newest time in the talk."""
    return page.locator("room-meet-card").last


def in_the_afternoon(hour: int) -> str:
    """An hour after noon, as a clock of the language walked in writes it."""
    return f"{hour + 12 if language() == 'es' else hour}:00"


@pytest.mark.walked
@pytest.mark.on_foot
def test_a_time_is_taken_moved_and_missed_across_two_zones_and_a_change_of_clocks(
    in_march, open_page, picture
):
    ada = at(open_page(PHONE, timezone_id="America/New_York"), NOON)
    ben = at(open_page(DESK, timezone_id="Europe/Madrid"), NOON)
    guest = come_in(ada, in_march)
    ask(guest, "Ben", "Hello Ben.", called="River")
    say_yes(ben, in_march)
    with_river = Talk(ben)
    with_river.there("River")
    Talk(ada).there("Ben")
    ben.get_by_role("button", name=said("bar.people")).first.click()
    Home(ben).there()
    say_hours(ben)
    picture(ben, "times-hours")

    hers = Screen(ada)
    hers.press(said("more.open"))
    hers.press(said("times.open"))
    hers.press(said("times.find", name="Ben"))
    expect(ada.get_by_text(said("find.theirs", name="Ben"))).to_be_visible()
    # Monday from nine to five in Madrid, in Madrid's summer: from three to eleven in New York.
    day = ada.get_by_role("region", name=re.compile(r"29"))
    expect(day.locator("label")).to_have_text(
        [re.compile(rf"\b{hour}:00") for hour in range(3, 11)]
    )
    day.locator("label").nth(7).click()
    expect(ada.get_by_text(said("meet.there-time", name="Ben"))).to_contain_text(
        in_the_afternoon(4)
    )
    ada.get_by_label(said("meet.way-2")).check()
    ada.get_by_label(said("find.where-2")).fill("503-555-0100")
    picture(ada, "times-find")
    hers.press(said("find.book"))
    expect(card(ada)).to_contain_text("10:00")
    expect(card(ada).get_by_text(said("meet.agreed"))).to_be_visible()
    expect(card(ada)).to_contain_text("503-555-0100")
    picture(ada, "times-taken")

    ben.get_by_role("button", name=said("bar.people")).first.click()
    Home(ben).there()
    ben.locator("button.person-head", has_text="River").first.click()
    with_river.there("River")
    expect(card(ben)).to_contain_text(in_the_afternoon(4))
    expect(card(ben).get_by_text(said("meet.there-time", name="River"))).to_contain_text(
        "10:00"
    )

    his = Screen(ben)
    card(ben).get_by_text(said("meet.move")).click()
    his.heading(said("find.title-move", name="River"))
    later = ben.get_by_role("region", name=re.compile(r"\b5\b"))
    later.locator("label").first.click()
    his.press(said("find.ask", name="River"))
    expect(card(ben).get_by_text(said("meet.wish-you"))).to_be_visible()
    expect(card(ada).get_by_text(said("meet.wish-them"))).to_contain_text("3:00")
    card(ada).get_by_text(said("meet.agree")).click()
    expect(card(ada)).to_contain_text("3:00")
    expect(card(ben).get_by_text(said("meet.agreed"))).to_be_visible()
    expect(card(ben)).to_contain_text("9:00")
    picture(ben, "times-moved")

    after = datetime(2027, 4, 5, 9, tzinfo=UTC)
    in_march.travel_to(after)
    for page in (ada, ben):
        page.goto("about:blank")
        at(page, after)
    returning = ComeBack(ada)
    returning.open(in_march.origin)
    returning.enter(guest.username, guest.words)
    Talk(ada).there("Ben")
    Screen(ada).press(said("more.open"))
    Screen(ada).press(said("times.open"))
    expect(ada.get_by_text(said("meet.did"))).to_be_visible()
    picture(ada, "times-did-you-meet")
    ada.get_by_text(said("meet.did-them", name="Ben")).click()
    expect(ada.get_by_text(said("meet.was-them", name="Ben"))).to_be_visible()
    ada.get_by_text(said("vows.mend")).click()
    Screen(ada).heading(said("mend.title"))
    expect(ada.get_by_text(said("mend.about-2-said"))).to_be_visible()
    come_back(ben, in_march, "Ben")
    Screen(ben).press(said("times.open"))
    expect(ben.get_by_text(said("meet.was-you"))).to_be_visible()
    picture(ben, "times-missed")
