"""Five thousand rooms that come back at once, while two people talk."""

import asyncio
import time
from collections.abc import Sequence

from bench.seed import Side, seed
from bench.wire import quantiles
from pse import frames
from pse.wire import encode

from .checking import Figures
from .ground import Ground, Relay
from .odd import Odd, come_in
from .talk import Talk, talk_through

UPTO = 0x15


def reconnect(ground: Ground, times: int) -> Figures:
    """The relay is killed; `times` rooms open, sign in and follow as soon as it is back."""
    relay = ground.serve()
    rooms = [
        (each.conv, side)
        for each in seed(times // 2)
        for side in (each.client, each.specialist)
    ]
    took: list[float] = []
    figures: Figures = {}

    async def fault(talk: Talk) -> None:
        sockets = await _all_back(relay, rooms, took)
        figures["connected_s"] = round(max(took), 1)
        took.clear()
        relay.kill()
        for socket in sockets:
            socket.close()
        await asyncio.to_thread(relay.start)
        sockets = await _all_back(relay, rooms, took)
        figures["talk_goes_on_after_s"] = round(await talk.goes_on(more=20), 2)
        figures["kb_a_room"] = round(relay.memory_kb() / len(rooms), 1)
        for socket in sockets:
            socket.close()

    result = talk_through(fault, [relay.port], pairs=1, rest=0.01)
    back = {"rooms": len(rooms), "back_ms": quantiles(took), **figures}
    return {**back, "rooms_a_second": round(len(rooms) / max(took)), **result}


async def _all_back(
    relay: Relay, rooms: Sequence[tuple[bytes, Side]], took: list[float]
) -> list[Odd]:
    began = time.monotonic()

    async def back(conv: bytes, side: Side) -> Odd:
        while True:
            try:
                async with asyncio.timeout(30):
                    socket = await _following(relay.port, conv, side)
            except (OSError, TimeoutError):
                await asyncio.sleep(0.2)
            else:
                took.append(time.monotonic() - began)
                return socket

    return await asyncio.gather(*(back(conv, side) for conv, side in rooms))


async def _following(port: int, conv: bytes, side: Side) -> Odd:
    socket = await come_in(port, side)
    there = asyncio.get_running_loop().create_future()

    def hear(raw: bytes) -> None:
        if raw[0] == UPTO and not there.done():
            there.set_result(None)

    socket.hear = hear
    socket.send(encode(frames.Follow(conv, 0)))
    await there
    return socket
