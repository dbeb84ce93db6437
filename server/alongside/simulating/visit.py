"""One made-up person's visit: a ticket by HTTP, the wire, lines, and an end or none."""

import asyncio
import json
import os
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field

from alongside.api.gate import VERSION
from alongside.simulating.pairs import Seeded, Side
from alongside.simulating.websocket import Socket, connect
from pse import frames
from pse.base64url import from_text, to_text
from pse.entry import MESSAGE, Entry
from pse.wire import encode

now = time.perf_counter
Line = tuple[asyncio.StreamReader, asyncio.StreamWriter]
Tickets = Callable[[Side], Awaitable[bytes]]
OPENED, ENTRY, ACK, REFUSAL, UPTO = 0x11, 0x12, 0x13, 0x14, 0x15
PATIENCE = 30.0
# A line of a few words, sealed: padded to a kilobyte.
BOX = os.urandom(73 + 1024)
# Where things stand in an ACK, in an UPTO and in an ENTRY of the usual layout.
ACK_ID, ACK_N, ACK_H = slice(5, 21), slice(45, 53), slice(57, 89)
UPTO_N, UPTO_H, UPTO_SSEQ = slice(25, 33), slice(37, 69), slice(73, 81)
ENTRY_MSG_ID = slice(117, 133)


@dataclass
class Talk:
    """One conversation, and what its two people have written and seen."""

    seeded: Seeded
    eh_hash: bytes
    seen: tuple[int, bytes]
    sseq: dict[bytes, int] = field(default_factory=dict)

    def see(self, n: bytes, h: bytes) -> None:
        """Know of an entry; never of less than before."""
        number = int.from_bytes(n, "little")
        if number > self.seen[0]:
            self.seen = (number, h)


@dataclass
class Heard:
    """What all visits have seen of the server: seconds, and what went wrong."""

    acks: list[float] = field(default_factory=list)
    deliveries: list[float] = field(default_factory=list)
    openings: list[float] = field(default_factory=list)
    refused: int = 0
    failed: int = 0
    sent_at: dict[bytes, float] = field(default_factory=dict)

    def forget(self) -> None:
        """Begin to count anew."""
        self.acks, self.deliveries, self.openings = [], [], []
        self.refused = self.failed = 0


class Visit:
    """One side of a talk, connected."""

    def __init__(self, talk: Talk, side: Side, heard: Heard) -> None:
        self.talk = talk
        self.side = side
        self._heard = heard
        self._socket: Socket | None = None
        self._awaited: tuple[int, asyncio.Future[bytes]] | None = None

    @property
    def is_up(self) -> bool:
        """Say whether the line still stands, as far as this side knows."""
        return self._socket is not None and not self._socket.is_gone

    async def open(self, port: int, ticket: Tickets, *, source: str | None = None) -> None:
        """Come in: ticket, socket, and what was missed; all of it counts as the opening."""
        began = now()
        written = await ticket(self.side)
        self._socket = await connect(port, origin=f"http://127.0.0.1:{port}", source=source)
        socket = self._socket
        socket.hear = self._hear
        await self._ask(socket, frames.Open(1, written), OPENED)
        follow = frames.Follow(self.talk.seeded.conv, self.talk.seen[0])
        upto = await self._ask(socket, follow, UPTO)
        self.talk.see(upto[UPTO_N], upto[UPTO_H])
        self.talk.sseq[self.side.ref] = int.from_bytes(upto[UPTO_SSEQ], "little")
        self._heard.openings.append(now() - began)

    def write(self) -> None:
        """Write one line."""
        if self._socket is None:
            return
        talk, ref = self.talk, self.side.ref
        talk.sseq[ref] = talk.sseq.get(ref, 0) + 1
        id_ = os.urandom(16)
        entry = Entry(
            MESSAGE, talk.seeded.conv, 0, talk.eh_hash, ref, id_, talk.sseq[ref], *talk.seen,
            bytes(32), BOX,
        )  # fmt: skip
        self._heard.sent_at[id_] = now()
        self._socket.send(encode(frames.Send(entry)))

    def leave(self) -> None:
        """Close the line as a room does."""
        if self._socket is not None:
            self._socket.close()

    def vanish(self) -> None:
        """Say nothing more, as a phone that lost its network; the server has to find out."""
        if self._socket is not None:
            self._socket.vanish()

    async def _ask(self, socket: Socket, frame: frames.Frame, kind: int) -> bytes:
        answer: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()
        self._awaited = (kind, answer)
        socket.send(encode(frame))
        async with asyncio.timeout(PATIENCE):
            return await answer

    def _hear(self, raw: bytes) -> None:
        kind = raw[0]
        if kind == ACK:
            sent = self._heard.sent_at.get(raw[ACK_ID])
            if sent is not None:
                self._heard.acks.append(now() - sent)
            self.talk.see(raw[ACK_N], raw[ACK_H])
        elif kind == ENTRY:
            sent = self._heard.sent_at.get(raw[ENTRY_MSG_ID])
            if sent is not None:
                self._heard.deliveries.append(now() - sent)
        elif self._awaited is not None and self._awaited[0] == kind:
            if not self._awaited[1].done():
                self._awaited[1].set_result(raw)
        elif kind == REFUSAL:
            self._heard.refused += 1


class TicketOffice:
    """Asks the house's API for tickets, over a few connections that stay open."""

    def __init__(self, port: int, *, at_once: int = 8) -> None:
        self._port = port
        self._free: asyncio.Queue[Line | None] = asyncio.Queue()
        for _ in range(at_once):
            self._free.put_nowait(None)

    async def ticket(self, side: Side) -> bytes:
        """A ticket for one opening of the wire."""
        line = await self._free.get()
        try:
            head, body, line = await self._answered(line, self._question(side))
        except BaseException:
            line = None
            raise
        finally:
            self._free.put_nowait(line)
        if not head.startswith(b"HTTP/1.1 200"):
            raise ConnectionError(head.split(b"\r\n", 1)[0].decode("latin-1"))
        return from_text(json.loads(body)["ticket"])

    async def _answered(self, line: Line | None, question: bytes) -> tuple[bytes, bytes, Line]:
        if line is not None:
            with suppress(OSError, EOFError):  # it was closed while nobody used it
                return (*await _asked(line, question), line)
        fresh = await asyncio.open_connection("127.0.0.1", self._port)
        return (*await _asked(fresh, question), fresh)

    def _question(self, side: Side) -> bytes:
        return (
            f"POST /api/ticket HTTP/1.1\r\nHost: 127.0.0.1:{self._port}\r\n"
            f"X-Alongside: {VERSION}\r\nAuthorization: Bearer {to_text(side.raw)}\r\n"
            "Content-Length: 0\r\n\r\n"
        ).encode()


async def _asked(line: Line, question: bytes) -> tuple[bytes, bytes]:
    hears, says = line
    says.write(question)
    head = await hears.readuntil(b"\r\n\r\n")
    return head, await hears.readexactly(_length_in(head))


def _length_in(head: bytes) -> int:
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return int(line.split(b":")[1])
    raise ConnectionError("an answer without a length")
