"""SQLite's log is folded into the file beside the writer, not in the middle of a commit.

A commit that has to fold makes everybody wait for it, some tens of milliseconds. A thread with a
connection of its own folds what has been kept so far while the writer goes on (a PASSIVE
checkpoint waits for nobody and nobody for it). If it cannot keep up, the writer folds by itself.
"""

import logging
import sqlite3
import threading

log = logging.getLogger(__name__)
LOOKS_EVERY = 0.25


class Folding:
    """One thread for one file; `grew` is told after each commit, from the writer's thread."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._has_grown = threading.Event()
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="folding", daemon=True)
        self._thread.start()

    def grew(self) -> None:
        """Something was kept."""
        self._has_grown.set()

    def close(self) -> None:
        """Fold no more."""
        self._is_over.set()
        self._has_grown.set()
        self._thread.join(2.0)

    def _run(self) -> None:
        db = sqlite3.connect(self._path, timeout=0, isolation_level=None)
        try:
            while not self._is_over.wait(LOOKS_EVERY):
                self._has_grown.wait()
                self._has_grown.clear()
                self._fold(db)
        finally:
            db.close()

    def _fold(self, db: sqlite3.Connection) -> None:
        try:
            db.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        except sqlite3.Error as failure:  # the writer folds by itself, later
            log.error("Folding failed: %s", type(failure).__name__)
