"""Slow people, and a slow disk: nobody holds up the others, and memory stays bounded."""

import asyncio
import os
import time
from collections.abc import Callable
from contextlib import AsyncExitStack

from bench.seed import Seeded, Side, header_of, seed
from bench.wire import quantiles
from pse import frames
from pse.entry import Entry
from pse.epoch import eh_hash_of
from pse.wire import decode, encode

from .checking import Figures, checked
from .ground import Ground, Relay
from .odd import Odd, come_in
from .talk import Talk, talk_through
from .writer import Writer, begin

ACK, REFUSED = 0x13, 0x14
LARGEST_BOX = 73 + 65_536
IN_PIECES = (
    b"GET /wire HTTP/1.1\r\nHost: here\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: pse1\r\n"
)


def slow_openings(ground: Ground, times: int) -> Figures:
    """So many openings that never finish, a byte a second each; two people talk beside them."""
    relay = ground.serve()
    asks: list[float] = []
    figures: Figures = {}

    async def fault(talk: Talk) -> None:
        before = relay.memory_kb()
        async with AsyncExitStack() as stack:
            for _ in range(times):
                await _drips(relay, stack)
            for _ in range(30):
                began = time.monotonic()
                await talk.goes_on(more=1)
                asks.append(time.monotonic() - began)
                await asyncio.sleep(0.1)
            figures["kb_each"] = round((relay.memory_kb() - before) / times, 1)

    result = talk_through(fault, [relay.port], pairs=1, rest=0.01)
    return {"openings": times, "next_line_ms": quantiles(asks), **figures, **result}


def in_pieces(ground: Ground, times: int) -> Figures:
    """Every line arrives in crumbs; each is stored as if it had come whole."""
    relay = ground.serve()
    (seeded,) = seed(1)
    writer = asyncio.run(_write_in_pieces(relay, seeded, times))
    return checked([seeded], [writer])


def never_reads(ground: Ground, times: int) -> Figures:
    """`times` rooms that never read, while lines of the largest size are written for them."""
    relay = ground.serve()
    (seeded,) = seed(1)

    async def run() -> tuple[int, int, int]:
        await begin(relay.port, seeded)
        stuck = [await _stuck(relay, seeded.specialist, seeded.conv) for _ in range(20)]
        before = relay.memory_kb()
        writer, most = await _flood(relay, seeded, times)
        again = [await _stuck(relay, seeded.specialist, seeded.conv) for _ in range(20)]
        await asyncio.sleep(3)
        caught = relay.memory_kb()
        for socket in (*stuck, *again):
            socket.close()
        return before, max(most, caught), len(writer.acked)

    before, most, lines = asyncio.run(run())
    grown = round((most - before) / 1024, 1)
    assert grown < 40 * MB_A_STUCK_READER, grown
    return {"stuck": 40, "lines": lines, "grown_mb": grown}


def slow_disk(ground: Ground, times: int) -> Figures:
    """Each flush takes 5 ms, and then 200 ms; the relay is killed in the middle of some."""
    relay, figures = ground.serve(), {}

    async def fault(talk: Talk) -> None:
        for flush in (0.005, 0.2):
            ground.turn(flush=flush)
            before, began = talk.acknowledged, time.monotonic()
            await talk.goes_on(more=200)
            took = time.monotonic() - began
            figures[f"lines_a_second_{flush}"] = round((talk.acknowledged - before) / took)
        for _ in range(times):
            await asyncio.sleep(0.3)
            relay.kill()
            await asyncio.to_thread(relay.start)
            await talk.goes_on(more=1)
        ground.turn(flush=0)

    result = talk_through(fault, [relay.port], pairs=10)
    return {**figures, "kills": times, **result}


def stands_still(ground: Ground, times: int) -> Figures:
    """The disk does nothing for a while, and everybody writes as much as they can."""
    relay = ground.serve()
    pairs = seed(40)

    async def run() -> Figures:
        sides = [(each, side) for each in pairs for side in (each.client, each.specialist)]
        starts = {each.conv: await begin(relay.port, each) for each in pairs}
        ground.turn(flush=20.0)
        before = relay.memory_kb()
        floods = [await _Flood.opened(relay, *one, starts[one[0].conv]) for one in sides]
        for _ in range(times):
            for flood in floods:
                flood.send()
            await asyncio.sleep(0.01)
        await _until(lambda: sum(each.told for each in floods) > 0, 30)
        await asyncio.sleep(3)
        told, grown = sum(each.told for each in floods), relay.memory_kb() - before
        early = sum(each.acked for each in floods)
        ground.turn(flush=0)
        await _until(lambda: all(each.answered == times for each in floods), 90)
        acked = sum(each.acked for each in floods)
        for flood in floods:
            flood.socket.close()
        return {
            "sent": times * len(floods), "acknowledged_meanwhile": early,
            "told_not_stored": told, "acknowledged": acked, "grown_mb": round(grown / 1024, 1),
        }  # fmt: skip

    figures = asyncio.run(run())
    assert figures["acknowledged_meanwhile"] <= 1
    assert figures["grown_mb"] < MB_WAITING, figures
    assert _stored() == figures["acknowledged"]
    return figures


