"""What the desk sees of what was told in danger: who entered it, when and why; never a word."""

from dataclasses import dataclass

from django.db.models import QuerySet

from alongside.consent.models import Emergency
from alongside.consent.queries import at_desk
from alongside.consent.rules import is_left
from alongside.ground.counting import counted
from alongside.keys.queries import names_of
from alongside.people.also.queries import said_by
from alongside.people.models import DeskUser

AT_MOST = 50


@dataclass(frozen=True)
class AtDesk:
    """One entry that waits for somebody: to confirm it, or to look again."""

    id: int
    name: str
    reason: int
    told: int
    days: int
    is_shown: bool
    looks_in: int
    is_confirmed: bool
    has_supervisor: bool
    # Whoever tells and whoever confirms are two people.
    may_confirm: bool
    may_show: bool


@dataclass(frozen=True)
class Listing:
    """The entries that have waited longest, and whose walls say that they were seen."""

    rows: list[AtDesk]
    has_more: bool
    specialists: list[int]
    # Only those who know of the entry: a row on a wall would give it away before its day.
    clients: list[int]


def counts() -> dict[str, int]:
    """Say how many entries wait for a second person, and how many for their client."""
    return counted(untold())


def untold() -> dict[str, QuerySet[Emergency]]:
    """Give the entries that wait for a second person, and those that wait for their client."""
    return {
        "confirming": Emergency.objects.filter(confirmed_on=None),
        "looking": Emergency.objects.filter(told_on=None, client__closed=False),
    }


def waiting(*, by: DeskUser, today: int) -> Listing:
    """Give what waits, for one coordinator."""
    found = list(at_desk()[: AT_MOST + 1])
    shown = found[:AT_MOST]
    names = names_of(one.specialist_id for one in shown)
    also = said_by(by)
    own = None if also is None else also.account_id
    return Listing(
        [_row(one, names.get(one.specialist_id, ""), own, today) for one in shown],
        len(found) > AT_MOST,
        [one.specialist_id for one in shown],
        [one.client_id for one in shown if one.told_on is not None],
    )


def _row(one: Emergency, name: str, own: int | None, today: int) -> AtDesk:
    waits = one.told_on is None and not one.client.closed
    return AtDesk(
        id=one.pk,
        name=name,
        reason=one.reason,
        told=one.paper["told"],
        days=max(0, today - one.entered_on),
        is_shown=one.told_on is not None,
        looks_in=one.look_on - today,
        is_confirmed=one.confirmed_on is not None,
        has_supervisor=one.supervisor_id is not None,
        may_confirm=one.confirmed_on is None and one.specialist_id != own,
        may_show=waits and is_left(one.look_on, today=today),
    )
