"""The wire for networks that let no WebSocket through: frames in bodies of plain requests.

`POST /wire/plain/open`, `send`, `take` and `leave` (protocol/ledger.md, section 4).
"""

import asyncio
import secrets
from collections.abc import Awaitable, Callable, Collection, MutableMapping
from typing import Any

from .arrivals import came_from
from .plain_line import PlainLine, WrongCount
from .socket import Talk

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

PATH = "/wire/plain/"
ID, COUNT, LENGTH = 32, 8, 4
OPENING_BYTES = 4096
SENDING_BYTES = 256 * 1024
PATIENCE = 20.0
LAST_WORDS = 0.8
KIND = b"application/octet-stream"
MAY_ASK = (
    (b"access-control-allow-methods", b"POST"),
    (b"access-control-allow-headers", b"Content-Type"),
    (b"access-control-max-age", b"600"),
)


class Answered(Exception):
    """The request ends here, with this status and nothing to read."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class Plain:
    """All plain lines, each under an id that only its room knows. In the loop's thread."""

    def __init__(
        self, talk: Talk, *, origins: Collection[str], proxies: Collection[str], to_read: int
    ) -> None:
        self._talk = talk
        self._origins = origins
        self._proxies = proxies
        self._to_read = to_read
        self._lines: dict[bytes, PlainLine] = {}
        self._is_closing = False
        self._ways = {"open": self._open, "send": self._send, "take": self._take}
        self._ways["leave"] = self._leave

    def __len__(self) -> int:
        return len(self._lines)

    async def close(self) -> None:
        """Let nobody in any more, and give the last words a moment to be fetched."""
        self._is_closing = True
        until = asyncio.get_running_loop().time() + LAST_WORDS
        while any(line.owes for line in self._lines.values()):
            if asyncio.get_running_loop().time() > until:
                break
            await asyncio.sleep(0.02)
        for line in list(self._lines.values()):
            line.drop()

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer one request."""
        origin = _header(scope, b"origin")
        try:
            if origin not in self._origins:
                raise Answered(403)
            if scope["method"] == "OPTIONS":
                raise Answered(204)
            status, body = await self._done(scope, receive)
        except Answered as answered:
            status, body = answered.status, b""
        except WrongCount:
            status, body = 409, b""
        except TimeoutError:
            status, body = 408, b""
        await _reply(send, status, body, origin if origin in self._origins else "")

    async def _done(self, scope: Message, receive: Receive) -> tuple[int, bytes]:
        way = self._ways.get(scope["path"].removeprefix(PATH))
        if way is None:
            raise Answered(404)
        if scope["method"] != "POST":
            raise Answered(405)
        if _header(scope, b"content-type").encode() != KIND:
            raise Answered(415)
        return await way(scope, receive)

    async def _open(self, scope: Message, receive: Receive) -> tuple[int, bytes]:
        if self._is_closing:
            raise Answered(503)
        frames = _frames(await _whole(receive, most=OPENING_BYTES))
        line = PlainLine(to_read=self._to_read, gone=self._gone)
        id_ = secrets.token_bytes(ID)
        self._lines[id_] = line
        address = came_from(scope.get("client"), _forwarded(scope), self._proxies)
        self._talk.opened(line.connection, address)
        self._hear(line, line.fresh(0, frames))
        return 200, id_

    async def _send(self, _scope: Message, receive: Receive) -> tuple[int, bytes]:
        body = await _whole(receive, most=SENDING_BYTES, known=self._lines)
        line = self._line(body)
        self._hear(line, line.fresh(_count(body), _frames(body[ID + COUNT :])))
        return 204, b""

    async def _take(self, _scope: Message, receive: Receive) -> tuple[int, bytes]:
        body = await _whole(receive, most=ID + COUNT, known=self._lines)
        frames = await self._line(body).take(_count(body))
        if frames is None:
            raise Answered(404)
        return 200, b"".join(len(frame).to_bytes(LENGTH, "little") + frame for frame in frames)

    async def _leave(self, _scope: Message, receive: Receive) -> tuple[int, bytes]:
        self._line(await _whole(receive, most=ID)).drop()
        return 204, b""

    def _hear(self, line: PlainLine, frames: list[bytes]) -> None:
        line.connection.was_heard = True
        for frame in frames:
            self._talk.heard(line.connection, frame)

    def _line(self, body: bytes) -> PlainLine:
        line = self._lines.get(body[:ID])
        if line is None:
            raise Answered(404)
        return line

    def _gone(self, line: PlainLine) -> None:
        for id_ in [id_ for id_, each in self._lines.items() if each is line]:
            del self._lines[id_]
        self._talk.gone(line.connection)


async def _whole(
    receive: Receive, *, most: int, known: Collection[bytes] | None = None
) -> bytes:
    """The body; of a line that is not `known` nothing more is read than its id."""
    body = bytearray()
    async with asyncio.timeout(PATIENCE):
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise Answered(400)
            body += message.get("body", b"")
            if len(body) > most:
                raise Answered(413)
            if known is not None and len(body) >= ID and bytes(body[:ID]) not in known:
                raise Answered(404)
            if not message.get("more_body", False):
                return bytes(body)


def _frames(body: bytes) -> list[bytes]:
    frames, at = [], 0
    while at < len(body):
        begins = at + LENGTH
        at = begins + int.from_bytes(body[at:begins], "little")
        if at > len(body) or begins > len(body):
            raise Answered(400)
        frames.append(body[begins:at])
    return frames


def _count(body: bytes) -> int:
    if len(body) < ID + COUNT:
        raise Answered(400)
    return int.from_bytes(body[ID : ID + COUNT], "little")


def _header(scope: Message, name: bytes) -> str:
    """What a header says; nothing if it is said twice."""
    said = [value for key, value in scope["headers"] if key == name]
    return said[0].decode("latin-1") if len(said) == 1 else ""


def _forwarded(scope: Message) -> str:
    said = [value for key, value in scope["headers"] if key == b"x-forwarded-for"]
    return b",".join(said).decode("latin-1")


async def _reply(send: Send, status: int, body: bytes, origin: str) -> None:
    headers = [(b"cache-control", b"no-store"), (b"x-content-type-options", b"nosniff")]
    if status != 204:
        headers.append((b"content-length", str(len(body)).encode()))
    if status == 200:
        headers.append((b"content-type", KIND))
    if origin:
        headers += [(b"access-control-allow-origin", origin.encode()), (b"vary", b"Origin")]
        headers += MAY_ASK
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
