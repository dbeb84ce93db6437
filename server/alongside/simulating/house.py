"""A whole house on scratch data, served by the real command in a process of its own."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")
SERVER_CORE, CLIENT_CORE = 0, 1
COMES_WITHIN = 60.0
# So many made-up people have an address each, as people behind a proxy have that names none:
# the limit of openings from one address is not what is asked here.
NEAR = ",".join(f"127.0.0.{last}" for last in range(1, 203))


class Served:
    """`alongside serve`, on core 0 where there are two."""

    def __init__(self, data: Path, database_url: str) -> None:
        self.port = _free_port()
        self._environment = os.environ | {
            "ALONGSIDE_DATA": str(data),
            "ALONGSIDE_DATABASE_URL": database_url,
            "ALONGSIDE_PROXIES": NEAR,
            "PORT": str(self.port),
        }
        self._spent = 0.0
        self.start()

    def start(self) -> None:
        """Start it, and wait until it answers."""
        command = [sys.executable, "-m", "alongside", "serve"]
        self._process = subprocess.Popen(command, env=self._environment)  # noqa: S603
        if has_two_cores():
            os.sched_setaffinity(self._process.pid, {SERVER_CORE})
        until = time.monotonic() + COMES_WITHIN
        while time.monotonic() < until and self._process.poll() is None:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        raise TimeoutError("the house did not start")

    def stop(self) -> None:
        """Ask it to end; it has ten seconds."""
        self._spent += self._used()
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def cpu_seconds(self) -> float:
        """What it has used so far, over all starts."""
        return self._spent + self._used()

    def memory_mb(self) -> float:
        """What it holds now."""
        status = Path(f"/proc/{self._process.pid}/smaps_rollup").read_text().splitlines()
        return next(int(line.split()[1]) for line in status if line.startswith("Pss:")) / 1024

    def _used(self) -> float:
        stat = Path(f"/proc/{self._process.pid}/stat").read_text()
        return sum(int(part) for part in stat.rsplit(")", 1)[1].split()[11:13]) / TICK


def has_two_cores() -> bool:
    """Say whether server and people can have a core each."""
    return hasattr(os, "sched_setaffinity") and (os.cpu_count() or 1) > 1


def move_to_client_core() -> None:
    """Keep this process away from the server's core."""
    if has_two_cores():
        os.sched_setaffinity(0, {CLIENT_CORE})


def allow_many_sockets(wanted: int) -> int:
    """Raise the number of open files as far as the system lets us; gives what there is."""
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    for most in (max(wanted, hard), hard):
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (min(wanted, most), most))
            break
        except (ValueError, OSError):
            continue
    return resource.getrlimit(resource.RLIMIT_NOFILE)[0]


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
