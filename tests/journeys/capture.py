"""Writes down all that a browser sends and gets, so that it can be searched."""

import base64
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import BrowserContext, Error, Page, Request, Response, WebSocket

FORGOTTEN = {"document", "fetch", "xhr"}


@dataclass
class Capture:
    """Everything that crossed the wire of one browser, as bytes, one file a thing."""

    folder: Path
    count: int = 0
    urls: list[str] = field(default_factory=list)
    _answers: list[Response] = field(default_factory=list)
    _whole: set[Request] = field(default_factory=set)
    _read: set[Request] = field(default_factory=set)

    def listen(self, context: BrowserContext) -> None:
        """Note requests, answers and frames of every page; before a page opens its socket."""
        self.folder.mkdir(parents=True, exist_ok=True)
        context.on("request", self._request)
        context.on("response", lambda answer: self._answers.append(answer))
        context.on("requestfinished", self._finished)
        context.on("page", self._page)
        for page in context.pages:
            self._page(page)

    def finish(self) -> None:
        """Fetch the bodies of the answers; before the context closes."""
        for answer in self._answers:
            # The rest of one that its page left behind is waited for without an end.
            if answer.request not in self._whole:
                continue
            self._keep("answer", repr(answer.all_headers()).encode())
            self._keep_body(answer)

    def saw_frames(self) -> None:
        """Refuse to say that nothing left where the live wire was not seen at all."""
        for way in ("sent", "got"):
            assert list(self.folder.glob(f"*-frame-{way}")), f"no frame was seen that was {way}"

    def _page(self, page: Page) -> None:
        page.on("websocket", self._socket)

    def _request(self, request: Request) -> None:
        self.urls.append(request.url)
        self._keep("request", f"{request.method} {request.url}\n{request.headers}".encode())
        if request.post_data_buffer:
            self._keep("request-body", request.post_data_buffer)

    def _finished(self, request: Request) -> None:
        """Read at once what a browser forgets when its page goes on to another."""
        self._whole.add(request)
        answer = next((one for one in self._answers if one.request == request), None)
        if answer is not None and request.resource_type in FORGOTTEN:
            self._keep_body(answer)

    def _keep_body(self, answer: Response) -> None:
        if answer.request in self._read:
            return
        try:
            self._keep("answer-body", answer.body())
        except Error:  # an answer without a body, or of a page that has gone
            return
        self._read.add(answer.request)

    def _socket(self, socket: WebSocket) -> None:
        self._keep("socket", socket.url.encode())
        socket.on("framesent", lambda frame: self._frame("sent", frame))
        socket.on("framereceived", lambda frame: self._frame("got", frame))

    def _frame(self, way: str, frame: str | bytes) -> None:
        self._keep(f"frame-{way}", frame.encode() if isinstance(frame, str) else frame)

    def _keep(self, kind: str, data: bytes) -> None:
        self.count += 1
        (self.folder / f"{self.count:05d}-{kind}").write_bytes(data)


STORED = """async () => {
    const plain = async (value) => {
        if (value instanceof Blob) return `blob ${await value.text()}`;
        if (value instanceof ArrayBuffer) return new TextDecoder("latin1").decode(value);
        if (ArrayBuffer.isView(value)) return new TextDecoder("latin1").decode(value.buffer);
        if (value instanceof Map || value instanceof Set) return plain([...value]);
        if (Array.isArray(value)) return Promise.all(value.map(plain));
        if (value === null || typeof value !== "object") return String(value);
        const named = Object.entries(value).flat();
        return [String(value), await plain(named)];
    };
    const come = (asked) => new Promise((done, failed) => {
        asked.onsuccess = () => done(asked.result);
        asked.onerror = () => failed(asked.error);
    });
    const database = async ({ name }) => {
        const opened = await come(indexedDB.open(name));
        const found = { name };
        for (const store of opened.objectStoreNames) {
            const held = opened.transaction(store).objectStore(store);
            const [keys, values] = await Promise.all([
                come(held.getAllKeys()), come(held.getAll())]);
            found[store] = await plain([keys, values]);
        }
        opened.close();
        return found;
    };
    const kept = { local: { ...localStorage }, session: { ...sessionStorage },
        caches: [], databases: [],
        history: history.state, address: location.href, title: document.title,
        cookies: document.cookie };
    for (const one of await indexedDB.databases()) kept.databases.push(await database(one));
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
            kept.caches.push(request.url, await (await cache.match(request)).text());
        }
    }
    return kept;
}"""


def browser_storage(page: Page) -> bytes:
    """What the page could find again in this browser: storage, caches, databases, history."""
    found = page.evaluate(STORED)
    return repr(found).encode() + base64.b64encode(repr(found).encode())
