"""What the desk sees of relationships: a number, where it stands, whole days; no client."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from heapq import merge
from itertools import islice

from django.db.models import Count, Q, QuerySet

from alongside.ground.refusal import NotYours
from alongside.people.models import Account
from alongside.relationships.models import GOING, Agreement, Asked, Relationship, State

WAITING, TOGETHER, RESTING = "waiting", "together", "resting"
OVER, NOTHING = "over", "nothing"
STANDINGS: Mapping[str, tuple[State, ...]] = {
    WAITING: (State.ASKED,),
    TOGETHER: (State.ACTIVE,),
    RESTING: (State.PAUSED,),
    OVER: (State.ENDED,),
    # Whose no it was points at a person: the desk sees that nothing came of it.
    NOTHING: (State.DECLINED, State.WITHDRAWN, State.LAPSED),
}
_OF = {state: name for name, states in STANDINGS.items() for state in states}
A_PAGE = 50
# A list that becomes a file is read in pieces of this size.
A_PIECE = 1_000
# The day it began, and its number: where a page goes on.
Mark = tuple[int, int]
_Row = tuple[int, int, int, int, bytes, bool, bytes, bool]


@dataclass(frozen=True)
class AtDesk:
    """One relationship in a list."""

    number: int
    specialist: int
    # By number: told to them, shown to nobody.
    client: int
    began_on: int
    days: int
    # The two themselves, as far as telling them takes.
    whose: list[Account] = field(repr=False, compare=False)
    # Since so many days a changed promise waits for a yes; nothing says whose. None: none does.
    promise_waits: int | None = None


@dataclass(frozen=True)
class Listing:
    """One page, the oldest first; `after` is where the next one goes on, if there is one."""

    rows: list[AtDesk]
    after: Mark | None


@dataclass(frozen=True)
class Record:
    """One relationship, looked at by itself; days since each step, None where it was not."""

    number: int
    # Whose it is, by number: told to them, shown to nobody.
    whose: tuple[int, int]
    standing: str
    asked: int
    agreed: int | None
    over: int | None


@dataclass(frozen=True)
class Wanted:
    """What somebody at the desk asked to see."""

    standing: str = TOGETHER
    at_least_days: int = 0
    specialist: int | None = None


def counts() -> dict[str, int]:
    """Count the relationships by where they stand, in one question."""
    rows = Relationship.objects.values_list("state").annotate(count=Count("pk")).order_by()
    found = dict.fromkeys(STANDINGS, 0)
    for state, count in rows:
        found[_OF[state]] += count
    return found


def listing(
    wanted: Wanted, *, today: int, after: Mark | None = None, size: int = A_PAGE
) -> Listing:
    """Give one page of a list: one question for each state in it, each found by its index."""
    pages = [_of_state(state, wanted, today, after)[: size + 1] for state in _states(wanted)]
    found = list(islice(merge(*pages, key=_mark), size + 1))
    asked = _promises_asked([row[0] for row in found[:size]], wanted, today)
    rows = [_row(row, asked, today=today) for row in found[:size]]
    return Listing(rows, _mark(found[size - 1]) if len(found) > size else None)


def _row(row: _Row, promise_waits: Mapping[int, int], *, today: int) -> AtDesk:
    number, specialist, client, began_on, ref, closed, client_ref, client_closed = row
    return AtDesk(
        number=number,
        specialist=specialist,
        client=client,
        began_on=began_on,
        days=max(0, today - began_on),
        whose=[
            Account(pk=specialist, ref=ref, closed=closed),
            Account(pk=client, ref=client_ref, closed=client_closed),
        ],
        promise_waits=promise_waits.get(number),
    )


def whole_list(wanted: Wanted, *, today: int) -> Iterator[list[AtDesk]]:
    """Give all of a list, piece by piece."""
    piece = listing(wanted, today=today, size=A_PIECE)
    yield piece.rows
    while piece.after is not None:
        piece = listing(wanted, today=today, after=piece.after, size=A_PIECE)
        yield piece.rows


def record(number: int, *, today: int) -> Record:
    """Give one relationship by its number; NotYours if there is none."""
    found = Relationship.objects.filter(pk=number).first()
    if found is None:
        raise NotYours
    return Record(
        number=found.pk,
        whose=(found.client_id, found.specialist_id),
        standing=_OF[State(found.state)],
        asked=max(0, today - found.asked_on),
        agreed=None if found.agreed_on is None else max(0, today - found.agreed_on),
        over=None if found.ended_on is None else max(0, today - found.ended_on),
    )


def waits(*, today: int) -> list[int]:
    """Give the whole days each ask has waited, the longest first."""
    waiting = Relationship.objects.filter(state=State.ASKED).order_by("asked_on")
    return [max(0, today - day) for day in waiting.values_list("asked_on", flat=True)]


def _promises_asked(numbers: list[int], wanted: Wanted, today: int) -> dict[int, int]:
    """Since how many days a changed promise waits; only where people go on together."""
    if not set(_states(wanted)) <= set(GOING):
        return {}
    offered = Agreement.objects.filter(relationship__in=numbers, state=Asked.OFFERED)
    found = offered.order_by("pk").values_list("relationship_id", "shown_on")
    return {number: max(0, today - day) for number, day in found}


def _states(wanted: Wanted) -> tuple[State, ...]:
    return STANDINGS[wanted.standing]


def _of_state(
    state: State, wanted: Wanted, today: int, after: Mark | None
) -> QuerySet[Relationship, _Row]:
    found = Relationship.objects.filter(state=state)
    if wanted.at_least_days:
        found = found.filter(asked_on__lte=today - wanted.at_least_days)
    if wanted.specialist is not None:
        found = found.filter(specialist=wanted.specialist)
    if after is not None:
        day, number = after
        found = found.filter(Q(asked_on__gt=day) | Q(pk__gt=number), asked_on__gte=day)
    ordered = found.order_by("asked_on", "pk")
    told = ("specialist__ref", "specialist__closed", "client__ref", "client__closed")
    return ordered.values_list("pk", "specialist_id", "client_id", "asked_on", *told)


def _mark(row: _Row) -> Mark:
    return row[3], row[0]
