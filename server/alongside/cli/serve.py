"""`alongside serve`: everything from one process on one port, or pages and live wire apart."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from alongside.cli.door import open_house
from alongside.ground.refusal import Refused
from alongside.process import lock


def describe(parser: argparse.ArgumentParser) -> None:
    """Choose where to listen, and which part; the port is PORT."""
    parser.add_argument("--listen", default="127.0.0.1", help="address to listen on")
    part = parser.add_mutually_exclusive_group()
    part.add_argument("--pages", action="store_true", help="pages, API and room without wire")
    part.add_argument("--wire", action="store_true", help="the live wire and nothing else")


def run(words: argparse.Namespace) -> int:
    """Serve until told to stop."""
    open_house()
    if not is_up_to_date():
        sys.exit("Not started: the database is not up to date. Run: alongside migrate")
    if (words.pages or words.wire) and connection.vendor != "postgresql":
        sys.exit(
            "Not started: pages and wire apart hear each other through PostgreSQL. "
            "Set ALONGSIDE_DATABASE_URL, or serve both with: alongside serve"
        )
    return serve(listen=words.listen, pages=words.pages, wire=words.wire)


def serve(*, listen: str, pages: bool = False, wire: bool = False) -> int:
    """Serve, unless another process already serves these data."""
    try:
        if wire:
            _serve_wire(listen)
        else:
            _serve_pages(listen, has_wire=not pages)
    except lock.AlreadyServed as refusal:
        sys.exit(f"Not started: {refusal}")
    except Refused as refusal:
        sys.exit(f"Not started: {refusal.words} Is there a programme in {settings.DATA}?")
    return 0


def _serve_pages(listen: str, *, has_wire: bool) -> None:
    # Rooms can be loaded only once the house is open.
    house = import_module("alongside.asgi")
    server = import_module("alongside.process.server")
    with lock.held(settings.DATA / lock.SERVING), _wire_held(has_wire):
        made = house.create() if has_wire else house.pages_alone()
        server.run(made, listen=listen, port=settings.ENVIRONMENT.port)


def _serve_wire(listen: str) -> None:
    house = import_module("alongside.asgi")
    server = import_module("alongside.process.server")
    with _wire_held(True):
        server.run_alone(house.wire_alone(), listen=listen, port=settings.ENVIRONMENT.port)


@contextmanager
def _wire_held(has_wire: bool) -> Iterator[None]:
    if not has_wire:
        yield
        return
    with lock.held(settings.DATA / lock.WIRE, beside_others=True):
        yield


def is_up_to_date() -> bool:
    """Say whether every migration of this version is applied."""
    executor = MigrationExecutor(connection)
    if not set(executor.loader.applied_migrations) <= set(executor.loader.graph.nodes):
        sys.exit("Not started: a newer version was used on these data. Install it again.")
    is_done = not executor.migration_plan(executor.loader.graph.leaf_nodes())
    connection.close()
    return is_done
