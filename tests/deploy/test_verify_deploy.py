"""A partner compares what an address serves with the release, and is told what differs."""

import io
import json
import shutil
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from alongside.cli import main
from alongside.cli.verify_deploy.files import loaded_by
from alongside.cli.verify_deploy.policies import weaker_in
from alongside.cli.verify_deploy.release import release_at
from alongside.ground.content_policy import PAGE_POLICY, ROOM_FEATURES, room_policy
from pse.base64url import to_text
from pse.signing import verify_key_of
from tests.deploy.between import between
from tests.process.served import founded

PROJECT = Path(__file__).resolve().parents[2]
MANIFEST = PROJECT / "var" / "public" / "app" / "manifest.json"
ROOM = room_policy(houses=["https://peers.example.org"], is_apart=False)


@pytest.fixture(scope="module")
def house(assembled, tmp_path_factory):
    house = founded(tmp_path_factory.mktemp("house"))
    house.start()
    yield house
    house.stop()


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """A release of a few files: what is found is the same, and sooner."""
    full = json.loads(MANIFEST.read_text())
    kept = ("index.html", "room.js", "sw.js", "look/look.css")
    listed = {name: full["files"][name] for name in kept}
    path = tmp_path_factory.mktemp("release") / "manifest.json"
    path.write_text(json.dumps({**full, "files": listed}))
    return path


@dataclass(frozen=True)
class Done:
    returncode: int
    stdout: str
    stderr: str


def verified(url, *more):
    said, refused = io.StringIO(), io.StringIO()
    with redirect_stdout(said), redirect_stderr(refused):
        code = main(["verify-deploy", url, *more])
    return Done(code, said.getvalue(), refused.getvalue())


def found(url, release, *more):
    """Give the differences, without what the short list of a small release adds."""
    done = verified(url, "--release", str(release), *more)
    lines = [line[2:] for line in done.stdout.splitlines() if line.startswith("- ")]
    return [line for line in lines if "is listed there and is not in the release" not in line]


def test_an_honest_house_serves_the_release_file_for_file(house):
    done = verified(house.origin)

    assert done.stdout.startswith(f"{house.origin} serves this release: ")
    assert "What this cannot see" in done.stdout
    assert (done.returncode, done.stderr) == (0, "")


def test_looking_needs_no_settings_and_leaves_nothing_behind(house, tmp_path, small):
    done = subprocess.run(
        [sys.executable, "-m", "alongside", "verify-deploy", house.origin, "--release", small],
        cwd=tmp_path,
        env={"PATH": "/usr/bin", "ALONGSIDE_MODE": "production"},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )

    assert done.stderr == ""
    assert list(tmp_path.iterdir()) == []


def test_one_changed_byte_is_found_and_named(house, small):
    def change(reply):
        if reply.path == "/app/room.js":
            reply.body = reply.body.replace(b"e", b"f", 1)
            reply.without("Content-Encoding")

    with between(house.port, change) as hostile:
        done = verified(hostile, "--release", str(small))

    assert "- app/room.js was changed." in done.stdout
    assert "is not this release" in done.stdout
    assert done.returncode == 1


def test_a_file_that_was_changed_for_some_visitors_only_is_found(house, small):
    def change(reply):
        if reply.path == "/app/room.js" and "Mobile" in reply.asked.get("User-Agent", ""):
            reply.body = b"spy()"
            reply.without("Content-Encoding")

    with between(house.port, change) as hostile:
        assert found(hostile, small) == ["app/room.js was changed, for a phone in Spanish."]


def test_a_page_that_is_another_one_behind_a_question_is_found(house, small):
    def change(reply):
        if reply.path == "/app/?lang=es":
            reply.body = b"<!doctype html><script src='spy.js'></script>"
            reply.without("Content-Encoding")

    with between(house.port, change) as hostile:
        told = found(hostile, small)

    assert "/app/?lang=es was changed." in told
    assert "/app/?lang=es loads app/spy.js, which is not in the release." in told


def test_a_missing_file_and_a_longer_list_are_found(house, small):
    def change(reply):
        if reply.path == "/app/look/look.css":
            reply.status, reply.body = 404, b""
        if reply.path == "/app/manifest.json":
            listed = {"files": {"screens/spy.js": "0" * 64}, "version": 1}
            reply.body = json.dumps(listed).encode()
            reply.without("Content-Encoding")

    with between(house.port, change) as hostile:
        done = verified(hostile, "--release", str(small))

    assert "- app/look/look.css is missing: it answers 404." in done.stdout
    assert "- app/screens/spy.js is listed there and is not in the release." in done.stdout
    assert "- app/room.js is in the release and is not listed there." in done.stdout


