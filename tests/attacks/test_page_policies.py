"""Attack 30: a script that got into page or worker is stopped by name, and reaches nobody."""

import socket
import threading
from contextlib import suppress

import pytest

from tests.journeys.house import DemoHouse
from tests.journeys.screens import ComeIn

NOTE = """() => {
    window.broken = [];
    addEventListener("securitypolicyviolation", ({ effectiveDirective }) =>
        broken.push(effectiveDirective));
}"""
# Later, in a turn of the page's own: what a debugger runs itself may always evaluate.
TRY = """(deed) => new Promise((done) => setTimeout(async () => {
    const element = (name, more) => Object.assign(document.createElement(name), more);
    const put = (name, more) => document.body.append(element(name, more));
    try { await deeds[deed]({ element, put }); } catch {}
    setTimeout(done, 700);
}))"""
DEEDS = """(spy) => {
    window.deeds = {
        "an inline script": ({ put }) => put("script", { textContent: "window.ran = true" }),
        "a script in text": () => {
            document.body.innerHTML = "<img src=x onerror='ran = true'>"; },
        "a script beside the text": ({ element }) => {
            element("div").insertAdjacentHTML("beforeend", "<script>ran = true</script>"); },
        "a parsed page": () => new DOMParser().parseFromString("<b>x</b>", "text/html"),
        "a handler in an attribute": () => {
            document.body.setAttribute("onclick", "window.ran = true");
            document.body.click(); },
        "a link that is a script": ({ element }) => {
            const link = element("a", { href: "javascript:window.ran = true" });
            document.body.append(link); link.click(); },
        "text as a timer": () => setTimeout("window.ran = true", 0),
        "eval": () => eval("window.ran = true"),
        "a function of text": () => new Function("window.ran = true")(),
        "a second policy": () =>
            trustedTypes.createPolicy("mine", { createScript: (s) => s }),
        "the same policy again": () =>
            trustedTypes.createPolicy("pse", { createScriptURL: (s) => s }),
        "a script from elsewhere": ({ put }) => put("script", { src: spy + "x.js" }),
        "a module from elsewhere": () => import(spy + "x.mjs"),
        "a module in its own address": () => import("data:text/javascript,window.ran=true"),
        "a worker of text": () => new Worker(URL.createObjectURL(new Blob(["1"]))),
        "another service worker": () => navigator.serviceWorker.register("/app/room.js"),
        "a question elsewhere": () => fetch(spy),
        "a beacon": () => navigator.sendBeacon(spy, "words"),
        "an old kind of question": () => {
            const asked = new XMLHttpRequest(); asked.open("GET", spy); asked.send(); },
        "a line elsewhere": () => new WebSocket(spy.replace("http", "ws")),
        "a stream elsewhere": () => new EventSource(spy),
        "a picture from elsewhere": ({ put }) => put("img", { src: spy + "x.png" }),
        "a film from elsewhere": ({ put }) => put("video", { src: spy + "x.mp4" }),
        "a style from elsewhere": ({ put }) =>
            put("link", { rel: "stylesheet", href: spy + "x.css" }),
        "a style in an attribute": () => document.body.setAttribute("style", "color: red"),
        "a style in text": ({ put }) => put("style", { textContent: "b { color: red }" }),
        "a frame": ({ put }) => put("iframe", { src: spy }),
        "a frame of text": ({ put }) => {
            put("iframe", { srcdoc: "<script>top.ran = true</script>" }); },
        "a plugin": ({ put }) => put("object", { data: spy }),
        "another base": ({ element }) => document.head.append(element("base", { href: spy })),
        "a form": ({ element }) => {
            const form = element("form", { action: spy, method: "post" });
            document.body.append(form); form.submit(); },
    };
}"""
# Each deed, and the parts of the policy of which one stops it.
STOPPED = {
    "an inline script": {"require-trusted-types-for", "script-src-elem"},
    "a script in text": {"require-trusted-types-for"},
    "a script beside the text": {"require-trusted-types-for"},
    "a parsed page": {"require-trusted-types-for"},
    "a handler in an attribute": {"require-trusted-types-for", "script-src-attr"},
    "a link that is a script": {"require-trusted-types-for", "script-src-elem"},
    "text as a timer": {"require-trusted-types-for"},
    "eval": {"require-trusted-types-for", "script-src"},
    "a function of text": {"require-trusted-types-for", "script-src"},
    "a second policy": {"trusted-types"},
    "the same policy again": {"trusted-types"},
    "a script from elsewhere": {"require-trusted-types-for", "script-src-elem"},
    "a module from elsewhere": {"script-src-elem"},
    "a module in its own address": {"script-src-elem"},
    "a worker of text": {"require-trusted-types-for"},
    "another service worker": {"require-trusted-types-for"},
    "a question elsewhere": {"connect-src"},
    "a beacon": {"connect-src"},
    "an old kind of question": {"connect-src"},
    "a line elsewhere": {"connect-src"},
    "a stream elsewhere": {"connect-src"},
    "a picture from elsewhere": {"img-src"},
    "a film from elsewhere": {"media-src"},
    "a style from elsewhere": {"style-src-elem"},
    "a style in an attribute": {"style-src-attr"},
    "a style in text": {"style-src-elem"},
    "a frame": {"frame-src"},
    "a frame of text": {"require-trusted-types-for"},
    "a plugin": {"object-src", "require-trusted-types-for"},
    "another base": {"base-uri"},
    "a form": {"form-action"},
}
IN_A_WORKER = (
    "fetch('{spy}')",
    "fetch('/config.json')",
    "import('/app/screens/shell.js')",
    "import('{spy}x.mjs')",
    "importScripts('{spy}x.js')",
    "new Promise((ok, no) => {{ const s = new WebSocket('{line}');"
    " s.onopen = ok; s.onerror = no; }})",
    "new Promise((ok, no) => {{ const x = new XMLHttpRequest(); x.open('GET', '{spy}');"
    " x.onload = ok; x.onerror = no; x.send(); }})",
    "new Promise((ok, no) => {{ const s = new EventSource('{spy}');"
    " s.onopen = ok; s.onerror = no; }})",
    "new Promise((ok, no) => {{ const w = new Worker('/app/crypto/worker.js');"
    " w.onerror = no; setTimeout(ok, 4000); }})",
)


