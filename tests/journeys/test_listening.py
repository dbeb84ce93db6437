"""Ben switches the listening coach on, writes, looks into the mirror, and switches it off."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.attacks.sweep import hits_below, hits_in
from tests.journeys.browsers import DESK, PHONE
from tests.journeys.capture import Capture, browser_storage
from tests.journeys.people import meet
from tests.journeys.screens import ANSWER, LOCK, Screen, Talk
from tests.journeys.spoken import here, said

PROJECT = Path(__file__).resolve().parents[2]
PACK = PROJECT / "coach" / "packs" / "open"
TINY = PROJECT / "browser" / "tests" / "listening" / "write-tiny-pack.js"
FULLER = {"encoder.bin", "pieces.txt"}
HERS = "I slipped on Friday and I could not tell my sister about it."
# A sentence that every reader of English hears as a question, with words found nowhere else.
DRAFT = "What was the copper lantern 51177 like for you on Friday night?"
WITHOUT_A_LINE = "How did you feel about the hollow cedar 60288 when you woke up?"
OPEN = re.compile("open question|pregunta abierta")
# How labels are called between worker and page.
LABELS = ["own_story", '"reflection"', '"exploring"', "understanding", "ask-first", "turn-back"]


@pytest.fixture
def pair(own_house, open_page, tmp_path):
    """Ada on a phone and Ben at a desk; all that Ben's browser sends is written down."""
    ada, ben = open_page(PHONE), open_page(DESK)
    capture = Capture(tmp_path / "capture")
    capture.listen(ben.context)
    of_ada, of_ben = meet(ada, ben, own_house)
    of_ada.say(HERS)
    of_ben.has(HERS)
    return own_house, of_ada, of_ben, capture


def to_the_coach(ben: Page) -> None:
    """From the talk to where the coach is switched on and off."""
    Screen(ben).press(said("bar.people"))
    Screen(ben).press(said("listening.open"))
    Screen(ben).heading(said("listening.title"), timeout=LOCK)


def turn(ben: Page, *, on: bool) -> None:
    """Press the one button, and read what it says."""
    Screen(ben).press(said("listening.on" if on else "listening.off"))
    told = said("listening.turned-on" if on else "listening.turned-off")
    expect(ben.get_by_text(told)).to_be_visible(timeout=ANSWER)


def back_to(of_ben: Talk, name: str = "River") -> None:
    """Home, and into the talk again."""
    of_ben.page.locator("room-top .brand").click()
    of_ben.page.get_by_role("button", name=re.compile(name)).first.click()
    expect(of_ben.box).to_be_visible(timeout=ANSWER)


def marked(ben: Page) -> None:
    """The open question under the box is marked as one, once the keys rest."""
    heard = ben.locator("room-ear summary")
    expect(heard).to_contain_text(OPEN, timeout=ANSWER)


@pytest.mark.walked
def test_the_coach_is_switched_on_hears_mirrors_and_leaves_nothing(pair, picture, tmp_path):
    house, _, of_ben, capture = pair
    ben = of_ben.page
    assert not [url for url in capture.urls if "/packs/" in url or "/listening/" in url]
    of_ben.box.fill("What is it like for you today?")
    ben.wait_for_timeout(1_500)
    expect(ben.locator("room-ear")).to_have_count(0)

    to_the_coach(ben)
    picture(ben, "listening-coach")
    turn(ben, on=True)
    if (PACK / "encoder.bin").exists():
        _fuller(ben, "here")
    back_to(of_ben)
    of_ben.box.fill(DRAFT)
    marked(ben)
    picture(ben, "listening-under-the-box")
    ben.context.set_offline(True)
    of_ben.box.fill(WITHOUT_A_LINE)
    marked(ben)
    ben.context.set_offline(False)

    of_ben.box.fill(DRAFT)
    of_ben.box.press("Enter")
    of_ben.has(DRAFT)
    Screen(ben).press(said("more.open"))
    Screen(ben).press(said("mirror.open"))
    Screen(ben).heading(said("mirror.title"), timeout=LOCK)
    expect(ben.locator(".mirrored")).to_contain_text("copper lantern 51177", timeout=ANSWER)
    picture(ben, "listening-mirror")

    ben.go_back()
    ben.go_back()
    to_the_coach(ben)
    turn(ben, on=False)
    # Until the sealed state is saved.
    ben.wait_for_timeout(6_000)
    back_to(of_ben)
    of_ben.box.fill(DRAFT)
    ben.wait_for_timeout(1_500)
    expect(ben.locator("room-ear")).to_have_count(0)
    _nothing_is_left(house, ben, capture, tmp_path)


