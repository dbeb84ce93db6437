"""Half of what the relay can do, for half an hour: memory and latency have to stay flat.

python -m bench.faults.soak [--minutes 30] [--database sqlite|postgresql] [--share 0.5]

Draws bench/results/soak-<database>.svg, with the table beside it in soak-<database>.md; each
sample is printed as it is taken. `flush_ms` is what the same disk takes for 4 kB of somebody
else meanwhile: what a line waits for it is not the relay's.
"""

import argparse
import asyncio
import gc
import json
import os
from collections.abc import Sequence
from contextlib import suppress
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
EVERY, FLUSH_EVERY = 5.0, 0.25
FLAT_OUT = 20.0
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
    flush_ms: float
    cpu: float
    stored_mb: int
    load: float


def main() -> None:
    """Measure what it can do, then soak; ends with 1 if something has grown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--pairs", type=int, default=50)
    parser.add_argument("--share", type=float, default=0.5)
    asked = parser.parse_args()
    with ground(asked.database) as made:
        data = made.folder / "data"
        move_to_client_core()
        with Server("relay", made.address) as server:
            flat_out = run(our_talk(server, seed(asked.pairs), seconds=FLAT_OUT))
            capacity = flat_out["messages_a_second"]
        with Server("relay", made.address) as server:
            rate = capacity * asked.share
            samples = run_long(server, seed(asked.pairs), rate, asked.minutes, data)
    figures = {"share": asked.share, **verdict(samples, capacity)}
    draw(asked.database, samples, figures)
    print(json.dumps({"soak": asked.database, **figures}))
    raise SystemExit(not figures["is_flat"])


def run_long(
    server: Server, pairs: Sequence[Seeded], entries_a_second: float, minutes: float, data: Path
) -> list[Sample]:
    """In the fastest loop, so that the client is never the limit."""
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(soak(server, pairs, entries_a_second, minutes, data))


async def soak(
    server: Server, pairs: Sequence[Seeded], entries_a_second: float, minutes: float, data: Path
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
        samples.append(await _sample(server, count, began, data))
        print(json.dumps(asdict(samples[-1])), flush=True)
    count.is_going = False
    return samples


async def _sample(server: Server, count: Count, began: float, data: Path) -> Sample:
    count.reset()
    cpu, start = server.cpu_seconds(), now()
    flushes = [await _flush(data) for _ in range(round(EVERY / FLUSH_EVERY))]
    took, spread = now() - start, quantiles(count.deliveries)
    return Sample(
        minute=round((now() - began) / 60, 2),
        entries_a_second=round(count.done / took),
        memory_mb=round(server.memory_kb() / 1024, 1),
        p50_ms=spread["p50"],
        p99_ms=spread["p99"],
        flush_ms=round(median(flushes) * 1000, 2),
        cpu=round((server.cpu_seconds() - cpu) / took, 2),
        stored_mb=_size(data) >> 20,
        load=round(os.getloadavg()[0], 1),
    )


async def _flush(folder: Path) -> float:
    """How long the disk takes just now, in seconds; then rests."""
    began = now()
    await asyncio.to_thread(_flush_now, folder)
    took = now() - began
    await asyncio.sleep(max(FLUSH_EVERY - took, 0))
    return took


def _flush_now(folder: Path) -> None:
    probe = os.open(folder / "flush", os.O_WRONLY | os.O_CREAT)
    try:
        os.pwrite(probe, bytes(4096), 0)
        os.fdatasync(probe)
    finally:
        os.close(probe)


def _size(folder: Path) -> int:
    """All of it; what the database removes meanwhile is not there."""
    total = 0
    for each in folder.rglob("*"):
        with suppress(FileNotFoundError):
            total += each.stat().st_size
    return total


def verdict(samples: Sequence[Sample], capacity: float) -> dict[str, float | bool]:
    """The first third against the last, by their medians."""
    third = max(len(samples) // 3, 1)
    first, last = samples[:third], samples[-third:]

    def both(name: str) -> tuple[float, float]:
        return tuple(median(asdict(each)[name] for each in part) for part in (first, last))

    (memory, memory_last), (p50, p50_last) = both("memory_mb"), both("p50_ms")
    flush, flush_last = both("flush_ms")
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
        "flush_ms_first": flush,
        "flush_ms_last": flush_last,
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
        Panel("a flush of the same disk, ms", [curve("flush", "flush_ms")]),
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
