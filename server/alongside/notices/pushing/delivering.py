"""Hands one sealed note to a push service, and says in one word what came of it."""

import secrets
import socket
import ssl
from datetime import datetime
from functools import cache
from http.client import HTTPConnection, HTTPException
from typing import Protocol
from urllib.parse import SplitResult, urlsplit

from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key

from alongside.notices.pushing.endpoints import HTTPS, addresses_of, may_push_to
from alongside.notices.pushing.proving import proof_for
from alongside.notices.pushing.sealing import LENGTH, SALT, Browser, sealed

PATIENCE = 10.0
# A device that was off for longer hears of the next thing.
KEPT_FOR = 24 * 60 * 60
GONE = frozenset({404, 410})


class Gone(Exception):
    """This browser is not told by this address any more: the push service says so."""


class NotTaken(Exception):
    """The push service answered, and did not take the note."""


class Unreached(Exception):
    """The push service does not answer, or has too much to do."""


class Told(Protocol):
    """A device: where it is told, and for which keys."""

    endpoint: str
    public: bytes
    secret: bytes


def push(device: Told, *, kind: int, now: datetime) -> None:
    """Hand over a note of one kind: one byte and its filling; Gone, NotTaken or Unreached."""
    if not may_push_to(device.endpoint):
        raise Gone
    note = bytes([kind]).ljust(LENGTH, b"\x00")
    browser = Browser(bytes(device.public), bytes(device.secret))
    own = generate_private_key(SECP256R1())
    body = sealed(note, browser, own=own, salt=secrets.token_bytes(SALT))
    headers = {
        "Authorization": proof_for(device.endpoint, now=now),
        "Content-Encoding": "aes128gcm",
        "Content-Type": "application/octet-stream",
        "TTL": str(KEPT_FOR),
        # One that waits at the service is replaced: nobody can count.
        "Topic": "note",
        "Urgency": "normal",
    }
    _judge(_sent(urlsplit(device.endpoint), body, headers))


def _sent(parts: SplitResult, body: bytes, headers: dict[str, str]) -> int:
    path = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
    try:
        line = _line_to(parts)
    except OSError:
        raise Unreached from None
    try:
        line.request("POST", path, body, headers)
        # Where it leads elsewhere, nobody follows.
        return line.getresponse().status
    except (OSError, HTTPException):
        raise Unreached from None
    finally:
        line.close()


def _line_to(parts: SplitResult) -> HTTPConnection:
    """Connect to a number that was looked at, so that the name cannot mean another one."""
    host, port = parts.hostname or "", parts.port or HTTPS
    line = HTTPConnection(host, port, timeout=PATIENCE)
    line.default_port = HTTPS
    opened = socket.create_connection((addresses_of(parts)[0], port), timeout=PATIENCE)
    line.sock = opened
    if parts.scheme == "https":
        line.sock = _trust().wrap_socket(opened, server_hostname=host)
    return line


def _judge(status: int) -> None:
    if status in GONE:
        raise Gone
    if status == 429 or status >= 500:
        raise Unreached
    if not 200 <= status < 300:
        raise NotTaken


@cache
def _trust() -> ssl.SSLContext:
    return ssl.create_default_context()
