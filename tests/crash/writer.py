"""Somebody who keeps writing, whatever happens to the server."""

import asyncio
import os
from collections import deque
from dataclasses import dataclass, field

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from bench.pair import asked, header_of, opened
from bench.seed import HOME, Seeded, Side
from bench.serve import ORIGIN, TICKET_KEY
from pse import frames
from pse.entry import Entry
from pse.epoch import eh_hash_of
from pse.ticket import Ticket, write_ticket
from pse.wire import decode, encode

IN_FLIGHT = 4
BOX = 73 + 1024
NEVER = 2**40
GONE = (ConnectionClosed, InvalidHandshake, OSError, TimeoutError)


@dataclass
class Writer:
    """One side of a pair: what it sent, what was acknowledged, what it was shown."""

    seeded: Seeded
    side: Side
    port: int
    seen: tuple[int, bytes]
    box: int = BOX
    acked: dict[bytes, frames.Ack] = field(default_factory=dict)
    shown: list[frames.Stored] = field(default_factory=list)
    comebacks: int = 0
    is_going: bool = True
    _pending: deque[Entry] = field(default_factory=deque)
    _sseq: int = 0

    async def write(self) -> None:
        """Write until told to stop, and then until everything is acknowledged."""
        while self.is_going or self._pending:
            try:
                async with asyncio.timeout(20), self.connected() as socket:
                    await self.begin(socket)
                    await self._go_on(socket)
            except GONE:
                self.comebacks += 1
                await asyncio.sleep(0.02)

    def connected(self) -> connect:
        """A socket that is about to open."""
        return connect(
            f"ws://127.0.0.1:{self.port}/wire",
            origin=ORIGIN,
            subprotocols=["pse1"],
            compression=None,
            proxy=None,
            open_timeout=5,
            close_timeout=0.2,
            max_queue=4,
        )

    async def begin(self, socket: ClientConnection) -> None:
        """Sign in, follow, and send again what was not acknowledged."""
        ticket = Ticket(self.side.account, self.side.ref, self.side.token, NEVER)
        await self._ask(socket, frames.Open(1, write_ticket(TICKET_KEY, HOME, ticket)))
        await self._ask(socket, frames.Follow(self.seeded.conv, NEVER))
        for entry in self._pending:
            await socket.send(encode(frames.Send(entry)))

    async def _ask(self, socket: ClientConnection, frame: frames.Frame) -> None:
        await socket.send(encode(frame))
        while not isinstance(await _next(socket), frames.Opened | frames.Upto):
            pass

    async def _go_on(self, socket: ClientConnection) -> None:
        while self.is_going or self._pending:
            while self.is_going and len(self._pending) < IN_FLIGHT:
                await self._send_one_more(socket)
            self._take(await _next(socket))

    async def _send_one_more(self, socket: ClientConnection) -> None:
        self._sseq += 1
        eh_hash = eh_hash_of(header_of(self.seeded).header)
        entry = Entry(
            3, self.seeded.conv, 0, eh_hash, self.side.ref, os.urandom(16), self._sseq,
            *self.seen, os.urandom(32), os.urandom(self.box),
        )  # fmt: skip
        self._pending.append(entry)
        await socket.send(encode(frames.Send(entry)))

    def _take(self, frame: frames.Frame) -> None:
        if isinstance(frame, frames.Ack):
            assert frame.id == self._pending.popleft().msg_id
            self.acked[frame.id] = frame
            self.seen = (frame.n, frame.h)
        elif isinstance(frame, frames.Stored):
            self.shown.append(frame)
        else:
            raise AssertionError(frame)


async def begin(port: int, seeded: Seeded) -> tuple[int, bytes]:
    """Make epoch 0; gives back n and H_n of its header."""
    socket = await opened(port, seeded.client)
    ack = decode(await asked(socket, header_of(seeded), 0x13))
    socket.close()
    assert isinstance(ack, frames.Ack)
    return ack.n, ack.h


async def _next(socket: ClientConnection) -> frames.Frame:
    raw = await asyncio.wait_for(socket.recv(), 5)
    assert isinstance(raw, bytes)
    return decode(raw)