RELAXED = {
    "a wider policy": (
        "Content-Security-Policy",
        ROOM.replace("script-src 'self'", "script-src 'self' https://spy.example"),
        "/app/room.js has a weaker policy",
    ),
    "no policy": ("Content-Security-Policy", None, "/app/room.js has a weaker policy"),
    "another opener": (
        "Cross-Origin-Opener-Policy",
        "unsafe-none",
        "/app/room.js says Cross-Origin-Opener-Policy: unsafe-none",
    ),
    "no nosniff": ("X-Content-Type-Options", None, "says X-Content-Type-Options: None"),
    "a camera": ("Permissions-Policy", "camera=*", "says Permissions-Policy: camera=*"),
    "ears elsewhere": (
        "Permissions-Policy",
        ROOM_FEATURES.replace("microphone=(self)", "microphone=*"),
        "microphone=*",
    ),
    "eyes elsewhere": (
        "Permissions-Policy",
        ROOM_FEATURES.replace("camera=(self)", "camera=*"),
        "camera=*",
    ),
    "reports sent elsewhere": ("Reporting-Endpoints", 'a="https://spy.example"', "carries"),
    "a cookie": ("Set-Cookie", "who=ada", "carries Set-Cookie"),
    "another service worker": ("Service-Worker-Allowed", "/", "carries Service-Worker-Allowed"),
    "another kind of file": ("Content-Type", "text/html", "is served as text/html"),
    "readers elsewhere": ("Access-Control-Allow-Origin", "*", "carries Access-Control"),
}


@pytest.mark.parametrize("what", RELAXED)
def test_one_relaxed_header_is_found(house, small, what):
    name, value, told = RELAXED[what]

    def change(reply):
        if reply.path == "/app/room.js":
            reply.without(name)
            if value is not None:
                reply.says(name, value)

    with between(house.port, change) as hostile:
        assert any(told in line for line in found(hostile, small))


def test_a_stricter_policy_beside_ours_is_no_difference():
    assert weaker_in(ROOM, ROOM) == []
    assert weaker_in(ROOM.replace("connect-src 'self'", "connect-src"), ROOM) == []


@pytest.mark.parametrize(
    ("strict", "relaxed"),
    [
        ("script-src 'self'", "script-src 'self' 'unsafe-inline'"),
        ("connect-src 'self'", "connect-src *"),
        ("frame-ancestors 'none'", "frame-ancestors *"),
        ("require-trusted-types-for 'script'", "require-trusted-types-for"),
        ("trusted-types pse lit-html", "trusted-types pse lit-html other"),
        ("base-uri 'none'; ", ""),
        ("default-src 'none'; ", "default-src 'none'; frame-src *; "),
        ("default-src 'none'; ", "default-src 'none'; script-src-elem *; "),
        ("default-src 'none'; ", "default-src 'none'; script-src *; "),
    ],
)
def test_a_policy_that_allows_more_in_any_part_is_weaker(strict, relaxed):
    assert strict in ROOM
    assert weaker_in(ROOM.replace(strict, relaxed), ROOM)
    assert weaker_in(PAGE_POLICY, ROOM)


def test_a_key_that_is_not_the_printed_one_is_found(house, small):
    real = to_text(verify_key_of(bytes(range(32))))

    assert found(house.origin, small, "--roster", real) == []
    told = found(house.origin, small, "--roster", to_text(bytes(32)))
    assert told == [f"The programme's key is another one than yours: {real}."]


def test_a_wheel_a_folder_and_a_list_are_all_releases(tmp_path):
    folder = tmp_path / "alongside" / "public" / "app"
    folder.mkdir(parents=True)
    shutil.copy(MANIFEST, folder)
    wheel = tmp_path / "alongside.whl"
    shutil.make_archive(str(tmp_path / "packed"), "zip", tmp_path, "alongside")
    (tmp_path / "packed.zip").rename(wheel)
    installed = release_at(None)

    assert "static/web/passkey.js" in installed.files
    assert [release_at(one) for one in (wheel, tmp_path, MANIFEST)] == [installed] * 3


def test_what_cannot_be_looked_at_is_said_and_is_no_yes(tmp_path, house, small):
    nothing = verified("http://127.0.0.1:9/", "--release", str(small))
    odd = verified(house.origin, "--release", str(tmp_path))
    no_address = verified("peers.example.org", "--release", str(small))

    assert [one.returncode for one in (nothing, odd, no_address)] == [2, 2, 2]
    assert "does not answer" in nothing.stderr
    assert "is no release" in odd.stderr
    assert "is not a web address" in no_address.stderr


def test_what_a_changed_file_loads_is_read_however_it_is_written():
    body = b"""import "./a.js"; import { b } from '../b.js'; await import("/app/c.mjs");
    importScripts("d.js"); export * from "https://spy.example/e.js";"""

    assert loaded_by("app/talk/x.js", body) == {
        "app/talk/a.js",
        "app/b.js",
        "app/c.mjs",
        "app/talk/d.js",
        "https://spy.example/e.js",
    }
