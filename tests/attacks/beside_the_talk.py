"""What people write beside their talks: a concern and all that follows, thoughts, notes.

Some of it goes to officers, some to whoever supports a specialist, some to nobody at all.
"""

import re
import time
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys.circling import (
    NAME,
    agrees_first,
    goes_in,
    hears,
    log,
    proposes,
    to_circle,
)
from tests.journeys.house import DemoHouse
from tests.journeys.people import Guest, at, come_back
from tests.journeys.screens import ANSWER, Screen
from tests.journeys.spoken import said
from tests.journeys.story import back_to_talk, write_story
from tests.journeys.test_concern import answer, hurt_by_a_line, open_it, open_own, raise_it
from tests.journeys.test_in_danger import enter
from tests.journeys.test_note_together import press, sign, there, word, writes_notes
from tests.journeys.test_report_with_appeal import appeal, decide, hear, open_it_measured
from tests.journeys.test_specialist_joins import (
    a_link,
    at_the_desk,
    back_again,
    bring_in,
    endorse_offline,
    join,
)
from tests.journeys.test_supervision import asks_for_time, home, note_who_supports, says_a_day

Pages = Mapping[str, Page]
# Each with words of its own: what is found says where it came from.
TYPED = {
    "the line that hurt": "gravel trumpet line 31188",
    "a concern": "lilac harbour concern 40817",
    "more about it": "pewter garden more 22951",
    "asked for another look": "scarlet ladder again 61734",
    "begun and not sent": "velour compass begun 18246",
    "an officer's answer": "walrus blanket answer 70393",
    "an officer's note": "onyx teapot officers 55602",
    "why a measure was set": "maroon feather reason 83127",
    "the rule it rests on": "teal cabinet rule 46910",
    "an appeal": "crimson pulley appeal 29458",
    "what became of it": "mauve lantern heard 90271",
    "thought about together": "beige orbit thinking 37785",
    "thought about in return": "umber violin returned 64019",
    "how he is": "ochre blanket wellbeing 12837",
    "the first words of a note": "jade pebble note 58204",
    "the words both agreed to": "lavender bridge agreed 76315",
    "a legal name": "Rosalind Quillfeather-Osterby",
    "a payer's number": "QZ-4418-77032-KV",
    "who was told in danger": "indigo ambulance whom 33590",
    "what was told in danger": "sable corridor what 87146",
    "why it was told": "bronze window why 25063",
    "the title of a story": "Saffronthimble",
    "a story told in a circle": "coral barometer story 49672 for a circle",
    "what it touches on": "ebony cushion touches 16328",
}
AGREED = "We listen. Anybody may pass."
# A story rests for a whole day, wherever in it that began.
RESTS = 2


def take_care(house: DemoHouse, pages: Pages, folder: Path) -> None:
    """Ada is hurt and says so; two officers, Gale who supports Ben, and Ben by himself."""
    desk, ada, ben = pages["desk"], pages["ada"], pages["ben"]
    _gale_joins(house, desk, pages["gale"], folder)
    officers = hurt_by_a_line(
        *(ada, ben, pages["eve"], pages["dora"]), house, line=TYPED["the line that hurt"]
    )
    note_who_supports(desk, house)
    _is_heard(house, ada, officers)
    _is_stopped_and_appeals(house, ben, officers)
    _thinks(house, ben, pages["gale"])
    _write_a_note(ada, ben)
    _is_billed(house, ada, pages["gale"])
    _enters_a_danger(ben)
    _begins_a_letter(ada)


def tell_in_a_circle(house: DemoHouse, ben: Page, marisol: Page) -> None:
    """Ben writes a story for a circle, sleeps on it, tells it; Marisol opens it."""
    come_back(marisol, house, "Marisol")
    proposes(ben, "Marisol")
    to_circle(marisol, "circles.asks-you").press(said("circle.lead-yes"))
    agrees_first(ben, AGREED)
    goes_in(marisol, AGREED)
    home(ben)
    Screen(ben).press(said("stories.open"))
    write_story(
        *(ben, TYPED["the title of a story"], TYPED["a story told in a circle"]),
        name=re.compile(NAME),
        own=TYPED["what it touches on"],
    )
    _at_the_story(ben).press(said("circle-story.choose", whole=False))
    expect(ben.get_by_text(said("circle-story.rests"))).to_be_visible(timeout=ANSWER)
    house.travel(days=RESTS)
    for page, name in ((ben, "Ben"), (marisol, "Marisol")):
        page.goto("about:blank")
        at(page, datetime.fromtimestamp(time.time(), UTC) + timedelta(days=RESTS))
        come_back(page, house, name)
    _at_the_story(ben).press(said("circle-story.tell", whole=False))
    hears(ben, TYPED["what it touches on"])
    to_circle(marisol).press(said("circle.go-in"))
    hears(marisol, TYPED["what it touches on"])
    log(marisol).locator("details summary").last.click()
    hears(marisol, TYPED["a story told in a circle"])


def _gale_joins(house: DemoHouse, desk: Page, gale: Page, folder: Path) -> None:
    at_the_desk(desk, house)
    request, words = join(gale, house, a_link(desk), folder, _no_picture)
    bring_in(desk, endorse_offline(house, request, words, "--supervisor"))
    writes_notes(desk, house, _no_picture)


