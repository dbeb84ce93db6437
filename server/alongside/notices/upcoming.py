"""The times people keep free, as far as notes and calendars need them: when, and for whom.

A room above answers; which one, wiring.py says. Nothing here knows with whom, where or why.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

# From one moment to another, for these accounts: at most as many as a calendar needs.
Ask = Callable[[Collection[int], datetime, datetime], Sequence["Kept"]]
_answerers: list[Ask] = []


@dataclass(frozen=True)
class Kept:
    """A time one person keeps free; `ref` names it for as long as it stands, moved or not."""

    account: int
    ref: bytes
    starts_at: datetime
    ends_at: datetime


def told_by(ask: Ask) -> None:
    """Let a room above say what is coming."""
    _answerers[:] = [ask]


def coming(accounts: Collection[int], *, since: datetime, until: datetime) -> list[Kept]:
    """Give what these people count on from one moment to another, the next first."""
    return [kept for ask in _answerers for kept in ask(accounts, since, until)]
