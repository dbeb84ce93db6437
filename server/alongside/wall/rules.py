"""What a row may tell, how long it tells it, and what is told once a day only."""

from collections.abc import Mapping
from typing import Any

from pse.base64url import to_text
from pse.wall import NAMED, Kind, Page, Told, check_told

__all__ = ["Kind", "Page", "days_kept", "is_told_once_a_day", "told_of"]

# Who was told something about somebody: an account of six years (docs/wall.md).
SIX_YEARS = 6 * 366
# Everything else that concerns the two, and the ways in.
TWO_YEARS = 2 * 366
# Somebody came in: long enough to notice a stranger, too short to become a diary.
NINETY_DAYS = 90
ROWS_A_PAGE = 200

_ACCOUNTED = frozenset(
    kind
    for kind in Kind
    if kind < Kind.ASKED
    or Kind.PROMISE_STRONGER <= kind <= Kind.OWN_LINES_AGREED
    or kind in (Kind.STAFF_VIEW, Kind.STAFF_TOOK_LIST, Kind.EXPORTED)
)
_SHORT = frozenset({Kind.CAME_IN_BY_WORDS, Kind.CAME_IN_BY_SPARE})
_ONCE_A_DAY = _SHORT | {
    Kind.STAFF_VIEW,
    Kind.STAFF_TOOK_LIST,
    Kind.DISCLOSURE_OPENED,
    Kind.EXPORTED,
}


def days_kept(kind: Kind) -> int:
    """How many days a row tells what it tells; its hash stays as long as the wall."""
    if kind in _ACCOUNTED:
        return SIX_YEARS
    return NINETY_DAYS if kind in _SHORT else TWO_YEARS


def last_day_to_forget(kind: Kind, *, today: int) -> int:
    """Give the newest day whose rows of this kind tell nothing any more."""
    return today - days_kept(kind) - 1


def is_told_once_a_day(kind: Kind) -> bool:
    """Whether the same thing on the same day is told once, however often it happened."""
    return kind in _ONCE_A_DAY


def told_of(kind: Kind, *, other: bytes, detail: Mapping[str, Any], salt: bytes) -> Told:
    """Put together what a row tells; refused if its kind does not hold such a fact."""
    facts = {name: _fact(name, value) for name, value in detail.items() if value is not None}
    return check_told(Told(Kind(kind), other, facts, salt))


def is_same(one: Told, another: Told) -> bool:
    """Whether two rows tell the same."""
    return (one.kind, one.other, one.detail) == (another.kind, another.other, another.detail)


def _fact(name: str, value: Any) -> Any:
    if name in NAMED and isinstance(value, bytes):
        return to_text(value)
    return value if isinstance(value, str) else int(value)
