"""Sends what is owed, in a thread of its own: a slow mail server holds up nothing else."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from alongside.ground import clock
from alongside.notices import post
from alongside.notices.actions import send_due

# Not sooner: a note at the very minute would tell a mail server when somebody wrote.
EVERY = 600.0
SOON = 8.0
_log = logging.getLogger(__name__)


@contextmanager
def mailing(*, every: float = EVERY, first_after: float = SOON) -> Iterator[None]:
    """Send what is due now and then, and when somebody waits for a letter, until the end."""
    carrier = Carrier(every=every, first_after=first_after)
    thread = threading.Thread(target=carrier.run, name="mail", daemon=True)
    post.wake_by(carrier.wake)
    thread.start()
    try:
        yield
    finally:
        post.sleep_again(carrier.wake)
        carrier.stop()
        thread.join(timeout=2)


class Carrier:
    """Waits, sends, and waits again."""

    def __init__(self, *, every: float, first_after: float) -> None:
        self._every = every
        self._wait = first_after
        self._awake = threading.Event()
        self._is_over = False

    def wake(self) -> None:
        """A letter waits; from any thread."""
        self._awake.set()

    def stop(self) -> None:
        """Send nothing more."""
        self._is_over = True
        self._awake.set()

    def run(self) -> None:
        """Send until told to stop."""
        while not self._is_over:
            self._awake.wait(self._wait)
            self._awake.clear()
            self._wait = self._every
            if not self._is_over:
                _send_once()


def _send_once() -> None:
    try:
        send_due(now=clock.now())
    except Exception as failure:
        # Whatever it was, it is owed still; no text of it: it may quote an address.
        _log.error("sending notes failed: %s", type(failure).__name__)
    finally:
        connection.close()