def _is_heard(house: DemoHouse, ada: Page, officers: list[Guest]) -> None:
    """A concern, an answer to it, a note among officers, and the wish for another look."""
    raise_it(ada, _no_picture, line=TYPED["the line that hurt"], words=TYPED["a concern"])
    open_it(officers[0], house)
    eve = officers[0].page
    expect(eve.get_by_text(TYPED["a concern"])).to_be_visible()
    answer(eve, TYPED["an officer's answer"])
    _letter(eve, "notes", TYPED["an officer's note"])
    open_own(ada)
    expect(ada.get_by_text(TYPED["an officer's answer"])).to_be_visible()
    _letter(ada, "again", TYPED["asked for another look"])
    _letter(ada, "more", TYPED["more about it"])


def _letter(page: Page, what: str, words: str) -> None:
    page.get_by_role("textbox", name=said(f"concern.{what}-words")).fill(words)
    Screen(page).press(said(f"concern.{what}-do"))
    expect(page.get_by_text(said(f"concern.{what}-done"))).to_be_visible()


def _is_stopped_and_appeals(house: DemoHouse, ben: Page, officers: list[Guest]) -> None:
    why, rule = TYPED["why a measure was set"], TYPED["the rule it rests on"]
    decide(officers[0].page, _no_picture, why=why, rule=rule)
    ben.get_by_role("button", name=said("bar.people")).click()
    open_own(ben)
    for words in (why, rule):
        expect(ben.get_by_text(words)).to_be_visible()
    appeal(ben, TYPED["an appeal"])
    open_it_measured(officers[1], house)
    expect(officers[1].page.get_by_text(TYPED["an appeal"])).to_be_visible()
    hear(officers[1].page, _no_picture, words=TYPED["what became of it"])


def _thinks(house: DemoHouse, ben: Page, gale: Page) -> None:
    """Ben asks for time, looks how he is, and both write what they thought about."""
    asks_for_time(ben)
    Screen(ben).press(said("well.open"))
    ben.get_by_role("radio", name=said("well.answer.3")).first.check(force=True)
    ben.get_by_role("textbox", name=said("well.words")).fill(TYPED["how he is"])
    Screen(ben).press(said("well.save"))
    expect(ben.get_by_text(said("well.saved"))).to_be_visible()
    says_a_day(gale, house)
    home(ben)
    for id_ in ("debrief.open", "thinking.open-page", "thinking.begin"):
        Screen(ben).press(said(id_))
    _thought(ben, TYPED["thought about together"])
    Screen(gale).press(said("thinking.open-page"))
    gale.locator("room-thinking li button").click()
    expect(gale.get_by_text(TYPED["thought about together"])).to_be_visible()
    _thought(gale, TYPED["thought about in return"])


def _thought(page: Page, words: str) -> None:
    page.locator("room-thinking-one textarea").fill(words)
    page.get_by_text(said("thinking.pick"), exact=True).click()
    page.locator("room-thinking-one input[name=topic]").first.check()
    page.locator("room-thinking-one input[name=minutes]").fill("40")
    Screen(page).press(said("thinking.send"))
    expect(page.get_by_text(words)).to_be_visible()


def _write_a_note(ada: Page, ben: Page) -> None:
    _to_talk(ben)
    word(ben, TYPED["the first words of a note"], "notes.write", _no_picture)
    back_to_talk(ada)
    there(ada)
    expect(ada.get_by_text(TYPED["the first words of a note"])).to_be_visible()
    press(ada, "notes.change")
    agreed = TYPED["the words both agreed to"]
    ada.get_by_role("textbox", name=said("notes.words")).fill(agreed)
    press(ada, "notes.show", name="Ben")
    for person in (ben, ada):
        expect(person.get_by_text(agreed)).to_be_visible()
        press(person, "notes.agree")
    for person in (ada, ben):
        expect(person.get_by_role("heading", name=said("notes.stand"))).to_be_visible()


def _is_billed(house: DemoHouse, ada: Page, gale: Page) -> None:
    name, number = TYPED["a legal name"], TYPED["a payer's number"]
    sign(ada, _no_picture, name=name, number=number)
    gale.reload()
    back_again(gale, house)
    Screen(gale).press(said("bills.open"))
    expect(gale.get_by_text(name).first).to_be_visible(timeout=ANSWER)


def _enters_a_danger(ben: Page) -> None:
    _to_talk(ben)
    whom, what, why = (
        TYPED[one]
        for one in ("who was told in danger", "what was told in danger", "why it was told")
    )
    enter(ben, _no_picture, whom=whom, what=what, why=why)


def _begins_a_letter(ada: Page) -> None:
    """What is begun is put by, sealed, though it is never sent."""
    open_own(ada)
    box = ada.get_by_role("textbox", name=said("concern.more-words"))
    box.fill(TYPED["begun and not sent"])
    ada.wait_for_timeout(7_000)


def _to_talk(ben: Page) -> None:
    home(ben)
    ben.locator("button.person-head").first.click()


def _at_the_story(ben: Page) -> Screen:
    screen = to_circle(ben)
    for id_ in ("circle.go-in", "circle-story.open"):
        screen.press(said(id_))
    return screen


def _no_picture(*_: object) -> None:
    """These ways are walked with pictures elsewhere."""
