"""Where LISTEN/NOTIFY ends: commits a second with a notice each, by 1, 2 and 4 relays.

python -m bench.notify [--seconds 4] [--database ADDRESS]

Each relay is a process that commits a row and a notice as the ledger does (one notice a commit)
and listens to all the others, as bus.py does. PostgreSQL lets one commit with a notice through
at a time, so that the queue is in order; what several relays reach together is the end of it.
Without an address a PostgreSQL of its own is started. One JSON object comes out.
"""

import argparse
import json
import os
import time
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier
from threading import Event, Thread
from typing import Any

import psycopg

RELAYS = (1, 2, 4)
CHANNEL = "alongside_wire"
# A notice of a commit in which eight conversations have grown.
REFS = ",".join(["0" * 32] * 8)
TABLE = "CREATE TABLE IF NOT EXISTS bench_notify (relay bigint, n bigint, box bytea)"
BOX = bytes(1300)


def relay(address: str, mine: int, say: bool, seconds: float, begin: Barrier, out: Any) -> None:
    """Commit until the time is over, and hear what the others say."""
    late: list[float] = []
    over, listening = Event(), Event()
    ear = Thread(target=_hear, args=(address, over, listening, late), daemon=True)
    ear.start()
    listening.wait(10)
    commits = 0
    with psycopg.connect(address, autocommit=True) as db:
        begin.wait()
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            with db.transaction():
                db.execute("INSERT INTO bench_notify VALUES (%s, %s, %s)", (mine, commits, BOX))
                if say:
                    said = f"line:{time.monotonic()}:{REFS}"
                    db.execute("SELECT pg_notify(%s, %s)", (CHANNEL, said))
            commits += 1
    time.sleep(0.5)
    over.set()
    ear.join(5)
    out.put((commits, late))


def _hear(address: str, over: Event, listening: Event, late: list[float]) -> None:
    with psycopg.connect(address, autocommit=True) as db:
        db.execute(f"LISTEN {CHANNEL}".encode())
        listening.set()
        while not over.is_set():
            for notice in db.notifies(timeout=0.2):
                late.append(time.monotonic() - float(notice.payload.split(":")[1]))


def measured(address: str, relays: int, *, say: bool, seconds: float) -> dict[str, float]:
    """One round."""
    context = get_context("spawn")
    begin, out = context.Barrier(relays), context.Queue()
    processes = [
        context.Process(target=relay, args=(address, mine, say, seconds, begin, out))
        for mine in range(relays)
    ]
    for process in processes:
        process.start()
    found = [out.get() for _ in processes]
    for process in processes:
        process.join()
    commits = sum(count for count, _ in found)
    late = sorted(each for _, some in found for each in some)
    figures = {"commits_s": round(commits / seconds)}
    if say:
        figures |= {
            "heard_of_said": round(len(late) / (commits * relays), 3),
            "late_p50_ms": round(late[len(late) // 2] * 1000, 1),
            "late_p99_ms": round(late[len(late) * 99 // 100] * 1000, 1),
        }
    return figures


def main() -> None:
    """Measure, and say it in one line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=4.0)
    parser.add_argument("--database")
    words = parser.parse_args()
    address = words.database or _own()
    with psycopg.connect(address, autocommit=True) as db:
        db.execute(TABLE)
    told: dict[str, Any] = {"load": os.getloadavg()[0]}
    for relays in RELAYS:
        told[str(relays)] = {
            "with_notice": measured(address, relays, say=True, seconds=words.seconds),
            "without": measured(address, relays, say=False, seconds=words.seconds),
        }
    with psycopg.connect(address, autocommit=True) as db:
        db.execute("DROP TABLE bench_notify")
    print(json.dumps(told))


def _own() -> str:
    from tests.postgresql import start

    return start()


if __name__ == "__main__":
    main()
