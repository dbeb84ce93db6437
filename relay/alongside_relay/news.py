"""Obeys what the server and other relays say: gates, sign-outs, entries stored elsewhere."""

import asyncio
import logging
from collections.abc import Coroutine
from functools import partial
from typing import Any

from .bus import event_in
from .catch_up import CatchUp
from .codes import Bye
from .connection import Connection
from .gates import gates_of, tokens_of
from .rooms import Rooms
from .worker import Reader

ANSWERS_WITHIN, ASKS_AGAIN_AFTER = 3.5, 1.0
log = logging.getLogger(__name__)


class News:
    """Everything here happens in the event loop's thread."""

    def __init__(self, rooms: Rooms, reader: Reader, catch_up: CatchUp, *, name: str) -> None:
        self._rooms = rooms
        self._reader = reader
        self._catch_up = catch_up
        self._name = name
        self._tasks: set[asyncio.Task[None]] = set()

    def told(self, text: str) -> None:
        """Obey one line of the bus."""
        event = event_in(text)
        if event is None:
            return
        if event.kind == "session":
            self._sign_out(self._rooms.of_token(event.token))
        elif event.kind == "account":
            self._sign_out(self._rooms.of_account_ref(event.refs[0]))
        elif event.kind == "conv":
            self._later(self._reread(event.refs))
        elif event.kind == "lost":
            self._later(self._check_everything())
        elif event.relay != self._name:
            self._later(self._may_have_grown(event.refs))

    def look_up(self, refs: tuple[bytes, ...]) -> None:
        """Tell of what was kept while the database was in trouble, once it answers.

        Whoever wrote it may stay away, and those who read would hear of it with the next line.
        """
        self._later(self._may_have_grown(refs, after_trouble=True))

    def _sign_out(self, connections: list[Connection]) -> None:
        for connection in connections:
            connection.goodbye(Bye.SIGNED_OUT)

    async def _reread(self, refs: tuple[bytes, ...]) -> None:
        gates = await self._reader.ask(partial(gates_of, refs=refs))
        for ref in refs:
            self._rooms.apply(ref, gates.get(ref))

    async def _may_have_grown(
        self, refs: tuple[bytes, ...], *, after_trouble: bool = False
    ) -> None:
        while after_trouble and not await self._reader.answers(within=ANSWERS_WITHIN):
            await asyncio.sleep(ASKS_AGAIN_AFTER)
        for ref in refs:
            self._wake(ref)
        gates = await self._reader.ask(partial(gates_of, refs=refs))
        for gate in gates.values():
            self._rooms.tell_others(gate.ref, gate.mode, gate.reading_now(), beside=None)

    async def _check_everything(self) -> None:
        tokens = {connection.token for connection in self._rooms.all()}
        if not tokens:
            return
        alive = await self._reader.ask(partial(tokens_of, ids=tokens))
        for token in tokens - set(alive):
            self._sign_out(self._rooms.of_token(token))
        followed = tuple(self._rooms.followed())
        await self._reread(followed)
        for ref in followed:
            self._wake(ref)

    def _wake(self, ref: bytes) -> None:
        for follower in self._rooms.followers_of(ref):
            if follower.wake():
                self._catch_up.resume(follower)

    def _later(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(self._guarded(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _guarded(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except Exception as failure:
            # A gate that cannot be read is a closed one: everybody comes back and asks again.
            log.error("A gate could not be read: %s", type(failure).__name__)
            self._rooms.say_goodbye()
