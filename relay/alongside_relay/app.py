"""The relay: its sockets, and an ASGI application for `GET /wire/health` and the lifespan."""

import asyncio
import contextlib
import logging
import secrets
import sys
from collections.abc import Awaitable, Callable, Coroutine, MutableMapping
from functools import partial
from typing import Any

from picows import WSUpgradeRequest

from .answers import Answers
from .bus import Bus
from .catch_up import CatchUp
from .config import Limits, RelayConfig
from .door import may_knock
from .driver import Driver
from .entrance import Entrance
from .figures import Figures
from .ledger import Ledger, Settled
from .news import News
from .plain import Plain
from .ready import Ready
from .rooms import Rooms
from .socket import Sockets
from .store_postgres import PostgreSQL
from .store_sqlite import SQLite
from .switchboard import Switchboard
from .worker import Reader

__all__ = ["Limits", "Relay", "RelayConfig", "create"]

log = logging.getLogger(__name__)
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Coroutine[Any, Any, None]]
LOOK_AT_CLOCK_EVERY = 5.0
# In looks at the clock: whoever is quiet for 20 s is asked, and has 20 s to answer.
ASK_EVERY = 4
LEAVE_WITHIN = 3.5
HANG_UP_WITHIN = 0.8
# Reader and bus; both are daemons, which end with the process in any case.
LET_GO_WITHIN = 0.5
TURN = 0.001


def create(config: RelayConfig) -> "Relay":
    """Make a relay; it starts with its lifespan, or with its first visitor."""
    return Relay(config)


class Relay:
    """One relay, with a writer thread and a reader thread.

    As an ASGI application it answers plain requests (answers.py) and the lifespan;
    `sockets` is uvicorn's `ws`.
    """

    def __init__(self, config: RelayConfig) -> None:
        self._config = config
        name = secrets.token_hex(8)
        driver = connect(config.database)
        self._rooms = Rooms()
        self._reader = Reader(partial(driver, is_reader=True))
        self._ledger = Ledger(
            driver,
            self._settled,
            name=name,
            home=config.home,
            log_seed=config.log_seed,
            clock=config.clock,
            is_here=self._rooms.is_here,
        )
        catch_up = CatchUp(self._rooms, self._reader)
        self._news = News(self._rooms, self._reader, catch_up, name=name)
        self._switchboard = Switchboard(
            config, self._reader, self._ledger, rooms=self._rooms, catch_up=catch_up
        )
        self._entrance = Entrance(config, self._switchboard, start=self._begin)
        self.sockets = Sockets(
            self._entrance,
            may_enter=self._may_enter,
            to_read=config.limits.to_read,
            frame_bytes=config.limits.frame_bytes,
            proxies=config.proxies,
        )
        self._plain = Plain(
            self._entrance,
            origins=config.origins,
            proxies=config.proxies,
            to_read=config.limits.to_read,
        )
        self._figures = Figures()
        self._bus = Bus(config.database, self.tell) if _is_postgresql(config.database) else None
        self._ready = Ready(
            self._ledger, self._reader, self._bus, is_closing=lambda: self._is_closing
        )
        self._answers = Answers(
            self._plain,
            self._figures,
            self._ready.trouble,
            lambda: self._ledger.is_alive,
            is_open=config.shows_figures,
        )
        self._loop: asyncio.AbstractEventLoop | None = None
        self._clock_task: asyncio.Task[None] | None = None
        self._is_closing = False
        self._rounds = 0

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer one ASGI scope."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        else:
            await self._answers(scope, receive, send)

    def tell(self, event: str) -> None:
        """Hear one line of the bus (ledger.md, section 5); from any thread."""
        self._in_loop(self._news.told, event)

    async def start(self) -> None:
        """Begin to write, read and listen; once."""
        if self._loop is None:
            self._begin()
            if self._bus is not None:
                await asyncio.to_thread(self._bus.start, within=LEAVE_WITHIN)

    def _begin(self) -> None:
        if self._loop is not None:
            return
        self._loop = asyncio.get_running_loop()
        # Pages share this interpreter. A commit waits for it several times, and with Python's
        # usual turns of 5 ms a busy page made lines three times slower (docs/wire.md).
        sys.setswitchinterval(min(sys.getswitchinterval(), TURN))
        self._ledger.start()
        self._clock_task = asyncio.create_task(self._look_at_clock())

    async def close(self) -> None:
        """Store what is waiting, acknowledge it, say goodbye; within five seconds."""
        if self._loop is None or self._is_closing:
            return
        self._is_closing = True
        await asyncio.to_thread(self._ledger.close, within=LEAVE_WITHIN)
        await asyncio.sleep(0)  # the last acknowledgements go out before the goodbyes
        self._entrance.send_away()
        self._rooms.say_goodbye()
        await asyncio.gather(self._plain.close(), self._all_have_left())
        if self._clock_task is not None:
            self._clock_task.cancel()
        endings = [partial(self._reader.close, within=LET_GO_WITHIN)]
        if self._bus is not None:
            endings.append(partial(self._bus.close, within=LET_GO_WITHIN))
        await asyncio.gather(*[asyncio.to_thread(each) for each in endings])

    async def _all_have_left(self) -> None:
        until = asyncio.get_running_loop().time() + HANG_UP_WITHIN
        while len(self._rooms) and asyncio.get_running_loop().time() < until:
            await asyncio.sleep(0.02)

    async def _live(self, receive: Receive, send: Send) -> None:
        while (event := await receive())["type"] != "lifespan.shutdown":
            if event["type"] == "lifespan.startup":
                await self.start()
                await send({"type": "lifespan.startup.complete"})
        await self.close()
        await send({"type": "lifespan.shutdown.complete"})

    async def _look_at_clock(self) -> None:
        while True:
            await asyncio.sleep(LOOK_AT_CLOCK_EVERY)
            try:
                self._look()
            except Exception as failure:  # sessions must end by time whatever else fails
                log.error("A look at the clock failed: %s", type(failure).__name__)

    def _look(self) -> None:
        self._switchboard.look_at_clock()
        if doubted := self._switchboard.take_doubted():
            self._news.look_up(doubted)
        self._figures.look(lines=len(self._rooms), plain=len(self._plain))
        self._rounds += 1
        if self._rounds % ASK_EVERY == 0:
            self._entrance.ask_who_waits()
            self._rooms.ask_who_is_there()

    def _may_enter(self, request: WSUpgradeRequest) -> bool:
        return not self._is_closing and may_knock(request, self._config.origins)

    def _settled(self, settled: Settled) -> None:
        self._figures.committed(len(settled))
        self._in_loop(self._switchboard.settle, settled)

    def _in_loop(self, act: Callable[[Any], None], argument: Any) -> None:
        if self._loop is not None:
            with contextlib.suppress(RuntimeError):  # the loop has ended: nobody is connected
                self._loop.call_soon_threadsafe(act, argument)


def connect(database: str) -> Callable[..., Driver]:
    """Make a driver for an address; call it in the thread that will use it."""
    return partial(PostgreSQL if _is_postgresql(database) else SQLite, database)


def _is_postgresql(database: str) -> bool:
    return database.startswith(("postgres://", "postgresql://"))
