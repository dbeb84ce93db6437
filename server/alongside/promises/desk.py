"""What each specialist carries, and what became of their own words: never split by client."""

from dataclasses import dataclass, field

from django.db.models import Count, QuerySet

from alongside.conversations.queries import hellos_beside
from alongside.keys.queries import name_beside
from alongside.people.models import Account
from alongside.programme.breaks import stops_hellos
from alongside.programme.models import Seat
from alongside.promises import rules
from alongside.promises.queries import Totals, totals, walked_since
from alongside.relationships.models import Relationship
from alongside.relationships.queries import load_beside

A_PAGE = 50
A_PIECE = 1_000
NOBODY = -1


@dataclass(frozen=True)
class Carried:
    """One specialist. `totals` is None where they would point at one person."""

    account: int
    person: Account = field(repr=False, compare=False)
    name: str
    supported_by: int | None
    paused: bool
    cap: int
    load: int
    waiting: int
    totals: Totals | None


def carried(
    today: int, *, supported_by: int = 0, after: int = 0, size: int = A_PAGE
) -> list[Carried]:
    """Give what specialists carry, in the order they came.

    `supported_by` one supervisor, or NOBODY; `after` the account where a page before ended.
    """
    seats = _seats(supported_by).filter(account__gt=after).order_by("account")
    beside = seats.annotate(
        load=load_beside("account"),
        waiting=hellos_beside("account"),
        called=name_beside("account"),
    )
    rows = list(beside.select_related("account")[:size])
    since = today - rules.TOTALS_DAYS
    people = [seat.account for seat in rows]
    walked, kept = _walked_with(people, since), totals(people, since=since)
    return [
        Carried(
            account=seat.account_id,
            person=seat.account,
            name=seat.called or "",
            supported_by=seat.supported_by_id,
            paused=seat.paused or stops_hellos(seat, today=today),
            cap=seat.cap,
            load=seat.load,
            waiting=seat.waiting,
            totals=_told(walked.get(seat.account_id, 0), kept.get(seat.account_id, Totals())),
        )
        for seat in rows
    ]


def _seats(supported_by: int) -> QuerySet[Seat]:
    here = Seat.objects.filter(account__closed=False)
    if supported_by == NOBODY:
        return here.filter(supported_by=None)
    return here.filter(supported_by=supported_by) if supported_by else here


def _walked_with(people: list[Account], since: int) -> dict[int, int]:
    """With how many each walked in these days, in one question."""
    there = Relationship.objects.filter(specialist__in=[one.pk for one in people])
    rows = (
        there.filter(walked_since(since))
        .values("specialist")
        .annotate(people=Count("client", distinct=True))
    )
    return dict(rows.order_by().values_list("specialist", "people"))


def _told(people: int, found: Totals) -> Totals | None:
    return found if rules.totals_point_at_nobody(people) else None
