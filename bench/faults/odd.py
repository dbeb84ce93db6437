"""A socket that behaves oddly: it does not read, or it sends in crumbs."""

import asyncio
import time

from bench.pair import asked
from bench.seed import HOME, Side
from bench.serve import ORIGIN, TICKET_KEY
from bench.websocket import BINARY, Socket, _head
from pse import frames
from pse.ticket import Ticket, write_ticket

OPENED = 0x11


class Odd(Socket):
    """One signed-in socket of a scene."""

    def stop_reading(self) -> None:
        """Read nothing more, and do not say so."""
        self._transport.pause_reading()

    async def drip(self, payload: bytes, *, size: int) -> None:
        """Send one frame, so many bytes at a time."""
        raw = _head(BINARY, len(payload)) + payload
        for at in range(0, len(raw), size):
            self._transport.write(raw[at : at + size])
            await asyncio.sleep(0)

    def pour(self, payload: bytes) -> None:
        """Send raw bytes, whatever they are."""
        self._transport.write(payload)


async def come_in(port: int, side: Side) -> Odd:
    """A signed-in socket of one side."""
    _, socket = await asyncio.get_running_loop().create_connection(
        lambda: Odd(f"127.0.0.1:{port}", "/wire", ORIGIN), "127.0.0.1", port
    )
    await socket.opened
    ticket = Ticket(side.account, side.ref, side.token, int(time.time()) + 60)
    opening = frames.Open(1, write_ticket(TICKET_KEY, HOME, ticket))
    await asked(socket, opening, OPENED, within=30)
    return socket
