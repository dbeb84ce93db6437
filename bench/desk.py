"""Measures the desk of a large programme: questions and server time of each page, and the ways
the database takes.

python -m bench.desk [--relationships 20000] [--wishes 20000] [--database sqlite|postgresql]

The last line is one JSON object with the key `desk`; it ends with 1 if an aim is missed.
"""

import argparse
import json
import os
import sys
import time
import tracemalloc
from collections.abc import Iterator
from statistics import median
from typing import Any

from .stores import KINDS, store
from .wire import Result

QUESTIONS, MS = 10, 200
ROUNDS = 7
FILES = {
    "together": "/desk/relationships/as-file?is=together",
    "specialists": "/desk/specialists/as-file",
    "load": "/desk/load/as-file",
    "matches": "/desk/matches/as-file",
}
# Where the desk asks who has waited too long it reads where each talk stands, and PostgreSQL
# may find whose talk it is the same way: an index there would be one more thing to write with
# every line (docs/scale.md). Whether it stands behind
# anybody it looks up only to the first. Fairness is a report about everyone.
MAY_BE_READ = {
    "home": {
        *("conversations_head", "conversations_conversation", "relationships_relationship"),
        *("people_account", "keys_endorsement"),
    },
    "fairness": {"matching_wish", "matching_proposal"},
    # Who can support is chosen from all the programme stands behind: as few as there are seats.
    **{name: {"keys_endorsement"} for name in ("load", "load_far", "load_of_nobody")},
}
# Tables of one row, or of a few; agreements, repairs and owed notes are empty here, and each
# is found by an index once it is not.
SMALL = frozenset(
    {
        *("people_alsospecialist", "programme_programme", "notices_reach", "notices_outbox"),
        *("matching_took", "people_deskuser", "django_session"),
        *("relationships_agreement", "consent_emergency", "repairs_repair", "notices_owed"),
    }
)


def main() -> None:
    """Make the programme, ask for every page, say how it went."""
    asked = arguments()
    with store(asked.database):
        # Rooms can be loaded only once there is a house.
        from .crowd import crowd, know_sizes
        from .seed import sitting

        sitting()
        made = crowd(asked.relationships, wishes=asked.wishes)
        know_sizes()
        # As after the door: what is done within five minutes of that writes no sitting anew.
        cookie = sitting()
        found = {name: looked(name, url, cookie) for name, url in pages(made).items()}
        files = {name: filed(url, cookie) for name, url in FILES.items()}
    told = {
        "database": asked.database,
        "relationships": asked.relationships,
        "wishes": asked.wishes,
        "load": round(os.getloadavg()[0], 1),
        "pages": found,
        "files": files,
        "holds": all(one["holds"] for one in found.values()),
    }
    print(json.dumps({"desk": told}))
    sys.exit(not told["holds"])


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--relationships", type=int, default=20_000)
    parser.add_argument("--wishes", type=int, default=20_000)
    parser.add_argument("--database", choices=KINDS, default="sqlite")
    return parser.parse_args()


def pages(made: Any) -> dict[str, str]:
    """Every list of the desk with its filters, at the start and far in."""
    middle = made.relationships[len(made.relationships) // 2]
    far = f"after={middle.asked_on}.{middle.pk}"
    seat = made.specialists[len(made.specialists) // 2].pk
    lists = {name: f"/desk/relationships?is={name}" for name in _standings()}
    return {
        "home": "/desk/",
        **lists,
        "together_far": f"{lists['together']}&{far}",
        "nothing_far": f"{lists['nothing']}&days=180&{far}",
        "with_one": f"{lists['together']}&with={seat}",
        "specialists": "/desk/specialists",
        "specialists_far": f"/desk/specialists?only=room&after={seat}",
        "specialists_full": "/desk/specialists?only=full",
        "load": "/desk/load",
        "load_far": f"/desk/load?after={seat}",
        "load_of_nobody": "/desk/load?by=none",
        "how_long": "/desk/how-long",
        "matches": "/desk/matches",
        "matches_waits": "/desk/matches?step=waits",
        "matches_drafted": "/desk/matches?step=drafted",
        "matches_rare": "/desk/matches?lang=pl",
        "fairness": "/desk/matches/fairness",
    }


def _standings() -> Iterator[str]:
    from alongside.relationships.desk import STANDINGS

    yield from STANDINGS


def looked(name: str, url: str, cookie: str) -> Result:
    """Ask for one page a few times."""
    from django.test import Client

    from .plans import questions_of, statements_of

    client = Client(headers={"Cookie": cookie, "Host": "127.0.0.1"})

    told: list[tuple[float, float]] = []

    def ask() -> None:
        answer = client.get(url)
        if answer.status_code != 200:
            raise SystemExit(f"{url} answers {answer.status_code}")

    # The first look of a day also writes down whoever stands on the page.
    first = statements_of(lambda: told.append(_took(ask)))
    asked, again = questions_of(ask), statements_of(ask)
    took = [_took(ask) for _ in range(ROUNDS)]
    # The quickest tells what the page takes; the others also tell what else the machine did.
    wall, cpu = min(took)[0] * 1000, median(cpu for _, cpu in took) * 1000
    read = set[str]().union(*(one.read_whole for one in asked))
    whole = sorted(read - SMALL - MAY_BE_READ.get(name, set()))
    return {
        "statements": again,
        "ms": round(wall, 1),
        "cpu_ms": round(cpu, 1),
        "first_statements": first,
        "first_ms": round(told[0][0] * 1000, 1),
        "read_whole": whole,
        "holds": max(first, again) <= QUESTIONS and wall < MS and not whole,
    }


def filed(url: str, cookie: str) -> Result:
    """Read a whole list as a file, twice: the first time everyone in it is told."""
    from django.test import Client

    client = Client(headers={"Cookie": cookie, "Host": "127.0.0.1"})
    first, rows = _read(client, url)
    tracemalloc.start()
    _read(client, url)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    again, _ = _read(client, url)
    times = {"first_s": round(first, 2), "again_s": round(again, 2)}
    return {"rows": rows, **times, "peak_mb": round(peak / 2**20, 1)}


def _read(client: Any, url: str) -> tuple[float, int]:
    began = time.perf_counter()
    lines = sum(piece.count(b"\r\n") for piece in client.get(url))
    return time.perf_counter() - began, lines - 1


def _took(ask: Any) -> tuple[float, float]:
    """Seconds on the wall, and of this process."""
    began, spent = time.perf_counter(), time.process_time()
    ask()
    return time.perf_counter() - began, time.process_time() - spent


if __name__ == "__main__":
    main()
