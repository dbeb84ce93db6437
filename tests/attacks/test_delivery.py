"""Attack 30: what is served is what was published, and a browser refuses everything else."""

import gzip
import hashlib
import json
import urllib.request

import pytest
from playwright.sync_api import Error

from tests.journeys.browsers import PROJECT
from tests.journeys.house import DemoHouse
from tests.journeys.screens import ComeIn

OURS = ("crypto", "wire", "vault", "talk", "screens", "words", "look")


@pytest.fixture(scope="module")
def house(assembled, tmp_path_factory):
    house = DemoHouse(tmp_path_factory.mktemp("delivery") / "data")
    house.start()
    yield house
    house.stop()


@pytest.fixture
def room(house, open_page):
    """A page of the room, as its policies let it be."""
    page = open_page(may_refuse=True)
    ComeIn(page).open(house.origin)
    return page


def fetched(house, path):
    request = urllib.request.Request(house.origin + path, headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request, timeout=10) as answer:
        body = answer.read()
        packed = answer.headers.get("Content-Encoding") == "gzip"
        return (gzip.decompress(body) if packed else body), answer.headers


def test_every_file_that_is_served_is_the_one_in_the_manifest(house):
    manifest = json.loads(fetched(house, "/app/manifest.json")[0])["files"]
    assert len(manifest) > 100
    for name, expected in manifest.items():
        body, _ = fetched(house, f"/app/{name}")
        assert hashlib.sha256(body).hexdigest() == expected, name


def test_our_own_files_are_served_exactly_as_written(house):
    for folder in OURS:
        for path in sorted((PROJECT / "browser" / folder).rglob("*.js")):
            name = path.relative_to(PROJECT / "browser").as_posix()
            assert fetched(house, f"/app/{name}")[0] == path.read_bytes(), name


@pytest.mark.parametrize(
    "deed",
    [
        "eval('1')",
        "new Function('return 1')()",
        "document.body.innerHTML = '<b>x</b>'",
        "document.write('x')",
        "trustedTypes.createPolicy('other', { createHTML: (text) => text })",
        "new Worker('/app/crypto/worker.js')",
        "WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))",
        "fetch('https://example.org/')",
        "new WebSocket('wss://example.org/').addEventListener && fetch('https://example.org/')",
    ],
)
def test_the_page_refuses(room, deed):
    # Later, in a turn of the page's own: what a debugger runs itself may always evaluate.
    later = f"try {{ await ({deed}); done(); }} catch (refusal) {{ refuse(refusal); }}"
    with pytest.raises(Error):
        room.evaluate(
            f"() => new Promise((done, refuse) => setTimeout(async () => {{ {later} }}))"
        )


def test_a_script_someone_smuggled_into_the_page_does_not_run(room):
    ran = room.evaluate(
        """() => {
            window.ran = false;
            const script = document.createElement("script");
            try { script.textContent = "window.ran = true"; } catch { return window.ran; }
            document.body.append(script);
            return window.ran;
        }"""
    )
    assert ran is False


def test_the_room_cannot_be_framed_by_another_page(house, open_page):
    page = open_page(may_refuse=True)
    page.route(
        "http://outside.test/",
        lambda route: route.fulfill(
            body=f"<iframe src='{house.origin}/app/'></iframe>", content_type="text/html"
        ),
    )
    page.goto("http://outside.test/")
    page.wait_for_timeout(1500)
    framed = page.frames[1]
    assert framed.url.startswith("chrome-error:") or "Alongside" not in framed.content()


def test_the_worker_with_the_keys_cannot_make_a_request(room):
    room.wait_for_function("() => true")
    workers = [one for one in room.workers if one.url.endswith("/crypto/worker.js")]
    assert workers
    for deed in (
        "fetch('/config.json')",
        "fetch('https://example.org/')",
        "import('/app/screens/shell.js')",
        "new Promise((ok, no) => { const s = new WebSocket('ws://' + location.host + '/wire');"
        " s.onopen = ok; s.onerror = no; })",
    ):
        with pytest.raises(Error):
            workers[0].evaluate(f"async () => {{ await ({deed}); }}")


@pytest.mark.parametrize(
    "path", ["/", "/how-it-works", "/what-we-keep", "/help-now", "/desk/sign-in"]
)
def test_pages_without_keys_run_no_script_at_all(house, path):
    policy = fetched(house, path)[1]["Content-Security-Policy"]
    assert "script-src 'none'" in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy


def test_the_api_cannot_serve_a_script(house):
    _, headers = fetched(house, "/config.json")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Type"].startswith("application/json")
