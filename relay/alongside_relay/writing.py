"""What one write transaction asks of the tables and puts into them, statement by statement."""

from collections.abc import Collection, Mapping

from pse.chain import h_box

from .driver import Driver, Request, Rows
from .rows import Head, Line, Place, StoredEpoch, Written

Pair = tuple[int, int]

_HEADS = """
{w} SELECT h.conversation_id, h.n, h.h, h.epoch, h.eh_hash, h.epoch_n, h.epoch_day,
h.waiting_since, h.readers FROM w, conversations_conversation c, conversations_head h
WHERE c.ref = w.a AND h.conversation_id = c.id ORDER BY h.conversation_id
"""
_PLACES = """
{w} SELECT l.conversation_id, l.account_id, l.sseq, l.seen_n
FROM w, conversations_place l WHERE l.conversation_id = w.a AND l.account_id = w.b
"""
_CHAIN = """
{w} SELECT e.conversation_id, e.n, e.kind, e.h
FROM w, conversations_entry e WHERE e.conversation_id = w.a AND e.n = w.b
"""
_LEFT = """
{w} SELECT e.conversation_id, e.sender
FROM w, conversations_entry e WHERE e.conversation_id = w.a AND e.n > w.b AND e.kind = 4
"""
_STORED = """
{w} SELECT e.conversation_id, e.msg_id, e.n, e.kind, e.epoch, s.eh_hash, e.sender, e.sseq,
e.msg_id, e.seen_n, e.seen_h, e.fc, e.box, e.h_aad, e.h_box, e.h
FROM w, conversations_entry e, conversations_epoch s
WHERE e.conversation_id = w.a AND e.msg_id = w.b
AND s.conversation_id = e.conversation_id AND s.epoch = e.epoch
"""
_WRITTEN = """
{w} SELECT e.conversation_id, e.n, e.kind, e.sender, e.msg_id, e.box
FROM w, conversations_entry e
WHERE e.conversation_id = w.a AND e.n = w.b AND e.box IS NOT NULL
"""
_EPOCHS = """
{w} SELECT s.conversation_id, s.epoch, s.n, s.eh, s.eh_sig, s.eh_hash
FROM w, conversations_epoch s WHERE s.conversation_id = w.a AND s.epoch = w.b
"""
_PUT_ENTRIES = """
INSERT INTO conversations_entry
(conversation_id, n, kind, epoch, sender, sseq, msg_id, seen_n, seen_h, fc, box, h)
{rows}
"""
_PUT_EPOCHS = """
INSERT INTO conversations_epoch
(conversation_id, epoch, n, eh, eh_sig, eh_hash, day, retention)
{rows}
"""
_PUT_WRAPS = """
INSERT INTO conversations_wrap (conversation_id, epoch, account_id, wrap)
{rows}
"""
_PUT_HEADS = """
INSERT INTO conversations_head (conversation_id, n, h, epoch, eh_hash, epoch_n, epoch_day,
waiting_since, readers)
{rows} ON CONFLICT (conversation_id) DO UPDATE SET n = excluded.n,
h = excluded.h, epoch = excluded.epoch, eh_hash = excluded.eh_hash,
epoch_n = excluded.epoch_n, epoch_day = excluded.epoch_day,
waiting_since = excluded.waiting_since, readers = excluded.readers
"""
_PUT_PLACES = """
INSERT INTO conversations_place (conversation_id, account_id, sseq, seen_n)
{rows} ON CONFLICT (conversation_id, account_id)
DO UPDATE SET sseq = excluded.sseq, seen_n = excluded.seen_n
"""
_PUT_TAKEN_BACK = """
INSERT INTO conversations_takenback (conversation_id, n, by_n, on_day)
{rows} ON CONFLICT (conversation_id, n) DO NOTHING
"""
# In the order of the rows, so that two relays never wait for each other.
_OWE = """
{w} INSERT INTO notices_owed (reach_id) SELECT r.id FROM w, notices_reach r
WHERE r.account_id = w.a AND (r.confirmed AND r.turned_on OR r.hears) ORDER BY r.id
ON CONFLICT (reach_id) DO NOTHING
"""


