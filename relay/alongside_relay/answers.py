"""What the relay answers to requests that are no socket: how it is, and the plain wire."""

from collections.abc import Awaitable, Callable
from ipaddress import ip_address
from typing import Final

from .figures import Figures
from .plain import PATH, Message, Plain, Receive, Send

TEXT: Final = b"text/plain; charset=utf-8"
FIGURES: Final = b"text/plain; version=0.0.4; charset=utf-8"
HANDED_ON = {b"x-forwarded-for", b"forwarded", b"via"}


class Answers:
    """`GET /wire/health`, `/wire/ready` and `/wire/metrics`, and everything under `plain`."""

    def __init__(
        self,
        plain: Plain,
        figures: Figures,
        state: Callable[[], Awaitable[str]],
        is_alive: Callable[[], bool],
        *,
        is_open: bool,
    ) -> None:
        self._plain = plain
        self._figures = figures
        self._state = state
        self._is_alive = is_alive
        self._is_open = is_open

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer one request; what is not known is not there."""
        path = scope["path"]
        if path.startswith(PATH):
            await self._plain(scope, receive, send)
            return
        is_read = scope["method"] in ("GET", "HEAD")
        if is_read and path == "/wire/health":
            await _say(send, "ok" if self._is_alive() else "", "not writing")
        elif is_read and path == "/wire/ready":
            trouble = await self._state()
            await _say(send, "" if trouble else "ready", trouble)
        elif is_read and path == "/wire/metrics" and (self._is_open or is_near(scope)):
            is_ready = not await self._state()
            await _reply(send, 200, self._figures.text(is_ready=is_ready), FIGURES)
        else:
            await _reply(send, 404, "nothing here\n", TEXT)


def is_near(scope: Message) -> bool:
    """Say whether somebody on this very machine asks, with no proxy between."""
    client = scope.get("client")
    if any(name in HANDED_ON for name, _ in scope["headers"]):
        return False
    try:
        return client is None or ip_address(client[0]).is_loopback
    except ValueError:
        return False


async def _say(send: Send, good: str, trouble: str) -> None:
    await _reply(send, 200 if good else 503, f"{good or trouble}\n", TEXT)


async def _reply(send: Send, status: int, words: str, kind: bytes) -> None:
    headers = [(b"content-type", kind), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": words.encode()})
