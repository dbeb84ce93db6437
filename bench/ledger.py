"""What storing costs by itself: the ledger alone, no sockets, in commits of several sizes.

python -m bench.ledger [--database sqlite|postgresql] [--commits 60]

Prints one JSON object a size: processor time of the writer for each entry in microseconds (what
the disk makes it wait is not in it), how much of that the signed receipts are, and how long a
commit takes by the clock, in milliseconds.
"""

import argparse
import json
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from statistics import median
from typing import Any

from alongside_relay.app import connect
from alongside_relay.driver import Driver
from alongside_relay.ledger import Ledger
from alongside_relay.submission import Kept, Submission
from pse import frames
from pse.entry import Entry
from pse.epoch import eh_hash_of

from .pair import SMALLEST_BOX, header_of
from .seed import HOME, Seeded, seed
from .serve import LOG_SEED
from .stores import store

SIZES = (1, 10, 50, 200)
WARM_UP = 10
Batch = list[Submission[None]]


@dataclass
class Spent:
    """Seconds of one commit: of the processor, of it on receipts, and by the clock."""

    cpu: float
    receipts: float
    clock: float


class Timed(Ledger):
    """A ledger that says what its receipts cost."""

    receipts = 0.0

    def _acknowledge(self, kept: Sequence[Kept]) -> None:
        began = time.thread_time()
        super()._acknowledge(kept)
        self.receipts += time.thread_time() - began


class Crowd:
    """So many people who each send their next entry, and one writer that stores them."""

    def __init__(self, db: Driver, pairs: Sequence[Seeded]) -> None:
        self._db = db
        self._pairs = pairs
        self._ledger = Timed(
            lambda: db, lambda settled: None, name="bench", home=HOME, log_seed=LOG_SEED,
            clock=lambda: datetime.now(UTC), is_here=lambda account: True,
        )  # fmt: skip
        self._headers = [header_of(pair) for pair in pairs]
        self._said = 0
        self._seen: dict[bytes, tuple[int, bytes]] = {}
        self._take(
            [_from(pair, header) for pair, header in zip(pairs, self._headers, strict=True)]
        )

    def round(self) -> Spent:
        """Everybody says one thing; one commit."""
        self._said += 1
        return self._take([self._line(at) for at in range(len(self._pairs))])

    def _line(self, at: int) -> Submission[None]:
        pair = self._pairs[at]
        entry = Entry(
            3, pair.conv, 0, eh_hash_of(self._headers[at].header), pair.client.ref,
            os.urandom(16), self._said, *self._seen[pair.conv], os.urandom(32),
            os.urandom(SMALLEST_BOX),
        )  # fmt: skip
        return _from(pair, frames.Send(entry))

    def _take(self, batch: Batch) -> Spent:
        self._ledger.receipts = 0.0
        cpu, clock = time.thread_time(), time.perf_counter()
        settled = self._ledger.stored(self._db, batch)
        spent = Spent(
            time.thread_time() - cpu, self._ledger.receipts, time.perf_counter() - clock
        )
        for submission, outcome in settled:
            if not isinstance(outcome, list):
                raise TypeError("an entry was refused")
            self._seen[submission.conv] = (outcome[-1].n, outcome[-1].h)
        return spent


def main() -> None:
    """Measure every size and print each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--commits", type=int, default=60)
    asked = parser.parse_args()
    with store(asked.database) as kept:
        for size in SIZES:
            print(json.dumps(measured(kept.address, size, asked.commits)), flush=True)


def measured(address: str, size: int, commits: int) -> dict[str, Any]:
    """One size: medians over so many commits."""
    db = connect(address)()
    try:
        crowd = Crowd(db, seed(size))
        for _ in range(WARM_UP):
            crowd.round()
        spent = [crowd.round() for _ in range(commits)]
    finally:
        db.close()
    return {
        "entries_a_commit": size,
        "cpu_us_an_entry": _us([one.cpu for one in spent], size),
        "receipt_us_an_entry": _us([one.receipts for one in spent], size),
        "commit_ms": round(median(one.clock for one in spent) * 1000, 2),
    }


def _us(seconds: Sequence[float], size: int) -> float:
    return round(median(seconds) / size * 1e6, 1)


def _from(pair: Seeded, frame: frames.Send | frames.Header) -> Submission[None]:
    side = pair.client
    return Submission(None, side.account, side.ref, side.token, frame)


if __name__ == "__main__":
    main()