def ask_heads(db: Driver, refs: Collection[bytes]) -> Request:
    """Ask for heads by conversation ref, locked in ascending order until the commit."""
    return _HEADS + db.lock_heads, "b", [(ref,) for ref in refs]


def heads_in(rows: Rows) -> dict[int, Head]:
    """Heads by conversation."""
    return {id_: Head(*rest) for id_, *rest in rows}


def places(db: Driver, wanted: Collection[Pair]) -> dict[Pair, Place]:
    """Places by (conversation, account)."""
    rows = db.match(_PLACES, "ii", sorted(wanted))
    return {(conversation, account): Place(*rest) for conversation, account, *rest in rows}


def chain(db: Driver, wanted: Collection[Pair]) -> dict[Pair, tuple[int, bytes]]:
    """(kind, H_n) by (conversation, n)."""
    rows = db.match(_CHAIN, "ii", sorted(wanted))
    return {(conversation, n): (kind, h) for conversation, n, kind, h in rows}


def left(db: Driver, wanted: Collection[Pair]) -> dict[int, frozenset[bytes]]:
    """Who left since a number, by conversation."""
    found: dict[int, frozenset[bytes]] = {}
    for conversation, sender in db.match(_LEFT, "ii", sorted(wanted)):
        found[conversation] = found.get(conversation, frozenset()) | {bytes(sender)}
    return found


def stored(db: Driver, wanted: Collection[tuple[int, bytes]]) -> dict[tuple[int, bytes], Line]:
    """Entries that are already there, by (conversation, msg_id)."""
    rows = db.match(_STORED, "ib", sorted(wanted))
    return {(conversation, msg_id): Line(*rest) for conversation, msg_id, *rest in rows}


def epochs(db: Driver, wanted: Collection[Pair]) -> dict[Pair, StoredEpoch]:
    """Headers by (conversation, epoch), without wraps."""
    rows = db.match(_EPOCHS, "ii", sorted(wanted))
    return {(row[0], row[1]): StoredEpoch(*row[1:]) for row in rows}


def written(db: Driver, wanted: Collection[Pair]) -> dict[Pair, Written]:
    """What an erase may name, by (conversation, n); without boxes that are gone."""
    rows = db.match(_WRITTEN, "ii", sorted(wanted))
    return {
        (conversation, n): Written(kind, sender, msg_id, h_box(box))
        for conversation, n, kind, sender, msg_id, box in rows
    }


def put_taken_back(db: Driver, rows: Rows) -> None:
    """Remember which boxes are to go, by which entry, and since which day."""
    db.write(_PUT_TAKEN_BACK, "iiii", rows)


def put_entries(db: Driver, rows: Rows) -> None:
    """Insert entries; the columns are those of the statement, in its order."""
    db.write(_PUT_ENTRIES, "iiiibibibbbb", rows)


def put_epochs(db: Driver, rows: Rows) -> None:
    """Insert headers."""
    db.write(_PUT_EPOCHS, "iiibbbii", rows)


def put_wraps(db: Driver, rows: Rows) -> None:
    """Insert wraps."""
    db.write(_PUT_WRAPS, "iiib", rows)


def put_heads(db: Driver, changed: Mapping[int, Head]) -> None:
    """Move heads, or make them."""
    rows = [
        (id_, head.n, head.h, head.epoch, head.eh_hash, head.epoch_n, head.epoch_day,
         head.waiting_since, head.readers)
        for id_, head in sorted(changed.items())
    ]  # fmt: skip
    db.write(_PUT_HEADS, "iibibiiib", rows)


def put_places(db: Driver, changed: Mapping[Pair, Place]) -> None:
    """Move places, or make them."""
    rows = [(*pair, place.sseq, place.seen_n) for pair, place in sorted(changed.items())]
    db.write(_PUT_PLACES, "iiii", rows)


def owe(db: Driver, accounts: Collection[int]) -> None:
    """Remember that these people have something new, if they want to be told; no time."""
    db.write(_OWE, "i", [(account,) for account in sorted(accounts)])
