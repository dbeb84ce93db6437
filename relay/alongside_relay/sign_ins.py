"""Looks up who knocks: all who came while one question ran are in the next one, together."""

import asyncio
from functools import partial

from .gates import tokens_of
from .rows import Token
from .worker import Reader

Tokens = dict[int, Token]


class SignIns:
    """Everything here happens in the event loop's thread."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._wanted: set[int] = set()
        self._now: asyncio.Task[Tokens] | None = None
        self._next: asyncio.Task[Tokens] | None = None

    async def find(self, token: int) -> Token | None:
        """A sign-in as it stands after this was asked, if there still is one."""
        self._wanted.add(token)
        if self._next is None:
            self._next = asyncio.create_task(self._ask(self._now))
        return (await asyncio.shield(self._next)).get(token)

    async def _ask(self, before: "asyncio.Task[Tokens] | None") -> Tokens:
        if before is not None:
            await asyncio.wait([before])
        self._now, self._next = self._next, None
        wanted, self._wanted = self._wanted, set()
        return await self._reader.ask(partial(tokens_of, ids=wanted), is_at_the_door=True)
