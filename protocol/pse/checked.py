"""What state remembers of invites, and of people who were checked (sections 4 and 15)."""

from collections.abc import Iterable
from dataclasses import dataclass

from .ids import ID
from .invite import KEPT_DAYS
from .refusal import RolledBack

MADE, CAME = 1, 2
NOBODY = bytes(ID)


@dataclass(frozen=True, slots=True)
class InviteRow:
    """An invite of this person's (`side` 1 made, 2 came by it).

    `who`: whom it let in (nobody yet: zeros; taken back: oneself), or whose it was.
    """

    ends: int
    how: int
    inv: bytes
    key: bytes
    side: int
    who: bytes


@dataclass(frozen=True, slots=True)
class Checked:
    """Somebody known by an invite since a day, with the locks both had then."""

    account_id: bytes
    day: int
    how: int
    kr: bytes
    mine: bytes


def live_invites(rows: Iterable[InviteRow], *, day: int) -> tuple[InviteRow, ...]:
    """Those that still matter: three weeks after its end an invite leaves."""
    return tuple(row for row in rows if row.ends + KEPT_DAYS >= day)


def merge_invites(
    here: Iterable[InviteRow], there: Iterable[InviteRow]
) -> tuple[InviteRow, ...]:
    """Each once; one that somebody used is used. RolledBack where two are not the same one."""
    merged = {row.inv: row for row in here}
    for row in there:
        merged[row.inv] = _used(merged.get(row.inv, row), row)
    return tuple(sorted(merged.values(), key=lambda row: row.inv))


def merge_checked(here: Iterable[Checked], there: Iterable[Checked]) -> tuple[Checked, ...]:
    """Of each person the newest."""
    merged = {row.account_id: row for row in here}
    for row in there:
        merged[row.account_id] = max(merged.get(row.account_id, row), row, key=_newness)
    return tuple(sorted(merged.values(), key=lambda row: row.account_id))


def _newness(row: Checked) -> tuple[int, int, bytes, bytes]:
    return row.day, row.how, row.kr, row.mine


def _used(one: InviteRow, other: InviteRow) -> InviteRow:
    if _fixed(one) != _fixed(other):
        raise RolledBack("two devices know two invites of one name")
    if NOBODY in (one.who, other.who):
        return one if other.who == NOBODY else other
    return min(one, other, key=lambda row: row.who)


def _fixed(row: InviteRow) -> tuple[int, int, bytes, int]:
    return row.ends, row.how, row.key, row.side
