"""A real house in a process of its own, with a programme and nobody in it."""

import atexit
import functools
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

from tests.once import lay_tables

# A command takes seconds; on a machine that ten others share, the tables alone take a minute.
PATIENCE = 240.0
FOUND = """
import django
django.setup()
from dataclasses import asdict
from alongside.cli import migrate
from alongside.demo.programme import PROGRAMME
from alongside.programme.actions import found
from pse.signing import verify_key_of
migrate.apply()
settings = asdict(PROGRAMME)
settings["passes_on"] = list(settings["passes_on"])
found(roster_key=verify_key_of(bytes(range(32))), **settings)
"""


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: Message
    content: bytes


@dataclass
class Served:
    """One `alongside serve` on its own data."""

    data: Path
    port: int
    process: subprocess.Popen | None = None

    @property
    def origin(self):
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def environment(self, **more):
        """Give the environment a command on these data runs in."""
        keep = {k: v for k, v in os.environ.items() if not k.startswith("ALONGSIDE_")}
        return {**keep, "ALONGSIDE_DATA": str(self.data), "PORT": str(self.port), **more}

    def run(self, *words, **more):
        """Run a command on these data to its end."""
        return subprocess.run(
            [sys.executable, "-m", "alongside", *words],
            env=self.environment(**more),
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )

    def start(self, *, health=200, **more):
        """Come up, and say after how many seconds."""
        began = time.monotonic()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "alongside", "serve"],
            env=self.environment(**more),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        while not self._answers(health):
            assert self.process.poll() is None, self.process.stdout.read()
            assert time.monotonic() - began < PATIENCE
            time.sleep(0.05)
        return time.monotonic() - began

    def stop(self, how=signal.SIGINT):
        """Ask it to stop; give the exit code, the seconds it took, and what it said."""
        began = time.monotonic()
        self.process.send_signal(how)
        said, _nothing = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, time.monotonic() - began, said

    def ask(self, path, *, method="GET", body=None, headers=None):
        """Ask for a page, whatever the answer is: status, headers and content."""
        asked = urllib.request.Request(
            self.origin + path, data=body, method=method, headers=headers or {}
        )
        try:
            with urllib.request.urlopen(asked, timeout=30) as answer:
                return Answer(answer.status, answer.headers, answer.read())
        except urllib.error.HTTPError as answer:
            with answer:
                return Answer(answer.code, answer.headers, answer.read())

    def _answers(self, health):
        try:
            return self.ask("/wire/health").status == health
        except OSError:
            return False


def founded(data):
    """Make tables and a programme in a folder: a copy of what was made once for this run."""
    shutil.copytree(_founded_once(), data, dirs_exist_ok=True)
    return Served(data, free_port())


@functools.cache
def _founded_once():
    folder = Path(tempfile.mkdtemp(prefix="alongside-founded-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    lay_tables(folder)
    subprocess.run(
        [sys.executable, "-c", FOUND],
        env=Served(folder, free_port()).environment(
            DJANGO_SETTINGS_MODULE="alongside.settings"
        ),
        check=True,
        timeout=PATIENCE,
    )
    return folder


def free_port():
    """Give a port that nobody listens on."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]
