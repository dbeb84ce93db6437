"""Somebody who keeps writing, whatever happens to the server, its database or the way there."""

import asyncio
import os
import random
from collections import Counter, deque
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidMessage
from websockets.typing import Origin, Subprotocol

from bench.seed import HOME, Seeded, Side, header_of
from bench.serve import ORIGIN, TICKET_KEY
from pse import frames
from pse.chain import h_box
from pse.entry import Entry
from pse.epoch import eh_hash_of
from pse.ticket import Ticket, write_ticket
from pse.wire import decode, encode

IN_FLIGHT = 4
BOX = 73 + 1024
NEVER = 2**40
PATIENCE = 12.0
COUNTER, BUSY = 2, 8


class ComeBack(Exception):
    """The server said goodbye."""


GONE = (ComeBack, ConnectionClosed, InvalidHandshake, InvalidMessage, OSError, TimeoutError)


@dataclass(frozen=True, slots=True)
class Shown:
    """A line of somebody else as it was shown: its number, its id, the hash of its box."""

    n: int
    msg_id: bytes
    h_box: bytes


@dataclass
class Writer:
    """One side of a pair: what it sent, what was acknowledged, what it was shown.

    `ports` are the ways in: each time another one, by chance. `rest` is how long to think
    before the next line, `stay` when to come in anew, as phones do.
    """

    seeded: Seeded
    side: Side
    ports: Sequence[int]
    seen: tuple[int, bytes]
    box: int = BOX
    rest: float = 0.0
    stay: float = PATIENCE
    host: str = "127.0.0.1"
    acked: dict[bytes, frames.Ack] = field(default_factory=dict)
    shown: list[Shown] = field(default_factory=list)
    said: Counter[str] = field(default_factory=Counter)
    comebacks: int = 0
    is_going: bool = True
    _last_n: int = 1
    _pending: deque[Entry] = field(default_factory=deque)
    _unanswered: int = 0
    _sseq: int = 0

    @property
    def waiting(self) -> int:
        """How many lines are not acknowledged yet."""
        return len(self._pending)

    async def write(self) -> None:
        """Write until told to stop, and then until everything is acknowledged."""
        while self.is_going or self._pending:
            await self._once(self._go_on)

    async def write_until_gone(self) -> None:
        """Write on one socket until it closes."""
        await self._once(self._go_on)

    async def catch_up(self, until: int) -> None:
        """Read on until line `until` has been shown or acknowledged."""

        async def read(socket: ClientConnection) -> None:
            while self._last_n < until:
                self._take(await _next(socket))

        while self._last_n < until:
            await self._once(read)

    async def _once(self, work: Callable[[ClientConnection], Awaitable[None]]) -> None:
        try:
            async with asyncio.timeout(self.stay), self.connected() as socket:
                await self.begin(socket)
                try:
                    await work(socket)
                except ConnectionClosed:  # while sending; what had come before is there still
                    while True:
                        self._take(await _next(socket))
        except GONE as how:
            self.comebacks += 1
            self.said[type(how).__name__] += 1
            await asyncio.sleep(random.uniform(0.02, 0.1))

    def connected(self) -> connect:
        """A socket that is about to open."""
        return connect(
            f"ws://{self.host}:{random.choice(self.ports)}/wire",
            origin=Origin(ORIGIN),
            subprotocols=[Subprotocol("pse1")],
            compression=None,
            proxy=None,
            open_timeout=5,
            close_timeout=0.2,
            max_queue=4,
        )

    async def look_in(self) -> None:
        """Come in once and write nothing, if one is let in."""
        with suppress(*GONE):
            async with self.connected() as socket:
                await self.sign_in(socket)

    async def begin(self, socket: ClientConnection) -> None:
        """Sign in, follow from where one was, and send again what was not acknowledged."""
        await self.sign_in(socket)
        await socket.send(encode(frames.Follow(self.seeded.conv, self._last_n)))
        self._unanswered = 0
        while not isinstance(frame := await _next(socket), frames.Upto):
            if not isinstance(frame, frames.Head | frames.Base):
                self._take(frame)
        await self._send_again(socket)

    async def sign_in(self, socket: ClientConnection) -> None:
        """Show a ticket; ComeBack if one is not let in now."""
        ticket = Ticket(self.side.account, self.side.ref, self.side.token, NEVER)
        opening = frames.Open(1, write_ticket(TICKET_KEY, HOME, ticket))
        await socket.send(encode(opening))
        if isinstance(first := await _next(socket), frames.Goodbye):
            raise ComeBack(first.code)

    async def _go_on(self, socket: ClientConnection) -> None:
        while self.is_going or self._pending:
            while self.is_going and len(self._pending) < IN_FLIGHT:
                await asyncio.sleep(self.rest)
                await self._send_one_more(socket)
            self._take(await _next(socket))
            if self._pending and not self._unanswered:  # all that is left was refused
                await asyncio.sleep(0.1)
                await self._send_again(socket)

    async def _send_again(self, socket: ClientConnection) -> None:
        for entry in self._pending:
            self._unanswered += 1
            await socket.send(encode(frames.Send(entry)))

    async def _send_one_more(self, socket: ClientConnection) -> None:
        self._sseq += 1
        eh_hash = eh_hash_of(header_of(self.seeded).header)
        entry = Entry(
            3, self.seeded.conv, 0, eh_hash, self.side.ref, os.urandom(16), self._sseq,
            *self.seen, os.urandom(32), os.urandom(self.box),
        )  # fmt: skip
        self._pending.append(entry)
        self._unanswered += 1
        await socket.send(encode(frames.Send(entry)))

    def _take(self, frame: frames.Frame) -> None:
        if isinstance(frame, frames.Ack):
            self._acknowledged(frame)
        elif isinstance(frame, frames.Stored):
            self._show(frame)
        elif isinstance(frame, frames.Refusal) and frame.code in (BUSY, COUNTER):
            self._unanswered -= 1
            self.said["not stored yet" if frame.code == BUSY else "not yet its turn"] += 1
        elif isinstance(frame, frames.Goodbye):
            raise ComeBack(frame.code)
        elif not isinstance(frame, frames.Gate):
            raise AssertionError(frame)

    def _acknowledged(self, ack: frames.Ack) -> None:
        # Not always the first: lines whose answer was lost are stored, and the next ones with
        # them; the second sending of the first finds that out.
        (answered,) = [entry for entry in self._pending if entry.msg_id == ack.id]
        self._pending.remove(answered)
        self._unanswered -= 1
        self.acked[ack.id] = ack
        self.seen = max(self.seen, (ack.n, ack.h))
        self._last_n = max(self._last_n, ack.n)

    def _show(self, frame: frames.Stored) -> None:
        entry = frame.entry
        assert frame.n > self._last_n or entry.sender == self.side.ref, "shown twice"
        self._last_n = max(self._last_n, frame.n)
        self.shown.append(Shown(frame.n, entry.msg_id, h_box(entry.box)))


async def begin(port: int, seeded: Seeded, *, host: str = "127.0.0.1") -> tuple[int, bytes]:
    """Make epoch 0, or find it made; gives back n and H_n of its header."""
    first = Writer(seeded, seeded.client, [port], (0, b""), host=host)
    async with first.connected() as socket:
        await first.sign_in(socket)
        await socket.send(encode(header_of(seeded)))
        while not isinstance(ack := await _next(socket), frames.Ack):
            assert isinstance(ack, frames.Gate), ack
    return ack.n, ack.h


async def _next(socket: ClientConnection) -> frames.Frame:
    raw = await asyncio.wait_for(socket.recv(), 9)
    assert isinstance(raw, bytes)
    return decode(raw)
