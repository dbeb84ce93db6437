"""The relay's own connection to PostgreSQL."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any, LiteralString, cast

import psycopg

from .driver import Row, Rows

CHANNEL = "alongside_wire"
_ARRAYS = {"i": "bigint[]", "b": "bytea[]"}
# The relay asks by primary key only. A plan made while the tables were small would read them
# whole for ever after, because it is kept.
_START = """
SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off;
SET synchronous_commit = on; SET lock_timeout = '5s'; SET statement_timeout = '20s';
"""


class PostgreSQL:
    """Driver for one PostgreSQL address; connects again by itself after a loss."""

    # Several relays may serve one conversation: a head is one relay's until it has committed.
    lock_heads = " FOR UPDATE OF h"
    lock_gates = " FOR NO KEY UPDATE OF c"
    troubles: type[Exception] = psycopg.OperationalError

    def __init__(self, address: str, *, is_reader: bool = False) -> None:
        self._address = address
        self._is_reader = is_reader
        self._connection: psycopg.Connection[Row] | None = None
        self._later: list[tuple[bytes, Sequence[Any]]] = []

    def begin(self) -> None:
        """Start writing; a lost connection is made anew here and nowhere else."""
        self._begin("BEGIN")

    def is_alone(self) -> bool:
        """Pages and other relays write all the time."""
        return False

    def begin_reading(self) -> None:
        """See one moment."""
        self._begin("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")

    def commit(self) -> None:
        """Keep it: what is to be written and the COMMIT go there and back together."""
        connection = self._current()
        with connection.pipeline():
            for sql, values in self._later:
                connection.cursor(binary=True).execute(sql, values, prepare=True)
            connection.execute("COMMIT")

    def rollback(self) -> None:
        """Forget it; a connection that is lost has forgotten already."""
        if self._connection is not None and not self._connection.closed:
            self._connection.rollback()

    def match(self, sql: str, shape: str, given: Rows) -> list[Row]:
        """Rows that belong to the given rows."""
        if not given:
            return []
        full, columns = _given(sql, shape, given)
        return self._cursor().execute(full, columns, prepare=True).fetchall()

    def write(self, sql: str, shape: str, given: Rows) -> None:
        """Write the given rows in one statement, with the commit."""
        if given:
            self._later.append(_given(sql, shape, given))

    def rows(self, sql: str, *values: Any) -> list[Row]:
        """Rows of an ordinary query."""
        return self._cursor().execute(sql.encode(), values, prepare=True).fetchall()

    def notify(self, event: str) -> None:
        """Tell the other relays, once this is kept."""
        self._later.append((b"SELECT pg_notify(%s, %s)", (CHANNEL, event)))

    def moment(self, value: Any) -> datetime:
        """psycopg gives aware datetimes."""
        return cast(datetime, value)

    def close(self) -> None:
        """Let go of the connection."""
        if self._connection is not None:
            self._connection.close()

    def _begin(self, statement: LiteralString) -> None:
        self._later.clear()
        try:
            self._connected().execute(statement)
        except psycopg.OperationalError:
            # A connection that was lost while nobody used it; nothing has been written yet.
            self.close()
            self._connected().execute(statement)

    def _cursor(self) -> psycopg.Cursor[Row]:
        return self._current().cursor(binary=True)

    def _current(self) -> psycopg.Connection[Row]:
        if self._connection is None:
            raise psycopg.OperationalError("nothing was begun")
        return self._connection

    def _connected(self) -> psycopg.Connection[Row]:
        if self._connection is None or self._connection.closed:
            self._connection = psycopg.connect(self._address, autocommit=True)
            self._connection.execute(_START)
        return self._connection


def _given(sql: str, shape: str, given: Rows) -> tuple[bytes, Sequence[Any]]:
    columns = [list(column) for column in zip(*given, strict=True)]
    return _statement(sql, shape), columns


@cache
def _statement(sql: str, shape: str) -> bytes:
    names = ", ".join("abcdefghijklmnop"[: len(shape)])
    arrays = ", ".join(f"%b::{_ARRAYS[letter]}" for letter in shape)
    rows = f"SELECT * FROM unnest({arrays})"  # noqa: S608
    full = sql.replace("{rows}", rows).replace("{w}", f"WITH w({names}) AS ({rows})")
    return full.encode()
