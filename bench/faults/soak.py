"""Half of what the relay can do, for half an hour: memory and latency have to stay flat.

python -m bench.faults.soak [--minutes 30] [--database sqlite|postgresql] [--pairs 50]

Draws bench/results/soak-<database>.svg, with the table beside it in soak-<database>.md.
"""

import argparse
import asyncio
import gc
import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

import uvloop

from bench.loop import Count, now
from bench.pair import make_pair
from bench.process import Server, move_to_client_core
from bench.seed import Seeded, seed
from bench.wire import our_talk, quantiles, run

from .ground import ground
from .picture import Curve, Panel, svg

RESULTS = Path(__file__).parents[1] / "results"
EVERY = 5.0
SHARE = 0.5
# Of the first third; a machine that others use too is never quite even.
MORE_MEMORY, MORE_LATENCY = 1.10, 1.5


@dataclass(frozen=True)
class Sample:
    """Five seconds of it."""

    minute: float
    entries_a_second: float
    memory_mb: float
    p50_ms: float
    p99_ms: float
    cpu: float
    load: float


def main() -> None:
    """Measure what it can do, then soak; ends with 1 if something has grown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--pairs", type=int, default=50)
    asked = parser.parse_args()
    with ground(asked.database) as made:
        move_to_client_core()
        with Server("relay", made.address) as server:
            flat_out = run(our_talk(server, seed(asked.pairs), seconds=10))
            capacity = flat_out["messages_a_second"]
        with Server("relay", made.address) as server:
            samples = run_long(server, seed(asked.pairs), capacity * SHARE, asked.minutes)
    figures = verdict(samples, capacity)
    draw(asked.database, samples, figures)
    print(json.dumps({"soak": asked.database, **figures}))
    raise SystemExit(not figures["is_flat"])


def run_long(
    server: Server, pairs: Sequence[Seeded], entries_a_second: float, minutes: float
) -> list[Sample]:
    """In the fastest loop, so that the client is never the limit."""
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(soak(server, pairs, entries_a_second, minutes))


async def soak(
    server: Server, pairs: Sequence[Seeded], entries_a_second: float, minutes: float
) -> list[Sample]:
    """All pairs at an even pace; a sample every five seconds."""
    pace = entries_a_second / len(pairs)
    count = Count(pace=pace)
    made = [await make_pair(server.port, each, count) for each in pairs]
    gc.collect()
    gc.freeze()
    for number, pair in enumerate(made):
        pair.begin(number / len(made) / pace)
    await asyncio.sleep(EVERY)
    began, samples = now(), []
    while now() - began < minutes * 60:
        samples.append(await _sample(server, count, began))
    count.is_going = False
    return samples


async def _sample(server: Server, count: Count, began: float) -> Sample:
    count.reset()
    cpu, start = server.cpu_seconds(), now()
    await asyncio.sleep(EVERY)
    took, spread = now() - start, quantiles(count.deliveries)
    return Sample(
        minute=round((now() - began) / 60, 2),
        entries_a_second=round(count.done / took),
        memory_mb=round(server.memory_kb() / 1024, 1),
        p50_ms=spread["p50"],
        p99_ms=spread["p99"],
        cpu=round((server.cpu_seconds() - cpu) / took, 2),
        load=round(os.getloadavg()[0], 1),
    )


def verdict(samples: Sequence[Sample], capacity: float) -> dict[str, float | bool]:
    """The first third against the last, by their medians."""
    third = max(len(samples) // 3, 1)
    first, last = samples[:third], samples[-third:]

    def both(name: str) -> tuple[float, float]:
        return tuple(median(asdict(each)[name] for each in part) for part in (first, last))

    (memory, memory_last), (p50, p50_last) = both("memory_mb"), both("p50_ms")
    p99, p99_last = both("p99_ms")
    return {
        "minutes": samples[-1].minute,
        "capacity": capacity,
        "entries_a_second": median(each.entries_a_second for each in samples),
        "memory_mb_first": memory,
        "memory_mb_last": memory_last,
        "p50_ms_first": p50,
        "p50_ms_last": p50_last,
        "p99_ms_first": p99,
        "p99_ms_last": p99_last,
        "load": median(each.load for each in samples),
        "is_flat": memory_last < memory * MORE_MEMORY and p50_last < p50 * MORE_LATENCY,
    }


def draw(kind: str, samples: Sequence[Sample], figures: dict[str, float | bool]) -> None:
    """The picture, and the table beside it."""
    RESULTS.mkdir(exist_ok=True)

    def curve(label: str, name: str) -> Curve:
        return Curve(label, [(each.minute, asdict(each)[name]) for each in samples])

    panels = [
        Panel("memory of the relay, MB", [curve("memory", "memory_mb")]),
        Panel("delivered, ms", [curve("p50", "p50_ms"), curve("p99", "p99_ms")]),
        Panel("entries a second", [curve("entries", "entries_a_second")]),
    ]
    title = f"Half of its capacity for {figures['minutes']:g} minutes, {kind}"
    (RESULTS / f"soak-{kind}.svg").write_text(svg(title, panels))
    (RESULTS / f"soak-{kind}.md").write_text(_table(title, kind, samples, figures))


def _table(
    title: str, kind: str, samples: Sequence[Sample], figures: dict[str, float | bool]
) -> str:
    names = list(asdict(samples[0]))
    minutes = {int(each.minute): each for each in samples}
    rows = [map(str, asdict(each).values()) for each in minutes.values()]
    lines = [f"# {title}", "", f"![{title}](soak-{kind}.svg)", ""]
    lines += [f"| {' | '.join(names)} |", f"|{'---|' * len(names)}"]
    lines += [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([*lines, "", f"`{json.dumps(figures)}`", ""])


if __name__ == "__main__":
    main()
