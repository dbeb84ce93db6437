"""The server's own keys: 32 bytes each in a file only the server may read, made on first use.

server.key  hides what people prove themselves with     ticket.key  opens the live wire
log.key     signs receipts (an Ed25519 seed)             push.key    names us to push services
"""

import os
import secrets
from functools import cache
from pathlib import Path

from django.conf import settings

LENGTH = 32


def server_key() -> bytes:
    """Give the key under which verifiers and tokens are hashed."""
    return kept(settings.DATA / "secrets" / "server.key")


def ticket_key() -> bytes:
    """Give the key that server and relay share for tickets."""
    return kept(settings.DATA / "secrets" / "ticket.key")


def log_seed() -> bytes:
    """Give the seed of the key that signs receipts."""
    return kept(settings.DATA / "secrets" / "log.key")


def push_seed() -> bytes:
    """Give the seed of the key by which push services know this house."""
    return kept(settings.DATA / "secrets" / "push.key")


@cache
def kept(path: Path) -> bytes:
    """Give the 32 bytes in a file; the first to ask makes it, and nobody makes it twice."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not path.exists():
        _make(path)
    raw = path.read_bytes()
    if len(raw) != LENGTH:
        raise ValueError(f"{path.name} does not hold {LENGTH} bytes")
    return raw


def _make(path: Path) -> None:
    """Write aside first, so that a file that exists is always whole."""
    aside = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(secrets.token_bytes(LENGTH))
    try:
        os.link(aside, path)
    except FileExistsError:
        pass
    finally:
        aside.unlink()
