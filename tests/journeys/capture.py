"""Writes down all that a browser sends and gets, so that it can be searched."""

import base64
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import BrowserContext, Error, Page, Request, Response, WebSocket


@dataclass
class Capture:
    """Everything that crossed the wire of one browser, as bytes, one file a thing."""

    folder: Path
    count: int = 0
    urls: list[str] = field(default_factory=list)
    _answers: list[Response] = field(default_factory=list)

    def listen(self, context: BrowserContext) -> None:
        """Note requests, answers and frames of every page of this context."""
        self.folder.mkdir(parents=True, exist_ok=True)
        context.on("request", self._request)
        context.on("response", lambda answer: self._answers.append(answer))
        context.on("page", lambda page: page.on("websocket", self._socket))

    def finish(self) -> None:
        """Fetch the bodies of the answers; before the context closes."""
        for answer in self._answers:
            self._keep("answer", repr(answer.all_headers()).encode())
            try:
                self._keep("answer-body", answer.body())
            except Error:  # an answer without a body, or of a page that has gone
                continue

    def _request(self, request: Request) -> None:
        self.urls.append(request.url)
        self._keep("request", f"{request.method} {request.url}\n{request.headers}".encode())
        if request.post_data_buffer:
            self._keep("request-body", request.post_data_buffer)

    def _socket(self, socket: WebSocket) -> None:
        self._keep("socket", socket.url.encode())
        socket.on("framesent", lambda frame: self._frame("sent", frame))
        socket.on("framereceived", lambda frame: self._frame("got", frame))

    def _frame(self, way: str, frame: str | bytes) -> None:
        self._keep(f"frame-{way}", frame.encode() if isinstance(frame, str) else frame)

    def _keep(self, kind: str, data: bytes) -> None:
        self.count += 1
        (self.folder / f"{self.count:05d}-{kind}").write_bytes(data)


def browser_storage(page: Page) -> bytes:
    """What the page could find again in this browser: storage, caches, databases, history."""
    found = page.evaluate(
        """async () => {
            const kept = { local: { ...localStorage }, session: { ...sessionStorage },
                caches: [],
                history: history.state, address: location.href, title: document.title,
                databases: await indexedDB.databases(), cookies: document.cookie };
            for (const name of await caches.keys()) {
                const cache = await caches.open(name);
                for (const request of await cache.keys()) {
                    kept.caches.push(request.url, await (await cache.match(request)).text());
                }
            }
            return kept;
        }"""
    )
    return repr(found).encode() + base64.b64encode(repr(found).encode())
