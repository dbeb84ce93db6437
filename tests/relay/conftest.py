"""One real server for the folder: uvicorn, the relay, and the run's own database."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
import uvicorn
from django.db import connection

from alongside_relay.app import Limits, Relay, RelayConfig, create
from alongside_relay.config import day_of

from .people import HOME, LOG_SEED, TICKET_KEY, Asked, Somebody, ask, sign_up
from .room import ORIGIN, Room

if TYPE_CHECKING:
    from .circling import Circle

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
GENEROUS = Limits(per_second=100_000, per_minute=1_000_000)


class Clock:
    """A clock that stands still unless it is moved."""

    def __init__(self) -> None:
        self.moment = NOON

    def __call__(self) -> datetime:
        return self.moment

    def go_on(self, **by: float) -> None:
        """Let time pass."""
        self.moment += timedelta(**by)

    @property
    def today(self) -> int:
        """Today as the wire counts days."""
        return day_of(self.moment)


@dataclass
class Wire:
    """A relay that is being served."""

    relay: Relay
    address: str
    clock: Clock = field(default_factory=Clock)

    def room(self, somebody: Somebody) -> Room:
        """A signed-in room of somebody."""
        return Room(self.address).open(somebody.ticket(now=self.clock()))


def database_address() -> str:
    """The run's database as RelayConfig names it."""
    settings = connection.settings_dict
    if connection.vendor == "sqlite":
        return str(settings["NAME"])
    host = quote(settings["HOST"], safe="")
    return f"postgresql://{settings['USER']}@/{settings['NAME']}?host={host}"


@contextmanager
def serving(relay: Relay) -> Iterator[str]:
    """Serve a relay as the one process does; gives its address."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port = listening.getsockname()[1]
        server = uvicorn.Server(configuration(relay))
        thread = threading.Thread(target=server.run, args=([listening],))
        thread.start()
        _wait_for(lambda: server.started)
        try:
            yield f"ws://127.0.0.1:{port}/wire"
        finally:
            server.should_exit = True
            thread.join(10)
            assert not thread.is_alive()


def configuration(relay: Relay) -> uvicorn.Config:
    """The one process's own settings of uvicorn."""
    return uvicorn.Config(
        relay,
        ws=relay.sockets,
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=3,
    )


def config(clock: Clock, limits: Limits = GENEROUS) -> RelayConfig:
    """What this folder's relays are told."""
    return RelayConfig(
        database=database_address(),
        home=HOME,
        log_seed=LOG_SEED,
        ticket_key=TICKET_KEY,
        origins=[ORIGIN],
        clock=clock,
        limits=limits,
    )


@pytest.fixture(scope="session")
def _served(django_db_setup: None, django_db_blocker) -> Iterator[Wire]:
    clock = Clock()
    with django_db_blocker.unblock():
        relay = create(config(clock))
    with serving(relay) as address:
        yield Wire(relay, address, clock)


@pytest.fixture
def wire(_served: Wire, transactional_db: None) -> Wire:
    """The relay, at noon, with limits that no test meets by accident."""
    _served.clock.moment = NOON
    return _served


@pytest.fixture
def narrow_wire(wire: Wire) -> Iterator[Wire]:
    """A relay with the limits people have."""
    with served_with(wire, Limits()) as narrow:
        yield narrow


@contextmanager
def served_with(wire: Wire, limits: Limits) -> Iterator[Wire]:
    """A second relay on the same database, with other limits."""
    relay = create(config(wire.clock, limits))
    with serving(relay) as address:
        yield replace(wire, relay=relay, address=address)


@pytest.fixture
def ada(wire: Wire) -> Somebody:
    """A client."""
    return sign_up("Ada", now=wire.clock())


@pytest.fixture
def ben(wire: Wire) -> Somebody:
    """Her specialist."""
    return sign_up("Ben", now=wire.clock())


@pytest.fixture
def finn(wire: Wire) -> Somebody:
    """A stranger."""
    return sign_up("Finn", now=wire.clock())


@pytest.fixture
def asked(wire: Wire, ada: Somebody, ben: Somebody) -> Asked:
    """Ada is asking Ben; her hello has not been sent."""
    return ask(ada, ben, now=wire.clock())


@pytest.fixture
def active(wire: Wire, ada: Somebody, asked: Asked) -> Asked:
    """Ada's hello is there, and Ben has said yes."""
    from alongside.conversations.models import Mode
    from pse.frames import Ack

    with wire.room(ada) as room:
        room.send(asked.begun.frame)
        assert [room.expect(Ack).n, room.expect(Ack).n] == [1, 2]
    asked.set_mode(Mode.ACTIVE)
    return asked


@pytest.fixture
def people(wire: Wire, ben: Somebody, ada: Somebody) -> tuple[Somebody, ...]:
    """Ben and Cem lead; Ada and Finn wait to be let in; Lea is a specialist."""
    from .circling import come_in

    cem = come_in(wire, "Cem", "calm-river-1004")
    lea = come_in(wire, "Lea", "kind-meadow-1005")
    return ben, cem, ada, sign_up("Finn", now=wire.clock()), lea


@pytest.fixture
def circle(wire: Wire, people: tuple[Somebody, ...]) -> "Circle":
    """Ben began it with Cem."""
    from pse.frames import Ack

    from .circling import Circle

    made = Circle(wire, people[:2], people)
    with wire.room(people[0]) as room:
        room.send(made.begun.frame)
        room.until(Ack)
    return made


@pytest.fixture
def four(circle: "Circle", people: tuple[Somebody, ...]) -> "Circle":
    """Ada and Finn were let in."""
    from .circling import posted

    ben, _, ada, finn, _ = people
    circle.names(ada)
    circle.names(finn)
    with circle.voice(ben) as (host,):
        posted(host, host.lets_in(ada, finn))
    return circle


def _wait_for(is_so, within: float = 10.0) -> None:
    until = time.monotonic() + within
    while not is_so():
        assert time.monotonic() < until, "it never came true"
        time.sleep(0.01)
