"""Very many people who are connected and say nothing, and a few hundred among them who write.

python -m bench.idle [--connections 10000] [--database sqlite|postgresql]

Prints one JSON object: memory for each connection, connects a second, and how long lines take
among 200 pairs at 200 lines a second while all the others are connected.
"""

import argparse
import asyncio
import json
import time
from collections.abc import Sequence

from alongside.simulating.house import allow_many_sockets
from alongside.simulating.websocket import Socket

from .pair import opened
from .process import Process, Server
from .seed import Seeded, seed
from .stores import KINDS, store
from .wire import Result, our_talk, run

LIVE_PAIRS = 200
AT_ONCE = 16
# One address of loopback has about 28,000 ports; we stay well below.
FROM_ONE_ADDRESS = 20_000
SPARE_FILES = 2_000


def main() -> None:
    """Connect everybody, measure, and say so."""
    asked = arguments()
    files = allow_many_sockets(asked.connections + SPARE_FILES)
    if files < asked.connections + SPARE_FILES // 2:
        raise SystemExit(f"Not started: the system allows only {files} open files.")
    with store(asked.database) as fresh:
        crowd, live = seed(asked.connections // 2), seed(LIVE_PAIRS)
        with Server("relay", fresh.address, also=fresh.processes) as server:
            found = run(crowded(server, crowd, live, asked.seconds))
    print(json.dumps({"idle": {"database": asked.database, **found}}))


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--connections", type=int, default=10_000)
    parser.add_argument("--database", choices=KINDS, default="sqlite")
    parser.add_argument("--seconds", type=float, default=10)
    return parser.parse_args()


async def crowded(
    server: Process, crowd: Sequence[Seeded], live: Sequence[Seeded], seconds: float
) -> Result:
    """The crowd comes, and then some write."""
    before, began = server.memory_kb(), time.perf_counter()
    sockets = await everybody(server.port, crowd)
    took = time.perf_counter() - began
    await asyncio.sleep(1)
    grown = server.memory_kb() - before
    talking = await our_talk(server, live, seconds=seconds, pace=1.0)
    still = sum(not socket.is_gone for socket in sockets)
    return {
        "connections": len(sockets),
        "still_there": still,
        "connects_a_second": round(len(sockets) / took),
        "kb_per_connection": round(grown / len(sockets), 1),
        "server_mb": round(server.memory_kb() / 1024),
        **talking,
    }


async def everybody(port: int, crowd: Sequence[Seeded]) -> list[Socket]:
    """All sides, a few at a time, from as many addresses as their ports need."""
    gate = asyncio.Semaphore(AT_ONCE)
    sides = [side for pair in crowd for side in (pair.client, pair.specialist)]

    async def come(number: int) -> Socket:
        async with gate:
            source = f"127.0.0.{2 + number // FROM_ONE_ADDRESS}"
            return await opened(port, sides[number], source=source)

    return await asyncio.gather(*(come(number) for number in range(len(sides))))


if __name__ == "__main__":
    main()
