"""ejabberd with its archive in a PostgreSQL of its own, on the same core."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urlsplit

import psycopg

from ..loop import Count, Loop
from ..process import Process, free_port
from ..stores import postgresql
from . import xmpp
from .unpacked import LIBRARIES, ROOT, why_not

__all__ = ["NAME", "loops", "served", "why_not"]

NAME = "ejabberd"
ERLANG = ROOT / "usr/lib/erlang"
CONFIG = """
hosts: [localhost]
loglevel: error
default_db: mnesia
auth_method: mnesia
sql_type: pgsql
sql_server: "{socket}"
sql_database: {database}
sql_username: {user}
sql_password: ""
sql_pool_size: 4
new_sql_schema: false
listen:
  - port: {port}
    ip: "127.0.0.1"
    module: ejabberd_c2s
    starttls: false
    max_stanza_size: 262144
    shaper: none
    access: all
shaper_rules:
  max_user_sessions: 10
access_rules:
  register: [allow: all]
modules:
  mod_mam: {{db_type: sql, default: always, request_activates_archiving: false}}
  mod_stream_mgmt: {{}}
  mod_roster: {{}}
  mod_register: {{access: register, ip_access: all, welcome_message: {{}}, registration_watchers: []}}
registration_timeout: infinity
"""


@contextmanager
def served(folder: Path) -> Iterator[Process]:
    """A fresh one."""
    port = free_port()
    address, processes = postgresql()
    database = f"peer_{port}"
    _make_tables(address, database)
    parts = urlsplit(address)
    socket = unquote(parts.query.removeprefix("host=")) + "/.s.PGSQL.5432"
    config = folder / "ejabberd.yml"
    config.write_text(
        CONFIG.format(
            port=port, socket=f"unix:{socket}", database=database, user=parts.username
        )
    )
    with Process(
        _command(folder), port, environment=_paths(config), also=processes, is_quiet=True
    ) as server:
        yield server


async def loops(server: Process, pairs: int, count: Count) -> list[Loop]:
    """So many pairs."""
    return await xmpp.loops(server.port, pairs, count)


def _make_tables(address: str, database: str) -> None:
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{database}"'.encode())
    schema = (ROOT / "usr/share/ejabberd/sql/pg.sql").read_text()
    with psycopg.connect(address, dbname=database, autocommit=True) as connection:
        connection.execute(schema.encode())


def _command(folder: Path) -> list[str]:
    mnesia = f'"{folder}/mnesia"'
    return [
        str(next(ERLANG.glob("erts-*")) / "bin/erlexec"), "-noinput", "+K", "true", "+S", "1",
        "-mnesia", "dir", mnesia, "-s", "ejabberd",
    ]  # fmt: skip


def _paths(config: Path) -> dict[str, str]:
    return {
        "ROOTDIR": str(ERLANG),
        "BINDIR": str(next(ERLANG.glob("erts-*")) / "bin"),
        "EMU": "beam",
        "PROGNAME": "erl",
        "HOME": str(config.parent),
        "ERL_LIBS": str(LIBRARIES),
        "EJABBERD_CONFIG_PATH": str(config),
        "EJABBERD_LOG_PATH": str(config.parent / "ejabberd.log"),
        "LD_LIBRARY_PATH": str(LIBRARIES),
    }
