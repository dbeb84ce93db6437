"""A server process under measurement: on its own core, its CPU time, its memory."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

TICK = os.sysconf("SC_CLK_TCK")
SERVER_CORE, CLIENT_CORE = 0, 1
PATHS = {"PYTHONPATH": os.pathsep.join(["server", "relay", "protocol"])}
COMES_WITHIN = 40.0


class Process:
    """A server that was started for this measurement, with everything it starts itself."""

    def __init__(
        self,
        command: Sequence[str],
        port: int,
        *,
        environment: Mapping[str, str] | None = None,
        is_pinned: bool = True,
        is_quiet: bool = False,
        also: Sequence[int] = (),
    ) -> None:
        self.port = port
        self._also = also
        pinned = ["taskset", "-c", str(SERVER_CORE)] if is_pinned and has_two_cores() else []
        said = subprocess.DEVNULL if is_quiet else None
        self._process = subprocess.Popen(
            [*pinned, *command],
            env={**os.environ, **PATHS, **(environment or {})},
            stdout=said,
            stderr=said,
        )
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
        """User and system time so far, of its children and of its database too."""
        return sum(_ticks(pid) for pid in self._all()) / TICK

    def memory_kb(self) -> int:
        """Proportional set size of the process and its children."""
        return sum(_pss_kb(pid) for pid in family([self._process.pid]))

    def _all(self) -> set[int]:
        return family([self._process.pid, *self._also])

    def _wait(self) -> None:
        until = time.monotonic() + COMES_WITHIN
        while time.monotonic() < until:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
            if self._process.poll() is not None:
                break
        raise TimeoutError("the server did not start")


class Server(Process):
    """`python -m bench.serve`, on core 0 unless it is told otherwise.

    `also` are the ids of processes that work for it, such as its database.
    """

    def __init__(
        self,
        what: str,
        database: str,
        *,
        port: int | None = None,
        is_pinned: bool = True,
        also: Sequence[int] = (),
    ) -> None:
        chosen = port or free_port()
        command = [sys.executable, "-m", "bench.serve", what, str(chosen), database]
        super().__init__(command, chosen, is_pinned=is_pinned, also=also)


def family(roots: Sequence[int]) -> set[int]:
    """These processes and all that they started."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and (fields := _stat(int(entry.name))):
            parents[int(entry.name)] = int(fields[1])
    found = set(roots)
    while more := {pid for pid, parent in parents.items() if parent in found} - found:
        found |= more
    return found


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
        os.sched_setaffinity(0, {CLIENT_CORE})


def move_to_server_core() -> None:
    """Let what this process starts now run on the server's core, as a database does."""
    if has_two_cores():
        os.sched_setaffinity(0, {SERVER_CORE})


def _stat(pid: int) -> list[str]:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:  # it has ended meanwhile
        return []


def _ticks(pid: int) -> int:
    return sum(int(part) for part in _stat(pid)[11:13])


def _pss_kb(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
