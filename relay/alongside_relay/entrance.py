"""Lets people in: a ticket first, then frames; whoever shows none in time is sent away."""

import asyncio
import logging
from collections.abc import Callable

from .arrivals import Arrivals
from .codes import Bye
from .config import RelayConfig
from .connection import Connection
from .door import TurnedAway, ticket_in
from .switchboard import Switchboard

log = logging.getLogger(__name__)


class Entrance:
    """Everything here happens in the event loop's thread; sockets call it (socket.Talk)."""

    def __init__(
        self, config: RelayConfig, switchboard: Switchboard, *, start: Callable[[], None]
    ) -> None:
        self._config = config
        self._switchboard = switchboard
        self._start = start
        self._arrivals = Arrivals(config.limits.openings_per_minute)
        self._waiting: dict[Connection, asyncio.TimerHandle] = {}

    def opened(self, connection: Connection, address: str | None) -> None:
        """Somebody stands at the door; they have a while to show a ticket."""
        self._start()
        loop = asyncio.get_running_loop()
        if not self._arrivals.allows(address, loop.time()):
            connection.goodbye(Bye.CROWDED)
            return
        self._waiting[connection] = loop.call_later(
            self._config.limits.open_within, self._too_late, connection
        )

    def heard(self, connection: Connection, raw: bytes | None) -> None:
        """The first frame is a ticket; what comes while it is looked up waits its turn."""
        if connection.is_over:
            return
        if connection.is_open and not connection.early:
            self._switchboard.hear(connection, raw)
        elif connection.opening is None:
            connection.opening = asyncio.create_task(self._let_in(connection, raw))
        elif len(connection.early) < self._config.limits.to_store:
            connection.early.append(raw)
        else:
            connection.goodbye(Bye.MALFORMED)

    def gone(self, connection: Connection) -> None:
        """The line is closed."""
        self._is_in_time(connection)
        self._switchboard.leave(connection)

    def ask_who_waits(self) -> None:
        """Those at the door are asked too whether they are there."""
        for connection in list(self._waiting):
            connection.ask_if_there()

    def send_away(self) -> None:
        """Nobody is let in any more."""
        for connection in list(self._waiting):
            self._is_in_time(connection)
            connection.goodbye(Bye.GOING_DOWN)

    async def _let_in(self, connection: Connection, raw: bytes | None) -> None:
        try:
            ticket = ticket_in(raw, self._config, now=self._config.clock())
            await self._switchboard.enter(connection, ticket)
        except TurnedAway as turned:
            connection.goodbye(turned.code)
        except Exception as failure:  # the sign-in could not be looked up: not now
            log.error("An opening failed: %s", type(failure).__name__)
            connection.goodbye(Bye.GOING_DOWN)
        finally:
            self._is_in_time(connection)
            early, connection.early = connection.early, []
            for waited in early:
                if not connection.is_over:
                    self._switchboard.hear(connection, waited)

    def _too_late(self, connection: Connection) -> None:
        self._waiting.pop(connection, None)
        if connection.opening is not None:  # they were in time; it is we who are slow
            connection.goodbye(Bye.GOING_DOWN)
        elif not connection.is_open:
            connection.goodbye(Bye.SESSION_OVER)

    def _is_in_time(self, connection: Connection) -> None:
        if timer := self._waiting.pop(connection, None):
            timer.cancel()
