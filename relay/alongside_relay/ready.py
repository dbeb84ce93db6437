"""Says whether this relay can serve; the store is asked once a second, however many ask."""

import asyncio
from collections.abc import Callable

from .bus import Bus
from .ledger import Ledger
from .worker import Reader

ANSWERS_WITHIN = 3.5
STANDS_FOR = 1.0


class Ready:
    """Everything here happens in the event loop's thread."""

    def __init__(
        self, ledger: Ledger, reader: Reader, bus: Bus | None, *, is_closing: Callable[[], bool]
    ) -> None:
        self._ledger = ledger
        self._reader = reader
        self._bus = bus
        self._is_closing = is_closing
        self._asking: asyncio.Task[bool] | None = None
        self._asked_at = 0.0

    async def trouble(self) -> str:
        """What keeps this relay from serving; nothing if all is well."""
        if self._is_closing():
            return "going down"
        if not self._ledger.is_alive:
            return "not writing"
        if self._bus is not None and not self._bus.is_listening:
            return "not hearing the others"
        return "" if await asyncio.shield(self._answer()) else "no answer from the store"

    def _answer(self) -> "asyncio.Task[bool]":
        now = asyncio.get_running_loop().time()
        before = self._asking
        if before is None or (before.done() and now - self._asked_at > STANDS_FOR):
            self._asked_at = now
            before = self._asking = asyncio.create_task(
                self._reader.answers(within=ANSWERS_WITHIN)
            )
        return before
