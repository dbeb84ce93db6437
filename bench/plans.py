"""How the database finds what a page asks for: which tables it reads from end to end."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connection

STEPS = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")


@dataclass(frozen=True)
class Question:
    """One question a page asked, and the way the database takes to answer it."""

    sql: str
    plan: str

    @property
    def read_whole(self) -> set[str]:
        """Name the tables that are read row by row; walking an index is none of it.

        A count looks at whatever it counts, and brings none of it.
        """
        if "COUNT(" in self.sql and "LIMIT" not in self.sql:
            return set()
        if connection.vendor == "postgresql":
            return set(re.findall(r"Seq Scan on (\w+)", self.plan))
        found = re.findall(r"^SCAN (\w+)(.*)$", self.plan, re.MULTILINE)
        return {name for name, how in found if "INDEX" not in how and "VIRTUAL" not in how}


def statements_of(ask: Callable[[], object]) -> int:
    """Ask, and count all that was said to the database but where a step begins or ends."""
    said: list[str] = []

    def remember(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        said.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(remember):
        ask()
    return sum(not sql.startswith(STEPS) for sql in said)


def questions_of(ask: Callable[[], object]) -> list[Question]:
    """Ask, and give every question that reads."""
    asked: list[tuple[str, Any]] = []

    def remember(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        asked.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(remember):
        ask()
    return list(_explained(asked))


def _explained(asked: list[tuple[str, Any]]) -> Iterator[Question]:
    how = "EXPLAIN " if connection.vendor == "postgresql" else "EXPLAIN QUERY PLAN "
    with connection.cursor() as cursor:
        for sql, params in asked:
            if sql.lstrip("( ").upper().startswith("SELECT"):
                cursor.execute(how + sql, params)
                rows = cursor.fetchall()
                yield Question(sql, "\n".join(str(row[-1]) for row in rows))
