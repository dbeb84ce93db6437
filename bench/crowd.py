"""A programme of many, in bulk, for the desk: specialists, relationships, wishes. No real keys.

Nobody here can talk: rows are as many and as deep as those of real people, and that is all the
desk's lists ask about.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, TypeVar

from django.db import connection, models, transaction

from alongside.conversations.models import Conversation, Head, Mode
from alongside.ground import clock
from alongside.keys.models import Endorsement, KeyRecord, Profile
from alongside.matching.models import Proposal, Step, Took, Way, Wish
from alongside.people.models import Account, Role, RoleName
from alongside.programme.models import Seat
from alongside.relationships.models import AGREED, EndedBy, Relationship, State
from alongside.wall.actions import Kind
from alongside.wall.models import Row, Top

from .population import population

M = TypeVar("M", bound=models.Model)
AT_ONCE = 500
IN_EACH = 12
STATES = (
    *[State.ACTIVE] * 9,
    State.PAUSED,
    *[State.ENDED] * 4,
    *[State.DECLINED, State.WITHDRAWN, State.LAPSED],
    *[State.DECLINED, State.LAPSED],
    State.ASKED,
)
BY = {
    State.ENDED: EndedBy.CLIENT,
    State.DECLINED: EndedBy.SPECIALIST,
    State.WITHDRAWN: EndedBy.CLIENT,
    State.LAPSED: EndedBy.PROGRAMME,
}
DAYS, SILENT = 900, 14


@dataclass(frozen=True)
class Crowd:
    """Who was made: accounts of the specialists, and the relationships with them."""

    specialists: list[Account]
    relationships: list[Relationship]


@transaction.atomic
def crowd(relationships: int, *, wishes: int, seed: int = 1) -> Crowd:
    """Make so many relationships, a specialist for each dozen, and so many wishes."""
    chance, today = Random(seed), clock.today()
    made = population(max(wishes, 1), max(2, relationships // IN_EACH), seed=seed)
    specialists = _accounts(len(made.places), "stays", 2**40)
    _specialists(specialists, [place.shown for place in made.places], today)
    clients = _accounts(max(relationships, wishes), "comes", 2**41)
    found = _relationships(clients[:relationships], specialists, chance, today)
    _talks(found, chance, today)
    _wishes(clients, made.waiting[:wishes], specialists, today)
    _walls([*specialists, *clients], today - 1)
    _keep([Took(way=way, quarter=today // 91, days=3, people=40) for way in Way])
    return Crowd(specialists, found)


def know_sizes() -> None:
    """Let the database know how large its tables are, as its own upkeep does in time."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def _keep(rows: Sequence[M]) -> list[M]:
    if not rows:
        return []
    return list(type(rows[0])._default_manager.bulk_create(rows, batch_size=AT_ONCE))


def _accounts(many: int, word: str, first: int) -> list[Account]:
    return _keep(
        [
            Account(ref=(first + at).to_bytes(16, "big"), username=f"{word}-{at:06}")
            for at in range(many)
        ]
    )


def _specialists(people: Sequence[Account], shown: Sequence[Any], today: int) -> None:
    _keep([Role(account=one, role=RoleName.SPECIALIST) for one in people])
    _keep([Seat(account=one, paused=one.pk % 9 == 0, cap=4 + one.pk % 20) for one in people])
    signed: dict[str, Any] = {"sig": bytes(64)}
    _keep(
        [
            KeyRecord(
                account=one,
                gen=0,
                ik=bytes(32),
                ek=bytes(32),
                rand=bytes(16),
                prev=bytes(32),
                day=today,
                prev_sig=b"",
                kr_hash=one.ref * 2,
                **signed,
            )
            for one in people
        ]
    )
    _keep(
        [
            Endorsement(
                account=one,
                kr_hash=one.ref * 2,
                role=RoleName.SPECIALIST,
                display_name=f"Person {at}",
                from_day=today - 10,
                to_day=today + 70,
                serial=at + 1,
                **signed,
            )
            for at, one in enumerate(people)
        ]
    )
    _keep(
        [
            Profile(account=one, ver=1, day=today, shown=_page(at, theirs), **signed)
            for at, (one, theirs) in enumerate(zip(people, shown, strict=True))
        ]
    )


def _walls(people: Sequence[Account], day: int) -> None:
    """Everyone was told something yesterday."""
    empty: dict[str, Any] = {"n": 1, "day": day, "h": bytes(32)}
    _keep([Top(account=one, **empty) for one in people])
    _keep(
        [
            Row(account=one, kind=Kind.ASKED, told=None, told_hash=bytes(32), **empty)
            for one in people
        ]
    )


def _page(at: int, shown: Any) -> bytes:
    page = {
        "name": f"Person {at}",
        "facts": sorted(shown.facts),
        "langs": sorted(shown.langs),
        "line": "",
        "about": "I listen.",
        "waiting": "",
    }
    return json.dumps(page).encode()


def _relationships(
    clients: Sequence[Account], specialists: Sequence[Account], chance: Random, today: int
) -> list[Relationship]:
    return _keep(
        [
            _relationship(client, chance.choice(specialists), chance.choice(STATES), day)
            for client, day in zip(
                clients, sorted(_days(chance, len(clients), today)), strict=True
            )
        ]
    )


def _days(chance: Random, many: int, today: int) -> list[int]:
    return [today - chance.randint(0, DAYS) for _ in range(many)]


def _relationship(client: Account, with_: Account, state: State, day: int) -> Relationship:
    both = state in AGREED
    return Relationship(
        client=client,
        specialist=with_,
        state=state,
        conv=client.ref,
        promise=[["kept", ["12"]]],
        agreement_hash=bytes(32),
        client_sig=bytes(64),
        client_day=day,
        specialist_sig=bytes(64) if both else None,
        specialist_day=day if both else None,
        asked_on=day,
        agreed_on=day + 1 if both else None,
        ended_on=day + SILENT if state in BY else None,
        ended_by=BY.get(state),
    )


def _talks(found: Sequence[Relationship], chance: Random, today: int) -> None:
    open_ones = [one for one in found if one.state in {State.ASKED, State.ACTIVE}]
    talks = _keep(
        [
            Conversation(
                ref=one.conv,
                rand=bytes(16),
                kind=1,
                owner=one.client,
                relationship=one,
                mode=Mode.ASKED if one.state == State.ASKED else Mode.ACTIVE,
                agreement_hash=bytes(32),
                retention=12,
                opened_on=one.asked_on,
            )
            for one in open_ones
        ]
    )
    _keep(
        [
            Head(
                conversation=talk,
                n=9,
                h=bytes(32),
                epoch=0,
                eh_hash=bytes(32),
                epoch_n=1,
                epoch_day=talk.opened_on,
                waiting_since=today - chance.randint(0, 9) if chance.random() < 0.3 else None,
            )
            for talk in talks
        ]
    )


def _wishes(
    clients: Sequence[Account], waiting: Sequence[Any], specialists: Sequence[Account], day: int
) -> None:
    wishes = _keep(
        [
            Wish(
                account=client,
                facts=sorted(one.wishes.facts),
                langs=sorted(one.wishes.langs),
                matters=one.wishes.matters or "",
                anyone=one.wishes.anyone,
                handed_on=day - one.waited,
            )
            for client, one in zip(clients, waiting, strict=False)
        ]
    )
    _keep(
        [
            Proposal(
                wish=wish,
                specialist=specialists[at % len(specialists)],
                step=Step.values[at % 3],
                since_on=day,
            )
            for at, wish in enumerate(wishes)
            if at % 2
        ]
    )
