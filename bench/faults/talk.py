"""People who write while something goes wrong, and what they find afterwards."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bench.seed import Seeded, seed

from .checking import Figures, checked
from .proxy import Line
from .writer import PATIENCE, Writer, begin

LANDS_WITHIN = 90.0
Fault = Callable[["Talk"], Awaitable[None]]


@dataclass
class Talk:
    """Everybody who writes, and their conversations."""

    pairs: Sequence[Seeded]
    writers: Sequence[Writer]
    tasks: Sequence["asyncio.Task[None]"] = ()

    @property
    def acknowledged(self) -> int:
        """How many lines were acknowledged so far."""
        return self._of(None)

    def heard(self, what: str) -> int:
        """How often they heard this."""
        return sum(writer.said[what] for writer in self.writers)

    async def goes_on(
        self, more: int = 20, *, within: float = 60.0, pair: Seeded | None = None
    ) -> float:
        """Wait for so many acknowledgements more, perhaps of one pair; gives back how long."""
        wanted, began = self._of(pair) + more, time.monotonic()
        while self._of(pair) < wanted:
            assert time.monotonic() < began + within, "nobody's lines are acknowledged"
            for task in self.tasks:
                if task.done():
                    task.result()
            await asyncio.sleep(0.01)
        return time.monotonic() - began

    async def hears(self, what: str, *, within: float = 60.0) -> None:
        """Wait until somebody hears this once more."""
        before, began = self.heard(what), time.monotonic()
        while self.heard(what) == before:
            assert time.monotonic() < began + within, f"nobody heard: {what}"
            await asyncio.sleep(0.01)

    def _of(self, pair: Seeded | None) -> int:
        return sum(
            len(writer.acked) for writer in self.writers if pair in (None, writer.seeded)
        )


def talk_through(
    fault: Fault,
    ports: Sequence[int],
    *,
    pairs: int = 3,
    rest: float = 0.002,
    host: str = "127.0.0.1",
    way_in: int = 0,
    stay: float = PATIENCE,
    line: Line | None = None,
) -> Figures:
    """Let people write on these ports while something happens; then check every line.

    They come in anew every `stay` seconds, through `line` if there is one.
    """
    seeded = seed(pairs)
    come_anew()

    async def run() -> Talk:
        if line is not None:
            await line.start()
        writers = [
            Writer(
                each, side, [line.port] if line else ports, start,
                rest=rest, host=host, stay=stay,
            )
            for each in seeded
            for start in [await begin(way_in or ports[0], each, host=host)]
            for side in (each.client, each.specialist)
        ]  # fmt: skip
        talk = Talk(seeded, writers)
        async with talking(talk):
            await fault(talk)
        if line is not None:
            await line.close()
        return talk

    began = time.monotonic()
    talk = asyncio.run(run())
    come_anew()
    figures = checked(seeded, talk.writers)
    return {**figures, "seconds": round(time.monotonic() - began, 1)}


@asynccontextmanager
async def talking(talk: Talk) -> AsyncIterator[None]:
    """All of them write; at the end all is acknowledged, and all have caught up."""
    writers = talk.writers
    tasks = talk.tasks = [asyncio.create_task(writer.write()) for writer in writers]
    try:
        yield
        await asyncio.sleep(0.3)
        for writer in writers:
            writer.is_going = False
        async with asyncio.timeout(LANDS_WITHIN):
            await asyncio.gather(*tasks)
            await asyncio.gather(*(_caught_up(writer, writers) for writer in writers))
    finally:
        for task in tasks:
            task.cancel()


def come_anew() -> None:
    """The house's own connection may be dead as well."""
    from django.db import connection

    connection.close()


async def _caught_up(writer: Writer, writers: Sequence[Writer]) -> None:
    together = [each for each in writers if each.seeded == writer.seeded]
    await writer.catch_up(max(ack.n for each in together for ack in each.acked.values()))
