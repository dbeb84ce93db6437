"""Two processes that serve the same data would not hear each other: the second one refuses."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Pages are served once, and the timers run beside them. Wires may be several.
SERVING = "serve.lock"
WIRE = "wire.lock"


class AlreadyServed(Exception):
    """Another process serves these data; says so in one sentence."""


@contextmanager
def held(path: Path, *, beside_others: bool = False) -> Iterator[None]:
    """Hold the lock while serving; the system lets go of it even after kill -9.

    Those who hold it beside others keep away only who wants to be alone.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+") as file:
        try:
            fcntl.flock(
                file, (fcntl.LOCK_SH if beside_others else fcntl.LOCK_EX) | fcntl.LOCK_NB
            )
        except BlockingIOError:
            file.seek(0)
            holder = file.read().strip() or "another process"
            raise AlreadyServed(f"{path.parent} is already served by {holder}.") from None
        file.truncate(0)
        file.write(f"process {os.getpid()}")
        file.flush()
        yield


@contextmanager
def quiet(data: Path) -> Iterator[None]:
    """Hold what is needed while nobody may serve these data, neither pages nor wire."""
    with held(data / SERVING), held(data / WIRE):
        yield
