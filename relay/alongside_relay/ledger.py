"""Group commit: everything that arrived while the last commit ran goes into the next one."""

import logging
import threading
from collections import deque
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from pse.frames import Refusal
from pse.receipt import path_of, receipt_bytes
from pse.signing import Signer
from pse.wire import encode

from .book import Book
from .codes import No
from .driver import Driver
from .layout import ack_frame, leaf, levels_of
from .memory import Memory
from .numbering import take
from .submission import Kept, NotKept, Outcome, Submission

MOST_IN_ONE_COMMIT = 256
MOST_IN_ONE_NOTICE = 200
# Of everybody together. A database that stands still must not fill the memory.
MOST_WAITING_BYTES = 64 * 1024 * 1024
Settled = list[tuple[Submission[Any], Outcome]]
Settle = Callable[[Settled], None]
log = logging.getLogger(__name__)


class Ledger:
    """One writer thread. `settle` is called in it, once per commit, with every outcome."""

    def __init__(
        self,
        connect: Callable[[], Driver],
        settle: Settle,
        *,
        name: str,
        home: bytes,
        log_seed: bytes,
        clock: Callable[[], datetime],
        is_here: Callable[[int], bool],
    ) -> None:
        self._connect = connect
        self._settle = settle
        self._name = name
        self._home = home
        self._signer = Signer(log_seed)
        self._clock = clock
        self._is_here = is_here
        self._memory = Memory()
        self._waiting: deque[Submission[Any]] = deque()
        self._awake = threading.Event()
        self._is_closing = False
        self._last_failure = ""
        # Each is counted by one thread only.
        self._bytes_in = self._bytes_out = 0
        self._thread = threading.Thread(target=self._run, name="ledger", daemon=True)

    def start(self) -> None:
        """Begin to write."""
        self._thread.start()

    @property
    def is_alive(self) -> bool:
        """Say whether anything will still be written."""
        return self._thread.is_alive()

    @property
    def takes_more(self) -> bool:
        """Say whether a frame may be submitted; what waits already is written all the same."""
        waiting = self._bytes_in - self._bytes_out
        return waiting < MOST_WAITING_BYTES and not self._is_closing and self.is_alive

    def submit(self, submission: Submission[Any]) -> None:
        """Queue a frame; from one thread. It is written after the next `wake`."""
        self._bytes_in += submission.size
        self._waiting.append(submission)

    def wake(self) -> None:
        """Let the writer begin, if it is not writing already."""
        self._awake.set()

    def close(self, *, within: float) -> None:
        """Write what is waiting, then stop; gives up after `within` seconds."""
        self._is_closing = True
        self._awake.set()
        if self._thread.is_alive():
            self._thread.join(within)

    def _run(self) -> None:
        db = self._connect()
        try:
            while not (self._is_closing and not self._waiting):
                self._awake.wait()
                self._awake.clear()
                while self._waiting:
                    batch = self._next()
                    self._settle(self.stored(db, batch))
                    self._bytes_out += sum(each.size for each in batch)
        finally:
            db.close()

    def _next(self) -> list[Submission[Any]]:
        count = min(len(self._waiting), MOST_IN_ONE_COMMIT)
        return [self._waiting.popleft() for _ in range(count)]

    def stored(
        self, db: Driver, batch: Sequence[Submission[Any]], *, has_doubts: bool = False
    ) -> Settled:
        """Store a batch in the writer's thread; gives every outcome, in its order."""
        try:
            return self._commit(db, batch, has_doubts=has_doubts)
        except Exception as failure:  # whatever it was, nothing of this batch is stored
            self._say(failure)
            self._forget(db)
            if db.is_trouble(failure):
                db.close()
                return [(each, _not_kept(each, No.BUSY, is_in_doubt=True)) for each in batch]
        if not has_doubts:
            return self.stored(db, batch, has_doubts=True)
        if len(batch) == 1:
            return [(batch[0], _not_kept(batch[0], No.MALFORMED))]
        # One frame must not stop the others: find it.
        return [
            settled for each in batch for settled in self.stored(db, [each], has_doubts=True)
        ]

    def _commit(
        self, db: Driver, batch: Sequence[Submission[Any]], *, has_doubts: bool
    ) -> Settled:
        db.begin()
        book = Book(
            db, batch, self._memory,
            now=self._clock(), is_here=self._is_here, has_doubts=has_doubts,
        )  # fmt: skip
        settled = [(each, take(book, each)) for each in batch]
        grown = book.write()
        for start in range(0, len(grown), MOST_IN_ONE_NOTICE):
            part = grown[start : start + MOST_IN_ONE_NOTICE]
            db.notify(f"line:{self._name}:{','.join(ref.hex() for ref in part)}")
        db.commit()
        self._last_failure = ""
        self._acknowledge([kept for _, outcome in settled for kept in _kept_in(outcome)])
        return settled

    def _say(self, failure: Exception) -> None:
        """Once, until one succeeds or fails otherwise; no text of it: it may quote values."""
        kind = type(failure).__name__
        if kind != self._last_failure:
            log.error("A commit failed: %s", kind)
        self._last_failure = kind

    def _acknowledge(self, kept: Sequence[Kept]) -> None:
        if not kept:
            return
        leaves = [leaf(each.conv, each.n, each.h) for each in kept]
        levels = levels_of(leaves)
        sig = self._signer.sign(receipt_bytes(self._home, len(leaves), levels[-1][0]))
        for index, each in enumerate(kept):
            path = path_of(levels, index)
            each.ack = ack_frame(
                each.id, each.conv, each.n, each.h,
                index=index, size=len(leaves), path=path, sig=sig,
            )  # fmt: skip

    def _forget(self, db: Driver) -> None:
        self._memory.forget()
        try:
            db.rollback()
        except Exception as failure:
            log.error("A rollback failed: %s", type(failure).__name__)


def _kept_in(outcome: Outcome) -> list[Kept]:
    return outcome if isinstance(outcome, list) else []


def _not_kept(each: Submission[Any], code: int, *, is_in_doubt: bool = False) -> NotKept:
    refusals = tuple(encode(Refusal(id_, each.conv, code, 0, 0)) for id_ in each.ids)
    return NotKept(refusals, is_in_doubt)
