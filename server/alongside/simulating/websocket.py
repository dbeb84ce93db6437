"""A WebSocket client of so few steps that it is not the limit. For loopback only."""

from collections.abc import Callable
from typing import Any

from picows import WSFrame, WSListener, WSMsgType, WSTransport, ws_connect


class Socket(WSListener):
    """Frames out, and frames in as `hear` gets them."""

    def __init__(self) -> None:
        self.hear: Callable[[bytes], None] = lambda _frame: None
        self.is_gone = False

    def on_ws_connected(self, transport: WSTransport) -> None:
        """Keep what can be written to."""
        self._transport = transport

    def on_ws_frame(self, transport: WSTransport, frame: WSFrame) -> None:
        """Hand on what came."""
        if frame.msg_type == WSMsgType.BINARY:
            self.hear(frame.get_payload_as_bytes())
        elif frame.msg_type == WSMsgType.CLOSE:
            transport.disconnect()

    def on_ws_disconnected(self, transport: WSTransport) -> None:
        """The line is gone."""
        self.is_gone = True

    def send(self, payload: bytes) -> None:
        """Send one binary frame; nothing happens on a line that is gone."""
        if not self.is_gone:
            self._transport.send(WSMsgType.BINARY, payload)

    def close(self) -> None:
        """Hang up."""
        if not self.is_gone:
            self._transport.disconnect()

    def vanish(self) -> None:
        """Say nothing more and hear nothing more, as a phone without network does."""
        if not self.is_gone:
            self._transport.underlying_transport.pause_reading()


async def connect(
    port: int,
    *,
    origin: str,
    path: str = "/wire",
    protocol: str = "pse1",
    source: str | None = None,
) -> Socket:
    """An open socket; `source` is the address of this machine that it comes from."""
    headers = {"Origin": origin}
    if protocol:
        headers["Sec-WebSocket-Protocol"] = protocol
    where: dict[str, Any] = {"local_addr": (source, 0)} if source else {}
    _, socket = await ws_connect(
        Socket,
        f"ws://127.0.0.1:{port}{path}",
        extra_headers=headers,
        enable_auto_ping=False,
        enable_auto_pong=True,
        **where,
    )
    assert isinstance(socket, Socket)  # noqa: S101
    return socket
