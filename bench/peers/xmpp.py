"""Speaks XMPP with Prosody and ejabberd: plain TCP, SASL PLAIN, acknowledged by XEP-0198.

A message's body is as many letters as one of our entries has bytes. It is acknowledged when
the server has handled the stanza, and stored in the server's archive (XEP-0313).
"""

import asyncio
import re
from base64 import b64encode
from collections.abc import Callable
from typing import cast

from bench.loop import Count, Loop
from bench.pair import entry_of
from bench.seed import Seeded, Side
from pse import frames
from pse.wire import encode

DOMAIN = "localhost"
NOBODY = Side(0, bytes(16), 0)
STREAM = (
    f"<?xml version='1.0'?><stream:stream to='{DOMAIN}' xmlns='jabber:client'"
    " xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>"
)
REGISTER = (
    "<iq type='set' id='reg'><query xmlns='jabber:iq:register'>"
    "<username>{name}</username><password>pw</password></query></iq>"
)
AUTH = "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{plain}</auth>"
BIND = (
    "<iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'>"
    "<resource>load</resource></bind></iq>"
)
ENABLE, ASK = "<enable xmlns='urn:xmpp:sm:3'/>", b"<r xmlns='urn:xmpp:sm:3'/>"
BODY = re.compile(rb"<body>([0-9]{16})[^<]*</body>.*?</message>", re.DOTALL)
ACK = re.compile(rb"<a [^>]*>")


class Stream(asyncio.Protocol):
    """One signed-in stream, after it was opened."""

    def __init__(self, looks_for: re.Pattern[bytes]) -> None:
        self.hear: Callable[[bytes], None] = lambda _number: None
        self._looks_for = looks_for
        self._rest = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep what can be written to."""
        self.transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        """Find what was looked for."""
        data, end = self._rest + data, 0
        for found in self._looks_for.finditer(data):
            end = found.end()
            self.hear(found[1] if self._looks_for.groups else b"")
        self._rest = data[end:] if end else data[-8192:]


class Chat(Loop):
    """Two people of one server."""

    def __init__(self, sender: Stream, to: str, receiver: Stream, count: Count) -> None:
        super().__init__(count)
        self._stream = sender
        self._head = f"<message to='{to}@{DOMAIN}/load' type='chat' id='m'><body>".encode()
        self._number = 0
        size = len(encode(frames.Send(entry_of(Seeded(bytes(16), NOBODY, NOBODY)))))
        self._tail = b"x" * (size - 16) + b"</body></message>" + ASK
        sender.hear = lambda _: self.acked()
        receiver.hear = self._got

    def send(self) -> None:
        """Hand the next message in."""
        self._number += 1
        self._id = b"%016d" % self._number
        self._stream.transport.write(self._head + self._id + self._tail)

    def _got(self, number: bytes) -> None:
        self.delivered() if number == self._id else self.was_strange()


async def loops(port: int, pairs: int, count: Count) -> list[Loop]:
    """So many pairs, each with an account for both."""
    made: list[Loop] = []
    for number in range(pairs):
        sender = await _come(port, f"s{number}", is_sender=True)
        receiver = await _come(port, f"r{number}", is_sender=False)
        made.append(Chat(sender, f"r{number}", receiver, count))
    return made


async def _come(port: int, name: str, *, is_sender: bool) -> Stream:
    hears, says = await asyncio.open_connection("127.0.0.1", port, limit=1 << 20)

    async def ask(text: str, until: bytes) -> bytes:
        says.write(text.encode())
        got = b""
        while not re.search(until, got, re.DOTALL):
            chunk = await asyncio.wait_for(hears.read(65_536), 30)
            if not chunk:
                raise ConnectionError(got.decode(errors="replace"))
            got += chunk
        return got

    await ask(STREAM, b"</stream:features>")
    await ask(REGISTER.format(name=name), b"id=['\"]reg['\"]")
    plain = b64encode(f"\0{name}\0pw".encode()).decode()
    if b"<failure" in await ask(AUTH.format(plain=plain), b"<(success|failure)"):
        raise PermissionError(name)
    await ask(STREAM, b"</stream:features>")
    await ask(BIND, b"</iq>")
    if is_sender:
        await ask(ENABLE, b"<enabled")
    await ask("<presence/>", b"<presence[^>]*(/>|>.*</presence>)")
    stream = Stream(ACK if is_sender else BODY)
    stream.transport = cast(asyncio.Transport, says.transport)
    stream.transport.set_protocol(stream)
    _KEPT.append((hears, says))
    stream.transport.resume_reading()
    return stream


# A writer that nobody holds closes its socket.
_KEPT: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = []
