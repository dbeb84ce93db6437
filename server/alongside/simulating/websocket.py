"""A WebSocket client of so few steps that it is never the limit. For loopback only: it sends
with a mask of zeros, which is lawful and hides nothing."""

import asyncio
import os
import struct
from base64 import b64encode
from collections.abc import Callable
from typing import cast

BINARY, CLOSE, PING, PONG = 0x82, 0x88, 0x89, 0x8A
NO_MASK = bytes(4)


class Socket(asyncio.Protocol):
    """Frames out with a mask of zeros, frames in as `hear` gets them."""

    def __init__(self, host: str, path: str, origin: str, protocol: str) -> None:
        self.hear: Callable[[bytes], None] = lambda _frame: None
        self.opened: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._hello = (
            f"GET {path} HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\n"
            f"Connection: Upgrade\r\nSec-WebSocket-Key: {_nonce()}\r\n"
            f"Sec-WebSocket-Version: 13\r\n{_wanted(protocol)}Origin: {origin}\r\n\r\n"
        )
        self._rest = b""
        self.is_gone = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask for the upgrade."""
        self._transport = cast(asyncio.Transport, transport)
        self._transport.write(self._hello.encode())

    def connection_lost(self, error: Exception | None) -> None:
        """Fail loudly if the upgrade was still awaited."""
        self.is_gone = True
        if not self.opened.done():
            self.opened.set_exception(ConnectionError("refused"))

    def data_received(self, data: bytes) -> None:
        """Cut what came into frames."""
        data = self._rest + data if self._rest else data
        if not self.opened.done():
            head, found, data = data.partition(b"\r\n\r\n")
            if not found:
                self._rest = head
                return
            if not head.startswith(b"HTTP/1.1 101"):
                self.opened.set_exception(ConnectionError(head.decode("latin-1")))
                self._transport.close()
                return
            self.opened.set_result(None)
        at, end = 0, len(data)
        while end - at >= 2:
            size, start = data[at + 1], at + 2
            if size == 126:
                size, start = int.from_bytes(data[at + 2 : at + 4], "big"), at + 4
            elif size == 127:
                size, start = int.from_bytes(data[at + 2 : at + 10], "big"), at + 10
            if end < start + size:
                break
            self._take(data[at], data[start : start + size])
            at = start + size
        self._rest = data[at:]

    def send(self, payload: bytes) -> None:
        """Send one binary frame."""
        self._transport.write(_head(BINARY, len(payload)) + payload)

    def close(self) -> None:
        """Hang up."""
        self._transport.close()

    def vanish(self) -> None:
        """Say nothing more and hear nothing more, as a phone without network does."""
        self._transport.pause_reading()

    def _take(self, kind: int, payload: bytes) -> None:
        if kind == BINARY:
            self.hear(payload)
        elif kind == PING:
            self._transport.write(_head(PONG, len(payload)) + payload)


def _wanted(protocol: str) -> str:
    return f"Sec-WebSocket-Protocol: {protocol}\r\n" if protocol else ""


def _nonce() -> str:
    return b64encode(os.urandom(16)).decode()


def _head(kind: int, size: int) -> bytes:
    if size < 126:
        return struct.pack("!BB", kind, 0x80 | size) + NO_MASK
    if size < 65_536:
        return struct.pack("!BBH", kind, 0x80 | 126, size) + NO_MASK
    return struct.pack("!BBQ", kind, 0x80 | 127, size) + NO_MASK


async def connect(
    port: int,
    *,
    origin: str,
    path: str = "/wire",
    protocol: str = "pse1",
    source: str | None = None,
) -> Socket:
    """An open socket; `source` is the address of this machine that it comes from."""
    loop = asyncio.get_running_loop()
    _, socket = await loop.create_connection(
        lambda: Socket(f"127.0.0.1:{port}", path, origin, protocol),
        "127.0.0.1",
        port,
        local_addr=(source, 0) if source else None,
    )
    await socket.opened
    return socket
