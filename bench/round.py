"""One round: every server once, one after the other, so that a slow minute meets them all."""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType

from .loop import Count
from .pages import DESK, LIGHT, Reader, flat_out
from .peers import PEERS
from .process import Process, Server
from .seed import Seeded, seed, sitting
from .stores import Store
from .wire import Result, idle, our_talk, run, talk

CROWDS = (50, 200)
QUIET, BUSY = 1.0, 25.0
PAGES_A_SECOND = 50.0
SERVERS = ("relay", "echo", "slow-disk", "house", *(peer.NAME for peer in PEERS))


@dataclass
class Round:
    """What is measured, and for how long; `shown` is told each result as it comes."""

    store: Store
    seconds: float
    only: frozenset[str] = frozenset(SERVERS)
    crowds: tuple[int, ...] = CROWDS
    idle_pairs: int = 500
    results: list[Result] = field(default_factory=list)

    def measured(self) -> Iterator[Result]:
        """Every result of one round as it comes."""
        if "relay" in self.only:
            yield from self._relay()
        if "echo" in self.only:
            yield from self._crowds("echo")
        for peer in PEERS:
            if peer.NAME in self.only and peer.why_not() is None:
                yield from self._peer(peer)
        if "slow-disk" in self.only:
            yield from self._crowds("slow-disk")
        if "house" in self.only:
            yield from self._house()

    @contextmanager
    def _server(self, what: str) -> Iterator[Server]:
        with Server(what, self.store.address, also=self.store.processes) as server:
            yield server

    def _crowds(self, what: str) -> Iterator[Result]:
        for pairs in self.crowds:
            yield self._talk(what, pairs)

    def _talk(self, what: str, pairs: int, pace: float = 0.0) -> Result:
        with self._server(what) as server:
            measuring = our_talk(server, seed(pairs), seconds=self.seconds, pace=pace)
            return {"server": what, **run(measuring)}

    def _relay(self) -> Iterator[Result]:
        yield from self._crowds("relay")
        for pace in (QUIET, BUSY):
            yield self._talk("relay", self.crowds[-1], pace)
        with self._server("relay") as server:
            yield {"server": "relay", **run(idle(server, seed(self.idle_pairs)))}

    def _house(self) -> Iterator[Result]:
        cookie = sitting()
        with self._server("house") as server:
            for page in (LIGHT, DESK):
                pages = run(flat_out(server.port, cookie, page, seconds=self.seconds))
                yield {"server": "house", **pages}
        for pages_a_second in (0.0, PAGES_A_SECOND):
            with self._server("house") as server:
                pairs = seed(self.crowds[-1])
                result = run(self._beside_pages(server, pairs, cookie, pages_a_second))
                yield {"server": "house", "pages_a_second_beside": pages_a_second, **result}

    async def _beside_pages(
        self, server: Process, pairs: Sequence[Seeded], cookie: str, pages_a_second: float
    ) -> Result:
        """The quiet pairs while somebody at the desk reads pages of the same process."""
        if not pages_a_second:
            return await our_talk(server, pairs, seconds=self.seconds, pace=QUIET)
        reader = await Reader(server.port, cookie).open()
        reading = asyncio.create_task(reader.look_often(pages_a_second))
        result = await our_talk(server, pairs, seconds=self.seconds, pace=QUIET)
        if reading.done():
            await reading
        reading.cancel()
        return {**result, "pages_read": len(reader.took)}

    def _peer(self, peer: ModuleType) -> Iterator[Result]:
        for pairs in self.crowds:
            with (
                TemporaryDirectory(prefix="alongside-peer-") as folder,
                peer.served(Path(folder)) as server,
            ):
                yield {"server": peer.NAME, **run(self._peer_talk(peer, server, pairs))}

    async def _peer_talk(self, peer: ModuleType, server: Process, pairs: int) -> Result:
        count = Count()
        loops = await peer.loops(server, pairs, count)
        return await talk(server, loops, count, seconds=self.seconds)
