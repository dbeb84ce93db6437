"""A scratch house full of made-up people, and the replay of their day in it."""

import random
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import uvloop

from alongside.ground import clock
from alongside.ground.secrets import ticket_key
from alongside.people.models import Account
from alongside.programme.actions import found
from alongside.programme.models import Programme
from alongside.programme.queries import programme
from alongside.simulating import rules
from alongside.simulating.beginning import begin
from alongside.simulating.day import Day, Seen
from alongside.simulating.house import Served, allow_many_sockets, move_to_client_core
from alongside.simulating.pairs import Seeded, Side, header_of
from alongside.simulating.rules import Habits
from alongside.simulating.seeding import seed
from alongside.simulating.visit import Talk
from pse.epoch import eh_hash_of
from pse.ticket import Ticket, write_ticket

SPARE = 1.25
FEW = 50


class NotEmpty(Exception):
    """Real people may be in there: a replay goes into empty tables only."""


def make_programme() -> None:
    """The made-up programme, in empty tables; NotEmpty otherwise."""
    from alongside.demo.programme import PROGRAMME

    if Programme.objects.exists() or Account.objects.exists():
        raise NotEmpty
    settings = vars(PROGRAMME) | {"passes_on": list(PROGRAMME.passes_on)}
    found(roster_key=bytes(32), **settings)


def replay(
    data: Path, database_url: str, *, people: int, seconds: float, habits: Habits, seed_: int
) -> list[Seen]:
    """Replay one day with so many people; each time with talks that nobody has used yet."""
    stages = rules.stages(people, habits)
    most = max(stage.demand.open for stage in stages)
    allow_many_sockets(3 * most + 1_000)
    talks = _talks(round(most * SPARE) + FEW)
    own_ticket = partial(_ticket, programme().home)
    house = Served(data, database_url)
    move_to_client_core()
    try:
        day = Day(house, talks, own_ticket, habits=habits, chance=random.Random(seed_))  # noqa: S311
        return uvloop.run(day.replay(stages, seconds))
    finally:
        house.stop()


def _talks(number: int) -> list[Talk]:
    made: Sequence[Seeded] = seed(number)
    return [
        Talk(each, eh_hash_of(header_of(each).header), (1, h))
        for each, h in zip(made, begin(made), strict=True)
    ]


async def _ticket(home: bytes, side: Side) -> bytes:
    """A ticket as the API gives it, without asking: for those who were here all the time."""
    ticket = Ticket(side.account, side.ref, side.token, int(clock.now().timestamp()) + 60)
    return write_ticket(ticket_key(), home, ticket)
