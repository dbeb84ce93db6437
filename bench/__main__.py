"""Measures the live wire and an echo on the same server; writes bench/results/<moment>.json.

python -m bench [--seconds 8] [--database sqlite|postgresql]
"""

import argparse
import asyncio
import json
import platform
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from .process import Server, move_to_client_core
from .seed import seed, use
from .wire import Result, idle, talk

RESULTS = Path(__file__).parent / "results"
CROWDS = (50, 200)
QUIET_PAIRS, QUIET_PACE = 200, 1.0
IDLE_PAIRS = 500


def main() -> None:
    """Run every measurement and print each as it comes."""
    asked = arguments()
    with database(asked.database) as address:
        results = [] if asked.only == "echo" else measured("relay", address, asked.seconds)
        results += [] if asked.only == "relay" else measured("echo", address, asked.seconds)
    write(asked.database, results)


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=8)
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--only", choices=["relay", "echo"])
    return parser.parse_args()


@contextmanager
def database(kind: str) -> Iterator[str]:
    """A fresh database with the house's tables, and its address for the relay."""
    with tempfile.TemporaryDirectory(prefix="alongside-bench-") as folder:
        data = Path(folder)
        if kind == "sqlite":
            use(data, "")
            move_to_client_core()
            yield str(data / "alongside.sqlite3")
        else:
            from tests.postgresql import start

            address = start()
            use(data, address)
            move_to_client_core()
            yield address


def measured(what: str, address: str, seconds: float) -> list[Result]:
    """All measurements of one server."""
    runs = [(pairs, 0.0) for pairs in CROWDS] + [(QUIET_PAIRS, QUIET_PACE)]
    results = []
    for pairs, pace in runs:
        with Server(what, address) as server:
            run = talk(server, seed(pairs), seconds=seconds, pace=pace)
            results.append(shown({"server": what, "pace": pace, **asyncio.run(run)}))
    with Server(what, address) as server:
        results.append(shown({"server": what, **asyncio.run(idle(server, seed(IDLE_PAIRS)))}))
    return results


def shown(result: Result) -> Result:
    """Print a result as it comes."""
    print(json.dumps(result), flush=True)
    return result


def write(kind: str, results: list[Result]) -> None:
    """Keep the results beside the machine they came from."""
    moment = datetime.now(UTC)
    RESULTS.mkdir(exist_ok=True)
    machine = {"python": platform.python_version(), "machine": platform.machine()}
    kept = {"moment": moment.isoformat(), "database": kind, **machine, "results": results}
    path = RESULTS / f"{moment:%Y%m%dT%H%M%S}-{kind}.json"
    path.write_text(json.dumps(kept, indent=1) + "\n")
    print(f"kept in bench/results/{path.name}")


if __name__ == "__main__":
    main()
