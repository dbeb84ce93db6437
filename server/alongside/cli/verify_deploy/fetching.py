"""Asking an installation for what it serves, in the manners of several visitors."""

import http.client
import ssl
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

import brotli

PATIENCE = 30
# Larger than any file we serve; what is larger is not ours.
LARGEST = 8 * 1024 * 1024
UNPACKED = {"gzip": lambda body: zlib.decompress(body, 31), "br": brotli.decompress}


class Unreachable(Exception):
    """The address does not answer; says so in one sentence."""


@dataclass(frozen=True)
class Manner:
    """How a visitor asks: a name for people, and what their browser says."""

    name: str
    headers: Mapping[str, str]


PLAIN = Manner("a plain visitor", {"Accept-Encoding": "identity"})
MANNERS = (
    PLAIN,
    Manner(
        "a phone in Spanish",
        {
            "Accept": "*/*",
            "Accept-Encoding": "gzip, deflate, br",
            "Accept-Language": "es-US,es;q=0.9",
            "Sec-Fetch-Site": "same-origin",
            "User-Agent": "Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 "
            "(KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36",
        },
    ),
    Manner(
        "a desk computer in English",
        {
            "Accept": "*/*",
            "Accept-Encoding": "gzip",
            "Accept-Language": "en-US,en;q=0.5",
            "User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 "
            "Firefox/143.0",
        },
    ),
)


@dataclass(frozen=True)
class Served:
    """What came back, unpacked; `body` is None when its packing was broken."""

    status: int
    headers: Message
    body: bytes | None


class House:
    """One installation, asked over one connection; never follows it elsewhere."""

    def __init__(self, origin: str) -> None:
        self.origin = origin
        self._line = _line_to(origin)

    def __enter__(self) -> Self:
        """Begin; the first question connects."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Hang up."""
        self._line.close()

    def get(self, path: str, *, manner: Manner = PLAIN) -> Served:
        """Give what a visitor of this manner gets; Unreachable when nothing answers."""
        try:
            return self._asked(path, manner)
        except (OSError, http.client.HTTPException):
            # A line that was kept open may have been closed meanwhile: once more, anew.
            self._line.close()
        try:
            return self._asked(path, manner)
        except (OSError, http.client.HTTPException) as fault:
            raise Unreachable(f"{self.origin} does not answer ({fault}).") from None

    def _asked(self, path: str, manner: Manner) -> Served:
        self._line.request("GET", path, headers=dict(manner.headers))
        answer = self._line.getresponse()
        body = answer.read(LARGEST + 1)
        if len(body) > LARGEST:
            self._line.close()
        return Served(answer.status, answer.headers, _unpacked(body, answer.headers))


def origin_of(url: str) -> str:
    """Give scheme and host of an address; Unreachable for one that has neither."""
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise Unreachable(f"{url} is not a web address.")
    return f"{parts.scheme}://{parts.netloc}"


def _line_to(origin: str) -> http.client.HTTPConnection:
    parts = urlsplit(origin)
    host = parts.hostname or ""
    if parts.scheme == "http":
        return http.client.HTTPConnection(host, parts.port, timeout=PATIENCE)
    safe = ssl.create_default_context()
    return http.client.HTTPSConnection(host, parts.port, timeout=PATIENCE, context=safe)


def _unpacked(body: bytes, headers: Message) -> bytes | None:
    packing = headers.get("Content-Encoding", "identity")
    if packing == "identity":
        return body
    try:
        return bytes(UNPACKED[packing](body))
    except (KeyError, zlib.error, brotli.error):
        return None
