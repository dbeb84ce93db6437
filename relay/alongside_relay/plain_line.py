"""One line that is carried by plain requests: the room asks, and what waits is the answer."""

import asyncio
from collections import deque
from collections.abc import Callable
from contextlib import suppress

from .connection import Connection

ANSWERS_WITHIN = 20.0
ALONE_FOR = 40.0
LETS_GO_AFTER = 5.0
# So much waits to be asked for; what follows waits in the connection, which has a limit.
WAITS_UNASKED = 64 * 1024
ANSWER_BYTES = 256 * 1024


class WrongCount(Exception):
    """The two ends do not agree on how many frames there were."""


class PlainLine:
    """Keeps each frame until the room says it has it; ends when nobody asks any more."""

    def __init__(self, *, to_read: int, gone: Callable[["PlainLine"], None]) -> None:
        self.connection = Connection(self, to_read=to_read)
        self._gone = gone
        self._kept: deque[bytes] = deque()
        self._bytes = 0
        self._had = self._heard = 0
        self._asking: asyncio.Future[None] | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._is_closed = self._is_gone = False
        self._await_next()

    @property
    def owes(self) -> bool:
        """Say whether something waits to be asked for."""
        return bool(self._kept)

    # ---- as the connection calls it

    def send(self, frame: bytes) -> None:
        """Keep a frame until it is asked for."""
        self._kept.append(frame)
        self._bytes += len(frame)
        if self._bytes > WAITS_UNASKED:
            self.connection.pause()
        self._answer()

    def ask(self) -> None:
        """Whoever has not asked for a while is let go of by the timer."""
        self.connection.was_heard = True

    def close(self) -> None:
        """Let the last frames be fetched, for a while."""
        self._is_closed = True
        self._answer()
        self._set_timer(LETS_GO_AFTER)

    def drop(self) -> None:
        """End it at once."""
        if not self._is_gone:
            self._is_gone = self._is_closed = True
            self._set_timer(None)
            self._answer()
            self._gone(self)

    # ---- as the room's requests call it

    def fresh(self, before: int, frames: list[bytes]) -> list[bytes]:
        """Those frames that have not been heard; `before` stood in front of them."""
        if before > self._heard:
            raise WrongCount
        new = frames[self._heard - before :]
        self._heard += len(new)
        return new

    async def take(self, had: int) -> list[bytes] | None:
        """What comes after the frames the room has; waits for some; None at the end."""
        self._let_go_of(had)
        self._answer()  # whoever asked before has gone
        if not self._kept and not self._is_closed:
            await self._wait()
        if self._is_closed and not self._kept:
            return None
        return self._next()

    def _let_go_of(self, had: int) -> None:
        if not self._had <= had <= self._had + len(self._kept):
            raise WrongCount
        while self._had < had:
            self._bytes -= len(self._kept.popleft())
            self._had += 1
        if self._bytes <= WAITS_UNASKED:
            self.connection.resume()

    async def _wait(self) -> None:
        asking = self._asking = asyncio.get_running_loop().create_future()
        self._set_timer(None)
        try:
            with suppress(TimeoutError):
                async with asyncio.timeout(ANSWERS_WITHIN):
                    await asking
        finally:
            if self._asking is asking:
                self._asking = None
            self._await_next()

    def _next(self) -> list[bytes]:
        self._await_next()
        answer: list[bytes] = []
        size = 0
        for frame in self._kept:
            size += len(frame)
            if answer and size > ANSWER_BYTES:
                break
            answer.append(frame)
        return answer

    def _answer(self) -> None:
        asking, self._asking = self._asking, None
        if asking is not None and not asking.done():
            asking.set_result(None)

    def _await_next(self) -> None:
        if not self._is_closed and self._asking is None:
            self._set_timer(ALONE_FOR)

    def _set_timer(self, seconds: float | None) -> None:
        if self._timer is not None:
            self._timer.cancel()
        loop = asyncio.get_running_loop()
        self._timer = None if seconds is None else loop.call_later(seconds, self.drop)
