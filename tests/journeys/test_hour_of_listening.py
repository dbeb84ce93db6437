"""An hour of use: what the listening coach asks for, sends and keeps while somebody writes.

The coach itself in a browser that writes everything down: its part of the room, its worker and
the pack that ships, with both tiers. Around it stand a talk and no house. A draft every half
minute for an hour is 120 drafts; the clock of the page is then turned on by that hour, so that
what would be sent later is sent.
"""

import functools
import http.server
import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from listening_coach.corpus import read

from tests.attacks.sweep import hits_in
from tests.journeys.browsers import DESK, OpenPage
from tests.journeys.capture import Capture, browser_storage
from tests.journeys.scenes import Quiet

PROJECT = Path(__file__).resolve().parents[2]
PUBLIC = PROJECT / "var" / "public"
FILES = ["pack.json", "heads.bin", "kernel.wasm", "encoder.bin", "pieces.txt"]
DRAFTS = 120
# Words nobody writes, in each draft and in each message.
MINE, THEIRS = "copper lantern 51177", "hollow cedar 60288"
# How labels and questions are called between worker and page.
LABELS = ["own_story", '"reflection"', '"exploring"', "ask-first", "turn-back"]
BEGIN = """async ([messages]) => {
    const { Part } = await import("/app/talk/listening.js");
    const lines = [];
    const talk = { relationship: { id: 1, mine: "specialist", agreements: null,
        promise: { version: 1, sentences: [["device-help", []]] } },
        lines, older: "none", isHere: async () => undefined };
    const kept = [];
    const notes = { isListening: true, take() {}, whenSilent: null };
    const inside = { me: { roles: [2] }, notes,
        given: { clock: { now: () => Date.now() }, onChange() {},
            fetch: (...all) => fetch(...all),
            core: { keepNotes: async (note) => void kept.push(note) } },
        saving: { soon() {} }, promising: { of: () => null },
        notebook: { write: async (page) => { kept.push(page); } },
        conversation: () => talk };
    const part = new Part(inside);
    const said = (from, text) => lines.push(
        { id: `l${lines.length}`, kind: "text", from, text, ts: Date.now(), late: false,
          date: "2026-11-27", card: undefined });
    const arrived = async () => {
        while (part.shown.fuller === "coming" || part.shown.fuller === "none")
            await new Promise((done) => setTimeout(done, 20));
        return part.shown.fuller;
    };
    Object.assign(globalThis, { part, said, kept, messages });
    await part.deeds.begin("c");
    return await arrived();
}"""
WRITE = """async ([from, to]) => {
    const found = { marks: 0, questions: 0 };
    for (const [mine, theirs] of messages.slice(from, to)) {
        said("them", theirs);
        await part.deeds.hear("c", "");
        await part.deeds.begin("c");
        const { marks, question } = await part.deeds.hear("c", mine);
        if (marks.length > 0) await part.deeds.wrong(marks[0].mark, marks[0].sentence);
        found.marks += marks.length;
        found.questions += question === null ? 0 : 1;
        said("me", mine);
    }
    found.mirrored = (await part.deeds.mirror("c")).lines;
    return found;
}"""


@pytest.fixture
def site() -> Iterator[str]:
    """The room's files as they are assembled, and nothing that answers."""
    handler = functools.partial(Quiet, directory=str(PUBLIC))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def drafts() -> list[list[str]]:
    """Replies and messages of our own corpus, each with words in it that nobody else has."""
    replies = [
        [f"{reply.text} {MINE}", f"{message.client} {THEIRS}"]
        for message in read(PROJECT / "coach" / "corpus" / "pairs")
        for reply in message.replies
    ]
    return replies[:: len(replies) // DRAFTS][:DRAFTS]


def test_in_an_hour_of_use_nothing_is_asked_for_sent_or_kept_but_the_packs_own_files(
    site: str, open_page: OpenPage, tmp_path: Path
) -> None:
    page = open_page(DESK)
    capture = Capture(tmp_path / "capture")
    capture.listen(page.context)
    page.clock.install()
    page.clock.resume()
    page.goto(f"{site}/app/manifest.json")
    assert page.evaluate(BEGIN, [drafts()]) == "here"
    asked = list(capture.urls)
    before = json.dumps(_names(page))

    found = page.evaluate(WRITE, [0, DRAFTS])
    page.clock.fast_forward("01:00:00")
    page.evaluate("() => new Promise((done) => requestIdleCallback(done))")

    # It read what was written, or nothing would be shown by what follows.
    assert found["marks"] > DRAFTS
    assert found["questions"] > 0
    assert found["mirrored"] > 0
    assert capture.urls == asked
    assert sorted(_file(url) for url in asked if not url.endswith(".js")) == sorted(
        [*FILES, "manifest.json"]
    )
    for path in capture.folder.iterdir():
        if not path.name.endswith(("-answer", "-answer-body")):
            assert hits_in(path.read_bytes(), [MINE, THEIRS, *LABELS], place=path.name) == []
    assert not list(capture.folder.glob("*-request-body"))
    assert json.dumps(_names(page)) == before
    stored = browser_storage(page)
    assert hits_in(stored, [MINE, THEIRS], place="browser storage") == []
    assert page.evaluate("kept") == []


def _file(url: str) -> str:
    return url.rsplit("/", 1)[1].split("?")[0]


def _names(page) -> object:
    """What this browser keeps, by name: the coach's shelf and its two files."""
    return page.evaluate(
        """async () => ({
            shelves: await Promise.all((await caches.keys()).map(async (name) => [
                name, (await (await caches.open(name)).keys()).map(({ url }) => url)])),
            databases: await indexedDB.databases(),
            local: { ...localStorage }, session: { ...sessionStorage },
            cookies: document.cookie,
        })"""
    )
