"""The measurements of the live wire, each with a fresh server and a fresh database."""

import asyncio
import gc
import time
from collections.abc import Callable, Sequence
from typing import Any

from .pair import Count, make_pair, now, opened
from .process import Server
from .seed import Seeded

Result = dict[str, Any]
WARM_UP, LET_LAND = 1.0, 5.0


async def talk(
    server: Server, pairs: Sequence[Seeded], *, seconds: float, pace: float
) -> Result:
    """All pairs at once; `pace` entries a second each, or 0: as fast as it goes."""
    count = Count(pace=pace)
    made = [await make_pair(server.port, each, count) for each in pairs]
    gc.collect()
    gc.freeze()
    for number, (pair, seen) in enumerate(made):
        pair.begin(seen, number / len(made) / pace if pace else 0)
    await asyncio.sleep(WARM_UP)
    count.reset()
    cpu, own, began = server.cpu_seconds(), time.process_time(), now()
    await asyncio.sleep(seconds)
    wall = now() - began
    cpu, own = server.cpu_seconds() - cpu, time.process_time() - own
    result = {
        "pairs": len(made),
        "entries_a_second": round(count.done / wall),
        "delivered_ms": quantiles(count.deliveries),
        "acknowledged_ms": quantiles(count.acks),
        "server_cpu_s_per_1000": round(cpu / max(count.done, 1) * 1000, 4),
        "server_cpu": round(cpu / wall, 2),
        "client_cpu": round(own / wall, 2),
    }
    count.is_going = False
    stuck = await _land([pair for pair, _ in made])
    return {**result, "strange": count.strange, "stuck": stuck}


async def _land(pairs: Sequence[Any]) -> int:
    until = now() + LET_LAND
    while now() < until and any(pair.pending for pair in pairs):
        await asyncio.sleep(0.05)
    return sum(pair.pending > 0 for pair in pairs)


async def idle(server: Server, pairs: Sequence[Seeded]) -> Result:
    """Connections that say nothing."""
    await asyncio.sleep(1)
    before, began = server.memory_kb(), now()
    sides = [side for pair in pairs for side in (pair.client, pair.specialist)]
    sockets = [await opened(server.port, side) for side in sides]
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


def quantiles(seconds: list[float]) -> dict[str, float]:
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
