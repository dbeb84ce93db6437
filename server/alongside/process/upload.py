"""A slow or endless upload waits outside: a thread is given only to a request that is whole."""

import asyncio
from collections.abc import MutableMapping
from typing import Any

from alongside.process.house import Application, Receive, Scope, Send

LARGEST = 1024 * 1024
PATIENCE = 20.0


class TooLarge(Exception):
    """More arrived than any page or API call may send."""


class WholeUploads:
    """Reads each request to its end, within limits, before the application sees it."""

    def __init__(self, app: Application) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 413 or 408 for what is too large or too slow; else hand the request on."""
        try:
            async with asyncio.timeout(PATIENCE):
                body = await _whole(receive)
        except TooLarge:
            await _answer(send, 413)
        except TimeoutError:
            await _answer(send, 408)
        else:
            if body is not None:
                await self._app(scope, _once(body, receive), send)


async def _whole(receive: Receive) -> bytes | None:
    """Collect the body; None when the visitor has gone."""
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        body += message.get("body", b"")
        if len(body) > LARGEST:
            raise TooLarge
        if not message.get("more_body", False):
            return bytes(body)


def _once(body: bytes, receive: Receive) -> Receive:
    waiting = [body]

    async def whole() -> MutableMapping[str, Any]:
        if waiting:
            return {"type": "http.request", "body": waiting.pop(), "more_body": False}
        return await receive()

    return whole


async def _answer(send: Send, status: int) -> None:
    headers = [(b"content-length", b"0"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b""})
