"""One open socket: what it follows, and what is sent to it without a task for each frame."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine, Generator, MutableMapping
from datetime import datetime
from typing import Any

from pse.frames import Goodbye
from pse.wire import encode

from .codes import Bye

Message = MutableMapping[str, Any]
Send = Callable[[Message], Coroutine[Any, Any, None]]
Reading = Callable[[], Awaitable[None]]
CALM = 32


class Connection:
    """A signed-in socket. Everything here happens in the event loop's thread."""

    __slots__ = (
        "_blocked", "_calm", "_reader", "_reads", "_send", "_sender", "_to_read",
        "account", "account_ref", "ends_at", "follows", "is_open", "is_over", "storing",
        "token",
    )  # fmt: skip

    def __init__(self, send: Send, *, to_read: int) -> None:
        self.account = self.token = 0
        self.account_ref = b""
        self.ends_at: datetime | None = None
        self.follows: dict[bytes, Follower] = {}
        self.storing = 0
        self.is_open = False
        self.is_over = False
        self._send = send
        self._to_read = to_read
        self._blocked: deque[Message] | None = None
        self._sender: asyncio.Task[None] | None = None
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
        if self._blocked is not None and len(self._blocked) >= self._to_read:
            self.goodbye(Bye.TOO_SLOW)
            return
        self._put({"type": "websocket.send", "bytes": frame})

    def goodbye(self, code: int) -> None:
        """Say why, and close; what still waited for a slow reader is dropped."""
        if self.is_over:
            return
        self.is_over = True
        self._reads.clear()
        if self._blocked:
            self._blocked.clear()
        self._put({"type": "websocket.send", "bytes": encode(Goodbye(code))})
        self._put({"type": "websocket.close", "code": 1000})

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
        while self._blocked is not None and len(self._blocked) > CALM and not self.is_over:
            self._calm = asyncio.get_running_loop().create_future()
            await self._calm

    def end(self) -> None:
        """The socket is gone."""
        self.is_over = True
        for task in (self._sender, self._reader):
            if task is not None:
                task.cancel()

    async def _read_all(self) -> None:
        try:
            while self._reads and not self.is_over:
                await self._reads.popleft()()
        finally:
            self._reader = None

    def _put(self, message: Message) -> None:
        if self._blocked is not None:
            self._blocked.append(message)
            return
        sending = self._send(message)
        try:
            waits_for = sending.send(None)
        except StopIteration:
            return
        except (OSError, RuntimeError):  # the other side has hung up
            self.is_over = True
            return
        self._blocked = deque()
        self._sender = asyncio.create_task(self._send_rest(sending, waits_for))

    async def _send_rest(self, sending: Coroutine[Any, Any, None], waits_for: Any) -> None:
        try:
            await _Rest(sending, waits_for)
            while self._blocked:
                await self._send(self._blocked.popleft())
                self._tell_if_calm()
        except (OSError, RuntimeError):
            self.is_over = True
        finally:
            self._blocked = self._sender = None
            self._tell_if_calm()

    def _tell_if_calm(self) -> None:
        is_calm = self._blocked is None or len(self._blocked) <= CALM
        if is_calm and self._calm is not None:
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


class _Rest:
    """What remains of a coroutine whose first step was already taken outside a task."""

    def __init__(self, started: Coroutine[Any, Any, None], waits_for: Any) -> None:
        self._started = started
        self._waits_for = waits_for

    def __await__(self) -> Generator[Any, None, None]:
        try:
            while True:
                yield self._waits_for
                try:
                    self._waits_for = self._started.send(None)
                except StopIteration:
                    return
        finally:
            self._started.close()
