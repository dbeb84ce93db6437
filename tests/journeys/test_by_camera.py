"""Two who are in the same place scan a picture instead of reading six words aloud.

No Chromium on Linux reads such pictures itself: its `BarcodeDetector` is absent, or there by a
switch and reads nothing. Both are tested as they are. For the way itself a stand-in is put in
its place, which reads with zxing-cpp what really stands in the frames of the camera; and the
camera shows a video made of a screenshot of Ben's screen.
"""

import base64
import io

import pytest
import segno
import zxingcpp
from playwright.sync_api import expect

from tests.journeys.browsers import ARGUMENTS, DESK, LOCALES, PHONE, chromium_path, listen
from tests.journeys.people import ask, come_back, come_in
from tests.journeys.scenes import scenes, show, violations
from tests.journeys.screens import LOCK, Home, Screen, Talk
from tests.journeys.spoken import language, said

WIDE, HIGH = 640, 480
# Reads nothing itself: hands each frame of the camera to the test, as grey bytes.
STAND_IN = """
const grey = (video) => {
    const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
    const pen = canvas.getContext("2d");
    pen.drawImage(video, 0, 0);
    const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
    let text = "";
    for (let i = 0; i < data.length; i += 4) text += String.fromCharCode(data[i]);
    return [btoa(text), canvas.width, canvas.height];
};
window.BarcodeDetector = class {
    static async getSupportedFormats() { return ["qr_code"]; }
    async detect(video) {
        const found = await window.readSquares(...grey(video));
        return found.map((rawValue) => ({ rawValue }));
    }
};
const ask = MediaDevices.prototype.getUserMedia;
window.tracks = [];
MediaDevices.prototype.getUserMedia = async function (how) {
    const stream = await ask.call(this, how);
    window.tracks.push(...stream.getTracks());
    return stream;
};
"""
LIVE = "() => window.tracks.filter(({ readyState }) => readyState === 'live').length"
GREY = """async ([png, wide, high]) => {
    const bytes = Uint8Array.from(atob(png), (sign) => sign.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(wide, high);
    const pen = canvas.getContext("2d");
    pen.fillStyle = "#888";
    pen.fillRect(0, 0, wide, high);
    const side = high * 0.7;
    pen.drawImage(picture, (wide - side) / 2, (high - side) / 2, side, side);
    const { data } = pen.getImageData(0, 0, wide, high);
    let text = "";
    for (let i = 0; i < data.length; i += 4) text += String.fromCharCode(data[i]);
    return btoa(text);
}"""


