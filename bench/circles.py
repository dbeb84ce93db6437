"""Ten circles of fifty, live: in each one writes, and all others hear it on their own line.

python -m bench.circles [--circles 10] [--members 50] [--pace 1] [--database sqlite|postgresql]

At a pace (lines a second in each circle) it says how soon everybody has a line; with --pace 0
it goes as fast as it can, the next line once all have the last. It exits red where lines were
lost or wrong, and at a pace where the aim is missed.
"""

import argparse
import json
import os
import sys
from collections.abc import Sequence

from .aims import CIRCLES
from .circle import SeededCircle, make_circle, seed_circles
from .loop import Count
from .process import Process, Server
from .stores import KINDS, store
from .wire import Result, run, talk


def main() -> None:
    """Measure the relay."""
    asked = arguments()
    with store(asked.database) as fresh:
        seeded = seed_circles(asked.circles, members=asked.members)
        with Server("relay", fresh.address, also=fresh.processes) as server:
            found = run(measured(server, seeded, seconds=asked.seconds, pace=asked.pace))
    heard = found["messages_a_second"] * (asked.members - 1)
    load = round(os.getloadavg()[0], 1)
    aim, is_well = judged(found)
    print(f"{CIRCLES.name}, aim {CIRCLES.wanted}: {aim}")
    told = {**vars(asked), **found, "deliveries_a_second": heard, "load": load, "aim": aim}
    print(json.dumps({"circles": told}))
    sys.exit(0 if is_well else 1)


def judged(found: Result) -> tuple[str, bool]:
    """Say what becomes of the aim, and whether all is well: nothing lost, nothing too late."""
    aim, _ = CIRCLES.verdict(found["delivered_ms"] if found["pace"] else {})
    is_whole = found["messages_a_second"] > 0 and not found["strange"] and not found["stuck"]
    return aim, is_whole and aim != "missed"


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
