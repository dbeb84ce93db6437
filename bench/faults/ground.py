"""Where a scene plays: a fresh database with the house's tables, and relays on it."""

import json
import os
import resource
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.process import PATHS, Server, free_port
from bench.seed import use

from .cluster import Cluster

STARTS_WITHIN = 40.0


class Relay(Server):
    """A relay process of a scene; `start` brings it back on the same port."""

    def __init__(
        self, database: str, control: Path, *, host: str = "127.0.0.1", netns: str = ""
    ) -> None:
        self.host = host
        self.port = free_port()
        self._also = ()
        self._said = control.with_name("relay.log")
        inside = ["ip", "netns", "exec", netns] if netns else []
        self._command = [
            *inside, sys.executable, "-m", "bench.faults.serve",
            host, str(self.port), database, str(control),
        ]  # fmt: skip
        self.start()

    def start(self) -> None:
        """Start it, and wait until it listens."""
        with self._said.open("ab") as said:
            self._process = subprocess.Popen(self._command, env=os.environ | PATHS, stderr=said)
        until = time.monotonic() + STARTS_WITHIN
        while time.monotonic() < until and self._process.poll() is None:
            with socket.socket() as probe:
                probe.settimeout(1)
                if probe.connect_ex((self.host, self.port)) == 0:
                    return
            time.sleep(0.02)
        raise TimeoutError("the relay did not start")

    def freeze(self) -> None:
        """Let it stand still, as a machine does that is paused."""
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on."""
        self._process.send_signal(signal.SIGCONT)

    def may_write(self, may: bool) -> None:
        """Whether it may write to any file."""
        _, hard = resource.prlimit(self._process.pid, resource.RLIMIT_FSIZE)
        soft = hard if may else 0
        resource.prlimit(self._process.pid, resource.RLIMIT_FSIZE, (soft, hard))

    def let_go(self) -> None:
        """End it, however."""
        with suppress(ProcessLookupError):
            self.thaw()
            self.kill()


@dataclass
class Ground:
    """One scene's database, its relays, and what it has turned."""

    kind: str
    folder: Path
    address: str
    cluster: Cluster | None
    relays: list[Relay] = field(default_factory=list)
    _turned: dict[str, Any] = field(default_factory=dict)

    def serve(self, *, host: str = "127.0.0.1", netns: str = "", address: str = "") -> Relay:
        """One relay more."""
        self.turn()
        relay = Relay(address or self.address, self.control, host=host, netns=netns)
        self.relays.append(relay)
        return relay

    def turn(self, **turned: Any) -> None:
        """Turn the relays' clock, limits or disk."""
        self._turned |= turned
        fresh = self.control.with_suffix(".new")
        fresh.write_text(json.dumps(self._turned))
        fresh.replace(self.control)

    @property
    def control(self) -> Path:
        """The file that relays look at."""
        return self.folder / "control.json"

    @property
    def database(self) -> Cluster:
        """The scene's PostgreSQL."""
        assert self.cluster is not None, "this scene needs PostgreSQL"
        return self.cluster


@contextmanager
def ground(kind: str, *, small: str = "") -> Iterator[Ground]:
    """A fresh ground; with `small`, its database is on a disk of that size."""
    with tempfile.TemporaryDirectory(prefix="alongside-fault-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        data = folder / "data"
        data.mkdir()
        with disk(data, small), _made(kind, folder, data) as made:
            try:
                yield made
            finally:
                for relay in made.relays:
                    relay.let_go()


@contextmanager
def disk(folder: Path, size: str) -> Iterator[None]:
    """A disk of a few megabytes; only root may make one."""
    if not size:
        yield
        return
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "none", folder], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


@contextmanager
def _made(kind: str, folder: Path, data: Path) -> Iterator[Ground]:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, min(hard, 65_536)), hard))
    if kind == "sqlite":
        use(data, "")
        yield Ground(kind, folder, str(data / "alongside.sqlite3"), None)
        return
    cluster = Cluster(data / "cluster")
    try:
        use(data, cluster.address)
        yield Ground(kind, folder, cluster.address, cluster)
    finally:
        from django.db import connection

        connection.close()
        cluster.end()
