"""Ben writes at night: his words go when his hours begin, though his room was closed."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.people import at, begin, come_again
from tests.journeys.screens import Home, Talk
from tests.journeys.spoken import said

# Ben answers on weekdays from five to nine in the evening, by the clock of Chicago.
WORDS = "I thought of what you said about Sunday. Sleep well."
NOT_THESE = "You should just go there, you know."


def a_wednesday(*, hour: int) -> datetime:
    """Half past some hour of the next Wednesday."""
    today = datetime.now(UTC).replace(hour=hour, minute=30, second=0, microsecond=0)
    return today + timedelta(days=(1 - today.weekday()) % 7 + 1)


def put_by(ben: Page, words: str) -> None:
    """Ben leaves words for when his hours begin: they are said to wait, and stand in no box."""
    talk = Talk(ben)
    talk.box.fill(words)
    expect(ben.get_by_text(said("write.outside-own", whole=False))).to_be_visible()
    talk.press(said("later.put"))
    expect(ben.locator("room-later .own-words")).to_have_text(words)
    expect(talk.box).to_have_value("")


def take_back(ben: Page, words: str) -> None:
    """Ben has his words back in the box, and writes others in their place."""
    talk = Talk(ben)
    talk.press(said("later.drop"))
    expect(talk.box).to_have_value(words)
    expect(ben.locator("room-later .own-words")).to_have_count(0)


@pytest.mark.on_foot
def test_words_of_the_night_go_when_hours_begin_and_those_taken_back_never_do(
    own_house, open_page, picture
):
    # Night in Chicago, in winter and in summer; and then within Ben's hours.
    night, evening = a_wednesday(hour=8), a_wednesday(hour=23)
    own_house.travel_to(night)
    ada, ben = (
        at(open_page(size, timezone_id="America/Chicago"), night) for size in (PHONE, DESK)
    )
    guest = begin(ada, ben, own_house)
    put_by(ben, NOT_THESE)
    take_back(ben, NOT_THESE)
    put_by(ben, WORDS)
    expect(ben.locator("room-later")).to_contain_text(said("later.how", whole=False))
    picture(ben, "77-words-that-wait")
    ben.context.close()
    expect(ada.get_by_text(WORDS)).to_have_count(0)
    ada.goto("about:blank")

    own_house.travel_to(evening)
    ben = at(open_page(DESK, timezone_id="America/Chicago"), evening)
    come_again(ben, own_house, *own_house.words_of("Ben"))
    Home(ben).there()
    at(ada, evening)
    come_again(ada, own_house, guest.username, guest.words)
    Talk(ada).has(WORDS, timeout=60_000)
    picture(ada, "78-words-that-went")
    expect(ada.get_by_text(NOT_THESE)).to_have_count(0)
    ben.locator("button.person-head", has_text="River").first.click()
    Talk(ben).has(WORDS)
    expect(ben.locator("room-later .own-words")).to_have_count(0)
    expect(Talk(ben).box).to_have_value("")
