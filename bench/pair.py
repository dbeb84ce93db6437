"""One pair under load: a sender with one entry in flight, and a receiver that is connected."""

import asyncio
import os
import struct
import time
from dataclasses import dataclass, field, replace

from pse import frames
from pse.entry import Entry
from pse.epoch import Member, eh_hash_of, first_epoch, wraps_hash_of
from pse.ticket import Ticket, write_ticket
from pse.wire import encode

from .seed import AGREEMENT, HOME, Seeded, Side, kr_hash_of
from .serve import ORIGIN, TICKET_KEY
from .websocket import Socket, connect

now = time.perf_counter
ENTRY, ACK, UPTO = 0x12, 0x13, 0x15
SMALLEST_BOX = 73 + 1024
# Where the fields that change stand in SEND, and where the answers stand in ACK and ENTRY.
MSG_ID, SSEQ, SEEN = slice(105, 121), slice(125, 133), slice(137, 181)
ACK_N, ACK_H, ENTRY_MSG_ID = slice(45, 53), slice(57, 89), slice(117, 133)
SEEN_GAP = b"\x20\0\0\0"


@dataclass
class Count:
    """What all pairs have done since the last reset."""

    is_going: bool = True
    pace: float = 0.0
    done: int = 0
    strange: int = 0
    acks: list[float] = field(default_factory=list)
    deliveries: list[float] = field(default_factory=list)

    def reset(self) -> None:
        """Begin to count."""
        self.done, self.acks, self.deliveries = 0, [], []


class Pair:
    """The closed loop: the next entry goes out when the last was acknowledged and delivered."""

    def __init__(self, sender: Socket, receiver: Socket, send: bytes, count: Count) -> None:
        self.pending = 0
        self._sender = sender
        self._count = count
        self._frame = bytearray(send)
        self._sseq = 0
        self._t0 = self._due = 0.0
        sender.hear = self._acked
        receiver.hear = self._delivered

    def begin(self, seen: bytes, after: float) -> None:
        """Start in so many seconds; `seen` is n and H_n where the chain stands."""
        self._see(seen)
        self._due = now() + after
        asyncio.get_running_loop().call_later(after, self._fire)

    def _fire(self) -> None:
        if not self._count.is_going:
            return
        self._sseq += 1
        self._frame[SSEQ] = struct.pack("<Q", self._sseq)
        self._frame[MSG_ID] = self._id = os.urandom(16)
        self.pending = 2
        self._t0 = now()
        self._sender.send(bytes(self._frame))

    def _acked(self, raw: bytes) -> None:
        if raw[0] != ACK:
            self._count.strange += 1
            return
        self._count.acks.append(now() - self._t0)
        self._see(raw[ACK_N] + raw[ACK_H])
        self._finish()

    def _see(self, seen: bytes) -> None:
        self._frame[SEEN] = seen[:8] + SEEN_GAP + seen[8:]

    def _delivered(self, raw: bytes) -> None:
        if raw[0] != ENTRY or raw[ENTRY_MSG_ID] != self._id:
            self._count.strange += 1
            return
        self._count.deliveries.append(now() - self._t0)
        self._finish()

    def _finish(self) -> None:
        self.pending -= 1
        if self.pending:
            return
        self._count.done += 1
        if not self._count.pace:
            self._fire()
        elif self._count.is_going:
            self._due = max(self._due + 1 / self._count.pace, now())
            asyncio.get_running_loop().call_later(self._due - now(), self._fire)


async def opened(port: int, side: Side) -> Socket:
    """A signed-in socket of one side."""
    socket = await connect(port, origin=ORIGIN)
    ticket = Ticket(side.account, side.ref, side.token, int(time.time()) + 60)
    await asked(socket, frames.Open(1, write_ticket(TICKET_KEY, HOME, ticket)), 0x11)
    return socket


async def make_pair(port: int, seeded: Seeded, count: Count) -> tuple[Pair, bytes]:
    """A pair whose two sides follow; gives back what its first entry has seen."""
    sender, receiver = await opened(port, seeded.client), await opened(port, seeded.specialist)
    header = header_of(seeded)
    await asked(sender, header, ACK)
    upto = b""
    for socket in (receiver, sender):
        upto = await asked(socket, frames.Follow(seeded.conv, 0), UPTO)
    entry = Entry(
        3, seeded.conv, 0, eh_hash_of(header.header), seeded.client.ref, bytes(16), 0, 1,
        bytes(32), bytes(32), os.urandom(SMALLEST_BOX),
    )  # fmt: skip
    pair = Pair(sender, receiver, encode(frames.Send(entry)), count)
    return pair, upto[25:33] + upto[37:69]


def header_of(seeded: Seeded) -> frames.Header:
    """Epoch 0 as the relay wants it; what only rooms check is left open. Always the same."""
    client, specialist = seeded.client.ref, seeded.specialist.ref
    wraps = {client: client * 7, specialist: specialist * 7}
    draft = first_epoch(
        conv=seeded.conv,
        owner=Member(client, kr_hash_of(client), 1),
        other=Member(specialist, kr_hash_of(specialist), 2),
        retention=12,
        agreement_hash=AGREEMENT,
        day=int(time.time()) // 86_400,
    )
    header = replace(draft, wraps_hash=wraps_hash_of(wraps))
    return frames.Header(header, bytes(64), wraps, None)


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
