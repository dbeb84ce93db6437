"""A bare WebSocket that may behave oddly: it does not read, or it sends in crumbs."""

import asyncio
import os
import struct
import time
from base64 import b64encode
from collections.abc import Callable

from bench.seed import HOME, Side
from bench.serve import ORIGIN, TICKET_KEY
from pse import frames
from pse.ticket import Ticket, write_ticket
from pse.wire import encode

BINARY, OPENED = 0x82, 0x11
HELLO = (
    "GET /wire HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\n"
    "Connection: Upgrade\r\nSec-WebSocket-Key: {nonce}\r\nSec-WebSocket-Version: 13\r\n"
    "Sec-WebSocket-Protocol: pse1\r\nOrigin: {origin}\r\n\r\n"
)


class Odd(asyncio.Protocol):
    """One socket of a scene; what comes in goes to `hear`, frame by frame."""

    def __init__(self, port: int) -> None:
        self.hear: Callable[[bytes], None] = lambda _frame: None
        self.is_open = asyncio.get_running_loop().create_future()
        self._port = port
        self._rest = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask for the upgrade."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        nonce = b64encode(os.urandom(16)).decode()
        hello = HELLO.format(port=self._port, nonce=nonce, origin=ORIGIN)
        transport.write(hello.encode())

    def connection_lost(self, error: Exception | None) -> None:
        """Say so to whoever waits for the beginning."""
        if not self.is_open.done():
            self.is_open.set_exception(ConnectionError("refused"))

    def data_received(self, data: bytes) -> None:
        """Cut what came into frames."""
        data = self._rest + data
        if not self.is_open.done():
            head, found, data = data.partition(b"\r\n\r\n")
            if not found:
                self._rest = head
                return
            self.is_open.set_result(None)
        while (frame := _first(data)) is not None:
            start, end = frame
            if data[0] == BINARY:
                self.hear(data[start:end])
            data = data[end:]
        self._rest = data

    def send(self, payload: bytes) -> None:
        """Send one frame."""
        self._transport.write(_head(len(payload)) + payload)

    async def drip(self, payload: bytes, *, size: int) -> None:
        """Send one frame, so many bytes at a time."""
        raw = _head(len(payload)) + payload
        for at in range(0, len(raw), size):
            self._transport.write(raw[at : at + size])
            await asyncio.sleep(0)

    def stop_reading(self) -> None:
        """Read nothing more, and do not say so."""
        self._transport.pause_reading()

    def close(self) -> None:
        """Hang up."""
        self._transport.abort()


async def come_in(port: int, side: Side) -> Odd:
    """A signed-in socket of one side."""
    loop = asyncio.get_running_loop()
    _, socket = await loop.create_connection(lambda: Odd(port), "127.0.0.1", port)
    await socket.is_open
    is_in = loop.create_future()

    def hear(raw: bytes) -> None:
        if not is_in.done():
            is_in.set_result(raw[0] == OPENED)

    socket.hear = hear
    ticket = Ticket(side.account, side.ref, side.token, int(time.time()) + 60)
    socket.send(encode(frames.Open(1, write_ticket(TICKET_KEY, HOME, ticket))))
    async with asyncio.timeout(30):
        if not await is_in:
            raise ConnectionError("not now")
    return socket


def _first(data: bytes) -> tuple[int, int] | None:
    """Where the payload of the first whole frame begins and ends."""
    if len(data) < 2:
        return None
    size, start = data[1], 2
    if len(data) < {126: 4, 127: 10}.get(size, 2):
        return None
    if size == 126:
        size, start = int.from_bytes(data[2:4], "big"), 4
    elif size == 127:
        size, start = int.from_bytes(data[2:10], "big"), 10
    return (start, start + size) if len(data) >= start + size else None


def _head(size: int) -> bytes:
    """A mask of zeros changes nothing."""
    if size < 126:
        return struct.pack("!BBI", BINARY, 0x80 | size, 0)
    if size < 65_536:
        return struct.pack("!BBHI", BINARY, 0x80 | 126, size, 0)
    return struct.pack("!BBQI", BINARY, 0x80 | 127, size, 0)
