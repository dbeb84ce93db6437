"""After a hard night Ben asks for time to talk; whoever supports him says a day."""

import pytest
from playwright.sync_api import expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.people import meet
from tests.journeys.spoken import said
from tests.journeys.test_specialist_joins import (
    a_link,
    at_the_desk,
    back_again,
    bring_in,
    endorse_offline,
    join,
)

pytestmark = pytest.mark.on_foot


def test_ben_asks_after_a_hard_night_and_gale_says_a_day_without_learning_of_whom(
    own_house, open_page, picture, tmp_path
):
    dora, gale = open_page(DESK), open_page(DESK)
    at_the_desk(dora, own_house)
    request, words = join(gale, own_house, a_link(dora), tmp_path, picture)
    bring_in(dora, endorse_offline(own_house, request, words, "--supervisor"))
    ada, ben = open_page(PHONE), open_page(DESK)
    meet(ada, ben, own_house)
    note_who_supports(dora, own_house)

    asks_for_time(ben)
    picture(ben, "92-ben-asked-for-time")

    says_a_day(gale, own_house)
    picture(gale, "93-gale-said-a-day")

    home(ben)
    ben.get_by_role("button", name=said("debrief.open")).click()
    expect(ben.get_by_role("button", name=said("debrief.away"))).to_be_visible()
    picture(ben, "94-ben-reads-the-day")

    two_think_together(ben, gale, picture)


def asks_for_time(ben):
    """Ben asks by one press, and says nothing of why."""
    home(ben)
    ben.get_by_role("button", name=said("debrief.open")).click()
    ben.get_by_role("button", name=said("debrief.ask")).click()
    expect(ben.get_by_role("button", name=said("debrief.back"))).to_be_visible()


def says_a_day(gale, house):
    """Gale comes back, learns that somebody wishes to talk, and says when."""
    gale.reload()
    back_again(gale, house)
    form = gale.locator("room-supported form")
    expect(form).to_be_visible(timeout=60_000)
    expect(gale.get_by_text("River", exact=True)).to_have_count(0)
    form.get_by_role("combobox").select_option(index=2)
    form.get_by_role("button").click()
    expect(gale.get_by_text(said("support.other-day"))).to_be_visible()


def two_think_together(ben, gale, picture):
    """Ben names a day, both write; each reads the other, and a known name is asked about."""
    ben.get_by_role("button", name=said("thinking.open-page")).click()
    ben.get_by_role("button", name=said("thinking.begin")).click()
    box = ben.locator("room-thinking-one textarea")
    box.fill("With River I said yes too fast.")
    expect(ben.locator("#thinking-named")).to_contain_text("River")
    picture(ben, "95-a-name-is-asked-about")
    box.fill("I said yes too fast.")
    expect(ben.locator("#thinking-named")).to_be_empty()
    ben.get_by_text(said("thinking.pick"), exact=True).click()
    ben.get_by_role("checkbox", name=said("debrief.value.9")).check()
    ben.get_by_role("button", name=said("thinking.send")).click()
    expect(ben.get_by_text("I said yes too fast.")).to_be_visible()

    gale.get_by_role("button", name=said("thinking.open-page")).click()
    gale.locator("room-thinking li button").click()
    expect(gale.get_by_text("I said yes too fast.")).to_be_visible()
    expect(
        gale.get_by_role("listitem").filter(has_text=said("debrief.value.9"))
    ).to_be_visible()
    gale.locator("room-thinking-one textarea").fill("So do I. Let us look at it.")
    gale.locator("room-thinking-one input[name=minutes]").fill("40")
    gale.get_by_role("button", name=said("thinking.send")).click()
    expect(gale.get_by_text("So do I.")).to_be_visible()
    picture(gale, "96-gale-wrote-back")

    home(ben)
    ben.get_by_role("button", name=said("debrief.open")).click()
    ben.get_by_role("button", name=said("thinking.open-page")).click()
    ben.locator("room-thinking li button").click()
    expect(ben.get_by_text("So do I.")).to_be_visible()
    ben.locator("room-thinking-one li button").click()
    expect(ben.get_by_text("I said yes too fast.")).to_have_count(0)
    picture(ben, "97-ben-took-it-back")


def note_who_supports(dora, house):
    """The team notes that Gale supports Ben."""
    dora.goto(f"{house.origin}/desk/load")
    dora.locator("#specialist").select_option(label="Ben")
    dora.locator("#supporter").select_option(label="Gale")
    dora.locator("form[action='/desk/load/support'] button").click()
    expect(dora.get_by_role("cell", name="Gale")).to_be_visible()


def home(ben):
    """Ben goes to his people."""
    ben.get_by_role("button", name=said("bar.people")).first.click()
    expect(ben.get_by_role("heading", level=1)).to_have_text(said("seat.title"))
