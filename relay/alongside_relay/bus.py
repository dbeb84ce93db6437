"""What the server and other relays say: one line of text for each thing that has changed."""

import logging
import re
import threading
from collections.abc import Callable
from dataclasses import dataclass

import psycopg

from .store_postgres import CHANNEL, connected

TRY_AGAIN_AFTER = 1.0
LOOKS_EVERY = 0.25
LOST = "lost"
_ID = r"[0-9a-f]{32}"
_LINE = re.compile(
    rf"(?P<kind>conv|account):(?P<ref>{_ID})"
    r"|session:(?P<token>[0-9]{1,18})"
    rf"|line:(?P<relay>[0-9a-f]+):(?P<refs>{_ID}(,{_ID})*)"
    r"|(?P<lost>lost)"
)
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Event:
    """`kind` is conv, account, session, line (stored by another relay) or lost."""

    kind: str
    refs: tuple[bytes, ...] = ()
    token: int = 0
    relay: str = ""


def event_in(text: str) -> Event | None:
    """Read one line; None for one that says nothing to us."""
    said = _LINE.fullmatch(text)
    if said is None:
        return None
    if said["kind"]:
        return Event(said["kind"], refs=(bytes.fromhex(said["ref"]),))
    if said["token"]:
        return Event("session", token=int(said["token"]))
    if said["refs"]:
        refs = tuple(bytes.fromhex(ref) for ref in said["refs"].split(","))
        return Event("line", refs=refs, relay=said["relay"])
    return Event(LOST)


class Bus:
    """Listens to PostgreSQL in a thread of its own; `hear` is called there, with each line.

    Each time it begins to listen it says "lost": anything may have changed before.
    """

    def __init__(self, address: str, hear: Callable[[str], None]) -> None:
        self._address = address
        self._hear = hear
        self._stopped = threading.Event()
        self._listening = threading.Event()
        self._is_listening = False
        self._thread = threading.Thread(target=self._run, name="bus", daemon=True)

    @property
    def is_listening(self) -> bool:
        """Say whether what the others say is heard just now."""
        return self._is_listening

    def start(self, *, within: float) -> None:
        """Begin to listen; returns when it does, or after so many seconds."""
        self._thread.start()
        self._listening.wait(within)

    def close(self, *, within: float) -> None:
        """Stop listening; whoever is cut off from the database is not waited for."""
        self._stopped.set()
        if self._thread.is_alive():
            self._thread.join(within)

    def _run(self) -> None:
        while not self._stopped.is_set():
            try:
                self._listen()
            except Exception as failure:  # whatever it was: without the bus, gates go unheard
                log.error("The bus was lost: %s", type(failure).__name__)
                self._stopped.wait(TRY_AGAIN_AFTER)

    def _listen(self) -> None:
        with connected(self._address) as connection:
            connection.execute(f"LISTEN {CHANNEL}".encode())
            self._hear(LOST)
            self._listening.set()
            self._is_listening = True
            try:
                self._hear_all(connection)
            finally:
                self._is_listening = False

    def _hear_all(self, connection: psycopg.Connection) -> None:
        while not self._stopped.is_set():
            for notice in connection.notifies(timeout=LOOKS_EVERY):
                self._hear(notice.payload)
