"""Sealed pieces in a folder that only the server may read."""

import os
import secrets
from collections.abc import Sequence
from pathlib import Path


class Folder:
    """One file for each piece, in folders by the first two letters of its name."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def put(self, name: str, raw: bytes) -> None:
        """Keep a piece: written aside, then named, so that no half of it is ever found."""
        path = self._path(name)
        for folder in (self._root, path.parent):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        aside = path.with_name(f"{path.name}.{secrets.token_hex(4)}.partial")
        descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
        _settle(path.parent)

    def get(self, name: str) -> bytes | None:
        """Give a piece; None if it is not here."""
        try:
            return self._path(name).read_bytes()
        except FileNotFoundError:
            return None

    def delete(self, names: Sequence[str]) -> None:
        """Delete pieces, and halves of them that a cut left behind."""
        for name in names:
            path = self._path(name)
            path.unlink(missing_ok=True)
            for left in path.parent.glob(f"{path.name}.*.partial"):
                left.unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        return self._root / name[:2] / name


def _settle(folder: Path) -> None:
    """A name that was given outlives a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
