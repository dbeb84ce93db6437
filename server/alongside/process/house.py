"""Sends each visitor to the right part of the house: the live wire, or pages and API."""

from collections.abc import Awaitable, Callable, Coroutine, MutableMapping
from typing import Any

from alongside_relay.socket import Sockets

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Coroutine[Any, Any, None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]
Leave = Callable[[], Awaitable[None]]
WIRE = "/wire"


class House:
    """One ASGI application: `wire` takes its addresses and the lifespan, `pages` the rest.

    `sockets` is what uvicorn gives WebSockets to; without it there are none. `leave` is
    awaited before the server closes its doors, so that last words can still be fetched.
    """

    def __init__(
        self,
        *,
        wire: Application,
        pages: Application,
        sockets: Sockets | None = None,
        leave: Leave | None = None,
    ) -> None:
        self._wire = wire
        self._pages = pages
        self.sockets = sockets
        self.leave = leave

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the visitor on."""
        if scope["type"] == "lifespan" or _is_for_the_wire(scope):
            await self._wire(scope, receive, send)
        else:
            await self._pages(scope, receive, send)


def _is_for_the_wire(scope: Scope) -> bool:
    path: str = scope["path"]
    return path == WIRE or path.startswith(f"{WIRE}/")
