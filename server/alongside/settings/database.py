"""Where the house remembers: SQLite in the data folder, or PostgreSQL by its address."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

FILE_NAME = "alongside.sqlite3"
# On the same machine nothing travels; a path is a folder with a socket.
_HERE = {"", "localhost", "127.0.0.1", "::1"}
# The driver's own habit is to try without TLS where the other side offers none.
_SEALED = {"require", "verify-ca", "verify-full"}
# WAL lets the wire read while a page writes; FULL keeps every acknowledged word through a power
# cut; secure_delete writes zeros over what was taken back.
SQLITE_START = (
    "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;"
    "PRAGMA secure_delete=ON;PRAGMA foreign_keys=ON;"
)


def database(url: str, *, data: Path) -> dict[str, Any]:
    """Give Django's settings for the one database."""
    return postgresql(url) if url else sqlite(data / FILE_NAME)


def sqlite(path: Path) -> dict[str, Any]:
    """Give the settings for one SQLite file that two writers share without surprises."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            # A read that turns into a write must have waited its turn from the start.
            "transaction_mode": "IMMEDIATE",
            "timeout": 5,
            "init_command": SQLITE_START,
        },
        "TEST": {"NAME": str(path.with_name("test.sqlite3"))},
    }


def postgresql(url: str) -> dict[str, Any]:
    """Give the settings for a PostgreSQL address; what follows ? is handed to the driver."""
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured("ALONGSIDE_DATABASE_URL begins with postgresql://.")
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")) or "postgres",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", unquote(parts.hostname or "")),
        "PORT": options.pop("port", str(parts.port or "")),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }


def is_database_in_the_open(url: str) -> bool:
    """Say whether a PostgreSQL elsewhere could be spoken to without TLS."""
    if not url:
        return False
    settings = postgresql(url)
    options = settings["OPTIONS"]
    hosts = f"{settings['HOST']},{options.get('hostaddr', '')}".split(",")
    is_here = all(one in _HERE or one.startswith("/") for one in hosts)
    return not is_here and options.get("sslmode") not in _SEALED
