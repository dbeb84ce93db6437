"""What the two databases have to offer: gates, reading and writing hold the SQL of both."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Protocol

Row = tuple[Any, ...]
Rows = Sequence[Row]
# A statement, the types of its given rows' columns, the rows.
Request = tuple[str, str, Rows]
# A statement and its parameters.
Query = tuple[str, Sequence[Any]]


class Driver(Protocol):
    """One connection in one thread.

    `{w}` in a statement stands for `WITH w(a, b, ...) AS (the given rows)`, `{rows}` for the
    given rows themselves; `shape` names the type of each of their columns: "i" an integer,
    "b" bytes. `%s` is a parameter.
    """

    lock_heads: str
    lock_gates: str

    def is_trouble(self, failure: Exception) -> bool:
        """Say whether the database itself is in trouble: not a row that it will not take."""

    def begin(self) -> None:
        """Start the one write transaction; it waits for other writers."""

    def is_alone(self) -> bool:
        """Within a write transaction: say whether nobody else has written since the last."""

    def begin_reading(self) -> None:
        """Start a read transaction that sees one moment."""

    def commit(self) -> None:
        """Keep it: when this returns, it is on the disk."""

    def rollback(self) -> None:
        """Forget it; also after an error, and when nothing was begun."""

    def match(self, sql: str, shape: str, given: Rows) -> list[Row]:
        """Rows that belong to the given rows, in one statement."""

    def match_all(self, requests: Sequence[Request]) -> list[list[Row]]:
        """Several of them at once; one without rows finds none."""

    def write(self, sql: str, shape: str, given: Rows) -> None:
        """Write the given rows."""

    def rows(self, sql: str, *values: Any) -> list[Row]:
        """Rows of an ordinary query."""

    def rows_all(self, queries: Sequence[Query]) -> list[list[Row]]:
        """Rows of several at once."""

    def notify(self, event: str) -> None:
        """Tell the other relays, once this transaction is kept."""

    def moment(self, value: Any) -> datetime:
        """Read a moment as this database gives it: an aware datetime."""

    def close(self) -> None:
        """Let go of the connection; whatever comes next makes a new one."""
