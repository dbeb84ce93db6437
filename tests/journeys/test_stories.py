"""Ask, share, ask: in both directions, opened by hand, and taken back for both."""

import pytest
from playwright.sync_api import expect

from tests.journeys.browsers import DESK, PHONE
from tests.journeys.by_key import by_key
from tests.journeys.conftest import one_house
from tests.journeys.people import ask, come_in, say_yes
from tests.journeys.screens import ANSWER, LOCK, Screen, Talk
from tests.journeys.spoken import said
from tests.journeys.story import (
    ask_about_it,
    back_to_talk,
    read_it,
    tell_it,
    to_stories_for,
    write_story,
)

HIS = "I hid a letter for nine years, and then my sister read it with me."
HERS = "My garden forgave me every spring."

# Another River among those Ben talks with would answer to the same name.
house = pytest.fixture(scope="module")(one_house)


def meet(house, open_page, called):
    """Ada on a phone and Ben at a desk with a microphone, in their talk."""
    ada, ben = open_page(PHONE), open_page(DESK, permissions=["microphone"])
    guest = come_in(ada, house)
    ask(guest, "Ben", "Hello Ben.", called=called)
    say_yes(ben, house, to=called)
    Talk(ben).there(called)
    Talk(ada).there("Ben")
    return ada, ben


@pytest.fixture
def pair(house, open_page):
    """Ada, who calls herself River, and Ben."""
    return meet(house, open_page, "River")


@pytest.mark.walked
def test_ben_asks_first_ada_opens_what_he_tells_and_he_takes_it_back(pair, picture):
    ada, ben = pair
    to_stories_for(ben, "River")
    write_story(ben, "The letter", HIS, name="River")
    picture(ben, "story")
    ben.go_back()
    Screen(ben).heading(said("stories.title-for"))
    picture(ben, "stories-for")
    ask_about_it(ben, "River")

    asked = Talk(ada).log.get_by_text(said("stories.they-ask"))
    expect(asked).to_be_visible(timeout=LOCK)
    expect(Talk(ada).log.get_by_text(said("stories.touches", whole=False))).to_be_visible()
    expect(ada.get_by_text(HIS)).to_have_count(0)
    picture(ada, "story-asked")
    ada.get_by_role("button", name=said("stories.yes")).focus()
    ada.keyboard.press("Enter")

    tell_it(ben, "River")
    read_it(ada, HIS)
    picture(ada, "story-heard")
    opened = said("stories.opened-on", name="River", whole=False)
    expect(Talk(ben).log.get_by_text(opened)).to_be_visible(timeout=LOCK)
    picture(ben, "story-told")

    Talk(ben).log.get_by_role("button", name=said("stories.back")).click()
    Screen(ben).press(said("stories.back-yes"))
    expect(ada.get_by_text(HIS)).to_have_count(0, timeout=LOCK)
    expect(Talk(ben).log.get_by_text(said("stories.you-told", name="River"))).to_have_count(0)
    picture(ada, "story-taken-back")


