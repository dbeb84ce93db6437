"""What looks for words that left or stayed sees all that leaves and stays."""

import pytest

from tests.journeys.capture import Capture, browser_storage

SITE = "https://capture.invalid/"
KEEP = """async () => {
    const asked = indexedDB.open("kept", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("things");
    await new Promise((done) => { asked.onsuccess = done; });
    const write = asked.result.transaction("things", "readwrite");
    const store = write.objectStore("things");
    store.put("word-marker", "key-marker");
    store.put({ deep: [new TextEncoder().encode("bytes-marker")] }, 2);
    store.put(new Map([["a", new Blob(["blob-marker"])]]), 3);
    await new Promise((done) => { write.oncomplete = done; });
    asked.result.close();
}"""


@pytest.fixture
def page(chromium):
    context = chromium.new_context()
    page = context.new_page()
    page.route(f"{SITE}**", lambda route: route.fulfill(body="<!doctype html><title>x</title>"))
    page.goto(SITE)
    yield page
    context.close()


def test_what_databases_hold_is_found_however_it_is_kept(page):
    page.evaluate(KEEP)
    stored = browser_storage(page)
    for marker in (b"word-marker", b"key-marker", b"bytes-marker", b"blob-marker"):
        assert marker in stored, marker


def test_a_page_that_was_there_before_is_listened_to_and_what_was_not_seen_is_refused(
    page, tmp_path
):
    capture = Capture(tmp_path / "capture")
    capture.listen(page.context)
    with page.expect_event("websocket"):
        page.evaluate("() => void new WebSocket('ws://127.0.0.1:9/nobody')")
    assert list(capture.folder.glob("*-socket"))
    with pytest.raises(AssertionError, match="no frame was seen"):
        capture.saw_frames()


def test_what_a_page_was_answered_is_kept_though_the_page_went_on_to_another(page, tmp_path):
    capture = Capture(tmp_path / "capture")
    capture.listen(page.context)
    page.route(f"{SITE}words", lambda route: route.fulfill(body="<p>first-marker"))
    page.goto(f"{SITE}words")
    # A person reads for longer than that before they go on.
    page.wait_for_timeout(1_000)
    page.goto("about:blank")
    page.goto(SITE)
    capture.finish()
    bodies = [path.read_bytes() for path in capture.folder.glob("*-answer-body")]
    assert sum(b"first-marker" in body for body in bodies) == 1
