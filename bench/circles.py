"""Ten circles of fifty, live: in each one writes, and all others hear it on their own line.

python -m bench.circles [--circles 10] [--members 50] [--pace 1] [--database sqlite|postgresql]

At a pace (lines a second in each circle) it says how soon everybody has a line; with --pace 0
it goes as fast as it can, the next line once all have the last.
"""

import argparse
import json
import os
from collections.abc import Sequence

from .circle import SeededCircle, make_circle, seed_circles
from .loop import Count
from .process import Process, Server
from .stores import KINDS, store
from .wire import Result, run, talk


def main() -> None:
    """Measure the relay."""
    asked = arguments()
    with store(asked.database) as fresh, Server("relay", fresh.address) as server:
        seeded = seed_circles(asked.circles, members=asked.members)
        found = run(measured(server, seeded, seconds=asked.seconds, pace=asked.pace))
    heard = found["messages_a_second"] * (asked.members - 1)
    load = round(os.getloadavg()[0], 1)
    told = {**vars(asked), **found, "deliveries_a_second": heard, "load": load}
    print(json.dumps({"circles": told}))


async def measured(
    server: Process, circles: Sequence[SeededCircle], *, seconds: float, pace: float
) -> Result:
    """All circles at once."""
    count = Count(pace=pace)
    loops = [await make_circle(server.port, each, count) for each in circles]
    return await talk(server, loops, count, seconds=seconds)


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--circles", type=int, default=10)
    parser.add_argument("--members", type=int, default=50)
    parser.add_argument("--pace", type=float, default=1.0)
    parser.add_argument("--database", choices=KINDS, default="sqlite")
    parser.add_argument("--seconds", type=float, default=8)
    return parser.parse_args()


if __name__ == "__main__":
    main()
