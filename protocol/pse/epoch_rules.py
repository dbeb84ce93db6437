"""When an epoch header holds, signatures aside: pure rules of section 7.

What a circle's headers have to keep beside these stands in circle_rules.py.
"""

from .chain import chain_start
from .endorsement import CLIENT, SPECIALIST
from .epoch import EMPTY_LOG, NO_HEADER, WRAP, Epoch, Member, Wraps, eh_hash_of, wraps_hash_of
from .refusal import BadHeader

ONE_TO_ONE, CIRCLE = 1, 2
BEGIN, AGE, COUNT, LEFT, KEY_CHANGED, BAD_WRAP, ADDED, CONTINUES, PROMISED, REMOVED = range(
    1, 11
)
SAME_READERS = (AGE, COUNT, KEY_CHANGED, BAD_WRAP, PROMISED)
OTHER_READERS = (ADDED, REMOVED)
MOST_MEMBERS = 3
LONGEST_RETENTION = 24


def check_shape(header: Epoch) -> None:
    """Return if the header could stand in a one-to-one conversation; BadHeader else."""
    if header.kind != ONE_TO_ONE:
        raise BadHeader("a kind of conversation that is refused today")
    check_common(header)
    _check_members(header)


def check_common(header: Epoch) -> None:
    """Return if the header holds what every kind has to; BadHeader else."""
    if not 0 <= header.retention <= LONGEST_RETENTION:
        raise BadHeader("retention is 0 to 24 months")
    if (header.log_size == 0) != (header.log_root == EMPTY_LOG):
        raise BadHeader("an empty key log has the root of nothing")
    ids = [row.account_id for row in header.members]
    if ids != sorted(set(ids)):
        raise BadHeader("each member once, ascending")
    if header.author_id not in ids:
        raise BadHeader("the author is not a member")


def check_first(header: Epoch) -> None:
    """Return if the header could be epoch 0; BadHeader else."""
    check_shape(header)
    check_begins(header)
    if header.reason not in (BEGIN, CONTINUES):
        raise BadHeader("a first epoch begins or continues")
    if len(header.members) != 2:
        raise BadHeader("a conversation begins with two")


def check_begins(header: Epoch) -> None:
    """Return if the header begins a chain by its owner's hand; BadHeader else."""
    if header.epoch != 0 or header.prev_eh_hash != NO_HEADER:
        raise BadHeader("not the first epoch")
    if header.closed_n != 0 or header.closed_h != chain_start(header.conv):
        raise BadHeader("the first epoch begins the chain")
    if header.author_id != header.owner_id:
        raise BadHeader("the first epoch is signed by the owner")


def check_next(header: Epoch, before: Epoch) -> None:
    """Return if the header could follow `before`; BadHeader else.

    Whether a changed kr_hash is a successor needs key records, a joiner needs the programme's
    word, another promise two signatures: the reader checks these.
    """
    check_shape(header)
    check_follows(header, before)
    _check_rows(header, before)


def check_follows(header: Epoch, before: Epoch) -> None:
    """Return if the header goes on where `before` stands, by one of its members; BadHeader."""
    if header.epoch != before.epoch + 1 or header.prev_eh_hash != eh_hash_of(before):
        raise BadHeader("not the epoch that follows")
    if header.closed_n < before.n or header.day < before.day:
        raise BadHeader("earlier than the epoch before")
    _check_kept(header, before)
    _check_log(header, before)
    if before.member(header.author_id) is None:
        raise BadHeader("the author was not a member before")


def check_place(header: Epoch, *, head_n: int, head_h: bytes) -> None:
    """Return if the header closes exactly the chain that is there; BadHeader else."""
    if header.closed_n != head_n or header.closed_h != head_h:
        raise BadHeader("the header closes another chain")


def check_wraps(header: Epoch, wraps: Wraps) -> None:
    """Return if there is one wrap for each member and they are the header's; BadHeader else."""
    if set(wraps) != {row.account_id for row in header.members}:
        raise BadHeader("one wrap for each member")
    if any(len(wrapped) != WRAP for wrapped in wraps.values()):
        raise BadHeader("a wrap is 112 bytes")
    if wraps_hash_of(wraps) != header.wraps_hash:
        raise BadHeader("other wraps than the header's")


def _check_members(header: Epoch) -> None:
    if not 2 <= len(header.members) <= MOST_MEMBERS:
        raise BadHeader("two or three members")
    roles = {row.account_id: row.role for row in header.members}
    others = [role for account_id, role in roles.items() if account_id != header.owner_id]
    if roles.get(header.owner_id) != CLIENT or any(role != SPECIALIST for role in others):
        raise BadHeader("the owner as client, all others specialists")


def _check_kept(header: Epoch, before: Epoch) -> None:
    kept = ("conv", "kind", "owner_id")
    if any(getattr(header, name) != getattr(before, name) for name in kept):
        raise BadHeader("owner and kind never change")
    has_changed = header.agreement_hash != before.agreement_hash
    if has_changed != (header.reason == PROMISED):
        raise BadHeader("the promise changes for that reason, and for no other")
    if header.retention != before.retention and not has_changed:
        raise BadHeader("how long lines are kept changes with the promise alone")


def _check_log(header: Epoch, before: Epoch) -> None:
    is_same = header.log_size == before.log_size and header.log_root != before.log_root
    if header.log_size < before.log_size or is_same:
        raise BadHeader("the key log only ever grows")


def _check_rows(header: Epoch, before: Epoch) -> None:
    if header.reason in OTHER_READERS:
        _check_other_readers(header, before)
    elif header.reason not in SAME_READERS:
        raise BadHeader("a reason that is refused today")
    else:
        check_same_readers(header, before)


def check_same_readers(header: Epoch, before: Epoch) -> None:
    """Return if nobody came, went or got another role, and keys moved for that reason alone."""
    if [fixed(row) for row in header.members] != [fixed(row) for row in before.members]:
        raise BadHeader("readers and roles do not change")
    if header.members != before.members and header.reason != KEY_CHANGED:
        raise BadHeader("keys change only for that reason")


def check_keys_stay(header: Epoch, before: Epoch) -> None:
    """Return if whoever stays keeps their keys; BadHeader else."""
    kept = {row.account_id: row.kr_hash for row in before.members}
    if any(kept.get(row.account_id, row.kr_hash) != row.kr_hash for row in header.members):
        raise BadHeader("keys change only for that reason")


def _check_other_readers(header: Epoch, before: Epoch) -> None:
    """The owner adds one (7), or takes some away and brings in one at most (10)."""
    if header.author_id != header.owner_id:
        raise BadHeader("only the owner says who reads")
    now, then = ({fixed(row) for row in one.members} for one in (header, before))
    came, went = len(now - then), len(then - now)
    is_added = (came, went) == (1, 0)
    is_removed = went > 0 and came <= 1
    if not (is_added if header.reason == ADDED else is_removed):
        raise BadHeader("other readers than the reason says")
    kept = {row.account_id: row for row in before.members}
    if any(kept.get(row.account_id, row) != row for row in header.members):
        raise BadHeader("keys change only for that reason")


def fixed(row: Member) -> tuple[bytes, int]:
    """What of a member's row no new keys change."""
    return row.account_id, row.role
