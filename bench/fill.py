"""Fills a store with many entries at once, in SQL: rows as large in number as years make them.

A box is 200 bytes here instead of a kilobyte and more, so that many rows fit on a small disk;
keys and indexes are as deep as with real ones. Nobody can open such a line, and nobody asks to.
"""

from collections.abc import Sequence

from django.db import connection

from alongside.conversations.models import Entry, Head
from alongside.simulating.beginning import begin
from alongside.simulating.pairs import Seeded
from alongside.simulating.seeding import seed

IN_EACH = 1_000
BOX = 200
CONVERSATIONS_AT_ONCE = 200
_MANY = "decode(repeat(md5(random()::text), {size} / 16 + 1), 'hex')"
_BYTES = {"sqlite": "randomblob({size})", "postgresql": f"substr({_MANY}, 1, {{size}})"}
_NUMBERS = {
    "sqlite": "WITH RECURSIVE s(n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM s WHERE n < %s)",
    "postgresql": "WITH s AS (SELECT generate_series(2, %s) AS n)",
}
_FILL = """
INSERT INTO conversations_entry
(conversation_id, n, kind, epoch, sender, sseq, msg_id, seen_n, seen_h, fc, box, h)
{numbers}
SELECT c.id, s.n, 3, 0, p.ref, s.n, {id}, s.n - 1, {hash}, {hash}, {box}, {hash}
FROM conversations_conversation c
JOIN people_account p ON p.id = c.owner_id
CROSS JOIN s WHERE c.id BETWEEN %s AND %s ORDER BY c.id, s.n
"""
_MOVE = """
UPDATE conversations_head SET n = %s, h = (
    SELECT e.h FROM conversations_entry e
    WHERE e.conversation_id = conversations_head.conversation_id AND e.n = %s
) WHERE conversation_id BETWEEN %s AND %s
"""


def fill(entries: int, *, in_each: int = IN_EACH) -> list[Seeded]:
    """Make so many entries, `in_each` to a conversation; gives the conversations."""
    made: list[Seeded] = []
    missing = max(1, entries // in_each)
    _flush_never()
    while missing:
        part = seed(min(CONVERSATIONS_AT_ONCE, missing))
        begin(part)
        _fill(part, in_each)
        made += part
        missing -= len(part)
    _tidy_up()
    return made


def stored() -> int:
    """How many entries there are."""
    return Entry.objects.count()


def _fill(part: Sequence[Seeded], in_each: int) -> None:
    kind = connection.vendor
    rows = sorted(each.row for each in part)
    sql = _FILL.format(
        numbers=_NUMBERS[kind],
        id=_BYTES[kind].format(size=16),
        hash=_BYTES[kind].format(size=32),
        box=_BYTES[kind].format(size=BOX),
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [in_each + 1, rows[0], rows[-1]])
        cursor.execute(_MOVE, [in_each + 1, in_each + 1, rows[0], rows[-1]])


def _flush_never() -> None:
    """What is made here can be made again: no need to wait for the disk."""
    how = "PRAGMA synchronous=OFF" if _is_sqlite() else "SET synchronous_commit = off"
    with connection.cursor() as cursor:
        cursor.execute(how)


def _tidy_up() -> None:
    """Let the database know how large its tables are, as its own upkeep does in time."""
    with connection.cursor() as cursor:
        if _is_sqlite():
            cursor.execute("PRAGMA synchronous=FULL")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            cursor.execute("SET synchronous_commit = on")
            for model in (Entry, Head):
                cursor.execute(f'VACUUM ANALYZE "{model._meta.db_table}"')


def _is_sqlite() -> bool:
    return connection.vendor == "sqlite"
