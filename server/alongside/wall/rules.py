"""What a row may tell, how long it tells it, and what is told once a day only."""

from collections.abc import Mapping
from typing import Any

from pse.base64url import to_text
from pse.wall import KEEPS, NAMED, Kind, Page, Told, check_told, keep_of

__all__ = ["KEEPS", "Kind", "Page", "is_told_once_a_day", "keep_of", "told_of"]

ROWS_A_PAGE = 200

_ONCE_A_DAY = frozenset(
    {
        Kind.CAME_IN_BY_WORDS,
        Kind.CAME_IN_BY_SPARE,
        Kind.STAFF_VIEW,
        Kind.STAFF_TOOK_LIST,
        Kind.DISCLOSURE_OPENED,
        Kind.SPECIALIST_GONE,
        Kind.CAME_BACK,
        Kind.EXPORTED,
    }
)


def last_day_to_forget(keep: int, *, today: int) -> int:
    """Give the newest day whose rows, kept for so many days, tell nothing any more."""
    return today - keep - 1


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
