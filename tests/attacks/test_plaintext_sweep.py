"""Attack 27: after two people have talked, what they wrote is nowhere but with them."""

import re

import pytest
from playwright.sync_api import expect

from tests.attacks.in_a_circle import MARK, hold_a_circle
from tests.attacks.left_behind import walk
from tests.attacks.sweep import hits_below
from tests.journeys.browsers import DESK, PHONE
from tests.journeys.circling import LINE as LISTED
from tests.journeys.people import ask, come_back, come_in
from tests.journeys.screens import Home, Screen, Waiting
from tests.journeys.spoken import said
from tests.journeys.story import (
    ask_about_it,
    back_to_talk,
    read_it,
    tell_it,
    to_stories_for,
    write_story,
)
from tests.journeys.test_listening import back_to, marked, to_the_coach, turn
from tests.journeys.test_more_than_text import Lines, look_for, to_your_place

HELLO = "walnut heron hello 90417"
CALLED = "Quartzmarigold"
LINE = "velvet thunder line 55120"
ANSWER = "copper meadow answer 73380"
DRAFT = "paper lighthouse draft 21965"
PRIVATE_NAME = "Velvetpelican"
PRIVATE_NOTE = "marble orchard note 60342"
WORDING = "amber whistle other words 71034"
TAKEN = "hollow cedar taken back 26817"
PAGE = "silver bramble notebook page 93305"
PAGE_TITLE = "Tinseldriftwood"
LOOKED_FOR = "cobalt ferry looked for 15592"
HEARD = "What was the tin harbour 36408 like for you on Friday night?"
STORY_TITLE = "Pebblecurtain"
STORY = "ivory kettle story 48127 that only two may read"
STORY_NOTE = "saffron anchor touches 90533"
LATER = "granite sparrow written in the dark 48811"


@pytest.fixture(scope="module")
def walked(playwright, tmp_path_factory):
    """The whole journey of three in browsers that keep their folders, everything noted."""
    return walk(
        playwright,
        tmp_path_factory.mktemp("sweep"),
        _walk,
        keeping={"ada": PHONE, "ben": DESK},
        others={"marisol": DESK},
    )


def _walk(house, pages):
    ada, ben, marisol = pages.values()
    guest = come_in(ada, house)
    ask(guest, "Ben", HELLO, called=CALLED)
    Waiting(ada).written_down()
    come_back(ben, house, "Ben")
    home = Home(ben)
    home.read_hello(CALLED)
    home.accept(CALLED)
    with_ada, with_ben = Lines(ben), Lines(ada)
    with_ada.there(CALLED)
    with_ben.there("Ben")
    with_ben.say(LINE)
    with_ada.has(LINE)
    with_ada.say(ANSWER)
    with_ben.has(ANSWER)
    _more_than_text(with_ada, with_ben)
    _told(with_ada, with_ben)
    _note(ben)
    with_ada.there(CALLED, known_as=PRIVATE_NAME)
    come_back(marisol, house, "Marisol")
    Screen(ben).press(said("bar.people"))
    with_ben.press("More")
    hold_a_circle(ada, ben, marisol)
    back_to_talk(ada)
    _heard(with_ada)
    house.kill()
    with_ben.box.fill(LATER)
    with_ben.box.press("Enter")
    house.start()
    with_ada.has(LATER, timeout=60_000)
    with_ben.box.fill(DRAFT)
    # Long enough for the draft to be put by, sealed, in her state.
    ada.wait_for_timeout(7_000)
    ada.locator("room-top .exit").focus()
    expect(with_ada.log.get_by_text(LATER)).to_have_count(1)
    return {
        "hello": HELLO,
        "called": CALLED,
        "line": LINE,
        "answer": ANSWER,
        "draft": DRAFT,
        "later": LATER,
        "what the coach heard": HEARD,
        "the title of his story": STORY_TITLE,
        "his story": STORY,
        "what it touches on": STORY_NOTE,
        "other words": WORDING,
        "taken back": TAKEN,
        "a page": PAGE,
        "its title": PAGE_TITLE,
        "what she looked for": LOOKED_FOR,
        "what only he calls her": PRIVATE_NAME,
        "his own note": PRIVATE_NOTE,
        "her words": guest.words,
        "her words with hyphens": guest.words.replace(" ", "-"),
        "her spare code": guest.code,
        "her spare code, run together": guest.code.replace(" ", ""),
        "all that was typed in a circle": MARK,
    }


