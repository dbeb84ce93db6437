"""A fresh database for a measurement, beside the server on its core."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from .process import move_to_client_core, move_to_server_core
from .seed import use

KINDS = ("sqlite", "postgresql")


@dataclass(frozen=True)
class Store:
    """A database with the house's tables."""

    kind: str
    address: str
    data: Path
    processes: tuple[int, ...]


@contextmanager
def store(kind: str) -> Iterator[Store]:
    """Make one; from here on this process is on the client's core."""
    with tempfile.TemporaryDirectory(prefix="alongside-bench-") as folder:
        data = Path(folder)
        url, processes = postgresql() if kind == "postgresql" else ("", ())
        use(data, url)
        move_to_client_core()
        yield Store(kind, url or str(data / "alongside.sqlite3"), data, processes)


def postgresql() -> tuple[str, tuple[int, ...]]:
    """A PostgreSQL of our own on the server's core: its address, and its first process."""
    from tests.postgresql import start

    move_to_server_core()
    address = start()
    move_to_client_core()
    folder = address.rsplit("host=", 1)[1]
    first = (Path(folder) / "postmaster.pid").read_text().split()[0]
    return address, (int(first),)
