"""Plays every scene in its long version; prints a JSON line for each, keeps bench/results.

python -m bench.faults [SCENE ...] [--database sqlite|postgresql] [--times 3] [--list]
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.process import PATHS

from .scenes import BOTH, SCENES

RESULTS = Path(__file__).parents[1] / "results"


def main() -> None:
    """Play what was asked for; ends with 1 if a scene found something lost."""
    asked = arguments()
    if asked.list:
        print("\n".join(f"{name}: {scene.times} times" for name, scene in SCENES.items()))
        return
    results = [shown(played(name, kind, asked.times)) for name, kind in chosen(asked)]
    write(results)
    sys.exit(not all(result["is_well"] for result in results))


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenes", nargs="*", metavar="SCENE", choices=[*SCENES, []])
    parser.add_argument("--database", choices=BOTH)
    parser.add_argument("--times", type=int, default=0)
    parser.add_argument("--list", action="store_true")
    return parser.parse_args()


def chosen(asked: argparse.Namespace) -> Iterator[tuple[str, str]]:
    """Scenes with the database each plays on."""
    for name in asked.scenes or SCENES:
        for kind in SCENES[name].databases:
            if asked.database in (None, kind):
                yield name, kind


def played(name: str, kind: str, times: int) -> dict[str, Any]:
    """One scene in a process of its own."""
    command = [sys.executable, "-m", "bench.faults.one", name, "--database", kind]
    done = subprocess.run(
        [*command, *(["--times", str(times)] if times else [])],
        env=os.environ | PATHS,
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode == 0:
        return {**json.loads(done.stdout.splitlines()[-1]), "is_well": True}
    return {"scene": name, "database": kind, "is_well": False}


def shown(result: dict[str, Any]) -> dict[str, Any]:
    """Print a result as it comes."""
    print(json.dumps(result), flush=True)
    return result


def write(results: list[dict[str, Any]]) -> None:
    """Keep the results."""
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{datetime.now(UTC):%Y%m%dT%H%M%S}-faults.json"
    path.write_text(json.dumps(results, indent=1) + "\n")
    print(f"kept in bench/results/{path.name}")


if __name__ == "__main__":
    main()
