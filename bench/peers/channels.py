"""Django Channels: how the peer in channels_app/ is started and spoken to."""

import importlib.util
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alongside.simulating.websocket import Socket, connect
from bench.loop import Count, Loop
from bench.pair import entry_of
from bench.process import Process, free_port
from bench.seed import Seeded, Side
from pse import frames
from pse.wire import encode

NAME = "channels"
SECRET = "a bench on loopback"  # noqa: S105
ACK, MESSAGE, NUMBERED = 0x13, 0x12, 9
NOBODY = Side(0, bytes(16), 0)


class Chat(Loop):
    """One room with two seats."""

    def __init__(self, sender: Socket, receiver: Socket, body: bytes, count: Count) -> None:
        super().__init__(count)
        self._sender = sender
        self._rest = body[16:]
        sender.hear = self._heard
        receiver.hear = self._got

    def send(self) -> None:
        """Hand the next message in: as many bytes as one of our entries has."""
        self._id = os.urandom(16)
        self._sender.send(self._id + self._rest)

    def _heard(self, raw: bytes) -> None:
        self.acked() if raw[0] == ACK else self.was_strange()

    def _got(self, raw: bytes) -> None:
        is_it = raw[0] == MESSAGE and raw[NUMBERED : NUMBERED + 16] == self._id
        self.delivered() if is_it else self.was_strange()


def why_not() -> str | None:
    """Why it cannot run here, or None."""
    if importlib.util.find_spec("channels") is None:
        return "Channels is not installed (the extra `bench`)."
    return None


@contextmanager
def served(folder: Path) -> Iterator[Process]:
    """A fresh one."""
    port = free_port()
    command = [sys.executable, "-m", "bench.peers.channels_app", str(port)]
    database = {"PEER_DATABASE": str(folder / "peer.sqlite3")}
    with Process(command, port, environment=database) as server:
        yield server


async def loops(server: Process, pairs: int, count: Count) -> list[Loop]:
    """So many rooms, each with both its people connected."""
    body = encode(frames.Send(entry_of(Seeded(bytes(16), NOBODY, NOBODY))))
    return [
        Chat(await _come(server.port, room, 1), await _come(server.port, room, 2), body, count)
        for room in range(pairs)
    ]


async def _come(port: int, room: int, seat: int) -> Socket:
    from django.core.signing import Signer

    claim = Signer(key=SECRET).sign(f"{room}.{seat}")
    return await connect(
        port, origin=f"http://127.0.0.1:{port}", path=f"/chat/{claim}", protocol=""
    )
