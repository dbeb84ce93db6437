"""Pages and live wire as two processes on one PostgreSQL, behind the nginx file we ship."""

import signal
import subprocess
import sys
import time
import urllib.request

import psycopg
import pytest

from tests.deploy.fronted import NAME, program, stand_before
from tests.journeys.browsers import DESK, PHONE
from tests.journeys.house import DemoHouse
from tests.journeys.people import meet
from tests.postgresql import start
from tests.process.served import founded, free_port

BOTH = ("--pages", "--wire")


class Apart(DemoHouse):
    """A demo programme, made by `alongside demo` and served as two processes."""

    def __init__(self, data, *, secure):
        with psycopg.connect(start(), autocommit=True) as database:
            database.execute("DROP DATABASE IF EXISTS apart")
            database.execute("CREATE DATABASE apart")
        super().__init__(data, database=start().replace("/postgres?", "/apart?"))
        self.secure = secure
        self.wire_port = free_port()
        self.parts = {}

    @property
    def origin(self):
        """Where nginx answers."""
        return f"https://{NAME}:{self.secure}"

    def begin(self, part):
        """Start one of the two."""
        port = self.wire_port if part == "--wire" else self.port
        settings = {"ALONGSIDE_ORIGIN": self.origin, "PORT": str(port)}
        self.parts[part] = subprocess.Popen(
            [sys.executable, "-m", "alongside", "serve", part],
            env=self._environment() | settings,
        )
        path = "/wire/ready" if part == "--wire" else "/config.json"
        until = time.monotonic() + 60
        while not answers(f"http://127.0.0.1:{port}{path}"):
            assert self.parts[part].poll() is None
            assert time.monotonic() < until
            time.sleep(0.1)

    def end(self, part):
        """Ask one of the two to stop."""
        process = self.parts.pop(part)
        process.send_signal(signal.SIGINT)
        return process.wait(10)


def answers(address):
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return answer.status == 200
    except OSError:
        return False


@pytest.fixture
def apart(tmp_path, monkeypatch):
    # Every table is made anew on PostgreSQL, whatever else this machine does.
    monkeypatch.setattr("tests.journeys.house.PATIENCE", 300.0)
    house = Apart(tmp_path / "data", secure=free_port())
    house.start()
    house.stop()
    for part in BOTH:
        house.begin(part)
    front, process = stand_before(
        tmp_path, house, plain=free_port(), secure=house.secure, wire=house.wire_port
    )
    yield house, front
    process.terminate()
    process.communicate(timeout=10)
    for part in list(house.parts):
        house.end(part)


@pytest.mark.proof
@pytest.mark.skipif(program() is None, reason="nginx is not installed")
def test_a_talk_goes_through_pages_and_wire_apart_and_outlives_each(apart, open_page):
    house, front = apart
    ada, ben = (
        open_page(size, may_refuse=True, ignore_https_errors=True) for size in (PHONE, DESK)
    )
    with_ben, with_river = meet(ada, ben, house)
    with_ben.say("through the wire")
    with_river.has("through the wire")

    assert house.end("--pages") == 0
    with_river.say("pages are away, the wire is not")
    with_ben.has("pages are away, the wire is not")
    house.begin("--pages")
    assert house.end("--wire") == 0
    with_ben.box.fill("while the wire was away")
    with_ben.box.press("Enter")
    house.begin("--wire")
    with_river.has("while the wire was away", timeout=60_000)

    assert front.ask("/wire/ready").status == 200
    assert front.ask("/wire/metrics").status == 404
    assert answers(f"http://127.0.0.1:{house.wire_port}/wire/metrics")


@pytest.mark.parametrize("part", BOTH)
def test_on_sqlite_they_would_not_hear_each_other_and_do_not_start(tmp_path, part):
    house = founded(tmp_path)

    said = house.run("serve", part)

    assert said.returncode == 1
    assert said.stderr.startswith("Not started: pages and wire apart hear each other")
    assert len(said.stderr.strip().splitlines()) == 1
