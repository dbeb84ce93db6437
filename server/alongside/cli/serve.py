"""`alongside serve`: pages, API, room and live wire from one process on one port."""

import argparse
import sys
from importlib import import_module

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from alongside.cli.door import open_house
from alongside.ground.refusal import Refused
from alongside.process import lock


def describe(parser: argparse.ArgumentParser) -> None:
    """Choose where to listen; the port is PORT."""
    parser.add_argument("--listen", default="127.0.0.1", help="address to listen on")


def run(words: argparse.Namespace) -> int:
    """Serve until told to stop."""
    open_house()
    if not is_up_to_date():
        sys.exit("Not started: the database is not up to date. Run: alongside migrate")
    return serve(listen=words.listen)


def serve(*, listen: str) -> int:
    """Serve, unless another process already serves these data."""
    # Rooms can be loaded only once the house is open.
    house = import_module("alongside.asgi")
    server = import_module("alongside.process.server")
    try:
        with lock.held(settings.DATA / "serve.lock"):
            server.run(house.create(), listen=listen, port=settings.ENVIRONMENT.port)
    except lock.AlreadyServed as refusal:
        sys.exit(f"Not started: {refusal}")
    except Refused as refusal:
        sys.exit(f"Not started: {refusal.words} Is there a programme in {settings.DATA}?")
    return 0


def is_up_to_date() -> bool:
    """Say whether every migration of this version is applied."""
    executor = MigrationExecutor(connection)
    if not set(executor.loader.applied_migrations) <= set(executor.loader.graph.nodes):
        sys.exit("Not started: a newer version was used on these data. Install it again.")
    is_done = not executor.migration_plan(executor.loader.graph.leaf_nodes())
    connection.close()
    return is_done
