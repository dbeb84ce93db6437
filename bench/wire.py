"""The measurements of a server, each with a fresh one."""

import asyncio
import gc
import time
from collections.abc import Callable, Coroutine, Sequence
from typing import Any

import uvloop

from alongside.simulating.websocket import Socket

from .loop import Count, Loop, now
from .pair import make_pair, opened
from .process import Process
from .seed import Seeded, Side

Result = dict[str, Any]
WARM_UP, LET_LAND = 1.0, 5.0
COME_AT_ONCE = 20


async def talk(
    server: Process, loops: Sequence[Loop], count: Count, *, seconds: float
) -> Result:
    """All loops at once, each at the count's pace, or as fast as it goes."""
    gc.collect()
    gc.freeze()
    for number, loop in enumerate(loops):
        loop.begin(number / len(loops) / count.pace if count.pace else 0)
    await asyncio.sleep(min(WARM_UP, seconds / 2))
    count.reset()
    cpu, own, began = server.cpu_seconds(), time.process_time(), now()
    await asyncio.sleep(seconds)
    wall = now() - began
    cpu, own = server.cpu_seconds() - cpu, time.process_time() - own
    result = {
        "pairs": len(loops),
        "pace": count.pace,
        "messages_a_second": round(count.done / wall),
        "delivered_ms": quantiles(count.deliveries),
        "acknowledged_ms": quantiles(count.acks),
        "server_cpu_s_per_1000": round(cpu / max(count.done, 1) * 1000, 4),
        "server_cpu": round(cpu / wall, 2),
        "client_cpu": round(own / wall, 2),
    }
    count.is_going = False
    stuck = await _land(loops)
    return {**result, "strange": count.strange, "stuck": stuck}


async def our_talk(
    server: Process,
    pairs: Sequence[Seeded],
    *,
    seconds: float,
    pace: float = 0.0,
    receivers: int = 1,
) -> Result:
    """The same with our own frames."""
    count = Count(pace=pace)
    loops = [await make_pair(server.port, each, count, receivers=receivers) for each in pairs]
    return await talk(server, loops, count, seconds=seconds)


async def idle(server: Process, pairs: Sequence[Seeded]) -> Result:
    """Connections that say nothing."""
    await asyncio.sleep(1)
    before, began = server.memory_kb(), now()
    sides = [side for pair in pairs for side in (pair.client, pair.specialist)]
    sockets = await _all_opened(server.port, sides)
    took = now() - began
    await asyncio.sleep(1)
    grown = server.memory_kb() - before
    for socket in sockets:
        socket.close()
    return {
        "connections": len(sockets),
        "connects_a_second": round(len(sockets) / took),
        "kb_per_idle_connection": round(grown / len(sockets), 1),
    }


def run(measuring: Coroutine[Any, Any, Result]) -> Result:
    """Run a measurement in the fastest loop, so that the client is never the limit."""
    return uvloop.run(measuring)


async def _all_opened(port: int, sides: Sequence[Side]) -> list[Socket]:
    """Open them twenty at a time, as rooms come back after a cut."""
    door = asyncio.Semaphore(COME_AT_ONCE)

    async def come(side: Side) -> Socket:
        async with door:
            return await opened(port, side)

    return await asyncio.gather(*[come(side) for side in sides])


def quantiles(seconds: Sequence[float]) -> dict[str, float]:
    """p50, p95, p99 and the worst, in milliseconds."""
    ordered = sorted(seconds)
    picks: dict[str, Callable[[int], int]] = {
        "p50": lambda n: n // 2,
        "p95": lambda n: n * 95 // 100,
        "p99": lambda n: n * 99 // 100,
        "worst": lambda n: n - 1,
    }
    if not ordered:
        return {}
    return {name: round(ordered[pick(len(ordered))] * 1000, 2) for name, pick in picks.items()}


async def _land(loops: Sequence[Loop]) -> int:
    until = now() + LET_LAND
    while now() < until and any(loop.pending for loop in loops):
        await asyncio.sleep(0.05)
    return sum(loop.pending > 0 for loop in loops)