@pytest.mark.walked
def test_the_coach_falls_silent_for_a_new_line_and_for_good_once_help_was_opened(pair):
    _, of_ada, of_ben, _ = pair
    ben = of_ben.page
    to_the_coach(ben)
    turn(ben, on=True)
    back_to(of_ben)
    of_ben.box.fill(DRAFT)
    marked(ben)
    of_ada.say("Sorry, I go on and on.")
    of_ben.has("Sorry, I go on and on.")
    # That it went, and was read anew, is held by browser/tests/screens/ear.test.js.
    marked(ben)

    ben.get_by_role("button", name=here("Help now")).first.click()
    ben.keyboard.press("Escape")
    expect(ben.locator("room-ear summary")).to_have_count(0)
    back_to(of_ben)
    of_ben.box.fill(WITHOUT_A_LINE)
    ben.wait_for_timeout(2_000)
    expect(ben.locator("room-ear")).to_have_count(1)
    expect(ben.locator("room-ear summary")).to_have_count(0)


@pytest.mark.walked
def test_the_fuller_part_comes_once_is_refused_where_broken_and_goes_when_it_is_switched_off(
    pair, picture, tmp_path
):
    house, _, of_ben, capture = pair
    ben = of_ben.page
    served = _tiny_pack_served(ben, tmp_path)
    to_the_coach(ben)
    expect(ben.get_by_text(said("listening.fuller-cost", mb="1"))).to_be_visible(timeout=ANSWER)
    picture(ben, "listening-coach-fuller-cost")

    served.broken = True
    turn(ben, on=True)
    _fuller(ben, "odd")
    picture(ben, "listening-coach-fuller-odd")
    back_to(of_ben)
    of_ben.box.fill(DRAFT)
    marked(ben)
    to_the_coach(ben)
    served.broken = False
    Screen(ben).press(said("listening.fuller-again", mb="1"))
    _fuller(ben, "here")
    picture(ben, "listening-coach-fuller-here")
    assert _kept(ben) == FULLER

    back_to(of_ben)
    ben.context.set_offline(True)
    of_ben.box.fill(WITHOUT_A_LINE)
    marked(ben)
    ben.context.set_offline(False)
    of_ben.box.fill("")
    to_the_coach(ben)
    _fuller(ben, "here")
    turn(ben, on=False)
    assert _kept(ben) == set()
    ben.wait_for_timeout(6_000)
    _nothing_is_left(house, ben, capture, tmp_path, names=["pack.json", "heads.bin", *FULLER])


class _Served:
    """The tiny pack, whole or with its encoder broken on its way."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.broken = folder, False

    def answer(self, route: Route) -> None:
        name = route.request.url.rsplit("/", 1)[1]
        body = (self.folder / name).read_bytes()
        if self.broken and name == "encoder.bin":
            body = bytes(len(body))
        route.fulfill(body=body, content_type="application/octet-stream")


def _tiny_pack_served(page: Page, folder: Path) -> _Served:
    """A pack with a second tier that was made just now, in place of the one that ships."""
    made = folder / "tiny"
    made.mkdir()
    node = subprocess.run(
        [sys.executable, PROJECT / "tools" / "node.py"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    subprocess.run([Path(node) / "node", TINY, made], check=True)
    served = _Served(made)
    page.context.route("**/app/packs/open/*", served.answer)
    return served


def _fuller(page: Page, state: str) -> None:
    expect(page.get_by_text(said(f"listening.fuller.{state}"))).to_be_visible(timeout=ANSWER)


def _kept(page: Page) -> set[str]:
    """What of the coach this browser keeps, by the names of its files."""
    urls = page.evaluate(
        """async () => (await caches.has("coach"))
            ? (await (await caches.open("coach")).keys()).map(({ url }) => url) : []"""
    )
    return {url.rsplit("/", 1)[1].split("?")[0] for url in urls}


def _nothing_is_left(house, ben: Page, capture: Capture, folder, names=None) -> None:
    """Not in what was sent, nor in this browser, nor in the house."""
    markers = ["copper lantern 51177", "hollow cedar 60288"]
    stored = browser_storage(ben)
    assert (
        hits_in(
            stored, [*markers, *LABELS, "heads.bin", "encoder.bin"], place="browser storage"
        )
        == []
    )
    # Bodies of answers hold the room's own scripts, which name labels: what was sent counts.
    sent = [
        path
        for path in capture.folder.iterdir()
        if path.name.endswith(("-request", "-request-body", "-frame-sent"))
    ]
    capture.saw_frames()
    for path in sent:
        assert hits_in(path.read_bytes(), [*markers, *LABELS], place=path.name) == []
    packs = {url.rsplit("/", 1)[1] for url in capture.urls if "/app/packs/" in url}
    shipped = json.loads((PACK / "pack.json").read_text())["files"]
    assert packs == set(names or ["pack.json", *shipped])
    found, files = hits_below(house.data, markers)
    assert files
    assert found == []