@pytest.mark.walked
@pytest.mark.on_foot
def test_ada_asks_ben_who_says_not_now_and_later_yes(pair, picture):
    ada, ben = pair
    to_stories_for(ada, "Ben")
    write_story(ada, "The garden", HERS, name="Ben")
    picture(ada, "story-own")
    back_to_talk(ada)
    to_stories_for(ada, "Ben")
    ask_about_it(ada, "Ben")

    not_now = ben.get_by_role("button", name=said("stories.not-now"))
    expect(not_now).to_be_visible(timeout=LOCK)
    not_now.click()
    expect(Talk(ada).log.get_by_text(said("stories.asked-2"))).to_be_visible(timeout=LOCK)
    to_stories_for(ada, "Ben")
    expect(ada.get_by_text(said("stories.why-today", name="Ben"))).to_be_visible()
    expect(ada.get_by_role("button", name=said("stories.ask", whole=False))).to_have_count(0)
    picture(ada, "story-not-twice")
    back_to_talk(ada)

    Screen(ben).press(said("stories.after-all"))
    tell_it(ada, "Ben")
    read_it(ben, HERS)
    back_to_talk(ada)
    expect(
        Talk(ada).log.get_by_text(said("stories.opened-on", name="Ben", whole=False))
    ).to_be_visible(timeout=LOCK)

    # The page on which a talk ends shows what she told, for as long as she can take it back.
    Screen(ada).press(said("more.open"))
    told = said("stories.told-here", name="Ben")
    expect(ada.get_by_role("heading", name=told)).to_be_visible(timeout=LOCK)
    picture(ada, "story-before-an-end")
    ada.get_by_role("button", name=said("stories.back", whole=False)).click()
    Screen(ada).press(said("stories.back-yes"))
    expect(ada.get_by_text(said("stories.back-done"))).to_be_visible(timeout=ANSWER)
    expect(ada.get_by_text("The garden")).to_have_count(0)
    expect(ben.get_by_text(HERS)).to_have_count(0, timeout=LOCK)


@pytest.mark.on_foot
def test_ben_says_it_in_his_own_voice_as_well_and_both_go_when_he_takes_it_back(
    house, open_page, picture
):
    ada, ben = meet(house, open_page, "Reed")
    to_stories_for(ben, "Reed")
    write_story(ben, "The letter", HIS, name="Reed")
    ben.go_back()
    ask_about_it(ben, "Reed")
    Screen(ada).press(said("stories.yes"))
    tell_it(ben, "Reed")

    his = Talk(ben).log.get_by_role("button", name=said("stories.voice"))
    his.click()
    ben.get_by_role("button", name=said("file.voice"), exact=True).click()
    expect(ben.locator(".recording")).to_contain_text("0:02", timeout=ANSWER)
    picture(ben, "story-voice-recording")
    ben.get_by_role("button", name=said("file.stop")).click()
    # It is heard by whoever said it before it goes.
    expect(ben.locator(".attach room-player")).to_be_visible()
    ben.get_by_role("button", name=said("file.send"), exact=True).click()
    expect(his).to_have_count(0, timeout=LOCK)

    read_it(ada, HIS)
    heard = Talk(ada).log.get_by_role("button", name=said("file.listen"))
    expect(heard).to_be_visible(timeout=LOCK)
    heard.click()
    playing = Talk(ada).log.get_by_role("button", name=said("file.pause"))
    expect(playing).to_be_visible(timeout=ANSWER)
    picture(ada, "story-voice-heard")

    Talk(ben).log.get_by_role("button", name=said("stories.back")).click()
    Screen(ben).press(said("stories.back-yes"))
    for gone in (ada.get_by_text(HIS), Talk(ada).log.locator("room-player")):
        expect(gone).to_have_count(0, timeout=LOCK)


@pytest.mark.on_foot
def test_ask_share_ask_and_back_with_the_keyboard_alone(house, open_page):
    ada, ben = meet(house, open_page, "Fern")
    to_stories_for(ben, "Fern")
    write_story(ben, "The letter", HIS, name="Fern")
    ben.go_back()
    by_key(ben, ben.get_by_role("button", name=said("stories.ask", whole=False)).first)
    Screen(ben).heading(said("talk.with", whole=False), timeout=ANSWER)
    by_key(ada, Talk(ada).log.get_by_role("button", name=said("stories.yes")))
    by_key(ben, Talk(ben).log.get_by_role("button", name=said("stories.tell", name="Fern")))
    by_key(ada, Talk(ada).log.get_by_role("button", name=said("stories.read")))
    expect(Talk(ada).log.get_by_text(HIS)).to_be_visible()
    by_key(ben, Talk(ben).log.get_by_role("button", name=said("stories.back")))
    by_key(ben, ben.get_by_role("button", name=said("stories.back-yes")))
    expect(ada.get_by_text(HIS)).to_have_count(0, timeout=LOCK)
