"""The rows the server writes and the relay obeys: sign-ins, conversations, members."""

from collections.abc import Collection

from .driver import Driver, Request, Rows
from .rows import Gate, Member, Token

_TOKENS = """
{w} SELECT t.id, t.account_id, t.scope, t.expires_at, p.closed
FROM w, people_token t, people_account p WHERE t.id = w.a AND p.id = t.account_id
"""
_LOCK_GATES = """
{w} SELECT c.id FROM w, conversations_conversation c WHERE c.ref = w.a ORDER BY c.id
"""
_GATES = """
{w} SELECT c.id, c.ref, c.kind, c.owner_id, c.mode, c.agreement_hash,
c.retention, h.readers, m.account_id, p.ref, m.role, m.may_write, s.id
FROM w JOIN conversations_conversation c ON c.ref = w.a
JOIN conversations_member m ON m.conversation_id = c.id
JOIN people_account p ON p.id = m.account_id
LEFT JOIN conversations_head h ON h.conversation_id = c.id
LEFT JOIN people_stop s ON s.account_id = m.account_id AND s.what = 3
"""


def tokens_of(db: Driver, ids: Collection[int]) -> dict[int, Token]:
    """Sign-ins that still exist and whose account is open, by their id."""
    (rows,) = db.match_all([ask_tokens(ids)])
    return tokens_in(db, rows)


def ask_tokens(ids: Collection[int]) -> Request:
    """Ask for sign-ins by their id."""
    return _TOKENS, "i", [(id_,) for id_ in ids]


def tokens_in(db: Driver, rows: Rows) -> dict[int, Token]:
    """Those of them that still exist and whose account is open."""
    return {
        id_: Token(account, scope == 1, db.moment(expires_at))
        for id_, account, scope, expires_at, closed in rows
        if not closed
    }


def lock(db: Driver, refs: Collection[bytes]) -> None:
    """Make other relays wait with the first header of these conversations."""
    if refs and db.lock_gates:
        db.match(_LOCK_GATES + db.lock_gates, "b", [(ref,) for ref in refs])


def gates_of(db: Driver, refs: Collection[bytes]) -> dict[bytes, Gate]:
    """Gates by conversation ref; one without members is none."""
    (rows,) = db.match_all([ask_gates(refs)])
    return gates_in(rows)


def ask_gates(refs: Collection[bytes]) -> Request:
    """Ask for gates by conversation ref."""
    return _GATES, "b", [(ref,) for ref in refs]


def gates_in(rows: Rows) -> dict[bytes, Gate]:
    """Gates by conversation ref; one without members is none."""
    found: dict[bytes, Gate] = {}
    for id_, ref, kind, owner, mode, hash_, kept, reads, account, who, role, may, stop in rows:
        gate = found.setdefault(
            ref, Gate(id_, ref, kind, owner, mode, hash_, kept, reads or b"")
        )
        gate.members[account] = Member(account, who, role, bool(may), stop is not None)
    return found
