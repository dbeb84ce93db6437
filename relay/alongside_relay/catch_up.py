"""Sends what was missed, page by page, so that a long absence never sits in memory."""

import logging
from collections.abc import Sequence
from functools import partial

from pse.frames import Base, Paged, Refusal
from pse.wire import encode

from . import missed
from .codes import Bye, Mode, No
from .connection import Connection, Follower, Reading
from .rooms import Rooms
from .worker import Reader

PUSHED_AT_ONCE = 64
NO_ID = bytes(16)
log = logging.getLogger(__name__)


class CatchUp:
    """Answers FOLLOW and PAGE; each connection's questions are answered in their order."""

    def __init__(self, rooms: Rooms, reader: Reader) -> None:
        self._rooms = rooms
        self._reader = reader

    def follow(self, connection: Connection, conv: bytes, after_n: int) -> None:
        """Send everything after a number, then live."""
        self._later(connection, conv, partial(self._follow, connection, conv, after_n))

    def page(self, connection: Connection, conv: bytes, before_n: int, count: int) -> None:
        """Send the last `count` entries before a number."""
        self._later(connection, conv, partial(self._page, connection, conv, before_n, count))

    def resume(self, follower: Follower) -> None:
        """Find what is missing between what a follower was sent and what is there."""
        connection = follower.connection
        self._later(connection, follower.conv, partial(self._go_on, follower, follower.n))

    def _later(self, connection: Connection, conv: bytes, reading: Reading) -> None:
        if not connection.read(partial(_guarded, connection, reading)):
            connection.push(_refusal(conv, No.BUSY))

    async def _follow(self, connection: Connection, conv: bytes, after_n: int) -> None:
        # Registered before the gate is read: a gate that closes meanwhile finds the follower.
        follower = self._rooms.follow(connection, conv, after_n)
        start = await self._reader.ask(
            partial(missed.start, conv=conv, account=connection.account, after_n=after_n)
        )
        if start is None or start.mode == Mode.GONE:
            self._rooms.unfollow(follower)
            connection.push(_refusal(conv, No.CLOSED if start else No.NOT_YOURS))
            return
        follower.n = start.base_n
        await _push_all(connection, start.heads)
        connection.push(encode(Base(conv, start.base_n, start.base_h)))
        await self._go_on(follower, start.step.n, with_upto=True, step=start.step)

    async def _go_on(
        self,
        follower: Follower,
        headers_n: int,
        *,
        with_upto: bool = False,
        step: missed.Step | None = None,
    ) -> None:
        """Step after step, beginning with one that was read already."""
        connection = follower.connection
        while not (follower.is_over or connection.is_over):
            await connection.is_calm()
            step = step or await self._step(follower, headers_n)
            if follower.is_over or step is None:
                self._end(follower)
                return
            for n, frame in step.frames:
                follower.pass_by(n, frame)
            if follower.has_all_until(step.n):
                follower.is_live = True
                if with_upto:
                    connection.push(step.upto)
                return
            step = None

    async def _step(self, follower: Follower, headers_n: int) -> missed.Step | None:
        follower.looks_again = False
        return await self._reader.ask(
            partial(
                missed.step,
                conv=follower.conv,
                account=follower.connection.account,
                after_n=follower.n,
                headers_n=headers_n,
            )
        )

    def _end(self, follower: Follower) -> None:
        """It was closed to them while they caught up, unless they ended it themselves."""
        if not follower.is_over:
            self._rooms.unfollow(follower)
            follower.connection.push(_refusal(follower.conv, No.CLOSED))

    async def _page(
        self, connection: Connection, conv: bytes, before_n: int, count: int
    ) -> None:
        account = connection.account
        page = await self._reader.ask(
            partial(missed.page, conv=conv, account=account, before_n=before_n, count=count)
        )
        if page is None:
            connection.push(_refusal(conv, No.NOT_YOURS))
            return
        connection.push(encode(Base(conv, page.base_n, page.base_h)))
        n = page.base_n
        while n < page.last_n and not connection.is_over:
            await connection.is_calm()
            part = partial(
                missed.part, conv=conv, account=account, after_n=n, until_n=page.last_n
            )
            entries = await self._reader.ask(part)
            if not entries:  # it was taken away meanwhile; the room hears so by itself
                return
            for _, frame in entries:
                if frame:
                    connection.push(frame)
            n = entries[-1][0]
        connection.push(encode(Paged(conv, page.last_n)))


async def _guarded(connection: Connection, reading: Reading) -> None:
    try:
        await reading()
    except Exception as failure:  # the room comes back and asks again
        log.error("A reading failed: %s", type(failure).__name__)
        connection.goodbye(Bye.GOING_DOWN)


async def _push_all(connection: Connection, frames: Sequence[bytes]) -> None:
    for at, frame in enumerate(frames):
        if at % PUSHED_AT_ONCE == 0:
            await connection.is_calm()
        connection.push(frame)


def _refusal(conv: bytes, code: int) -> bytes:
    return encode(Refusal(NO_ID, conv, code, 0, 0))
