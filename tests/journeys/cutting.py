"""A proxy as some workplaces have it: pages come through, WebSockets do not."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

REFUSED = b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


@dataclass
class Cutting:
    """Hands everything on to a port of this machine, but for WebSockets."""

    port: int
    # Refuses them with 502; else it lets them open, and drops them at once.
    is_open_about_it: bool
    house: int = 0
    cut: int = 0
    plain: list[str] = field(default_factory=list)

    @property
    def origin(self) -> str:
        """Where people come in."""
        return f"http://127.0.0.1:{self.port}"

    def serve(self, visitor: socket.socket) -> None:
        """Look at the first request, and hand the rest on."""
        with visitor, suppress(OSError):
            head = _head_from(visitor)
            if b"upgrade: websocket" in head.lower():
                self._cut(visitor, head)
                return
            if b"/wire/plain/" in head:
                self.plain.append(head.split(b" ")[1].decode())
            with socket.create_connection(("127.0.0.1", self.house)) as there:
                there.sendall(head)
                back = threading.Thread(target=_copy, args=(there, visitor), daemon=True)
                back.start()
                _copy(visitor, there)
                back.join()

    def _cut(self, visitor: socket.socket, head: bytes) -> None:
        self.cut += 1
        if self.is_open_about_it:
            visitor.sendall(REFUSED)
            return
        with socket.create_connection(("127.0.0.1", self.house)) as there:
            there.sendall(head)
            visitor.sendall(there.recv(4096))


@contextmanager
def cutting(*, is_open_about_it: bool) -> Iterator[Cutting]:
    """Stand before a house; its port is told later."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        proxy = Cutting(door.getsockname()[1], is_open_about_it)
        threading.Thread(target=_welcome, args=(door, proxy), daemon=True).start()
        yield proxy


def _welcome(door: socket.socket, proxy: Cutting) -> None:
    with suppress(OSError):
        while True:
            visitor, _ = door.accept()
            threading.Thread(target=proxy.serve, args=(visitor,), daemon=True).start()


def _head_from(visitor: socket.socket) -> bytes:
    head = b""
    while b"\r\n\r\n" not in head and (more := visitor.recv(65_536)):
        head += more
    return head


def _copy(here: socket.socket, there: socket.socket) -> None:
    with suppress(OSError):
        while some := here.recv(65_536):
            there.sendall(some)
    with suppress(OSError):
        there.shutdown(socket.SHUT_WR)
