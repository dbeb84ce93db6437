"""Replays a day with made-up people against a served house, stage by stage."""

import asyncio
import random
import time
from collections.abc import Coroutine, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from alongside.simulating import rules
from alongside.simulating.house import Served
from alongside.simulating.rules import Habits, Stage
from alongside.simulating.visit import Heard, Talk, TicketOffice, Tickets, Visit

AT_ONCE = 32
FROM_ONE_ADDRESS = 20_000
LONGEST_LAG = 0.05
BACK_WITHIN = 60.0
LOST = (OSError, EOFError, TimeoutError)


@dataclass(frozen=True)
class Seen:
    """What one stage showed; times in milliseconds."""

    name: str
    open: int
    lines: int
    stored_p50: float
    stored_p99: float
    delivered_p99: float
    opening_p99: float
    cpu: float
    memory_mb: float
    trouble: int
    client_lag: float
    back_after: float | None = None

    @property
    def is_well(self) -> bool:
        """Say whether people were served as we want: p99 below 100 ms, nobody sent away."""
        in_time = self.back_after is None or self.back_after <= BACK_WITHIN
        return in_time and not self.trouble and max(self.stored_p99, self.delivered_p99) < 100


class Day:
    """All people of one replay: who is here, who is not."""

    def __init__(
        self,
        house: Served,
        talks: Sequence[Talk],
        own_ticket: Tickets,
        *,
        habits: Habits,
        chance: random.Random,
    ) -> None:
        self._house = house
        self._habits = habits
        self._chance = chance
        self._heard = Heard()
        self._own_ticket = own_ticket
        self._office = TicketOffice(house.port)
        self._away = list(talks)
        self._alone: dict[int, Visit] = {}
        self._here: list[Visit] = []
        self._opened = 0
        self._tasks: set[asyncio.Task[None]] = set()

    async def replay(self, stages: Sequence[Stage], seconds: float) -> list[Seen]:
        """Every stage for its share of the seconds; the way to the next is not timed."""
        found = []
        for stage in stages:
            await self._reach(stage.demand.open)
            found.append(await self._stage(stage, stage.share * seconds))
        for visit in self._here:
            visit.leave()
        return found

    async def _reach(self, wanted: int) -> None:
        while len(self._here) > wanted:
            self._end_one(politely=True)
        while missing := wanted - len(self._here):
            part = [self._next() for _ in range(min(AT_ONCE, missing))]
            if None in part:
                raise ValueError("not enough people were made")
            await asyncio.gather(*(self._come(each, self._own_ticket) for each in part if each))

    async def _stage(self, stage: Stage, seconds: float) -> Seen:
        back_after = await self._restart() if stage.is_restart else None
        self._heard.forget()
        cpu, began = self._house.cpu_seconds(), time.perf_counter()
        lag = asyncio.create_task(_longest_lag(seconds))
        await asyncio.gather(
            self._at(
                rules.moments(stage.demand.visits_a_second, seconds, self._chance.random), True
            ),
            self._at(
                rules.line_moments(
                    stage.demand.lines_a_second, seconds, self._habits, self._chance.random
                ),
                False,
            ),
            asyncio.sleep(seconds),
        )
        await asyncio.sleep(0.5)
        wall = time.perf_counter() - began
        heard = self._heard
        return Seen(
            stage.name,
            len(self._here),
            len(heard.acks),
            rules.p(0.5, heard.acks) * 1000,
            rules.p(0.99, heard.acks) * 1000,
            rules.p(0.99, heard.deliveries) * 1000,
            rules.p(0.99, heard.openings) * 1000,
            (self._house.cpu_seconds() - cpu) / wall,
            self._house.memory_mb(),
            heard.refused + heard.failed,
            await lag,
            back_after,
        )

    async def _at(self, moments: "Iterator[float] | Sequence[float]", is_visit: bool) -> None:
        began = time.perf_counter()
        for moment in moments:
            wait = began + moment - time.perf_counter()
            if wait > 0:
                await asyncio.sleep(wait)
            if not is_visit:
                self._write_one()
            elif (visit := self._next()) is not None:
                self._end_one(politely=self._chance.random() >= self._habits.vanishes)
                self._later(self._come(visit, self._office.ticket))

    def _next(self) -> Visit | None:
        """Somebody who comes now: the other one of a talk that has one here, or a new talk."""
        both = self._habits.together / (1 + self._habits.together)
        if self._alone and self._chance.random() < both:
            first = self._alone.pop(next(iter(self._alone)))
            return Visit(first.talk, first.talk.seeded.specialist, self._heard)
        if not self._away:
            return None
        talk = self._away.pop(self._chance.randrange(len(self._away)))
        visit = Visit(talk, talk.seeded.client, self._heard)
        self._alone[id(talk)] = visit
        return visit

    async def _come(self, visit: Visit, tickets: Tickets) -> None:
        try:
            await visit.open(self._house.port, tickets, source=self._source())
            self._here.append(visit)
        except LOST:
            self._heard.failed += 1
            self._let_go(visit)

    def _end_one(self, *, politely: bool) -> None:
        if not self._here:
            return
        at = self._chance.randrange(len(self._here))
        self._here[at], self._here[-1] = self._here[-1], self._here[at]
        visit = self._here.pop()
        if politely:
            visit.leave()
        else:
            visit.vanish()
        self._let_go(visit)

    def _let_go(self, visit: Visit) -> None:
        """A talk is away again once its client has gone; its specialist may still be here."""
        if visit.side is visit.talk.seeded.client:
            self._alone.pop(id(visit.talk), None)
            self._away.append(visit.talk)

    def _write_one(self) -> None:
        for _ in range(4):
            if not self._here:
                return
            visit = self._chance.choice(self._here)
            if visit.is_up:
                visit.write()
                return

    async def _restart(self) -> float:
        """Stop the house and start it again; seconds until everybody is back."""
        await asyncio.to_thread(self._house.stop)
        await asyncio.to_thread(self._house.start)
        began = time.perf_counter()
        # Nobody's connection to the API has outlived it.
        self._office = TicketOffice(self._house.port)
        gone, self._here = self._here, []
        await asyncio.gather(*(self._come_back(visit) for visit in gone))
        return time.perf_counter() - began

    async def _come_back(self, visit: Visit) -> None:
        visit.leave()
        for tries in range(12):
            await asyncio.sleep(rules.comes_back_after(tries, self._chance.random))
            with suppress(*LOST):
                await visit.open(self._house.port, self._office.ticket, source=self._source())
                self._here.append(visit)
                return
        self._heard.failed += 1

    def _source(self) -> str:
        """One address has ports for so many connections: take the next one after that."""
        self._opened += 1
        return f"127.0.0.{2 + self._opened // FROM_ONE_ADDRESS % 200}"

    def _later(self, deed: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(deed)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


async def _longest_lag(seconds: float) -> float:
    """How late this process itself was: above 50 ms it is the client that is measured."""
    worst, until = 0.0, time.perf_counter() + seconds
    while (now := time.perf_counter()) < until:
        await asyncio.sleep(0.01)
        worst = max(worst, time.perf_counter() - now - 0.01)
    return worst