def _more_than_text(with_ada, with_ben):
    """Ada changes a line, takes one back, keeps his, writes a page and looks for words."""
    with_ben.do(LINE, "Change")
    with_ben.box.fill(WORDING)
    with_ben.box.press("Enter")
    with_ada.has(WORDING)
    with_ben.say(TAKEN)
    with_ada.has(TAKEN)
    with_ben.do(TAKEN, "Take back")
    with_ben.press("Yes, take it back")
    expect(with_ada.log.get_by_text(TAKEN)).to_have_count(0)
    with_ben.do(ANSWER, "Keep as proof")
    expect(with_ben.page.get_by_text("Kept. It is in your notebook.")).to_be_visible()
    to_your_place(with_ben)
    with_ben.press("Your notebook")
    with_ben.press("Write a new page")
    with_ben.fill("Title", PAGE_TITLE)
    with_ben.fill("What you write", PAGE)
    with_ben.press("Save")
    expect(with_ben.page.get_by_text("Saved.", exact=True)).to_be_visible()
    for _ in range(4):
        with_ben.page.go_back()
    with_ben.there("Ben")
    look_for(with_ben, LOOKED_FOR)
    expect(with_ben.page.get_by_text("Everything has been looked through.")).to_be_visible()
    for _ in range(3):
        with_ben.page.go_back()
    with_ben.there("Ben")


def _heard(with_ada):
    """Ben writes with the listening coach on, sends it, and looks into the mirror."""
    to_the_coach(with_ada.page)
    turn(with_ada.page, on=True)
    back_to(with_ada, PRIVATE_NAME)
    with_ada.box.fill(HEARD)
    marked(with_ada.page)
    with_ada.box.press("Enter")
    with_ada.has(HEARD)
    with_ada.press("More")
    with_ada.press("Listening mirror")
    expect(with_ada.page.locator(".mirrored").last).to_contain_text("tin harbour 36408")
    with_ada.page.go_back()
    with_ada.page.go_back()
    with_ada.there(CALLED, known_as=PRIVATE_NAME)


def _told(with_ada, with_ben):
    """Ben writes a story, asks, tells it after her yes, and she opens it."""
    ben, ada = with_ada.page, with_ben.page
    to_stories_for(ben, CALLED)
    write_story(ben, STORY_TITLE, STORY, name=CALLED, own=STORY_NOTE)
    ben.go_back()
    ask_about_it(ben, CALLED)
    with_ben.press("Yes, I would like to hear it")
    tell_it(ben, CALLED)
    read_it(ada, STORY)


def _note(ben):
    """Ben keeps a name and a note for himself; saved, sealed, after five seconds."""
    screen = Screen(ben)
    screen.press("More")
    screen.fill(re.compile("^What you call "), PRIVATE_NAME)
    screen.fill("Your note", PRIVATE_NOTE)
    screen.press("Keep it")
    expect(ben.get_by_text("Kept.", exact=True)).to_be_visible()
    ben.wait_for_timeout(6_000)
    ben.go_back()


def test_nothing_anyone_wrote_is_in_the_house_on_the_wire_or_in_the_browsers(walked, figure):
    found, files = walked.hits()
    figure(sweep_markers=len(walked.markers), sweep_files=files, sweep_hits=len(found))
    assert found == []


def test_the_search_saw_the_database_the_log_and_the_wire(walked):
    """What is public has to be found: else the search would be blind."""
    name, words = walked.house.words_of("Ben")
    public = {
        "house/data": "Riverside Peers",
        "house/data/alongside.sqlite3": name,
        "house": words,
        "running/alongside.sqlite3": LISTED,
        "backup": LISTED,
        "capture-marisol": LISTED,
        "mail": "You have something new",
        "push": "aes128gcm",
        "capture-ada": "Riverside Peers",
        "capture-ben": name,
    }
    unseen = {place: it for place, it in public.items() if not walked.is_seen(place, it)}
    assert unseen == {}
    # What SQLite writes first, and folds into the database later, was there to be read.
    assert (walked.folder / "running" / "alongside.sqlite3-wal").stat().st_size > 0


def test_frames_of_the_live_wire_were_among_what_was_searched(walked):
    for name in ("ada", "ben", "marisol"):
        sent = list((walked.folder / f"capture-{name}").glob("*-frame-sent"))
        got = list((walked.folder / f"capture-{name}").glob("*-frame-got"))
        assert sent, f"no frame of {name} was seen going out"
        assert got, f"no frame of {name} was seen coming in"


def test_by_what_a_circle_is_listed_is_in_no_log(walked):
    """Its name and its line are for everybody who is signed in, and for nobody else."""
    assert not walked.is_seen("house/said", LISTED)
    (kept, _) = hits_below(walked.house.data, [LISTED])
    assert {hit.place.split("-")[0] for hit in kept} == {"alongside.sqlite3"}


def test_short_lines_all_have_one_length_on_the_wire(walked):
    """Attack 29: nobody on the way can tell a yes from a long sentence."""
    frames = sorted((walked.folder / "capture-ada").glob("*-frame-sent"))
    sent = [path.read_bytes() for path in frames]
    # A kind other than 3 (taking back) stands in the open, whatever its length.
    lines = {len(raw) for raw in sent if raw[:1] == b"\x03" and raw[5] == 3}
    assert len(lines) == 1
