"""Sends each visitor to the right part of the house: the live wire, or pages and API."""

from collections.abc import Awaitable, Callable, Coroutine, MutableMapping
from typing import Any

from alongside_relay.socket import Sockets

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Coroutine[Any, Any, None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]
WIRE = ("/wire", "/wire/health")


class House:
    """One ASGI application: `wire` takes its addresses and the lifespan, `pages` the rest.

    `sockets` is what uvicorn gives WebSockets to; without it there are none.
    """

    def __init__(
        self, *, wire: Application, pages: Application, sockets: Sockets | None = None
    ) -> None:
        self._wire = wire
        self._pages = pages
        self.sockets = sockets

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the visitor on."""
        if scope["type"] == "lifespan" or _is_for_the_wire(scope):
            await self._wire(scope, receive, send)
        else:
            await self._pages(scope, receive, send)


def _is_for_the_wire(scope: Scope) -> bool:
    return scope["path"] in WIRE
