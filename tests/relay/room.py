"""A room's end of the wire: a real socket, frames in and out."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Self, TypeVar

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from pse import frames
from pse.conversation import Conversation
from pse.walk import Line
from pse.wire import decode, encode

ORIGIN = "https://peers.example.org"
WAIT = 5.0
Wanted = TypeVar("Wanted")


class Room:
    """One open socket."""

    def __init__(
        self,
        address: str,
        *,
        origin: str | None = ORIGIN,
        protocol: str | None = "pse1",
        more: Mapping[str, str] | None = None,
    ) -> None:
        self._opening = connect(
            address,
            origin=origin,
            subprotocols=[protocol] if protocol else None,
            compression=None,
            additional_headers=more,
            proxy=None,
            max_size=200_000,
            close_timeout=2,
        )
        self.socket: ClientConnection = self._opening.__enter__()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._opening.__exit__(None, None, None)

    def open(self, ticket: bytes, *, version: int = 1) -> Self:
        """Show a ticket and wait for OPENED."""
        self.send(frames.Open(version, ticket))
        self.expect(frames.Opened)
        return self

    def send(self, frame: frames.Frame | bytes) -> None:
        """Send a frame, or bytes that pretend to be one."""
        self.socket.send(frame if isinstance(frame, bytes) else encode(frame))

    def next(self, *, within: float = WAIT) -> frames.Frame:
        """The next frame; TimeoutError if none comes."""
        raw = self.socket.recv(timeout=within)
        assert isinstance(raw, bytes)
        return decode(raw)

    def expect(self, wanted: type[Wanted], *, within: float = WAIT) -> Wanted:
        """The next frame, which is of this type."""
        frame = self.next(within=within)
        assert isinstance(frame, wanted), frame
        return frame

    def until(
        self, wanted: type[Wanted], *, also: Callable[[Wanted], bool] | None = None
    ) -> Wanted:
        """The next frame of this type; others before it are dropped."""
        while True:
            frame = self.next()
            if isinstance(frame, wanted) and (also is None or also(frame)):
                return frame

    def is_quiet(self, *, for_seconds: float = 0.3) -> bool:
        """Say whether nothing comes."""
        try:
            frame = self.next(within=for_seconds)
        except TimeoutError:
            return True
        raise AssertionError(frame)

    def goodbye(self) -> int:
        """The code of the GOODBYE that comes, after which the socket is closed."""
        code = self.until(frames.Goodbye).code
        try:
            extra = self.socket.recv(timeout=WAIT)
        except ConnectionClosed:
            return code
        raise AssertionError(extra)

    def reads_to_the_end(self) -> None:
        """Read until the socket is closed."""
        with suppress(ConnectionClosed):
            while True:
                self.socket.recv(timeout=WAIT)

    def follow(self, conversation: Conversation, *, after_n: int = 0) -> list[Line]:
        """Catch up and check every frame as a room does; gives back the lines."""
        self.send(frames.Follow(conversation.headers.conv, after_n))
        lines: list[Line] = []
        while True:
            frame = self.next()
            lines += conversation.take(frame)  # type: ignore[arg-type]
            if isinstance(frame, frames.Upto):
                return lines

    def send_and_wait(self, frame: frames.Send) -> frames.Ack:
        """Send an entry and wait for its acknowledgement."""
        self.send(frame)
        return self.until(frames.Ack, also=lambda ack: ack.id == frame.entry.msg_id)
