"""One archive: a zip file with a manifest that counts and hashes everything in it."""

import hashlib
import json
import os
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from alongside import VERSION
from alongside.ground.refusal import Refused
from pse.receipt import backup_bytes
from pse.refusal import BadKey, WrongSignature
from pse.signing import verify

KIND = "alongside-backup"
FORMAT = 2
MANIFEST = "manifest.json"
SIGNATURE = "manifest.sig"
# The same for each member: an archive says once when it was made, in its manifest.
Sign = Callable[[bytes], bytes]
_NO_TIME = (1980, 1, 1, 0, 0, 0)


class BadArchive(Refused):
    """An archive is not what was written."""

    code = "bad-archive"
    words = "This is no backup of ours, or it was damaged."


@dataclass
class Table:
    """What a manifest says about one table."""

    columns: list[str]
    rows: int
    sha256: str


@dataclass
class Manifest:
    """What an archive says about itself; two that belong together have one `backup`."""

    part: str
    backup: str
    made: str
    migrations: list[tuple[str, str]]
    software: str = VERSION
    kind: str = KIND
    format: int = FORMAT
    tables: dict[str, Table] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        """How many rows there are in all tables."""
        return sum(table.rows for table in self.tables.values())


class Writing:
    """An archive that is being written."""

    def __init__(self, archive: zipfile.ZipFile, manifest: Manifest) -> None:
        self._zip = archive
        self.manifest = manifest

    def table(self, name: str, columns: Sequence[str], lines: Iterable[bytes]) -> None:
        """Write a table, line by line."""
        rows, hashed = 0, hashlib.sha256()
        with self._zip.open(_member(_place_of(name)), "w", force_zip64=True) as file:
            for line in lines:
                file.write(line)
                hashed.update(line)
                rows += 1
        self.manifest.tables[name] = Table(list(columns), rows, hashed.hexdigest())

    def file(self, name: str, content: bytes) -> None:
        """Write a small file as it is."""
        self._zip.writestr(_member(name), content)
        self.manifest.files[name] = hashlib.sha256(content).hexdigest()

    def finish(self, sign: Sign) -> None:
        """Write the manifest and the house's signature over it."""
        told = json.dumps(asdict(self.manifest), indent="\t").encode()
        self._zip.writestr(_member(MANIFEST), told)
        self._zip.writestr(_member(SIGNATURE), sign(told))


@contextmanager
def writing(path: Path, manifest: Manifest, *, sign: Sign) -> Iterator[Writing]:
    """Write aside, for the owner alone; the archive has its name only once it is whole."""
    aside = path.with_name(f"{path.name}.partial")
    descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            made = Writing(archive, manifest)
            yield made
            made.finish(sign)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)


class Reading:
    """An archive that was opened; `check` has to pass before anything is believed."""

    def __init__(self, archive: zipfile.ZipFile, manifest: Manifest) -> None:
        self._zip = archive
        self.manifest = manifest

    def check(self) -> None:
        """Hash and count everything; BadArchive for what is missing, changed or added."""
        listed = {MANIFEST, SIGNATURE, *self.manifest.files}
        listed |= {_place_of(name) for name in self.manifest.tables}
        if set(self._zip.namelist()) != listed:
            raise BadArchive
        try:
            is_right = all(
                (table.rows, table.sha256) == self._counted(name)
                for name, table in self.manifest.tables.items()
            ) and all(
                hashlib.sha256(self.file(name)).hexdigest() == expected
                for name, expected in self.manifest.files.items()
            )
        except (OSError, zipfile.BadZipFile, ValueError) as fault:
            raise BadArchive from fault
        if not is_right:
            raise BadArchive

    def is_signed_by(self, log: bytes) -> bool:
        """Say whether the house with this log key made the archive as it is."""
        try:
            verify(log, backup_bytes(self._zip.read(MANIFEST)), self._zip.read(SIGNATURE))
        except (KeyError, BadKey, WrongSignature):
            return False
        return True

    def lines(self, name: str) -> Iterator[bytes]:
        """Give a table line by line."""
        with self._zip.open(_place_of(name)) as file:
            yield from file

    def file(self, name: str) -> bytes:
        """Give a small file."""
        return self._zip.read(name)

    def _counted(self, name: str) -> tuple[int, str]:
        rows, hashed = 0, hashlib.sha256()
        for line in self.lines(name):
            hashed.update(line)
            rows += 1
        return rows, hashed.hexdigest()


@contextmanager
def reading(path: Path, *, part: str) -> Iterator[Reading]:
    """Open one part of a backup; BadArchive unless it is one."""
    try:
        archive = zipfile.ZipFile(path)
    except (OSError, zipfile.BadZipFile) as fault:
        raise BadArchive(words=f"{path.name} cannot be read as a backup.") from fault
    with archive:
        manifest = _manifest(archive, path)
        if manifest.part != part:
            raise BadArchive(words=f"{path.name} holds the {manifest.part}, not the {part}.")
        yield Reading(archive, manifest)


def _manifest(archive: zipfile.ZipFile, path: Path) -> Manifest:
    try:
        told: dict[str, Any] = json.loads(archive.read(MANIFEST))
        told["tables"] = {name: Table(**table) for name, table in told["tables"].items()}
        told["migrations"] = [(str(app), str(name)) for app, name in told["migrations"]]
        manifest = Manifest(**told)
    except (KeyError, TypeError, ValueError, OSError, zipfile.BadZipFile) as fault:
        raise BadArchive(words=f"{path.name} is no backup of ours.") from fault
    if (manifest.kind, manifest.format) != (KIND, FORMAT):
        raise BadArchive(words=f"{path.name} is of a kind this version does not know.")
    return manifest


def _place_of(table: str) -> str:
    return f"tables/{table.lower()}.jsonl"


def _member(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _NO_TIME)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info
