"""The wire's sockets: picows carries the frames, uvicorn hands the upgraded connections over.

uvicorn asks its `ws` for a protocol when a visitor wants a WebSocket. `Sockets` gives one of
picows (https://github.com/tarasko/picows), so that pages and wire share one port, and a frame
costs no coroutine and no dictionary.
"""

import asyncio
from collections.abc import Callable, Collection
from http import HTTPStatus
from typing import Any, Final, Protocol

from picows import (
    WSAutoPingStrategy,
    WSCloseCode,
    WSFrame,
    WSListener,
    WSMsgType,
    WSTransport,
    WSUpgradeRequest,
    WSUpgradeResponse,
    WSUpgradeResponseWithListener,
)
from picows.picows import WSProtocol  # type: ignore[attr-defined]

from .arrivals import came_from
from .connection import Connection
from .door import SUBPROTOCOL
from .quiet import Quiet

OPENS_WITHIN = 10.0
# An entry is about 1.3 kB; the buffer grows for larger ones and shrinks again.
READS_AT_ONCE = 2048
WAITS_UNSENT = 64 * 1024
LETS_GO_AFTER = 5.0
# What is a little too large is told so in a frame; of what is larger, nothing is read.
SAID_TO_BE_TOO_LARGE = 4096
# Of a larger frame picows 2.3 hands uvloop a view on a header that the next frame overwrites,
# and whoever reads slowly is sent nonsense (tests/relay/test_limits.py). From bytes of our own,
# with room for the header before them, it copies what cannot go out at once.
COPIED_BY_PICOWS = 8192
BEFORE = 14
ALWAYS: Final[dict[str, Any]] = {
    "is_client_side": False,
    "host_port": None,
    "ws_path": None,
    "extra_headers": None,
    "disconnect_on_exception": True,
    "websocket_handshake_timeout": OPENS_WITHIN,
    # The relay asks by itself who is there.
    "enable_auto_ping": False,
    "auto_ping_idle_timeout": 20.0,
    "auto_ping_reply_timeout": 20.0,
    "auto_ping_strategy": WSAutoPingStrategy.PING_WHEN_IDLE,
    "enable_auto_pong": True,
    "read_buffer_init_size": READS_AT_ONCE,
}
BINARY, TEXT, REST, CLOSE = (
    int(kind)  # type: ignore[call-overload]
    for kind in (WSMsgType.BINARY, WSMsgType.TEXT, WSMsgType.CONTINUATION, WSMsgType.CLOSE)
)


class Talk(Protocol):
    """What a socket is for: it is opened, frames arrive, it is gone. In the loop's thread."""

    def opened(self, connection: Connection, address: str | None) -> None:
        """Somebody is there, from this address, if it is known."""

    def heard(self, connection: Connection, raw: bytes | None) -> None:
        """A frame has arrived; None for one that is not binary."""

    def gone(self, connection: Connection) -> None:
        """The socket is closed."""


class Sockets:
    """Makes a protocol for each visitor who may come in; uvicorn's `ws` wants exactly this."""

    def __init__(
        self,
        talk: Talk,
        *,
        may_enter: Callable[[WSUpgradeRequest], bool],
        to_read: int,
        frame_bytes: int,
        proxies: Collection[str] = (),
    ) -> None:
        self._talk = talk
        self._may_enter = may_enter
        self._proxies = proxies
        self._to_read = to_read
        self._frame_bytes = frame_bytes

    def __call__(self, **_: Any) -> "HandedOver":
        """A protocol for one connection, in the way uvicorn asks for it."""
        return HandedOver(
            ws_listener_factory=self._listener,
            logger=Quiet("socket"),
            max_frame_size=self._frame_bytes + SAID_TO_BE_TOO_LARGE,
            **ALWAYS,
        )

    def _listener(self, request: WSUpgradeRequest) -> WSUpgradeResponseWithListener:
        if not self._may_enter(request):
            refused = WSUpgradeResponse.create_error_response(HTTPStatus.FORBIDDEN)
            return WSUpgradeResponseWithListener(refused, None)
        accepted = WSUpgradeResponse.create_101_response(
            extra_headers={"Sec-WebSocket-Protocol": SUBPROTOCOL}
        )
        socket = Socket(self._talk, self._to_read, self._frame_bytes, self._proxies)
        return WSUpgradeResponseWithListener(accepted, socket)


