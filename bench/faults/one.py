"""Plays one scene in a process of its own, and says one JSON line.

python -m bench.faults.one SCENE --database sqlite|postgresql --times 3
"""

import argparse
import json
import os
import time

from .ground import ground
from .scenes import SCENES


def main() -> None:
    """Play the scene; whoever finds a line lost ends with an AssertionError."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scene", choices=SCENES)
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--times", type=int)
    asked = parser.parse_args()
    scene = SCENES[asked.scene]
    began = time.monotonic()
    with ground(asked.database, small=scene.disk) as made:
        figures = scene.play(made, asked.times or scene.times)
    took = round(time.monotonic() - began, 1)
    said = {"scene": asked.scene, "database": asked.database, **figures, "took_s": took}
    print(json.dumps({**said, "load": round(os.getloadavg()[0], 1)}), flush=True)


if __name__ == "__main__":
    main()
