"""A push service for tests: it takes sealed notes over HTTP and keeps their very bytes.

What it took is opened by another hand than ours (http-ece), with a key as a browser makes it.
"""

import threading
from base64 import urlsafe_b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import http_ece
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat


@dataclass
class Taken:
    """One note as it came."""

    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Pushbox:
    """What came, and the status each path is answered with (201 else)."""

    origin: str = ""
    taken: list[Taken] = field(default_factory=list)
    statuses: dict[str, int] = field(default_factory=dict)

    def browser(self, name: str = "one") -> "Browser":
        """Give a browser that is told at an address of its own here."""
        return Browser(f"{self.origin}/push/{name}")

    def clear(self) -> None:
        """Forget what came."""
        self.taken.clear()
        self.statuses.clear()


class Browser:
    """The side that opens: a key pair and a secret which never leave it."""

    def __init__(self, endpoint: str) -> None:
        self.endpoint = endpoint
        self._key = generate_private_key(SECP256R1())
        self.secret = b"sixteen of a kind"[:16]
        self.public = self._key.public_key().public_bytes(
            Encoding.X962, PublicFormat.UncompressedPoint
        )

    def opened(self, taken: Taken) -> bytes:
        """Open a note that came for this browser."""
        opened: bytes = http_ece.decrypt(
            taken.body, private_key=self._key, auth_secret=self.secret, version="aes128gcm"
        )
        return opened


def unpadded(text: str) -> bytes:
    """Read base64url without its filling."""
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


class Counter(BaseHTTPRequestHandler):
    """Takes one note."""

    box: Pushbox

    def do_POST(self) -> None:
        """Keep it, and answer as this path is answered."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.box.taken.append(Taken(self.path, dict(self.headers), body))
        self.send_response(self.box.statuses.get(self.path, 201))
        self.send_header("Location", f"{self.box.origin}/elsewhere")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@contextmanager
def open_pushbox() -> Iterator[Pushbox]:
    """Serve a push service as long as the block lasts."""
    box = Pushbox()
    handler = type("Here", (Counter,), {"box": box})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        box.origin = f"http://127.0.0.1:{server.server_address[1]}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield box
        server.shutdown()
