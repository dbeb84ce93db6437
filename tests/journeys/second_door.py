"""A second port that leads to the same house, byte for byte: another origin for a browser."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress


@contextmanager
def second_door(port: int) -> Iterator[int]:
    """Give a port; whoever comes to it is led to the house behind it."""
    door = socket.create_server(("127.0.0.1", 0))
    threading.Thread(target=_welcome, args=(door, port), daemon=True).start()
    try:
        yield door.getsockname()[1]
    finally:
        # A thread that waits in accept() is woken by this, and not by closing alone.
        with suppress(OSError):
            door.shutdown(socket.SHUT_RDWR)
        door.close()


def _welcome(door: socket.socket, port: int) -> None:
    with suppress(OSError):
        while True:
            visitor, _ = door.accept()
            try:
                house = socket.create_connection(("127.0.0.1", port))
            except OSError:
                visitor.close()
                continue
            for one, other in ((visitor, house), (house, visitor)):
                threading.Thread(target=_carry, args=(one, other), daemon=True).start()


def _carry(one: socket.socket, other: socket.socket) -> None:
    with suppress(OSError):
        while piece := one.recv(65_536):
            other.sendall(piece)
    for end in (one, other):
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
    one.close()