MB_A_STUCK_READER, MB_WAITING = 1.5, 140


class _Flood:
    """One side that sends the largest lines without waiting."""

    def __init__(self, socket: Odd, seeded: Seeded, side: Side, seen: tuple[int, bytes]):
        self.socket = socket
        self.told = self.acked = self.answered = 0
        self._sseq = 0
        self._make = (seeded, side, seen)
        socket.hear = self._hear

    @classmethod
    async def opened(
        cls, relay: Relay, seeded: Seeded, side: Side, seen: tuple[int, bytes]
    ) -> "_Flood":
        return cls(await come_in(relay.port, side), seeded, side, seen)

    def send(self) -> None:
        self._sseq += 1
        self.socket.send(encode(frames.Send(line(*self._make, self._sseq, LARGEST_BOX))))

    def _hear(self, raw: bytes) -> None:
        if raw[0] in (ACK, REFUSED):
            self.answered += 1
            self.acked += raw[0] == ACK
            self.told += raw[0] == REFUSED


def line(
    seeded: Seeded, side: Side, seen: tuple[int, bytes], sseq: int, box: int = 73 + 1024
) -> Entry:
    """One line as the relay takes it."""
    eh_hash = eh_hash_of(header_of(seeded).header)
    return Entry(
        3, seeded.conv, 0, eh_hash, side.ref, os.urandom(16), sseq, *seen,
        os.urandom(32), os.urandom(box),
    )  # fmt: skip


async def _flood(relay: Relay, seeded: Seeded, lines: int) -> tuple[Writer, int]:
    start = await begin(relay.port, seeded)
    writer = Writer(seeded, seeded.client, [relay.port], start, box=LARGEST_BOX, stay=300)
    task, most = asyncio.create_task(writer.write()), 0
    while len(writer.acked) < lines:
        most = max(most, relay.memory_kb())
        await asyncio.sleep(0.1)
    writer.is_going = False
    await task
    return writer, most


async def _stuck(relay: Relay, side: Side, conv: bytes) -> Odd:
    """A room that follows from the beginning and reads nothing more."""
    socket = await come_in(relay.port, side)
    socket.stop_reading()
    socket.send(encode(frames.Follow(conv, 0)))
    return socket


async def _drips(relay: Relay, stack: AsyncExitStack) -> None:
    _, writer = await asyncio.open_connection("127.0.0.1", relay.port)
    stack.callback(writer.transport.abort)

    async def drip() -> None:
        for at in range(len(IN_PIECES)):
            writer.write(IN_PIECES[at : at + 1])
            await asyncio.sleep(1)

    task = asyncio.create_task(drip())
    stack.callback(task.cancel)


async def _write_in_pieces(relay: Relay, seeded: Seeded, times: int) -> Writer:
    writer = Writer(seeded, seeded.client, [relay.port], await begin(relay.port, seeded))
    socket = await come_in(relay.port, seeded.client)
    answers: asyncio.Queue[bytes] = asyncio.Queue()
    socket.hear = answers.put_nowait
    for number in range(times):
        entry = line(seeded, seeded.client, writer.seen, number + 1)
        await socket.drip(encode(frames.Send(entry)), size=1 if number % 2 else 7)
        ack = decode(await asyncio.wait_for(answers.get(), 10))
        assert isinstance(ack, frames.Ack), ack
        writer.acked[entry.msg_id] = ack
        writer.seen = (ack.n, ack.h)
    socket.close()
    return writer


async def _until(is_so: Callable[[], bool], within: float) -> None:
    until = time.monotonic() + within
    while not is_so():
        assert time.monotonic() < until, "it never came true"
        await asyncio.sleep(0.05)


def _stored() -> int:
    from alongside.conversations.models import Entry

    return Entry.objects.filter(kind=3).count()
