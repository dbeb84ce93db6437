"""Ada hands her talk over: she alone says who reads, and what of before."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.people import come_back, meet
from tests.journeys.screens import LOCK, Home, Screen, Talk
from tests.journeys.spoken import said

LENA = "Lena"


def to_hand(page: Page) -> Screen:
    """From the talk to the page on which it is handed over."""
    screen = Screen(page)
    screen.press(said("more.open"))
    screen.press(said("more.hand"))
    return screen


def asks(ada: Page, *, to_stand_in: bool = False) -> None:
    """Ada asks Lena; nobody reads anything yet."""
    screen = to_hand(ada)
    if to_stand_in:
        kind = said("hand.kind-stand-in", name="Ben")
        ada.get_by_role("radio", name=kind).check(force=True)
    ada.get_by_label(said("hand.whom")).select_option(label=LENA)
    screen.press(said("hand.over-ask"))
    expect(ada.get_by_text(said("hand.asked"))).to_be_visible(timeout=LOCK)


def lets_in(ada: Page, picture, *, note: str = "handnote.mine-stays") -> None:
    """She looks at it once more, and lets Lena in, with nothing of before."""
    screen = Screen(ada)
    screen.press(said("hand.look"))
    expect(ada.get_by_text(said("hand.once-nothing"))).to_be_visible()
    picture(ada, "hand-once-more")
    screen.press(said("hand.let-in"))
    expect(ada.get_by_text(said(note))).to_be_visible(timeout=LOCK)


def hands_the_part(ada: Page) -> None:
    """One stretch of before, for Lena."""
    screen = to_hand(ada)
    ada.get_by_text(said("hand.more", name=LENA)).click()
    ada.get_by_role("checkbox").first.check()
    screen.press(said("hand.more-do"))


def names_no_day(ada: Page, picture) -> None:
    """The day until which Ben stays stands there, and can be taken away."""
    expect(ada.get_by_text(said("hand.stays"))).to_be_visible()
    ada.get_by_text(said("hand.stay-other"), exact=True).click()
    picture(ada, "hand-stay")
    ada.get_by_label(said("hand.stay")).fill("")
    Screen(ada).press(said("hand.stay-do"))
    expect(ada.get_by_text(said("hand.stay-none"))).to_be_visible()


@pytest.mark.walked
@pytest.mark.on_foot
def test_ada_hands_over_a_part_lena_reads_exactly_this_and_ben_reads_no_further(
    house, open_page, picture
):
    ada, ben, lena = open_page(PHONE), open_page(DESK), open_page(DESK)
    with_ben, with_river = meet(ada, ben, house)
    with_ben.say("From before Lena came.")
    with_river.has("From before Lena came.")
    asks(ada)
    come_back(lena, house, LENA)
    picture(lena, "hand-asked-in")
    Screen(lena).press(said("come.yes"))
    expect(ada.get_by_text(said("hand.said-yes"))).to_be_visible(timeout=LOCK)
    picture(ada, "hand-compose")
    lets_in(ada, picture)
    expect(ben.get_by_text(said("handnote.from-stays"))).to_be_visible(timeout=LOCK)
    with_ben.say("Hello Lena, I am River.")
    Home(lena).there()
    lena.locator("button.person-head").first.click()
    hers = Talk(lena)
    hers.has("Hello Lena, I am River.", timeout=LOCK)
    expect(lena.get_by_text(said("handnote.to-stays"))).to_be_visible()
    expect(hers.log.get_by_text("From before Lena came.")).to_have_count(0)
    hands_the_part(ada)
    lena.reload()
    come_back(lena, house, LENA)
    lena.locator("button.person-head").first.click()
    hers.has("From before Lena came.", timeout=LOCK)
    picture(lena, "hand-lena-reads")
    screen = to_hand(ada)
    names_no_day(ada, picture)
    screen.press(said("hand.let-go"))
    screen.press(said("hand.let-go-yes"))
    with_ben.say("Now we are two.")
    hers.has("Now we are two.", timeout=LOCK)
    expect(with_river.log.get_by_text("Now we are two.")).to_have_count(0)
    picture(ada, "hand-done")


@pytest.mark.on_foot
def test_lena_stands_in_ben_goes_on_reading_and_ada_ends_it(own_house, open_page, picture):
    ada, ben, lena = open_page(PHONE), open_page(DESK), open_page(DESK)
    with_ben, with_river = meet(ada, ben, own_house)
    with_ben.say("From before Lena came.")
    with_river.has("From before Lena came.")
    asks(ada, to_stand_in=True)
    come_back(lena, own_house, LENA)
    Screen(lena).press(said("come.yes"))
    expect(ada.get_by_text(said("hand.said-yes"))).to_be_visible(timeout=LOCK)
    picture(ada, "stand-in-compose")
    lets_in(ada, picture, note="handnote.mine-together")
    with_ben.say("Hello Lena, I am River.")
    with_river.has("Hello Lena, I am River.", timeout=LOCK)
    Home(lena).there()
    lena.locator("button.person-head").first.click()
    hers = Talk(lena)
    hers.has("Hello Lena, I am River.", timeout=LOCK)
    expect(hers.log.get_by_text("From before Lena came.")).to_have_count(0)
    hers.say("Hello River, I am here this week.")
    with_ben.has("Hello River, I am here this week.", timeout=LOCK)
    with_river.has("Hello River, I am here this week.", timeout=LOCK)
    picture(lena, "stand-in-lena")
    screen = to_hand(ada)
    screen.press(said("hand.let-go"))
    screen.press(said("hand.let-go-yes"))
    with_ben.say("Thank you, Lena. Ben, you are back.")
    with_river.has("Thank you, Lena. Ben, you are back.", timeout=LOCK)
    expect(hers.log.get_by_text("Thank you, Lena. Ben, you are back.")).to_have_count(0)
    picture(ada, "stand-in-over")
