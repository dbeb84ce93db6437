"""What the desk sees: numbers, names of specialists, ages in days. Never a client's name."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import (
    Case,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    When,
)

from alongside.conversations.models import Mode
from alongside.conversations.queries import hellos_beside, waiting_heads, with_hello
from alongside.keys.queries import (
    Signed,
    is_anyone_backed,
    is_in_force,
    name_beside,
    signed_of,
)
from alongside.people.also.queries import who_also_run_the_desk
from alongside.people.models import Account, Role
from alongside.people.queries import specialists_from
from alongside.programme.breaks import HELLOS_BEFORE
from alongside.programme.models import Seat
from alongside.programme.queries import missing
from alongside.programme.rules import whole_days
from alongside.relationships.queries import asked, load_beside

WISHED, ENDORSED, LAPSED = "wished", "endorsed", "lapsed"
ROOM, FULL, PAUSED = "room", "full", "paused"
SEATED = (ROOM, FULL, PAUSED)
_SPECIALIST = "conversation__relationship__specialist_id"
# What telling somebody that their record was looked at takes, of the client and the specialist.
_TOLD = [
    f"{who}__{part}" for who in ("client", "specialist") for part in ("id", "ref", "closed")
]


@dataclass(frozen=True)
class SpecialistAtDesk:
    """A specialist, or someone who came by a link to become one; `account` is a number."""

    account: int
    person: Account = field(repr=False, compare=False)
    name: str | None
    role_state: str
    paused: bool
    cap: int | None
    load: int
    waiting: int
    to_day: int | None
    runs_desk: bool
    revoked: bool = False


@dataclass(frozen=True)
class Seated:
    """A seat, and how many people walk with who has it; nobody without one is asked."""

    paused: bool = False
    cap: int | None = None
    load: int = 0
    waiting: int = 0


NO_SEAT = Seated()


@dataclass(frozen=True)
class WaitingHello:
    """A hello that nobody has answered yet."""

    relationship_id: int
    age_days: int
    specialist_name: str
    # Whose it is: told to them, shown to nobody.
    whose: list[Account] = field(repr=False, compare=False)


@dataclass(frozen=True)
class LongWait:
    """A talk in which the newest words have waited for an answer; nothing shown says whose."""

    age_days: int
    specialist_name: str
    whose: list[Account] = field(repr=False, compare=False)


def specialists_at_desk(
    today: int, *, only: str = "", after: int = 0, size: int | None = None
) -> list[SpecialistAtDesk]:
    """Give everyone who is or wishes to be a specialist, in the order they came.

    `only` one of SEATED; `after` the account where a page before ended.
    """
    roles = list(_seated(specialists_from(after), only, today=today)[:size])
    people = [role.account for role in roles]
    signed, seats = signed_of(people), _seats_of(people, today=today)
    at_desk = who_also_run_the_desk(people)
    return [
        _at_desk(
            role,
            signed[role.account_id],
            seats.get(role.account_id, NO_SEAT),
            runs_desk=role.account_id in at_desk,
            today=today,
        )
        for role in roles
    ]


def waiting_at_desk(today: int, *, size: int | None = None) -> list[WaitingHello]:
    """Give every hello that waits, or so many of them, oldest first."""
    hellos = with_hello(asked()).annotate(called=name_beside("specialist"))
    return [
        WaitingHello(number, max(0, today - asked_on), called or "", _people(whose))
        for number, asked_on, called, *whose in hellos.values_list(
            "pk", "asked_on", "called", *_TOLD
        )[:size]
    ]


def stands_behind(today: int) -> int:
    """Say whether the programme stands behind a specialist today: one is enough to count."""
    return int(is_anyone_backed(today=today))


def missing_at_desk(today: int) -> list[str]:
    """Name all that is missing before the door opens."""
    return missing(today, specialists=stands_behind(today))


def long_waits_at_desk(
    today: int, *, answer_within_hours: int, size: int | None = None
) -> list[LongWait]:
    """Give every talk in which somebody has waited for too long, the longest first.

    A hello stands in the list of hellos already.
    """
    late = waiting_heads(today=today, within_days=whole_days(answer_within_hours))
    heads = late.filter(conversation__mode=Mode.ACTIVE)
    named = heads.annotate(called=name_beside(_SPECIALIST))
    beside = [f"conversation__relationship__{part}" for part in _TOLD]
    found = named.values_list("waiting_since", "called", *beside)[:size]
    return [
        LongWait(max(0, today - (since or today)), called or "", _people(whose))
        for since, called, *whose in found
    ]


def _people(parts: Sequence[Any]) -> list[Account]:
    """Make people of the six parts that `_TOLD` names."""
    client, specialist = parts[:3], parts[3:]
    return [Account(pk=pk, ref=ref, closed=closed) for pk, ref, closed in (client, specialist)]


def _seats_of(people: Iterable[Account], *, today: int) -> dict[int, Seated]:
    """Give seat and load of each of these, in one question."""
    seats = Seat.objects.filter(account__in=[person.pk for person in people])
    rows = seats.annotate(
        load=load_beside("account"),
        waiting=hellos_beside("account"),
        closed=Case(When(_closed(today), then=True), default=False),
    )
    found = rows.values_list("account", "closed", "cap", "load", "waiting")
    return {account: Seated(*seat) for account, *seat in found}


def _closed(today: int) -> Q:
    """Who takes nobody new: paused, or on a break as breaks.stops_hellos has it."""
    return Q(paused=True) | Q(away_from_on__lte=today + HELLOS_BEFORE, back_on__gt=today)


def _seated(roles: QuerySet[Role], only: str, *, today: int) -> QuerySet[Role]:
    """Keep those whose seat is so; someone without one has neither room nor a break."""
    if only not in SEATED:
        return roles
    seat = Seat.objects.filter(account=OuterRef("account"))
    # Each seat is found by its account: a database that joins them reads all there are.
    cap_of = IntegerField()
    if only == PAUSED:
        closed = Subquery(seat.filter(_closed(today)).values("cap"), output_field=cap_of)
        return roles.alias(closed=closed).filter(closed__isnull=False)
    taking = seat.exclude(_closed(today)) if only == ROOM else seat
    cap = Subquery(taking.values("cap"), output_field=cap_of)
    found = roles.alias(cap=cap, load=load_beside("account"))
    if only == ROOM:
        return found.filter(load__lt=F("cap"))
    return found.filter(load__gte=F("cap"))


def _at_desk(
    role: Role,
    signed: Signed,
    seat: Seated,
    *,
    runs_desk: bool,
    today: int,
) -> SpecialistAtDesk:
    return SpecialistAtDesk(
        account=role.account_id,
        person=role.account,
        name=_name(signed),
        role_state=_state(role, signed, today=today),
        paused=seat.paused,
        cap=seat.cap,
        load=seat.load,
        waiting=seat.waiting,
        to_day=signed.endorsement.to_day if signed.endorsement else None,
        revoked=bool(signed.endorsement and signed.endorsement.revoked),
        runs_desk=runs_desk,
    )


def _state(role: Role, signed: Signed, *, today: int) -> str:
    if role.wished or signed.endorsement is None:
        return WISHED
    behind = is_in_force(signed.endorsement, signed.records, today=today)
    return ENDORSED if behind else LAPSED


def _name(signed: Signed) -> str | None:
    """Give the name the programme stands behind, else the one on the profile."""
    if signed.endorsement is not None:
        return signed.endorsement.display_name
    return str(json.loads(signed.profile.shown)["name"]) if signed.profile else None