class HandedOver(WSProtocol):  # type: ignore[misc]
    """picows's protocol, begun with bytes that somebody else has read."""

    def connection_made(self, transport: Any) -> None:
        """Take the connection over."""
        transport.set_write_buffer_limits(WAITS_UNSENT)
        super().connection_made(transport)

    def data_received(self, raw: bytes) -> None:
        """Take the request that uvicorn has read; what follows comes by `get_buffer`."""
        rest = memoryview(raw)
        while rest:
            room = self.get_buffer(len(rest))
            size = min(len(room), len(rest))
            room[:size] = rest[:size]
            self.buffer_updated(size)
            rest = rest[size:]


class Socket(WSListener):
    """One open socket, in the loop's thread: whole messages in, frames out."""

    def __init__(
        self, talk: Talk, to_read: int, frame_bytes: int, proxies: Collection[str]
    ) -> None:
        self._talk = talk
        self._proxies = proxies
        self._to_read = to_read
        self._frame_bytes = frame_bytes
        self._part: bytearray | None = None
        self._letting_go: asyncio.TimerHandle | None = None
        self._transport: WSTransport
        self._connection: Connection

    # ---- as picows calls it

    def on_ws_connected(self, transport: WSTransport) -> None:
        """The handshake is done."""
        self._transport = transport
        self._connection = Connection(self, to_read=self._to_read)
        self._talk.opened(self._connection, self._address())

    def _address(self) -> str | None:
        peer = self._transport.underlying_transport.get_extra_info("peername")
        said = self._transport.request.headers.getall("x-forwarded-for", [])
        return came_from(peer, ",".join(said), self._proxies)

    def on_ws_frame(self, transport: WSTransport, frame: WSFrame) -> None:
        """One WebSocket frame: a message, a part of one, or a word between the two ends."""
        connection = self._connection
        connection.was_heard = True
        kind = frame.msg_type
        if kind == BINARY and frame.fin:
            self._talk.heard(connection, frame.get_payload_as_bytes())
        elif kind in (BINARY, REST):
            self._join(frame)
        elif kind == TEXT:
            self._talk.heard(connection, None)
        elif kind == CLOSE:
            transport.send_close(WSCloseCode.OK)
            transport.disconnect()

    def on_ws_disconnected(self, transport: WSTransport) -> None:
        """The socket is closed, by whomever."""
        if self._letting_go is not None:
            self._letting_go.cancel()
        self._talk.gone(self._connection)

    def pause_writing(self) -> None:
        """The other side takes no more for now."""
        self._connection.pause()

    def resume_writing(self) -> None:
        """It does again."""
        self._connection.resume()

    # ---- as the connection calls it

    def send(self, frame: bytes) -> None:
        """Send one frame."""
        if len(frame) <= COPIED_BY_PICOWS:
            self._transport.send(WSMsgType.BINARY, frame)
        else:
            room = bytearray(BEFORE) + frame
            self._transport.send_reuse_external_bytearray(WSMsgType.BINARY, room, BEFORE)

    def ask(self) -> None:
        """Ask the other side whether it is there."""
        self._transport.send_ping()

    def close(self) -> None:
        """Say so, and let go when the other side has said so too, or after a while.

        Whoever hangs up on somebody who still sends throws away what they have not read yet.
        """
        self._transport.send_close(WSCloseCode.OK)
        loop = asyncio.get_running_loop()
        self._letting_go = loop.call_later(LETS_GO_AFTER, self.drop)

    def drop(self) -> None:
        """Let go at once."""
        self._transport.disconnect(graceful=False)

    def _join(self, frame: WSFrame) -> None:
        begun = frame.msg_type == BINARY
        if begun == (self._part is not None):
            self._talk.heard(self._connection, None)
            return
        part = self._part = bytearray() if self._part is None else self._part
        part += frame.get_payload_as_memoryview()
        if frame.fin or len(part) > self._frame_bytes:
            self._part = None
            self._talk.heard(self._connection, bytes(part))
