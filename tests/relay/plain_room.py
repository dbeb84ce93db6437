"""A room's end of the wire where no WebSocket comes through: frames in plain requests."""

import http.client
import threading
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, Queue
from typing import Self
from urllib.parse import urlsplit

from pse import frames
from pse.wire import decode, encode

from .conftest import Wire
from .people import Somebody
from .room import ORIGIN, WAIT, Room

KIND = "application/octet-stream"


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes


def post(
    address: str,
    way: str,
    body: bytes,
    *,
    origin: str | None = ORIGIN,
    method: str = "POST",
    **more: str,
) -> Answer:
    """One request to the plain wire; `more` are headers, with _ for -."""
    line = http.client.HTTPConnection(urlsplit(address).netloc, timeout=30)
    headers = {"Content-Type": KIND} | ({} if origin is None else {"Origin": origin})
    try:
        headers |= {name.replace("_", "-"): value for name, value in more.items()}
        line.request(method, f"/wire/plain/{way}", body=body, headers=headers)
        answer = line.getresponse()
        return Answer(answer.status, answer.headers, answer.read())
    finally:
        line.close()


def packed(*raw: bytes) -> bytes:
    """Frames one after another, each with its length."""
    return b"".join(len(each).to_bytes(4, "little") + each for each in raw)


def unpacked(body: bytes) -> list[bytes]:
    """The frames of one answer."""
    found = []
    while body:
        size = 4 + int.from_bytes(body[:4], "little")
        found.append(body[4:size])
        body = body[size:]
    return found


def count(number: int) -> bytes:
    """A number as the requests say it."""
    return number.to_bytes(8, "little")


class PlainRoom(Room):
    """One plain line; a thread asks for what waits, as a room does."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.id = b""
        self.sent = self.had = 0
        self.is_closed = threading.Event()
        self._frames: Queue[bytes] = Queue()
        self._asking: threading.Thread | None = None

    def __exit__(self, *_: object) -> None:
        if self.id and not self.is_closed.is_set():
            with suppress(OSError):
                post(self.address, "leave", self.id)
        if self._asking is not None:
            self._asking.join(10)

    def open(self, ticket: bytes, *, version: int = 1) -> Self:
        """Show a ticket and wait for OPENED."""
        self.begin(ticket, version=version)
        self.expect(frames.Opened)
        return self

    def begin(self, ticket: bytes, *, version: int = 1) -> None:
        """Show a ticket, and ask for what comes."""
        answer = post(self.address, "open", packed(encode(frames.Open(version, ticket))))
        assert answer.status == 200
        self.id, self.sent = answer.body, 1
        self.listen()

    def listen(self) -> None:
        """Ask for what comes, from now on."""
        self._asking = threading.Thread(target=self._ask, daemon=True)
        self._asking.start()

    def send(self, frame: frames.Frame | bytes) -> None:
        """Send a frame."""
        self.send_all([frame])

    def send_all(self, several: list[frames.Frame | bytes]) -> None:
        """Send frames in one request."""
        raw = [each if isinstance(each, bytes) else encode(each) for each in several]
        answer = post(self.address, "send", self.id + count(self.sent) + packed(*raw))
        assert answer.status == 204, answer
        self.sent += len(raw)

    def next(self, *, within: float = WAIT) -> frames.Frame:
        """The next frame; TimeoutError if none comes."""
        try:
            return decode(self._frames.get(timeout=within))
        except Empty:
            raise TimeoutError from None

    def goodbye(self) -> int:
        """The code of the GOODBYE that comes, after which the line is closed."""
        code = self.until(frames.Goodbye).code
        assert self.is_closed.wait(WAIT)
        return code

    def reads_to_the_end(self) -> None:
        """Read until the line is closed."""
        assert self.is_closed.wait(WAIT)

    def left(self) -> list[frames.Frame]:
        """All that has come and was not read."""
        found: deque[frames.Frame] = deque()
        while not self._frames.empty():
            found.append(decode(self._frames.get()))
        return list(found)

    def _ask(self) -> None:
        while not self.is_closed.is_set():
            try:
                answer = post(self.address, "take", self.id + count(self.had))
            except OSError:
                self.is_closed.set()
                return
            if answer.status != 200:
                self.is_closed.set()
                return
            for raw in unpacked(answer.body):
                self.had += 1
                self._frames.put(raw)


class PlainWire(Wire):
    """A relay that is visited without a WebSocket."""

    def room(self, somebody: Somebody) -> PlainRoom:
        """A signed-in room of somebody."""
        return PlainRoom(self.address).open(somebody.ticket(now=self.clock()))
