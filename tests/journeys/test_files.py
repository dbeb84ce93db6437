"""Pictures, voice notes and files: sent, cut off half-way, seen and heard, and nowhere else."""

import re

import pytest
from playwright.sync_api import expect

from tests.attacks.sweep import hits_below
from tests.journeys.browsers import DESK, PHONE
from tests.journeys.camera import REMEMBER_BLOBS, as_upload, last_blob, photograph
from tests.journeys.people import ask, come_in, say_yes
from tests.journeys.scenes import violations
from tests.journeys.screens import ANSWER, Talk
from tests.journeys.spoken import said

IN_EXIF = "copper heron exif 31175"
IN_NAME = "velvet walnut name 80231"
IN_FILE = "paper thunder letter 55921"
IN_WORDS = "granite meadow words 11744"
MARKERS = [IN_EXIF, IN_NAME, IN_FILE, IN_WORDS]


class Sending(Talk):
    """A talk in which things are sent."""

    def add(self, what: str) -> None:
        """Open the choices, and take one."""
        self.page.get_by_role("button", name=said("file.add")).click()
        self.page.locator(".attach").get_by_role("button", name=said(what)).click()

    def choose(self, what: str, upload: dict) -> None:
        """Choose a file where the page asks for one."""
        self.page.get_by_role("button", name=said("file.add")).click()
        with self.page.expect_file_chooser() as chooser:
            self.page.locator(".attach").get_by_role("button", name=said(what)).click()
        chooser.value.set_files(upload)

    def send(self, about: str = "") -> None:
        """Send what was chosen."""
        if about:
            self.page.locator(".about-file input").fill(about)
        self.page.locator(".attach").get_by_role("button", name=said("file.send")).click()

    def newest(self, words: str):
        """The button of the newest line that brings what came."""
        return self.log.get_by_role("button", name=said(words)).last


@pytest.fixture
def pair(own_house, open_page):
    """Ada on a phone with a microphone and Ben at a desk, in a house of their own."""
    ada, ben = open_page(PHONE, permissions=["microphone"]), open_page(DESK)
    for page in (ada, ben):
        page.add_init_script(REMEMBER_BLOBS)
    guest = come_in(ada, own_house)
    ask(guest, "Ben", "Hello Ben. Nights are long.", called="River")
    say_yes(ben, own_house)
    with_ben, with_river = Sending(ada), Sending(ben)
    with_river.there("River")
    with_ben.there("Ben")
    return with_ben, with_river


def test_a_picture_arrives_over_a_line_that_is_cut_and_lies_open_nowhere(
    own_house, pair, picture
):
    ada, ben = pair
    sent: list[str] = []
    ada.page.on("requestfinished", lambda r: sent.append(r.url) if r.method == "PUT" else None)
    cut = re.compile(r"/api/files/[^/]+/[^/]+/([5-9]|\d\d)$")
    ada.page.route(cut, lambda route: route.abort("connectionfailed"))

    taken = photograph(ada.page, note=IN_EXIF)
    assert IN_EXIF.encode() in taken
    ada.choose("file.picture", as_upload(f"{IN_NAME}.jpg", "image/jpeg", taken))
    expect(ada.page.locator(".attach img.look")).to_be_visible(timeout=ANSWER)
    assert violations(ada.page) == []
    picture(ada.page, "50-a-picture-chosen")
    ada.send(IN_WORDS)
    expect(ada.page.locator(".parcel")).to_contain_text(
        said("file.cut", whole=False), timeout=ANSWER
    )
    picture(ada.page, "51-cut-off")
    assert violations(ada.page) == []
    ada.page.unroute(cut)
    ada.has(IN_WORDS, timeout=60_000)
    ada.all_sent()
    pieces = [url for url in sent if "/api/files/" in url]
    assert len(pieces) == len(set(pieces)) >= 16

    ben.has(IN_WORDS)
    ben.newest("file.show").click()
    shown = ben.log.get_by_role("img", name=IN_WORDS)
    expect(shown).to_be_visible(timeout=60_000)
    width, height = shown.evaluate("(img) => [img.naturalWidth, img.naturalHeight]")
    assert (width, height) == (1_600, 1_200)
    mime, content = last_blob(ben.page)
    assert mime == "image/jpeg"
    assert b"Exif" not in content
    assert IN_EXIF.encode() not in content
    assert violations(ben.page) == []
    picture(ben.page, "52-a-picture-seen")

    own_house.stop()
    nothing_lies_open(own_house)


@pytest.mark.on_foot
def test_a_voice_note_is_heard_first_and_a_page_that_was_sent_stays_a_file(
    own_house, pair, picture
):
    ada, ben = pair
    ada.add("file.voice")
    expect(ada.page.locator(".recording")).to_contain_text("0:02", timeout=ANSWER)
    picture(ada.page, "53-recording")
    ada.page.get_by_role("button", name=said("file.stop")).click()
    expect(ada.page.locator(".attach room-player")).to_be_visible()
    assert violations(ada.page) == []
    picture(ada.page, "54-listen-first")
    ada.send()
    ben.newest("file.listen").click()
    playing = ben.log.get_by_role("button", name=said("file.pause"))
    expect(playing).to_be_visible(timeout=ANSWER)
    assert last_blob(ben.page)[0] == "audio/webm"
    picture(ben.page, "55-a-voice-heard")
    assert violations(ben.page) == []

    letter = as_upload(f"{IN_NAME}.html", "text/html", f"<script>{IN_FILE}</script>".encode())
    ada.choose("file.file", letter)
    picture(ada.page, "56-a-file-chosen")
    ada.send()
    with ben.page.expect_download() as download:
        ben.newest("file.save").click(timeout=ANSWER)
    assert download.value.suggested_filename == f"{IN_NAME}.html"
    assert last_blob(ben.page)[0] == "application/octet-stream"
    for talk, who in ((ada, "ada"), (ben, "ben")):
        picture(talk.page, f"59-both-{who}")
    assert violations(ada.page) == []

    own_house.stop()
    nothing_lies_open(own_house)


def nothing_lies_open(house):
    """No word of what was sent is in any file of the house."""
    found, read = hits_below(house.data.parent, MARKERS)
    assert found == []
    # A house keeps its database with its log, the stored files, its keys and lists.
    assert read > 8


@pytest.mark.on_foot
def test_each_limit_is_one_sentence_and_leads_on(pair, picture):
    ada, ben = pair
    large = b"\xff" * (4 * 1024 * 1024)
    ada.choose("file.file", as_upload("large.bin", "application/octet-stream", large))
    expect(ada.page.get_by_text(said("file.too-large"))).to_be_visible()
    ada.page.get_by_role("button", name=said("file.other")).click()
    ada.page.keyboard.press("Escape")
    expect(ada.box).to_be_focused()
    ada.choose("file.picture", as_upload("no.jpg", "image/jpeg", b"<html>no picture</html>"))
    expect(ada.page.get_by_text(said("file.no-picture"))).to_be_visible()
    picture(ada.page, "57-no-picture")
    ada.page.get_by_role("button", name=said("line.close")).click()

    ben.page.context.clear_permissions()
    ben.add("file.voice")
    expect(ben.page.get_by_text(said("file.mic-refused"))).to_be_visible(timeout=ANSWER)
    assert violations(ben.page) == []
    picture(ben.page, "58-no-microphone")
    ben.page.get_by_role("button", name=said("file.other")).click()
    ben.page.keyboard.press("Escape")
    ben.say("Then I write")
    ada.has("Then I write")
