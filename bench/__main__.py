"""Measures the live wire beside its own echo and beside other servers; details go to a file.

python -m bench [--rounds 3] [--seconds 5] [--database sqlite|postgresql] [--only relay,echo]

The last line is one JSON object with the key `wire`: the medians of the rounds.
"""

import argparse
import json
import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from .aims import table
from .figures import figures
from .peers import PEERS
from .round import CROWDS, SERVERS, Round
from .stores import KINDS, store
from .wire import Result

RESULTS = Path(__file__).parent / "results"


def main() -> None:
    """Run every round, then say how the aims stand."""
    asked = arguments()
    results = measured(asked)
    found = figures(results)
    path = write(asked, results, found)
    print(f"\n{'one core, medians of ' + str(asked.rounds):44} {'figure':>14}   {'aim':>12}")
    print("\n".join(table(found)), flush=True)
    print(json.dumps({"wire": {**found, "database": asked.database, "details": path}}))


def arguments(words: Sequence[str] | None = None) -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--database", choices=KINDS, default="sqlite")
    parser.add_argument("--only", type=some_of, default=frozenset(SERVERS))
    parser.add_argument("--crowds", type=numbers, default=CROWDS, help="pairs, such as 50,200")
    parser.add_argument("--idle", type=int, default=500, help="pairs that say nothing")
    return parser.parse_args(words)


def some_of(words: str) -> frozenset[str]:
    """Names of servers."""
    names = frozenset(words.split(","))
    if unknown := names - set(SERVERS):
        raise argparse.ArgumentTypeError(f"there is no {', '.join(sorted(unknown))}")
    return names


def numbers(words: str) -> tuple[int, ...]:
    """Numbers with commas between."""
    return tuple(int(word) for word in words.split(","))


def measured(asked: argparse.Namespace) -> list[Result]:
    """Every result of every round, each printed as it comes."""
    for peer in PEERS:
        if peer.NAME in asked.only and (reason := peer.why_not()):
            print(f"{peer.NAME} is left out: {reason}")
    results = []
    with store(asked.database) as fresh:
        for number in range(asked.rounds):
            one = Round(fresh, asked.seconds, asked.only, asked.crowds, asked.idle)
            for result in one.measured():
                load = round(os.getloadavg()[0], 1)
                results.append({"round": number + 1, "load": load, **result})
                print(json.dumps(results[-1]), flush=True)
    return results


def write(asked: argparse.Namespace, results: list[Result], found: dict[str, float]) -> str:
    """Keep the results beside the machine they came from; gives where."""
    moment = datetime.now(UTC)
    RESULTS.mkdir(exist_ok=True)
    kept: dict[str, Any] = {
        "moment": moment.isoformat(),
        "database": asked.database,
        "seconds": asked.seconds,
        "python": platform.python_version(),
        "machine": platform.machine(),
        "cores": os.cpu_count(),
        "wire": found,
        "results": results,
    }
    path = RESULTS / f"{moment:%Y%m%dT%H%M%S}-{asked.database}.json"
    path.write_text(json.dumps(kept, indent=1) + "\n")
    return f"bench/results/{path.name}"


if __name__ == "__main__":
    main()
