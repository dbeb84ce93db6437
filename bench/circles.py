"""Ten circles' worth of fan-out: in 10 rooms one writes and 20 listen, as fast as it goes.

python -m bench.circles [--rooms 10] [--receivers 20] [--database sqlite|postgresql]

A conversation of ours has two members today, and no ledger rule lets in more. So the listeners
of a room are 20 open connections of one member: what the relay does for each, a frame of
its own on a socket of its own, is the same; what it reads of members for each commit is less.
An account may have 20 connections; that limit stands.
"""

import argparse
import json

from .process import Server
from .seed import seed
from .stores import KINDS, store
from .wire import our_talk, run


def main() -> None:
    """Measure the relay and the echo of the same server."""
    asked = arguments()
    with store(asked.database) as fresh:
        found = {}
        for what in ("relay", "echo"):
            with Server(what, fresh.address, also=fresh.processes) as server:
                result = run(
                    our_talk(
                        server,
                        seed(asked.rooms),
                        seconds=asked.seconds,
                        receivers=asked.receivers,
                    )
                )
            lines = result["messages_a_second"]
            found[what] = {**result, "deliveries_a_second": lines * asked.receivers}
    ratio = found["relay"]["messages_a_second"] / found["echo"]["messages_a_second"]
    print(json.dumps({"circles": {**vars(asked), "of_echo": round(ratio, 2), **found}}))


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rooms", type=int, default=10)
    parser.add_argument("--receivers", type=int, default=20)
    parser.add_argument("--database", choices=KINDS, default="sqlite")
    parser.add_argument("--seconds", type=float, default=8)
    return parser.parse_args()


if __name__ == "__main__":
    main()
