"""Measures how fast a programme of numbers grows: `python -m bench.ripple [--times 3]`.

A process of its own for each, as somebody at a desk would start it; the middle of the times.
The last line is one JSON object with the key `ripple`. It exits red where the aim is missed.
"""

import argparse
import json
import subprocess
import sys
from statistics import median

SIZES = (100, 10_000, 1_000_000)
MONTHS = 60
# Seconds of one core for the largest programme: short enough to try what one assumes.
AIM = 5.0


def main() -> None:
    """Grow each size some times, and say how the aim stands."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=3)
    times = parser.parse_args().times
    found = {str(size): median(seconds(size) for _ in range(times)) for size in SIZES}
    print(f"{'people, for 60 months':>24} {'seconds of one core':>20}")
    for size, taken in found.items():
        print(f"{int(size):>24,} {taken:>20.2f}")
    is_kept = found[str(SIZES[-1])] <= AIM
    print(f"aim for {SIZES[-1]:,}: {AIM:.0f} s, {'kept' if is_kept else 'MISSED'}")
    print(json.dumps({"ripple": {"months": MONTHS, "seconds": found, "kept": is_kept}}))
    sys.exit(0 if is_kept else 1)


def seconds(people: int) -> float:
    """How long a core was busy with it, without the start of the process."""
    said = subprocess.run(
        [
            *(sys.executable, "-m", "alongside", "simulate-ripple", "--json"),
            *("--people", str(people), "--months", str(MONTHS)),
        ],
        check=True,
        capture_output=True,
        text=True,
        timeout=600,
    )
    return float(json.loads(said.stdout)["processor_seconds"])


if __name__ == "__main__":
    main()
