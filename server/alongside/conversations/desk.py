"""What the desk sees: numbers, names of specialists, ages in days. Never a client's name."""

import json
from dataclasses import dataclass

from alongside.conversations.models import Mode
from alongside.conversations.queries import hellos_waiting, waiting_heads, with_hello
from alongside.keys.queries import Signed, is_in_force, signed_of
from alongside.people.also.queries import who_also_run_the_desk
from alongside.people.models import Role
from alongside.people.queries import future_and_present_specialists
from alongside.programme.models import Seat
from alongside.programme.queries import missing, seats_of
from alongside.programme.rules import last_day_in_time
from alongside.relationships.models import Relationship
from alongside.relationships.queries import asked, loads_of

WISHED, ENDORSED, LAPSED = "wished", "endorsed", "lapsed"


@dataclass(frozen=True)
class SpecialistAtDesk:
    """A specialist, or someone who came by a link to become one; `account` is a number."""

    account: int
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
class WaitingHello:
    """A hello that nobody has answered yet."""

    relationship_id: int
    age_days: int
    specialist_name: str
    # Whose it is, by number: told to them, shown to nobody.
    whose: tuple[int, int]


@dataclass(frozen=True)
class LongWait:
    """A talk in which the newest words have waited for an answer; nothing shown says whose."""

    age_days: int
    specialist_name: str
    whose: tuple[int, int]


def specialists_at_desk(today: int) -> list[SpecialistAtDesk]:
    """Give everyone who is or wishes to be a specialist, in the order they came."""
    roles = future_and_present_specialists()
    people = [role.account for role in roles]
    signed, seats = signed_of(people), seats_of(people)
    loads, waiting = loads_of(people), hellos_waiting(people)
    at_desk = who_also_run_the_desk(people)
    return [
        _at_desk(
            role,
            signed[role.account_id],
            seats.get(role.account_id),
            load=loads.get(role.account_id, 0),
            waiting=waiting.get(role.account_id, 0),
            runs_desk=role.account_id in at_desk,
            today=today,
        )
        for role in roles
    ]


def waiting_at_desk(today: int) -> list[WaitingHello]:
    """Give every hello that waits, oldest first."""
    hellos = list(with_hello(asked()))
    signed = signed_of([hello.specialist for hello in hellos])
    return [
        WaitingHello(
            relationship_id=hello.pk,
            age_days=max(0, today - hello.asked_on),
            specialist_name=_name(signed[hello.specialist_id]) or "",
            whose=(hello.client_id, hello.specialist_id),
        )
        for hello in hellos
    ]


def stands_behind(today: int) -> int:
    """Count the specialists the programme stands behind today."""
    return sum(one.role_state == ENDORSED for one in specialists_at_desk(today))


def missing_at_desk(today: int) -> list[str]:
    """Name all that is missing before the door opens."""
    return missing(today, specialists=stands_behind(today))


def long_waits_at_desk(today: int, *, answer_within_hours: int) -> list[LongWait]:
    """Give every talk in which somebody has waited for too long, the longest first.

    A hello stands in the list of hellos already.
    """
    last_day = last_day_in_time(today, answer_within_hours=answer_within_hours)
    heads = list(waiting_heads(last_day=last_day).filter(conversation__mode=Mode.ACTIVE))
    signed = signed_of([head.conversation.relationship.specialist for head in heads])
    return [
        LongWait(
            age_days=max(0, today - (head.waiting_since or today)),
            specialist_name=_name(signed[head.conversation.relationship.specialist_id]) or "",
            whose=_both(head.conversation.relationship),
        )
        for head in heads
    ]


def _both(relationship: Relationship) -> tuple[int, int]:
    return relationship.client_id, relationship.specialist_id


def _at_desk(
    role: Role,
    signed: Signed,
    seat: Seat | None,
    *,
    load: int,
    waiting: int,
    runs_desk: bool,
    today: int,
) -> SpecialistAtDesk:
    return SpecialistAtDesk(
        account=role.account_id,
        name=_name(signed),
        role_state=_state(role, signed, today=today),
        paused=seat.paused if seat else False,
        cap=seat.cap if seat else None,
        load=load,
        waiting=waiting,
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
