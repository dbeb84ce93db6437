"""One person's open line: what it follows, and what is sent to it without a task a frame."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Protocol

from pse.frames import Goodbye
from pse.wire import encode

from .codes import Bye

Reading = Callable[[], Awaitable[None]]
CALM, CALM_BYTES = 32, 64 * 1024
# Of one connection: entries may be large, and a reader may stand still.
MOST_WAITING_BYTES = 2 * 1024 * 1024


class Line(Protocol):
    """What carries frames to one place: a socket, or answers to plain requests.

    It tells its connection to `pause` when it takes no more for now, and to `resume`.
    """

    def send(self, frame: bytes) -> None:
        """Send a frame, or keep it; never waits."""

    def ask(self) -> None:
        """Ask the other side whether it is there."""

    def close(self) -> None:
        """End it once everything is sent; of one who does not take it, after a while."""

    def drop(self) -> None:
        """End it at once."""


class Connection:
    """A signed-in line. Everything here happens in the event loop's thread."""

    __slots__ = (
        "_bytes", "_calm", "_is_paused", "_line", "_reader", "_reads", "_to_read", "_waiting",
        "account", "account_ref", "early", "ends_at", "follows", "is_asked", "is_open",
        "is_over", "opening", "storing", "token", "was_heard",
    )  # fmt: skip

    def __init__(self, line: Line, *, to_read: int) -> None:
        self.account = self.token = 0
        self.account_ref = b""
        self.ends_at: datetime | None = None
        self.follows: dict[bytes, Follower] = {}
        self.storing = 0
        self.is_open = self.is_over = False
        # Frames that came while the ticket was looked up, and whoever looks it up.
        self.early: list[bytes | None] = []
        self.opening: asyncio.Task[None] | None = None
        # Something has come since the other side was last asked whether it is there.
        self.was_heard = True
        self.is_asked = False
        self._line = line
        self._to_read = to_read
        self._is_paused = False
        self._waiting: deque[bytes] = deque()
        self._bytes = 0
        self._calm: asyncio.Future[None] | None = None
        self._reads: deque[Reading] = deque()
        self._reader: asyncio.Task[None] | None = None

    def open(self, frame: bytes) -> None:
        """Send the first frame; whatever is pushed before it is dropped."""
        self.is_open = True
        self.push(frame)

    def push(self, frame: bytes) -> None:
        """Send a frame after all earlier ones; whoever reads too slowly is said goodbye."""
        if self.is_over or not self.is_open:
            return
        if not self._is_paused:
            self._line.send(frame)
        elif len(self._waiting) >= self._to_read or self._bytes >= MOST_WAITING_BYTES:
            self.goodbye(Bye.TOO_SLOW)
        else:
            self._waiting.append(frame)
            self._bytes += len(frame)

    def pause(self) -> None:
        """The line takes no more for now."""
        self._is_paused = True

    def resume(self) -> None:
        """The line takes frames again."""
        self._is_paused = False
        while self._waiting and not self._is_paused and not self.is_over:
            frame = self._waiting.popleft()
            self._bytes -= len(frame)
            self._line.send(frame)
        self._tell_if_calm()

    def goodbye(self, code: int) -> None:
        """Say why, and close; what still waited for a slow reader is dropped."""
        if self.is_over:
            return
        self.is_over = True
        self._reads.clear()
        self._waiting.clear()
        self._bytes = 0
        self._tell_if_calm()
        self._line.send(encode(Goodbye(code)))
        self._line.close()

    def ask_if_there(self) -> None:
        """Ask a quiet line whether anybody is there; one that never answered is dropped."""
        if self.was_heard:
            self.was_heard = self.is_asked = False
        elif not self.is_asked:
            self.is_asked = True
            self._line.ask()
        else:
            self._line.drop()

    def read(self, reading: Reading) -> bool:
        """Look something up for this connection, one after another; False if too much waits."""
        if len(self._reads) >= self._to_read:
            return False
        self._reads.append(reading)
        if self._reader is None:
            self._reader = asyncio.create_task(self._read_all())
        return True

    async def is_calm(self) -> None:
        """Wait until the reader has nearly caught up with what was sent."""
        while not self._has_room and not self.is_over:
            self._calm = asyncio.get_running_loop().create_future()
            await self._calm

    def end(self) -> None:
        """The line is gone."""
        self.is_over = True
        for task in (self.opening, self._reader):
            if task is not None:
                task.cancel()

    @property
    def _has_room(self) -> bool:
        return len(self._waiting) <= CALM and self._bytes <= CALM_BYTES

    async def _read_all(self) -> None:
        try:
            while self._reads and not self.is_over:
                await self._reads.popleft()()
        finally:
            self._reader = None

    def _tell_if_calm(self) -> None:
        if self._calm is not None and (self._has_room or self.is_over):
            if not self._calm.done():
                self._calm.set_result(None)
            self._calm = None


class Follower:
    """One connection's view of one conversation: everything up to `n` was sent to it."""

    __slots__ = (
        "connection", "conv", "held", "is_live", "is_over", "known_n", "looks_again", "n",
    )  # fmt: skip

    def __init__(self, connection: Connection, conv: bytes, n: int) -> None:
        self.connection = connection
        self.conv = conv
        self.n = n
        self.known_n = 0
        self.looks_again = False
        self.is_live = False
        self.is_over = False
        self.held: dict[int, bytes] = {}

    def take(self, n: int, frame: bytes) -> bool:
        """Send entry n if it is the next one; False if something is missing before it."""
        if n <= self.n:
            return True
        self.known_n = max(self.known_n, n)
        if not self.is_live:
            return True  # whoever is catching up will find it
        if n != self.n + 1:
            self.is_live = False
            return False
        self.n = n
        self.connection.push(frame)
        return True

    def take_own(self, n: int, ack: bytes) -> bool:
        """Send the acknowledgement of one's own entry n, after all that stands before it."""
        if n <= self.n:
            self.connection.push(ack)
            return True
        if self.is_live and n == self.n + 1:
            return self.take(n, ack)
        self.held[n] = ack
        return self.take(n, ack)

    def pass_by(self, n: int, frame: bytes) -> None:
        """Catching up: send entry n, or the acknowledgement that was held for it."""
        self.n = n
        if frame := self.held.pop(n, frame):
            self.connection.push(frame)

    def end(self) -> None:
        """Stop following; an acknowledgement is owed all the same."""
        self.is_over = True
        for ack in self.held.values():
            self.connection.push(ack)
        self.held.clear()

    def wake(self) -> bool:
        """Another relay has stored something; True if nobody is looking for it yet."""
        was_live, self.is_live, self.looks_again = self.is_live, False, True
        return was_live

    def has_all_until(self, n: int) -> bool:
        """Say whether entry n and all that was heard of since has been sent."""
        return self.n >= max(n, self.known_n) and not self.looks_again
