"""The whole house as one ASGI application: pages and API beside the live wire."""

import os
from typing import Any, cast

from a2wsgi import WSGIMiddleware
from django.conf import settings
from django.core.wsgi import get_wsgi_application

from alongside.ground import clock, secrets, wire
from alongside.ground.ending import has_ended
from alongside.process.house import Application, House
from alongside.process.no_wire import elsewhere, no_wire
from alongside.process.upload import WholeUploads
from alongside_relay.app import create as create_wire
from alongside_relay.config import RelayConfig

THREADS = 4


def create() -> House:
    """Build the house; the wire hears of changes from this process directly."""
    uploads = _pages()
    if has_ended():
        return House(wire=no_wire, pages=uploads)
    relay = create_wire(relay_config())
    wire.register(relay.tell)
    return House(wire=relay, pages=uploads, sockets=relay.sockets, leave=relay.close)


def pages_alone() -> House:
    """Build pages and API; what changes is told to the wire by PostgreSQL."""
    return House(wire=elsewhere, pages=_pages())


def wire_alone() -> House:
    """Build the wire; there may be several on one PostgreSQL."""
    if has_ended():
        return House(wire=no_wire, pages=elsewhere)
    relay = create_wire(relay_config())
    return House(wire=relay, pages=elsewhere, sockets=relay.sockets, leave=relay.close)


def _pages() -> Application:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.settings")
    pages = WSGIMiddleware(cast(Any, get_wsgi_application()), workers=THREADS)
    return WholeUploads(cast(Application, pages))


def relay_config() -> RelayConfig:
    """Give the wire what it needs to know; it shares the database and not the code."""
    # A room can be loaded only once Django is; before `create` it would be too early.
    from alongside.programme.queries import programme

    return RelayConfig(
        database=settings.ENVIRONMENT.database_url
        or str(settings.DATABASES["default"]["NAME"]),
        home=programme().home,
        log_seed=secrets.log_seed(),
        ticket_key=secrets.ticket_key(),
        origins=settings.ROOM_ORIGINS,
        clock=clock.now,
        proxies=settings.ENVIRONMENT.proxies,
        shows_figures=settings.ENVIRONMENT.shows_figures,
    )
