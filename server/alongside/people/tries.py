"""Counts wrong tries at a door: for a name and an address together, and for a name alone.

Names nobody has are counted like any other, so that counting tells nothing.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F

from alongside.ground.refusal import Refused
from alongside.people.hidden import hidden
from alongside.people.models import Account, Tries
from alongside.people.rules import (
    ALL_CODES,
    ANYWHERE,
    CODES,
    COUNTED,
    DAILY_CODES,
    HERE,
    NEWCOMERS,
    Limit,
    is_window_over,
    seconds_left,
)
from alongside_relay.arrivals import household


class SlowDown(Refused):
    """Too many wrong tries; says in how many seconds one may try again."""

    code = "slow-down"
    words = "Too many tries. Please wait a little, then try again."
    status = 429

    def __init__(self, *, retry_after: int) -> None:
        super().__init__()
        self.retry_after = retry_after


@dataclass(frozen=True)
class Door:
    """One way in for one name from one address; spare code, words and desk count apart."""

    kind: str
    name: str
    address: str

    @property
    def counters(self) -> tuple[tuple[bytes, Limit], ...]:
        """Give the two counters of this door, the narrow one first."""
        return (
            (hidden(b"tries-here", self.kind, self.name, household(self.address)), HERE),
            (hidden(b"tries-anywhere", self.kind, self.name), ANYWHERE),
        )


@transaction.atomic
def take_try(door: Door, *, now: datetime) -> None:
    """Count a try before it is judged, so that many at once are no way around; SlowDown."""
    for key, limit in door.counters:
        _count(key, limit, now=now)


@transaction.atomic
def take_newcomer(address: str, *, now: datetime) -> None:
    """Count a place that is made from an address; SlowDown when it makes too many."""
    _count(hidden(b"newcomers", household(address)), NEWCOMERS, now=now)


@transaction.atomic
def take_counting(person: Account, *, now: datetime) -> None:
    """Count that somebody is counted in; SlowDown when it is more than a person does."""
    _count(hidden(b"counting", person.ref), COUNTED, now=now)


@transaction.atomic
def take_code(person: Account, number: str, *, now: datetime) -> None:
    """Count a code that goes to a phone: by person and number, of the hour, of the day, and
    of all; SlowDown.
    """
    _count(hidden(b"codes-person-day", person.ref), DAILY_CODES, now=now)
    _count(hidden(b"codes-number-day", number), DAILY_CODES, now=now)
    _count(hidden(b"codes-person", person.ref), CODES, now=now)
    _count(hidden(b"codes-number", number), CODES, now=now)
    _count(hidden(b"codes-all"), ALL_CODES, now=now)


@transaction.atomic
def forgive(door: Door) -> None:
    """Forget what was counted here, and the one try that turned out right everywhere."""
    (here, _), (anywhere, _) = door.counters
    Tries.objects.filter(key=here).delete()
    Tries.objects.filter(key=anywhere, count__gt=0).update(count=F("count") - 1)


def _count(key: bytes, limit: Limit, *, now: datetime) -> None:
    tries = _held(key, lasts_day=limit.lasts_day, now=now)
    changed = ["count"]
    if is_window_over(tries.window_start, limit, now=now):
        tries.count, tries.window_start = 0, now
        changed.append("window_start")
    if tries.count >= limit.most:
        raise SlowDown(retry_after=seconds_left(tries.window_start, limit, now=now))
    tries.count += 1
    tries.save(update_fields=changed)


def _held(key: bytes, *, lasts_day: bool, now: datetime) -> Tries:
    """Make this counter or lock it, in one step: `forgive` may take it away at any moment."""
    Tries.objects.bulk_create(
        [Tries(key=key, count=0, window_start=now, lasts_day=lasts_day)],
        update_conflicts=True,
        unique_fields=["key"],
        update_fields=["key"],
    )
    return Tries.objects.get(key=key)
