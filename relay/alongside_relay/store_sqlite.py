"""The relay's own connection to the SQLite file."""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any

from .driver import Query, Request, Row, Rows

WAIT_FOR_WRITERS = 5.0
# 16 MB of log before it is folded into the file: folding is what makes a commit slow.
PAGES_BEFORE_FOLDING = 4000
# What a statement of many rows needs to be undone stays in memory: each line touches a page of
# the ids' index, and SQLite would write every one of them to a file beside.
_START = f"""
PRAGMA journal_mode=WAL;
PRAGMA synchronous=FULL;
PRAGMA secure_delete=ON;
PRAGMA foreign_keys=ON;
PRAGMA wal_autocheckpoint={PAGES_BEFORE_FOLDING};
PRAGMA cache_size=-32768;
PRAGMA temp_store=MEMORY;
"""
_VERSION = "PRAGMA data_version"
MOST_VALUES = 16_000
_ROW = (sqlite3.IntegrityError, sqlite3.DataError)


class SQLite:
    """Driver for one SQLite file; `path` as in Django's settings."""

    # BEGIN IMMEDIATE: there is only one writer at a time, rows need no lock of their own.
    lock_heads = ""
    lock_gates = ""

    def __init__(self, path: str, *, is_reader: bool = False) -> None:
        self._path = path
        self._is_reader = is_reader
        self._open: sqlite3.Connection | None = None
        self._version = -1

    def is_trouble(self, failure: Exception) -> bool:
        """Full, read-only, busy, damaged."""
        return isinstance(failure, sqlite3.Error) and not isinstance(failure, _ROW)

    def begin(self) -> None:
        """Take the writer's turn; waits up to five seconds."""
        self._db.execute("BEGIN IMMEDIATE")

    def is_alone(self) -> bool:
        """SQLite counts what other connections have written."""
        before, self._version = self._version, self._db.execute(_VERSION).fetchone()[0]
        return bool(before == self._version)

    def begin_reading(self) -> None:
        """See one moment, while others write."""
        self._db.execute("BEGIN DEFERRED")

    def commit(self) -> None:
        """Keep it; the log has reached the disk when this returns."""
        self._db.execute("COMMIT")

    def rollback(self) -> None:
        """Forget it, if there is anything to forget."""
        if self._open is not None and self._open.in_transaction:
            self._open.execute("ROLLBACK")

    def match(self, sql: str, shape: str, given: Rows) -> list[Row]:
        """Rows that belong to the given rows; their number is rounded up, so that few
        statements have to be prepared."""
        found: list[Row] = []
        for part in _parts(given, len(shape)):
            full = [*part, *[part[-1]] * (_round_up(len(part)) - len(part))]
            found += self._db.execute(_given(sql, len(shape), len(full)), _flat(full))
        return found

    def match_all(self, requests: Sequence[Request]) -> list[list[Row]]:
        """Several, one after another: they stay in this process."""
        return [self.match(*request) for request in requests]

    def write(self, sql: str, shape: str, given: Rows) -> None:
        """Write rows in few statements: each lets go of the interpreter once, not per row."""
        for part in _parts(given, len(shape)):
            for piece in _powers_of_two(part):
                self._db.execute(_given(sql, len(shape), len(piece)), _flat(piece))

    def rows(self, sql: str, *values: Any) -> list[Row]:
        """Rows of an ordinary query."""
        return self._db.execute(sql.replace("%s", "?"), values).fetchall()

    def rows_all(self, queries: Sequence[Query]) -> list[list[Row]]:
        """Rows of several, one after another."""
        return [self.rows(sql, *values) for sql, values in queries]

    def notify(self, event: str) -> None:
        """Nobody to tell: one process serves one SQLite file."""

    def moment(self, value: Any) -> datetime:
        """Django keeps moments as text in UTC."""
        return datetime.fromisoformat(value).replace(tzinfo=UTC)

    def close(self) -> None:
        """Let go of the file."""
        if self._open is not None:
            self._open.close()
            self._open = None
            self._version = -1

    @property
    def _db(self) -> sqlite3.Connection:
        if self._open is None:
            self._open = _opened(self._path, is_reader=self._is_reader)
        return self._open


def _opened(path: str, *, is_reader: bool) -> sqlite3.Connection:
    db = sqlite3.connect(
        path,
        timeout=WAIT_FOR_WRITERS,
        isolation_level=None,
        cached_statements=512,
        check_same_thread=False,
    )
    try:
        db.executescript(_START)
        if is_reader:
            db.execute("PRAGMA query_only=ON")
    except sqlite3.Error:
        db.close()
        raise
    return db


@cache
def _given(sql: str, width: int, height: int) -> str:
    row = "(" + ", ".join("?" * width) + ")"
    rows = f"VALUES {', '.join([row] * height)}"
    names = ", ".join("abcdefghijklmnop"[:width])
    return sql.replace("{rows}", rows).replace("{w}", f"WITH w({names}) AS ({rows})")


def _flat(rows: Rows) -> list[Any]:
    return [value for row in rows for value in row]


def _parts(rows: Rows, width: int) -> Iterator[Rows]:
    size = MOST_VALUES // width
    for start in range(0, len(rows), size):
        yield rows[start : start + size]


def _round_up(number: int) -> int:
    return 1 << (number - 1).bit_length()


def _powers_of_two(rows: Rows) -> Iterator[Rows]:
    start = 0
    while start < len(rows):
        size = 1 << ((len(rows) - start).bit_length() - 1)
        yield rows[start : start + size]
        start += size