class Before:
    """What lies before the camera: a video of one still picture."""

    def __init__(self, path, page):
        self.path, self._page = path, page
        self.lay(_png("a poster"))

    def lay(self, png):
        """Put another picture there; the camera sees it when it is switched on next."""
        asked = [base64.b64encode(png).decode(), WIDE, HIGH]
        grey = base64.b64decode(self._page.evaluate(GREY, asked))
        colour = b"\x80" * (WIDE * HIGH // 2)
        head = f"YUV4MPEG2 W{WIDE} H{HIGH} F10:1 Ip A1:1 C420jpeg\n".encode()
        self.path.write_bytes(head + (b"FRAME\n" + grey + colour) * 2)


def _png(text):
    made = io.BytesIO()
    segno.make(text, error="m", micro=False).save(made, kind="png", scale=8)
    return made.getvalue()


def read(grey, wide, high):
    """Everything that stands in one frame."""
    frame = memoryview(base64.b64decode(grey)).cast("B", shape=(high, wide))
    return [found.text for found in zxingcpp.read_barcodes(frame)]


@pytest.fixture
def browser_with(playwright):
    """Start a Chromium that sees a video, or has other switches."""
    started = []

    def start(*switches, without=()):
        arguments = [one for one in ARGUMENTS if one not in without]
        browser = playwright.chromium.launch(
            executable_path=chromium_path(), args=[*arguments, *switches]
        )
        started.append(browser)
        return browser

    yield start
    for browser in started:
        browser.close()


def eyes(browser, trouble, **options):
    """A page with a stand-in for the detector, in front of a real camera."""
    context = browser.new_context(viewport=PHONE, locale=LOCALES[language()], **options)
    page = context.new_page()
    listen(page, trouble)
    page.expose_function("readSquares", read)
    page.add_init_script(STAND_IN)
    return page


def compare(page, name):
    """From the talk to the page where the two compare."""
    page.get_by_role("button", name=said("more.open")).click()
    screen = Screen(page)
    screen.press(f"Is it really {name}?")
    screen.heading(f"Is it really {name}?")
    expect(page.locator("ol.words.numbered")).to_have_count(2, timeout=LOCK)


def scan(page, what):
    """Switch the camera on, and wait for what is said then."""
    page.get_by_role("button", name=said("scan.begin")).click()
    expect(page.get_by_text(said(what))).to_be_visible(timeout=LOCK)


@pytest.fixture
def met(own_house, open_page, browser_with, tmp_path):
    """Ada with a camera and Ben at a desk, both where they compare; and what she sees."""
    trouble: list[str] = []
    ben = open_page(DESK)
    before = Before(tmp_path / "seen.y4m", open_page(DESK))
    camera = browser_with(f"--use-file-for-fake-video-capture={before.path}")
    ada = eyes(camera, trouble, permissions=["camera"])
    ask(come_in(ada, own_house), "Ben", "Hello Ben, it is me.", called="River")
    come_back(ben, own_house, "Ben")
    Home(ben).read_hello("River")
    Home(ben).accept("River")
    Talk(ben).there("River")
    Talk(ada).there("Ben")
    compare(ada, "Ben")
    compare(ben, "River")
    yield ada, ben, before
    assert trouble == []


@pytest.mark.on_foot
@pytest.mark.walked
def test_ada_scans_bens_screen_and_knows_that_it_is_ben(met, picture):
    ada, ben, before = met
    expect(ben.get_by_role("img", name=said("scan.picture"))).to_be_visible()
    expect(ben.get_by_role("button", name=said("scan.begin"))).to_have_count(0)

    scan(ada, "scan.elsewhere")
    picture(ada, "37-scan-another-picture")
    assert violations(ada) == []
    ada.get_by_role("button", name=said("scan.stop")).click()
    expect(ada.get_by_role("button", name=said("scan.begin"))).to_be_focused()
    assert ada.evaluate(LIVE) == 0

    before.lay(_png("AQ" + "mist" * 10 + "os"))
    scan(ada, "scan.other")
    expect(ada.get_by_role("alert")).to_be_focused()
    assert ada.evaluate(LIVE) == 0
    picture(ada, "38-scan-not-the-same")
    expect(ada.get_by_text(said("known.checked-words"))).to_have_count(0)

    before.lay(ben.locator("svg.squares").screenshot())
    picture(ben, "39-shows-a-picture")
    scan(ada, "scan.same")
    expect(ada.get_by_text(said("known.checked-words"))).to_be_visible()
    assert ada.evaluate(LIVE) == 0
    picture(ada, "40-scan-the-same")
    expect(ben.get_by_text(said("known.checked-words"))).to_have_count(0)


@pytest.mark.on_foot
def test_the_camera_goes_out_with_the_screen_and_with_a_lock(met):
    ada, _, _ = met
    scan(ada, "scan.elsewhere")
    ada.get_by_role("button", name=said("do.back")).first.click()
    expect(ada.locator("video")).to_have_count(0)
    assert ada.evaluate(LIVE) == 0
    Screen(ada).press("Is it really Ben?")
    scan(ada, "scan.elsewhere")
    ada.evaluate("() => void document.querySelector('room-scan').room.lockNow()")
    expect(ada.locator("room-scan")).to_have_count(0)
    assert ada.evaluate(LIVE) == 0
    assert ada.evaluate("() => window.tracks.length") == 2


@pytest.mark.on_foot
def test_a_refused_camera_leaves_the_words_and_a_page_that_goes_takes_it_along(met):
    ada, _, _ = met
    ada.context.clear_permissions()
    scan(ada, "scan.refused")
    expect(ada.locator("ol.words.numbered")).to_have_count(2)
    ada.context.grant_permissions(["camera"])
    scan(ada, "scan.elsewhere")
    ada.evaluate("() => window.dispatchEvent(new Event('pagehide'))")
    expect(ada.locator("room-scan")).to_have_count(0)
    assert ada.evaluate(LIVE) == 0


def test_where_a_browser_reads_no_pictures_the_words_stay_and_no_camera_is_offered(open_page):
    page = open_page(PHONE)
    with scenes() as address:
        show(page, address, "compare", lang=language())
        assert page.evaluate("'BarcodeDetector' in window") is False
        expect(page.locator("ol.words.numbered")).to_have_count(2)
        expect(page.get_by_role("img", name=said("scan.picture"))).to_be_visible()
        expect(page.get_by_role("button", name=said("scan.begin"))).to_have_count(0)


@pytest.mark.on_foot
def test_a_detector_that_reads_nothing_counts_as_none(browser_with):
    page = browser_with("--enable-blink-features=BarcodeDetector").new_page()
    with scenes() as address:
        show(page, address, "compare", lang=language())
        assert page.evaluate("() => BarcodeDetector.getSupportedFormats()") == []
        expect(page.locator("ol.words.numbered")).to_have_count(2)
        expect(page.get_by_role("button", name=said("scan.begin"))).to_have_count(0)


@pytest.mark.on_foot
def test_without_a_camera_one_sentence_says_so(browser_with):
    trouble: list[str] = []
    blind = browser_with(without=["--use-fake-device-for-media-stream"])
    page = eyes(blind, trouble, permissions=["camera"])
    with scenes() as address:
        show(page, address, "compare", lang=language())
        scan(page, "scan.none")
        expect(page.locator("ol.words.numbered")).to_have_count(2)
    assert trouble == []
