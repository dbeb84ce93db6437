"""Prosody with its archive in SQLite, in WAL mode with a flush for each commit."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from bench.loop import Count, Loop
from bench.process import Process, free_port

from . import xmpp
from .unpacked import LIBRARIES, ROOT, why_not

__all__ = ["NAME", "loops", "served", "why_not"]

NAME = "prosody"
CONFIG = """
run_as_root = true
daemonize = false
pidfile = "{folder}/prosody.pid"
data_path = "{folder}/data"
plugin_paths = {{}}
interfaces = {{ "127.0.0.1" }}
c2s_ports = {{ {port} }}
s2s_ports = {{}}
modules_enabled = {{ "roster", "saslauth", "register", "disco", "mam", "smacks" }}
modules_disabled = {{ "s2s", "tls", "posix" }}
allow_registration = true
c2s_require_encryption = false
allow_unencrypted_plain_auth = true
authentication = "internal_plain"
storage = {{ archive = "sql" }}
default_archive_policy = true
sql = {{ driver = "SQLite3", database = "{folder}/archive.sqlite" }}
log = {{ warn = "*console" }}
VirtualHost "localhost"
"""


@contextmanager
def served(folder: Path) -> Iterator[Process]:
    """A fresh one."""
    port = free_port()
    for name in ("data", "certs"):
        (folder / name).mkdir()
    # The mode stays with the file; Prosody has no setting for it yet.
    with closing(sqlite3.connect(folder / "archive.sqlite")) as archive:
        archive.execute("PRAGMA journal_mode=WAL")
    config = folder / "prosody.cfg.lua"
    config.write_text(CONFIG.format(folder=folder, port=port))
    source = ROOT / "usr/bin/prosody"
    script = folder / "prosody.lua"
    script.write_text(
        source.read_text().replace("'/usr/lib/prosody", f"'{ROOT}/usr/lib/prosody")
    )
    command = [str(ROOT / "usr/bin/lua5.4"), str(script), "--config", str(config), "-F"]
    with Process(command, port, environment=_libraries(), is_quiet=True) as server:
        yield server


async def loops(server: Process, pairs: int, count: Count) -> list[Loop]:
    """So many pairs."""
    return await xmpp.loops(server.port, pairs, count)


def _libraries() -> dict[str, str]:
    return {
        "LUA_PATH": f"{ROOT}/usr/share/lua/5.4/?.lua;{ROOT}/usr/share/lua/5.4/?/init.lua;;",
        "LUA_CPATH": f"{LIBRARIES}/lua/5.4/?.so;;",
        "LD_LIBRARY_PATH": os.pathsep.join([str(LIBRARIES), str(ROOT / "lib")]),
    }
