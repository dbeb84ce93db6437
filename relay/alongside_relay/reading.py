"""What catching up asks of the tables: one conversation, one page at a time."""

from dataclasses import dataclass

from .driver import Driver, Rows
from .rows import Head, Line, Place, StoredEpoch

_HEAD = """
SELECT n, h, epoch, eh_hash, epoch_n, epoch_day, waiting_since, readers
FROM conversations_head WHERE conversation_id = %s
"""
_PLACE = """
SELECT sseq, seen_n FROM conversations_place WHERE conversation_id = %s AND account_id = %s
"""
_EPOCHS = """
SELECT s.epoch, s.n, s.eh, s.eh_sig, s.eh_hash, w.wrap
FROM conversations_epoch s LEFT JOIN conversations_wrap w
ON w.conversation_id = s.conversation_id AND w.epoch = s.epoch AND w.account_id = %s
WHERE s.conversation_id = %s AND s.n > %s ORDER BY s.epoch
"""
_LINES = """
SELECT e.n, e.kind, e.epoch, s.eh_hash, e.sender, e.sseq, e.msg_id, e.seen_n, e.seen_h,
e.fc, e.box, e.h_aad, e.h_box, e.h
FROM conversations_entry e JOIN conversations_epoch s
ON s.conversation_id = e.conversation_id AND s.epoch = e.epoch
WHERE e.conversation_id = %s
"""
_LINES_AFTER = _LINES + " AND e.n > %s ORDER BY e.n LIMIT %s"
_H_AT = "SELECT h FROM conversations_entry WHERE conversation_id = %s AND n = %s"


@dataclass(frozen=True, slots=True)
class Found:
    """Where the chain stands, a member's place in it, and what comes after a number."""

    head: Head | None
    place: Place
    epochs: list[StoredEpoch]
    lines: list[Line]
    h: bytes | None


def found(
    db: Driver, conversation: int, account: int, *, after_n: int, headers_n: int, limit: int
) -> Found:
    """All that one step of catching up needs, asked at once; H_n of `after_n` with it.

    Lines are at most `limit`; headers are those above `headers_n`, with this account's wrap.
    """
    head, place, headers, lines, h = db.rows_all(
        [
            (_HEAD, (conversation,)),
            (_PLACE, (conversation, account)),
            (_EPOCHS, (account, conversation, headers_n)),
            (_LINES_AFTER, (conversation, after_n, limit)),
            (_H_AT, (conversation, after_n)),
        ]
    )
    return Found(
        Head(*head[0]) if head else None,
        Place(*place[0]) if place else Place(),
        _stored(headers),
        [Line(*row) for row in lines],
        h[0][0] if h else None,
    )


def head(db: Driver, conversation: int) -> Head | None:
    """Where the chain stands; None before the first header."""
    rows = db.rows(_HEAD, conversation)
    return Head(*rows[0]) if rows else None


def epochs(db: Driver, conversation: int, account: int) -> list[StoredEpoch]:
    """All headers, each with this account's wrap only."""
    return _stored(db.rows(_EPOCHS, account, conversation, 0))


def lines_after(db: Driver, conversation: int, n: int, limit: int) -> list[Line]:
    """At most `limit` entries above n, ascending."""
    return [Line(*row) for row in db.rows(_LINES_AFTER, conversation, n, limit)]


def h_at(db: Driver, conversation: int, n: int) -> bytes | None:
    """H_n, or None if there is no such entry."""
    rows = db.rows(_H_AT, conversation, n)
    return rows[0][0] if rows else None


def _stored(rows: Rows) -> list[StoredEpoch]:
    return [
        StoredEpoch(epoch, n, eh, eh_sig, eh_hash, wrap or b"")
        for epoch, n, eh, eh_sig, eh_hash, wrap in rows
    ]
