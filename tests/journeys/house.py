"""A real demo programme in a process of its own: what a newcomer gets from `make demo`."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.once import lay_demo, lay_tables, lay_tables_at

PATIENCE = 240.0
# A name like oak-badger-2041, then five words.
WAY_IN = r"\s+(\S+-\d{4})\s+(\w+(?: \w+){4})\s*$"
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")


class DemoHouse:
    """Starts, kills and restarts `alongside demo` on its own data; remembers what it said.

    Its data begin as a copy of the demo programme of today; `anew` makes another one, with
    keys and people of its own.
    """

    def __init__(
        self,
        data: Path,
        *,
        database: str | None = None,
        mail_url: str | None = None,
        text_url: str | None = None,
        push_host: str | None = None,
        anew: bool = False,
    ) -> None:
        self.data = data
        self.anew = anew
        self.mail_url = mail_url
        self.text_url = text_url
        self.push_host = push_host
        self.database = database
        self.port = _free_port()
        self.clock = data.parent / "clock"
        data.parent.mkdir(parents=True, exist_ok=True)
        self.clock.write_text("0")
        self.printed: list[str] = []
        self._process: subprocess.Popen[str] | None = None
        self._up = threading.Event()

    @property
    def origin(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def is_up(self) -> bool:
        """Say whether it is running."""
        return self._process is not None

    def start(self) -> None:
        """Come up, or fail with what it said."""
        self._up.clear()
        if not self.data.exists():
            self._begin()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "alongside", "demo"],
            env=self._environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._reader = threading.Thread(target=self._read, args=(self._process,), daemon=True)
        self._reader.start()
        if not self._up.wait(PATIENCE):
            raise AssertionError("the demo did not come up:\n" + self.said())

    def stop(self) -> int:
        """Ask to stop as Ctrl-C does; answer the exit code."""
        return self._end(signal.SIGINT)

    def kill(self) -> None:
        """Stop without any warning, as a power cut does."""
        self._end(signal.SIGKILL)

    def travel(self, *, days: float = 0) -> None:
        """Move the clock of server and relay forward from today."""
        self.clock.write_text(str(int(days * 86_400)))

    def travel_to(self, moment: datetime) -> None:
        """Move the clock of server and relay to this moment."""
        self.travel(days=(moment - datetime.now(UTC)) / timedelta(days=1))

    def said(self) -> str:
        """Everything it printed, logs included."""
        return "".join(self.printed)

    def words_of(self, name: str) -> tuple[str, str]:
        """Give the sign-in name and five words that were printed for one of its people."""
        found = re.search(rf"^\s*{name}\b{WAY_IN}", self.said(), re.MULTILINE)
        assert found, f"no words of {name} in:\n{self.said()}"
        return found[1], found[2]

    def _begin(self) -> None:
        """Begin with a copy of what is always the same."""
        if self.database:
            lay_tables_at(self.database)
        elif self.anew:
            lay_tables(self.data)
        else:
            lay_demo(self.data)

    def _read(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        for line in process.stdout:
            self.printed.append(line)
            if ADDRESS.search(line):
                threading.Thread(target=self._wait_for_the_port, daemon=True).start()

    def _wait_for_the_port(self) -> None:
        while self._process is not None and self._process.poll() is None:
            with socket.socket() as door:
                door.settimeout(0.2)
                if door.connect_ex(("127.0.0.1", self.port)) == 0:
                    self._up.set()
                    return

    def _end(self, how: int) -> int:
        assert self._process is not None
        self._process.send_signal(how)
        code = self._process.wait(timeout=PATIENCE)
        self._reader.join(timeout=5)
        self._process.stdout.close()  # type: ignore[union-attr]
        self._process = None
        return code

    def _environment(self) -> dict[str, str]:
        keep = {k: v for k, v in os.environ.items() if not k.startswith("ALONGSIDE_")}
        public = os.environ.get("ALONGSIDE_PUBLIC")
        return (
            keep
            | {
                "ALONGSIDE_DATA": str(self.data),
                "ALONGSIDE_TEST_CLOCK": str(self.clock),
                "PORT": str(self.port),
                "PYTHONUNBUFFERED": "1",
            }
            | ({"ALONGSIDE_PUBLIC": public} if public else {})
            | ({"ALONGSIDE_DATABASE_URL": self.database} if self.database else {})
            | self._carriers()
        )

    def _carriers(self) -> dict[str, str]:
        """Who carries mail, texts and pushed notes."""
        mail = {
            "ALONGSIDE_MAIL_URL": self.mail_url,
            "ALONGSIDE_MAIL_FROM": "post@notes.example.org",
        }
        given = (mail if self.mail_url else {}) | {
            "ALONGSIDE_TEXT_URL": self.text_url,
            "ALONGSIDE_PUSH_HOSTS": self.push_host,
        }
        return {name: value for name, value in given.items() if value}


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])
