"""The same short run on an empty store and on one with very many entries: the ratio counts.

python -m bench.growth [--entries 2000000] [--database sqlite|postgresql] [--seconds 5]

An echo that stores nothing is measured before and after, to tell the machine's own moods.
"""

import argparse
import json
import random
import time
from collections.abc import Callable, Sequence
from statistics import median
from typing import Any

from pse import frames

from .loop import Count
from .pair import UPTO, asked, make_pair, opened
from .process import Process, Server
from .seed import Seeded, seed
from .stores import KINDS, Store, store
from .wire import Result, run, talk

PAIRS, ROUNDS = 50, 3
OPENINGS, LAST, PAGE = 100, 50, 64
PAGED = 0x1B


def main() -> None:
    """Print both, and then the ratio, one JSON object a line."""
    asked_for = arguments()
    with store(asked_for.database) as fresh:
        # Rooms can be loaded only once there is a house.
        from .fill import fill, stored

        few = measured(fresh, seed(PAIRS), asked_for.seconds)
        shown("empty", few)
        began = time.perf_counter()
        made = fill(asked_for.entries)
        shown("filled", {"entries": stored(), "s": round(time.perf_counter() - began)})
        many = measured(fresh, random.Random(1).sample(made, PAIRS), asked_for.seconds)
        shown("full", many)
        ratios = {
            name: round(many[name] / few[name], 2) for name in few if name in many and few[name]
        }
        where = {"database": asked_for.database, "entries": stored()}
        print(json.dumps({"growth": {**where, **ratios}}), flush=True)


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=2_000_000)
    parser.add_argument("--database", choices=KINDS, default="sqlite")
    parser.add_argument("--seconds", type=float, default=5)
    return parser.parse_args()


def measured(fresh: Store, pairs: Sequence[Seeded], seconds: float) -> Result:
    """Writing, opening, leafing back and the desk's questions, each as one figure."""
    writing: list[Result] = []
    echo: list[Result] = []
    for _ in range(ROUNDS):
        for what, found in (("relay", writing), ("echo", echo)):
            with Server(what, fresh.address, also=fresh.processes) as server:
                found.append(run(_written(server, pairs, seconds)))
    figures: Result = {
        "messages_a_second": median(one["messages_a_second"] for one in writing),
        "cpu_s_per_1000": median(one["server_cpu_s_per_1000"] for one in writing),
        "p99_ms": median(one["delivered_ms"]["p99"] for one in writing),
        "echo": median(one["messages_a_second"] for one in echo),
    }
    with Server("relay", fresh.address, also=fresh.processes) as server:
        figures |= run(_read(server, pairs))
    return figures | desk(pairs)


async def _written(server: Process, pairs: Sequence[Seeded], seconds: float) -> Result:
    count = Count()
    loops = [await make_pair(server.port, each, count) for each in pairs]
    return await talk(server, loops, count, seconds=seconds)


async def _read(server: Process, pairs: Sequence[Seeded]) -> Result:
    """Opening at the newest fifty, and one page further back; in milliseconds."""
    openings, pages = [], []
    for number in range(OPENINGS):
        each = pairs[number % len(pairs)]
        began = time.perf_counter()
        socket = await opened(server.port, each.client)
        upto = await asked(socket, frames.Follow(each.conv, 2**40), UPTO)
        n = int.from_bytes(upto[25:33], "little")
        await asked(socket, frames.Page(each.conv, n, LAST), PAGED)
        openings.append(time.perf_counter() - began)
        began = time.perf_counter()
        await asked(socket, frames.Page(each.conv, max(2, n - PAGE), PAGE), PAGED)
        pages.append(time.perf_counter() - began)
        socket.close()
    return {"open_ms": ms(openings), "page_ms": ms(pages)}


def desk(pairs: Sequence[Seeded]) -> Result:
    """What the desk and a person's list ask of the tables; in milliseconds."""
    from alongside.conversations.desk import long_waits_at_desk, waiting_at_desk
    from alongside.conversations.queries import standings_of
    from alongside.people.models import Account

    today = int(time.time()) // 86_400
    person = Account.objects.get(pk=pairs[0].specialist.account)
    asks: dict[str, Callable[[], Any]] = {
        "desk_waits_ms": lambda: long_waits_at_desk(today, answer_within_hours=48),
        "desk_hellos_ms": lambda: waiting_at_desk(today),
        "list_ms": lambda: standings_of(person, before=None),
    }
    return {name: ms([took(ask) for _ in range(20)]) for name, ask in asks.items()}


def took(ask: Callable[[], Any]) -> float:
    """Seconds."""
    began = time.perf_counter()
    ask()
    return time.perf_counter() - began


def ms(seconds: Sequence[float]) -> float:
    """The median, in milliseconds."""
    return round(median(seconds) * 1000, 2)


def shown(what: str, figures: Result) -> None:
    """Print one part."""
    print(json.dumps({"part": "growth", "what": what, **figures}), flush=True)


if __name__ == "__main__":
    main()
