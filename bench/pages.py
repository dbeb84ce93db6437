"""A coordinator who asks one page after another, over connections that stay open."""

import asyncio
import time

from .wire import Result, quantiles

# A page for somebody who is signed in that asks little, and the one that asks most.
LIGHT, DESK = "/desk/languages", "/desk/"


class Reader:
    """One browser: its cookie, its connection, how long each page took."""

    def __init__(self, port: int, cookie: str, page: str = LIGHT) -> None:
        self.took: list[float] = []
        self._port = port
        self._ask = (
            f"GET {page} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: {cookie}\r\n\r\n"
        ).encode()

    async def open(self) -> "Reader":
        """Connect."""
        self._hears, self._says = await asyncio.open_connection("127.0.0.1", self._port)
        return self

    async def look(self) -> None:
        """Ask for the page and read all of it."""
        began = time.perf_counter()
        self._says.write(self._ask)
        head = await self._hears.readuntil(b"\r\n\r\n")
        if not head.startswith(b"HTTP/1.1 200"):
            raise ConnectionError(head.decode("latin-1"))
        await self._hears.readexactly(_length_in(head))
        self.took.append(time.perf_counter() - began)

    async def look_often(self, a_second: float) -> None:
        """Ask at a steady rate until cancelled."""
        due = time.perf_counter()
        while True:
            due = max(due + 1 / a_second, time.perf_counter())
            await asyncio.sleep(due - time.perf_counter())
            await self.look()


async def flat_out(
    port: int, cookie: str, page: str, *, seconds: float, readers: int = 4
) -> Result:
    """As many pages as there are."""
    asking = [await Reader(port, cookie, page).open() for _ in range(readers)]
    for reader in asking:
        await reader.look()
    until = time.perf_counter() + seconds

    async def read(reader: Reader) -> None:
        while time.perf_counter() < until:
            await reader.look()

    began = time.perf_counter()
    await asyncio.gather(*map(read, asking))
    took = [each for reader in asking for each in reader.took]
    wall = time.perf_counter() - began
    return {"page": page, "pages_a_second": round(len(took) / wall), "ms": quantiles(took)}


def _length_in(head: bytes) -> int:
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return int(line.split(b":")[1])
    raise ConnectionError("a page without a length")
