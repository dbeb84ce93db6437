"""Three in a talk: a story is told once all who read said yes, and each sees who hears it."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.people import come_back, meet
from tests.journeys.screens import ANSWER, LOCK, Home, Screen, Talk
from tests.journeys.spoken import said
from tests.journeys.story import (
    back_to_talk,
    read_it,
    to_stories_for,
    write_story,
)
from tests.journeys.test_hand_over import LENA, asks, lets_in

HIS = "I hid a letter for nine years, and then my sister read it with me."
HERS = "My garden forgave me every spring."


@pytest.mark.on_foot
def test_ben_tells_it_when_ada_and_lena_said_yes_and_ada_answers_with_her_own(
    own_house, open_page, picture
):
    ada, ben, lena = open_page(PHONE), open_page(DESK), open_page(DESK)
    three(ada, ben, lena, own_house, picture)

    to_stories_for(ben, "River")
    write_story(ben, "The letter", HIS, name="River")
    ben.go_back()
    expect(ben.get_by_text(said("stories.title-for"))).to_be_visible()
    hears = said("stories.readers", names=f"River and {LENA}")
    expect(ben.get_by_text(hears)).to_be_visible()
    picture(ben, "story-three-who-hears")
    expect(ben.get_by_text(said("stories.lead-for-all"))).to_be_visible()
    ask_of_all(ben, f"River and {LENA}")

    yes = said("stories.yes")
    for page in (ada, lena):
        expect(page.get_by_role("button", name=yes)).to_be_visible(timeout=LOCK)
    ada.get_by_role("button", name=yes).click()
    waits = said("stories.waits-for", names=LENA)
    expect(Talk(ben).log.get_by_text(waits)).to_be_visible(timeout=LOCK)
    expect(Talk(ben).log.get_by_role("button", name=tells())).to_have_count(0)
    picture(ben, "story-three-waits")

    lena.get_by_role("button", name=yes).click()
    tell = Talk(ben).log.get_by_role("button", name=tells())
    expect(tell).to_be_visible(timeout=LOCK)
    picture(ben, "story-three-told-next")
    tell.click()
    names = said("stories.you-told", name=f"River and {LENA}")
    expect(Talk(ben).log.get_by_text(names)).to_be_visible(timeout=LOCK)
    read_it(lena, HIS)
    has_opened(ben, LENA)
    expect(Talk(ben).log.get_by_text(said("stories.not-opened", name="River"))).to_be_visible()
    picture(ben, "story-three-opened")
    read_it(ada, HIS)
    has_opened(ben, "River")
    picture(lena, "story-three-heard")

    answers_with_her_own(ada, picture)
    for page in (ben, lena):
        expect(page.get_by_role("button", name=yes)).to_be_visible(timeout=LOCK)
    lena.get_by_role("button", name=said("stories.not-now")).click()
    ben.get_by_role("button", name=yes).click()
    expect(Talk(ada).log.get_by_text(said("stories.asked-2"))).to_be_visible(timeout=LOCK)
    expect(Talk(ada).log.get_by_role("button", name=tells())).to_have_count(0)
    for page in (ben, lena):
        expect(page.get_by_text(HERS)).to_have_count(0)
    picture(ada, "story-three-not-now")


def three(ada: Page, ben: Page, lena: Page, house, picture) -> None:
    """Ben walks with Ada, and Lena stands in while he goes on reading."""
    with_ben, with_river = meet(ada, ben, house)
    asks(ada, to_stand_in=True)
    come_back(lena, house, LENA)
    Screen(lena).press(said("come.yes"))
    expect(ada.get_by_text(said("hand.said-yes"))).to_be_visible(timeout=LOCK)
    lets_in(ada, picture, note="handnote.mine-together")
    with_ben.say("Now we are three.")
    with_river.has("Now we are three.", timeout=LOCK)
    Home(lena).there()
    lena.locator("button.person-head").first.click()
    Talk(lena).has("Now we are three.", timeout=LOCK)


def ask_of_all(page: Page, names: str) -> None:
    """By a press, which says by name who is asked."""
    page.get_by_role("button", name=said("stories.ask-all", names=names, whole=False)).click()
    Screen(page).heading(said("talk.with", whole=False), timeout=ANSWER)


def has_opened(page: Page, name: str) -> None:
    """Its teller sees of each by name that they opened it."""
    opened = said("stories.opened-on", name=name, whole=False)
    expect(Talk(page).log.get_by_text(opened)).to_be_visible(timeout=LOCK)


def tells():
    """The button by which its teller tells it."""
    return said("stories.tell", whole=False)


def answers_with_her_own(ada: Page, picture) -> None:
    """From what was told to a layer of her own: asked first, and asked once."""
    Talk(ada).log.get_by_role("button", name=said("stories.answer-with")).click()
    write_story(ada, "The garden", HERS, name="Lena and Ben")
    picture(ada, "story-three-her-own")
    ada.go_back()
    ask_of_all(ada, f"Ben and {LENA}")
    expect(Talk(ada).log.get_by_text(said("stories.you-ask", whole=False))).to_have_count(1)
    to_stories_for(ada, "Ben")
    expect(ada.get_by_text(said("stories.why-waits-all"))).to_be_visible()
    expect(ada.get_by_role("button", name=said("stories.ask", whole=False))).to_have_count(0)
    picture(ada, "story-three-asked-once")
    back_to_talk(ada)
