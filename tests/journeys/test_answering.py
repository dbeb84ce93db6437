"""After one yes, how soon Ben answered is handed in by itself each month, until his no."""

import sqlite3
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.house import DemoHouse
from tests.journeys.people import at, begin, come_back
from tests.journeys.screens import Screen, Talk
from tests.journeys.spoken import said

QUESTION = "Do you know a place that is open on Sundays?"
ANSWER = "Yes, the one by the bridge."


def handed_in(house: DemoHouse) -> list[tuple[int, ...]]:
    """What the house was given: each month, counted twelve to a year, and its three numbers."""
    with sqlite3.connect(
        f"file:{house.data / 'alongside.sqlite3'}?mode=ro", uri=True
    ) as tables:
        return tables.execute(
            "SELECT month, within, later, much_later FROM promises_replycount ORDER BY month"
        ).fetchall()


def tenth(*, months: int) -> datetime:
    """Noon on the tenth, so many months from now: all that was said before had its time."""
    now = datetime.now(UTC)
    years, month = divmod(now.month - 1 + months, 12)
    return datetime(now.year + years, month + 1, 10, 12, tzinfo=UTC)


def month_before(moment: datetime) -> int:
    """The month before a moment, as the house counts it."""
    return 12 * moment.year + moment.month - 2


def visit(open_page, house: DemoHouse, moment: datetime) -> Page:
    """Ben comes back on a day, in a browser that knows nothing of him."""
    house.travel_to(moment)
    ben = at(open_page(DESK), moment)
    come_back(ben, house, "Ben")
    return ben


def look(ben: Page) -> Screen:
    """Ben looks at how soon he answered, until it is counted."""
    screen = Screen(ben)
    screen.press(said("times.hours"))
    screen.heading(said("hours.title"))
    screen.press(said("answering.open"))
    screen.heading(said("answering.title"))
    expect(ben.get_by_text(said("answering.within", whole=False))).to_be_visible(timeout=60_000)
    return screen


@pytest.mark.on_foot
def test_after_one_yes_each_month_is_handed_in_by_itself_and_after_a_no_none(
    own_house, open_page, picture
):
    ada, ben = (open_page(size) for size in (PHONE, DESK))
    begin(ada, ben, own_house)
    Talk(ada).say(QUESTION)
    Talk(ben).has(QUESTION)
    Talk(ben).say(ANSWER)
    for page in (ada, ben):
        Talk(page).all_sent()
        page.context.close()

    ben = visit(open_page, own_house, tenth(months=1))
    screen = look(ben)
    expect(ben.get_by_text(said("answering.handed"))).to_have_count(0)
    picture(ben, "79-how-soon")
    screen.press(said("answering.each"))
    expect(ben.get_by_text(said("answering.each-on"))).to_be_visible()
    expect(ben.get_by_text(said("answering.handed"))).to_be_visible()
    picture(ben, "80-each-month-by-itself")
    first = (month_before(tenth(months=1)), 1, 0, 0)
    assert handed_in(own_house) == [first]
    ben.context.close()

    ben = visit(open_page, own_house, tenth(months=2))
    screen = look(ben)
    expect(ben.get_by_text(said("answering.handed"))).to_be_visible(timeout=60_000)
    by_itself = [first, (month_before(tenth(months=2)), 0, 0, 0)]
    assert handed_in(own_house) == by_itself
    screen.press(said("answering.each-stop"))
    expect(ben.get_by_role("button", name=said("answering.each"))).to_be_visible()
    ben.context.close()

    ben = visit(open_page, own_house, tenth(months=3))
    look(ben)
    expect(ben.get_by_role("button", name=said("answering.hand"))).to_be_visible()
    ben.wait_for_timeout(3_000)
    expect(ben.get_by_text(said("answering.handed"))).to_have_count(0)
    assert handed_in(own_house) == by_itself
