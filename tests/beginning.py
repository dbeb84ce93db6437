"""The database of a run of tests begins with a copy of all tables, and is then migrated."""

import os
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from django.db.backends.base.creation import BaseDatabaseCreation
from django.db.backends.sqlite3.creation import DatabaseCreation

from tests.once import lay_tables, lay_tables_at

Make = Callable[..., str]


def begin_with_all_tables() -> None:
    """From now on, a test database that is made is not empty."""
    make_file, make_database = (
        DatabaseCreation._create_test_db,
        BaseDatabaseCreation._create_test_db,
    )
    DatabaseCreation._create_test_db = _and_then(make_file, _fill_file)
    BaseDatabaseCreation._create_test_db = _and_then(make_database, _fill_database)


def _and_then(make: Make, fill: Callable[[str], None]) -> Make:
    def made(self: BaseDatabaseCreation, *how: object, **more: object) -> str:
        name = make(self, *how, **more)
        fill(name)
        return name

    return made


def _fill_file(name: str) -> None:
    lay_tables(Path(name).parent, Path(name).name)


def _fill_database(name: str) -> None:
    lay_tables_at(
        urlsplit(os.environ["ALONGSIDE_DATABASE_URL"])._replace(path=f"/{name}").geturl()
    )
