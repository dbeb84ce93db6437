"""Two processes that serve the same data would not hear each other: the second one refuses."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class AlreadyServed(Exception):
    """Another process serves these data; says so in one sentence."""


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the lock while serving; the system lets go of it even after kill -9."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            holder = file.read().strip() or "another process"
            raise AlreadyServed(f"{path.parent} is already served by {holder}.") from None
        file.truncate(0)
        file.write(f"process {os.getpid()}")
        file.flush()
        yield
