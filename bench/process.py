"""A server process under measurement: on its own core, its CPU time, its memory."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self

TICK = os.sysconf("SC_CLK_TCK")
SERVER_CORE, CLIENT_CORE = "0", "1"


PATHS = {"PYTHONPATH": os.pathsep.join(["server", "relay", "protocol"])}


class Server:
    """`python -m bench.serve`, on core 0 unless it is told otherwise."""

    def __init__(
        self, what: str, database: str, *, port: int | None = None, is_pinned: bool = True
    ) -> None:
        self.port = port or free_port()
        pinned = ["taskset", "-c", SERVER_CORE] if is_pinned and has_two_cores() else []
        command = [sys.executable, "-m", "bench.serve", what, str(self.port), database]
        self._process = subprocess.Popen([*pinned, *command], env=os.environ | PATHS)
        self._wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            self.stop()
        except subprocess.TimeoutExpired:
            self.kill()

    def stop(self, *, within: float = 10) -> None:
        """Ask it to end, and wait."""
        self._process.send_signal(signal.SIGTERM)
        self._process.wait(within)

    def kill(self) -> None:
        """End it where it stands: kill -9."""
        self._process.kill()
        self._process.wait()

    def cpu_seconds(self) -> float:
        """User and system time so far."""
        stat = Path(f"/proc/{self._process.pid}/stat").read_text()
        return sum(int(part) for part in stat.rsplit(")", 1)[1].split()[11:13]) / TICK

    def memory_kb(self) -> int:
        """Proportional set size."""
        lines = Path(f"/proc/{self._process.pid}/smaps_rollup").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))

    def _wait(self) -> None:
        until = time.monotonic() + 20
        while time.monotonic() < until:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
            if self._process.poll() is not None:
                break
        raise TimeoutError("the server did not start")


def free_port() -> int:
    """A port of loopback that nobody uses."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def has_two_cores() -> bool:
    """Say whether server and client can have a core each."""
    return (os.cpu_count() or 1) > 1


def move_to_client_core() -> None:
    """Keep this process away from the server's core."""
    if has_two_cores():
        os.sched_setaffinity(0, {int(CLIENT_CORE)})
