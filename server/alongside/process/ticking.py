"""What happens by itself: every ten minutes the timers do what is due."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.contrib.sessions.backends.db import SessionStore
from django.db import connection

from alongside.ground import clock
from alongside.keeping.ending import end_if_due
from alongside.timers.actions import run_due
from alongside.turned_away import tell_turned_away

EVERY = 600.0
SOON = 5.0
_log = logging.getLogger(__name__)


@contextmanager
def ticking(*, every: float = EVERY, first_after: float = SOON) -> Iterator[None]:
    """Run what is due in a thread of its own, until the block ends."""
    stop = threading.Event()
    thread = threading.Thread(
        target=_tick, args=(stop, every, first_after), name="timers", daemon=True
    )
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(timeout=2)
        # What this process counted today goes with it.
        tell_turned_away(before=clock.today() + 1)


def forget_desk_sessions() -> None:
    """Delete the coordinators' sign-ins that have ended."""
    SessionStore.clear_expired()


def _tick(stop: threading.Event, every: float, first_after: float) -> None:
    wait = first_after
    while not stop.wait(wait):
        _run_once()
        wait = every


def _run_once() -> None:
    try:
        _alone(lambda: run_due(now=clock.now()))
        _alone(forget_desk_sessions)
        _alone(lambda: end_if_due(today=clock.today()))
        _alone(lambda: tell_turned_away(before=clock.today()))
    finally:
        connection.close()


def _alone(deed: Callable[[], object]) -> None:
    try:
        deed()
    except Exception:
        # The edge of the thread: what failed is written down and due again next time, and what
        # comes after it (the announced end of a programme, say) does not wait for it.
        _log.exception("timers failed")
