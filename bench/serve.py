"""Serves what is measured, exactly as the one process does. The only place that says how.

python -m bench.serve relay|echo|house|slow-disk PORT DATABASE

`relay` is the live wire alone, `house` the wire with pages and API in the same process, `echo`
hands entries on and stores nothing, `slow-disk` is a relay whose every commit takes 5 ms more.
"""

import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, cast

import uvicorn

from alongside.process.house import Application, House
from alongside_relay.app import Limits, Message, Receive, Relay, RelayConfig, Send, create
from alongside_relay.connection import Connection
from alongside_relay.socket import Sockets
from alongside_relay.store_postgres import PostgreSQL
from alongside_relay.store_sqlite import SQLite
from pse import frames
from pse.wire import encode

from .seed import HOME

ORIGIN = "http://127.0.0.1"
LOG_SEED, TICKET_KEY = b"L" * 32, b"T" * 32
NO_LIMIT = 10**9
FLUSH = 0.005
THREADS = 4
ACK = encode(frames.Ack(bytes(16), bytes(16), 0, bytes(32), 0, 1, (bytes(32),) * 4, bytes(64)))
NUMBER = b"\x08\0\0\0" + bytes(8)


def relay(database: str) -> RelayConfig:
    """What the measured relay is told: no pace limit, everything else as always."""
    return RelayConfig(
        database=database,
        home=HOME,
        log_seed=LOG_SEED,
        ticket_key=TICKET_KEY,
        origins=[ORIGIN],
        clock=lambda: datetime.now(UTC),
        limits=Limits(per_second=NO_LIMIT, per_minute=NO_LIMIT, openings_per_minute=NO_LIMIT),
    )


class Echo:
    """Hands each entry to the other one and an acknowledgement back; stores nothing."""

    def __init__(self) -> None:
        self._followers: dict[bytes, list[Connection]] = {}
        self.sockets = Sockets(
            self, may_enter=lambda request: True, to_read=512, frame_bytes=70_000
        )

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """There are no pages."""

    def opened(self, connection: Connection, address: str | None) -> None:
        """A socket is open."""

    def gone(self, connection: Connection) -> None:
        """A socket is closed."""

    def heard(self, connection: Connection, raw: bytes | None) -> None:
        """Answer one frame."""
        assert raw is not None
        if raw[0] == 0x01:
            connection.open(encode(frames.Opened(1, 0)))
        elif raw[0] == 0x02:
            conv = raw[5:21]
            self._followers.setdefault(conv, []).append(connection)
            connection.push(encode(frames.Upto(conv, 1, bytes(32), 0, 0, 2)))
        elif raw[0] == 0x04:
            connection.push(ACK)
        elif raw[0] == 0x03:
            connection.push(ACK)
            entry = b"\x12" + raw[13:33] + NUMBER + raw[1:13] + raw[33:]
            for other in self._followers.get(raw[17:33], ()):
                if other is not connection:
                    other.push(entry)


def house(database: str) -> House:
    """The wire, and Django's pages and API in four threads beside it."""
    import django

    django.setup()
    from a2wsgi import WSGIMiddleware
    from django.core.wsgi import get_wsgi_application

    from alongside.process.upload import WholeUploads

    pages = cast(
        Application, WSGIMiddleware(cast(Any, get_wsgi_application()), workers=THREADS)
    )
    wire = create(relay(database))
    return House(wire=cast(Application, wire), pages=WholeUploads(pages), sockets=wire.sockets)


def slow_disk(database: str) -> Relay:
    """The relay on a disk that needs 5 ms for a flush."""
    store: Any = PostgreSQL if database.startswith("postgresql") else SQLite
    at_once = store.commit

    def commit(self: object) -> None:
        at_once(self)
        time.sleep(FLUSH)

    store.commit = commit
    return create(relay(database))


MADE: dict[str, Callable[[str], Relay | House | Echo]] = {
    "relay": lambda database: create(relay(database)),
    "slow-disk": slow_disk,
    "house": house,
    "echo": lambda _: Echo(),
}


def main() -> None:
    """Serve until told to stop."""
    what, port, database = sys.argv[1:]
    app: Any = MADE[what](database)
    uvicorn.run(
        app,
        port=int(port),
        loop="uvloop",
        ws=cast(Any, app.sockets),  # uvicorn calls it as it would a class
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=3,
        lifespan="off" if what == "echo" else "on",
    )


if __name__ == "__main__":
    main()
