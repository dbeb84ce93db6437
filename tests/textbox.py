"""A provider of text messages for tests: it takes them over HTTP as Twilio's API does.

What it takes comes from the provider's own library; what it answers is what that API answers.
"""

import json
import threading
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

ACCOUNT, TOKEN, SENDER = "AC" + "0" * 32, "s3cret/word", "15005550006"


@dataclass
class Textbox:
    """What came, and the fault each number is answered with: a status and a code.

    `meanwhile`: what happens elsewhere between a text that came and the answer to it.
    """

    port: int = 0
    came: list[dict[str, str]] = field(default_factory=list)
    faults: dict[str, tuple[int, int]] = field(default_factory=dict)
    meanwhile: Callable[[], None] | None = None

    @property
    def url(self) -> str:
        """What ALONGSIDE_TEXT_URL says."""
        account = f"{ACCOUNT}:{TOKEN.replace('/', '%2F')}"
        return f"twilio://{account}@127.0.0.1:{self.port}?from={SENDER}&tls=none"

    @property
    def texts(self) -> list[str]:
        """The words that came."""
        return [each["Body"] for each in self.came]

    def clear(self) -> None:
        """Forget what came."""
        self.came.clear()
        self.faults.clear()
        self.meanwhile = None


class Counter(BaseHTTPRequestHandler):
    """Takes one text."""

    box: Textbox

    def do_POST(self) -> None:
        """Keep it, and answer as this number is answered."""
        raw = self.rfile.read(int(self.headers["Content-Length"])).decode()
        text = {name: values[0] for name, values in parse_qs(raw).items()}
        fault = self.box.faults.get(text["To"]) or self._strange()
        if self.box.meanwhile is not None:
            self.box.meanwhile()
        if fault is not None:
            return self._answer(
                fault[0], {"code": fault[1], "message": "no", "status": fault[0]}
            )
        self.box.came.append(text)
        return self._answer(201, {"sid": "SM" + "0" * 32, "status": "queued", **text})

    def _strange(self) -> tuple[int, int] | None:
        known = "Basic " + b64encode(f"{ACCOUNT}:{TOKEN}".encode()).decode()
        if self.headers["Authorization"] != known:
            return 401, 20003
        is_there = self.path == f"/2010-04-01/Accounts/{ACCOUNT}/Messages.json"
        return None if is_there else (404, 20404)

    def _answer(self, status: int, said: dict[str, Any]) -> None:
        body = json.dumps(said).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@contextmanager
def open_textbox() -> Iterator[Textbox]:
    """Serve a provider as long as the block lasts."""
    box = Textbox()
    handler = type("Here", (Counter,), {"box": box})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        box.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield box
        server.shutdown()
