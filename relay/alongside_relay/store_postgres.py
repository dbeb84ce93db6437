"""The relay's own connection to PostgreSQL."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any, cast

import psycopg

from .driver import Query, Request, Row, Rows

Question = tuple[bytes, Sequence[Any]]
CHANNEL = "alongside_wire"
_ARRAYS = {"i": "bigint[]", "b": "bytea[]"}
# The relay asks by primary key only. A plan made while the tables were small would read them
# whole for ever after, because it is kept. A relay that is cut off or stands still lets go of
# its heads after ten seconds, and from PostgreSQL 17 on after fifteen if it stopped in the
# middle of what it was saying (a pipeline is not idle).
_START = """
SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off;
SET synchronous_commit = on; SET lock_timeout = '5s'; SET statement_timeout = '20s';
SET idle_in_transaction_session_timeout = '10s';
SELECT set_config(name, '15s', false) FROM pg_settings WHERE name = 'transaction_timeout';
"""
# A way to the database that went dead is noticed in seconds; TCP alone would wait for a
# quarter of an hour, and one who only listens for ever.
_ALIVE = {
    "application_name": "alongside-wire",
    "connect_timeout": 5,
    "keepalives_idle": 3,
    "keepalives_interval": 1,
    "keepalives_count": 3,
    "tcp_user_timeout": 5_000,
}
_ROW = (psycopg.IntegrityError, psycopg.DataError)


def connected(address: str) -> psycopg.Connection[Row]:
    """A fresh connection that notices when its other end is gone."""
    return psycopg.connect(address, autocommit=True, **_ALIVE)  # type: ignore[arg-type]


class PostgreSQL:
    """Driver for one PostgreSQL address; connects again by itself after a loss."""

    # Several relays may serve one conversation: a head is one relay's until it has committed.
    lock_heads = " FOR UPDATE OF h"
    lock_gates = " FOR NO KEY UPDATE OF c"

    def __init__(self, address: str, *, is_reader: bool = False) -> None:
        self._address = address
        self._is_reader = is_reader
        self._connection: psycopg.Connection[Row] | None = None
        self._later: list[Question] = []
        self._beginning: bytes | None = None

    def is_trouble(self, failure: Exception) -> bool:
        """Lost, full, read-only, busy."""
        return isinstance(failure, psycopg.Error) and not isinstance(failure, _ROW)

    def begin(self) -> None:
        """Start writing, with the first question."""
        self._begin(b"BEGIN")

    def is_alone(self) -> bool:
        """Pages and other relays write all the time."""
        return False

    def begin_reading(self) -> None:
        """See one moment: that of the first question."""
        self._begin(b"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")

    def commit(self) -> None:
        """Keep it: what is to be written and the COMMIT go there and back together."""
        if self._beginning is not None:
            return  # nothing was asked
        later, self._later = self._later, []
        with self._current().pipeline():
            for sql, values in later:
                self._cursor().execute(sql, values, prepare=True)
            self._cursor().execute(b"COMMIT")

    def rollback(self) -> None:
        """Forget it; a connection that is lost has forgotten already."""
        if self._connection is not None and not self._connection.closed:
            self._connection.rollback()

    def match(self, sql: str, shape: str, given: Rows) -> list[Row]:
        """Rows that belong to the given rows."""
        return self.match_all([(sql, shape, given)])[0]

    def match_all(self, requests: Sequence[Request]) -> list[list[Row]]:
        """Several at once, in one way there and back."""
        asked = [_given(sql, shape, given) if given else None for sql, shape, given in requests]
        found = iter(self._asked([each for each in asked if each is not None]))
        return [[] if each is None else next(found) for each in asked]

    def write(self, sql: str, shape: str, given: Rows) -> None:
        """Write the given rows in one statement, with the commit."""
        if given:
            self._later.append(_given(sql, shape, given))

    def rows(self, sql: str, *values: Any) -> list[Row]:
        """Rows of an ordinary query."""
        return self._asked([(sql.encode(), values)])[0]

    def rows_all(self, queries: Sequence[Query]) -> list[list[Row]]:
        """Rows of several, in one way there and back."""
        return self._asked([(sql.encode(), values) for sql, values in queries])

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
            self._connection = None

    def _begin(self, statement: bytes) -> None:
        self._later, self._beginning = [], statement

    def _asked(self, questions: Sequence[Question]) -> list[list[Row]]:
        """Ask all of them; the first of a transaction take its BEGIN along.

        A connection that was lost while nobody used it is made anew here and nowhere else:
        nothing has been written yet.
        """
        if self._beginning is None:
            return self._asked_here(questions)
        try:
            self._connected()
            return self._asked_here(questions)
        except psycopg.OperationalError:
            if self._current().closed:
                self._connected()
                return self._asked_here(questions)
            raise

    def _asked_here(self, questions: Sequence[Question]) -> list[list[Row]]:
        with self._current().pipeline():
            if self._beginning is not None:
                self._cursor().execute(self._beginning)
            cursors = [
                self._cursor().execute(sql, values, prepare=True) for sql, values in questions
            ]
        self._beginning = None
        return [cursor.fetchall() for cursor in cursors]

    def _cursor(self) -> psycopg.Cursor[Row]:
        return self._current().cursor(binary=True)

    def _current(self) -> psycopg.Connection[Row]:
        if self._connection is None:
            raise psycopg.OperationalError("nothing was begun")
        return self._connection

    def _connected(self) -> psycopg.Connection[Row]:
        if self._connection is None or self._connection.closed:
            self._connection = connected(self._address)
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