class Spy:
    """Somebody elsewhere, who notes whoever says a word.

    Chromium may open a line to a place it is about to go to before it asks the policy; nothing
    is said on it, and a browser that asks first opens none.
    """

    def __init__(self) -> None:
        self.came = 0
        self.door = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self.door.getsockname()[1]}/"
        threading.Thread(target=self._watch, daemon=True).start()

    def _watch(self) -> None:
        try:
            while True:
                visitor, _ = self.door.accept()
                threading.Thread(target=self._hear, args=(visitor,), daemon=True).start()
        except OSError:
            return

    def _hear(self, visitor: socket.socket) -> None:
        with visitor, suppress(OSError):
            self.came += bool(visitor.recv(1))

    def knock(self) -> None:
        """Show that the spy would notice."""
        with socket.create_connection(self.door.getsockname()) as visitor:
            visitor.sendall(b"GET")


@pytest.fixture(scope="module")
def spy():
    spy = Spy()
    yield spy
    spy.door.shutdown(socket.SHUT_RDWR)
    spy.door.close()


@pytest.fixture(scope="module")
def room(assembled, chromium, spy, tmp_path_factory):
    """A page of the room, as its policies let it be; what is broken is noted."""
    house = DemoHouse(tmp_path_factory.mktemp("policies") / "data")
    house.start()
    context = chromium.new_context()
    page = context.new_page()
    ComeIn(page).open(house.origin)
    page.evaluate(NOTE)
    page.evaluate(DEEDS, spy.address)
    yield page
    context.close()
    house.stop()


@pytest.mark.parametrize("deed", STOPPED)
def test_the_page_stops_it_by_name(room, spy, deed):
    before = spy.came
    room.evaluate("() => { broken.length = 0; delete window.ran; }")
    room.evaluate(TRY, deed)

    assert set(room.evaluate("broken")) & STOPPED[deed], room.evaluate("broken")
    assert room.evaluate("window.ran") is None
    assert spy.came == before


def test_every_deed_was_tried(room):
    assert set(room.evaluate("Object.keys(deeds)")) == set(STOPPED)


@pytest.mark.parametrize("deed", IN_A_WORKER)
def test_the_worker_with_the_keys_reaches_nobody(room, spy, deed):
    [worker] = [one for one in room.workers if one.url.endswith("/crypto/worker.js")]
    before = spy.came
    said = deed.format(spy=spy.address, line=spy.address.replace("http", "ws"))
    reached = worker.evaluate(
        f"async () => {{ try {{ await ({said}); return true; }} catch {{ return false; }} }}"
    )

    assert reached is False
    assert spy.came == before


def test_the_spy_would_have_noticed(spy):
    before = spy.came
    spy.knock()
    for _ in range(100):
        if spy.came > before:
            return
        threading.Event().wait(0.02)
    raise AssertionError("nobody watches the door")
