"""One pair under load: a sender with one entry in flight, and receivers that are connected."""

import asyncio
import os
import struct
import time
from collections.abc import Sequence

from alongside.simulating.websocket import Socket, connect
from pse import frames
from pse.entry import Entry
from pse.epoch import Epoch, eh_hash_of
from pse.ticket import Ticket, write_ticket
from pse.wire import encode

from .loop import Count, Loop, now
from .seed import HOME, Seeded, Side, header_of
from .serve import ORIGIN, TICKET_KEY

__all__ = ["Count", "Pair", "asked", "entry_of", "header_of", "make_pair", "now", "opened"]

ENTRY, ACK, UPTO = 0x12, 0x13, 0x15
SMALLEST_BOX = 73 + 1024
# Where the fields that change stand in SEND, and where the answers stand in the others.
MSG_ID, SSEQ, SEEN = slice(105, 121), slice(125, 133), slice(137, 181)
ACK_N, ACK_H, ENTRY_MSG_ID = slice(45, 53), slice(57, 89), slice(117, 133)
UPTO_N, UPTO_H, UPTO_SSEQ = slice(25, 33), slice(37, 69), slice(73, 81)
NEWEST = 2**40
SEEN_GAP = b"\x20\0\0\0"


class Pair(Loop):
    """Sender and receivers of one conversation of ours."""

    def __init__(
        self, sender: Socket, receivers: Sequence[Socket], send: bytes, count: Count
    ) -> None:
        super().__init__(count, listeners=len(receivers))
        self._sender = sender
        self._frame = bytearray(send)
        self._sseq = 0
        sender.hear = self._acked
        for receiver in receivers:
            receiver.hear = self._delivered

    def begin_at(self, seen: bytes, *, sseq: int) -> None:
        """Say where the chain stands, n and H_n, and how much its sender has written."""
        self._sseq = sseq
        self._see(seen)

    def send(self) -> None:
        """Hand the next entry in."""
        self._sseq += 1
        self._frame[SSEQ] = struct.pack("<Q", self._sseq)
        self._frame[MSG_ID] = self._id = os.urandom(16)
        self._sender.send(bytes(self._frame))

    def _acked(self, raw: bytes) -> None:
        if raw[0] != ACK:
            self.was_strange()
            return
        self._see(raw[ACK_N] + raw[ACK_H])
        self.acked()

    def _see(self, seen: bytes) -> None:
        self._frame[SEEN] = seen[:8] + SEEN_GAP + seen[8:]

    def _delivered(self, raw: bytes) -> None:
        if raw[0] != ENTRY or raw[ENTRY_MSG_ID] != self._id:
            self.was_strange()
            return
        self.delivered()


async def opened(port: int, side: Side, *, source: str | None = None) -> Socket:
    """A signed-in socket of one side; `source` is the address it comes from."""
    socket = await connect(port, origin=ORIGIN, source=source)
    ticket = Ticket(side.account, side.ref, side.token, int(time.time()) + 60)
    await asked(socket, frames.Open(1, write_ticket(TICKET_KEY, HOME, ticket)), 0x11)
    return socket


async def make_pair(port: int, seeded: Seeded, count: Count, *, receivers: int = 1) -> Pair:
    """A pair whose sides follow; each receiver is an open socket of the same person."""
    sender = await opened(port, seeded.client)
    listening = [await opened(port, seeded.specialist) for _ in range(receivers)]
    return await begun(sender, listening, header_of(seeded), entry_of(seeded), count)


async def begun(
    sender: Socket,
    listening: Sequence[Socket],
    header: frames.Header,
    line: Entry,
    count: Count,
) -> Pair:
    """A conversation whose first header is stored, and which everybody follows."""
    await asked(sender, header, ACK)
    upto = b""
    for socket in (*listening, sender):
        upto = await asked(socket, frames.Follow(header.header.conv, NEWEST), UPTO)
    pair = Pair(sender, listening, encode(frames.Send(line)), count)
    pair.begin_at(upto[UPTO_N] + upto[UPTO_H], sseq=int.from_bytes(upto[UPTO_SSEQ], "little"))
    return pair


def entry_of(seeded: Seeded) -> Entry:
    """A line of a few words, as large as the smallest sealed one."""
    return line_in(header_of(seeded).header, seeded.client.ref)


def line_in(header: Epoch, sender: bytes) -> Entry:
    """The same in any conversation that begins with this header."""
    return Entry(
        3, header.conv, 0, eh_hash_of(header), sender, bytes(16),
        0, 1, bytes(32), bytes(32), os.urandom(SMALLEST_BOX),
    )  # fmt: skip


async def asked(socket: Socket, frame: frames.Frame, kind: int, within: float = 10) -> bytes:
    """Send a frame and wait for an answer of this kind."""
    answer: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()

    def hear(raw: bytes) -> None:
        if raw[0] == kind and not answer.done():
            answer.set_result(raw)

    socket.hear = hear
    socket.send(encode(frame))
    async with asyncio.timeout(within):
        return await answer
