"""A real mail server for tests: it takes letters over SMTP and keeps their very bytes."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage


@dataclass
class Mailbox:
    """What arrived, and what the server answers: an answer by the first word of a command."""

    port: int = 0
    envelopes: list[tuple[str, list[str]]] = field(default_factory=list)
    letters: list[bytes] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)

    @property
    def url(self) -> str:
        """What ALONGSIDE_MAIL_URL says."""
        return f"smtp://127.0.0.1:{self.port}?tls=none"

    @property
    def read(self) -> list[EmailMessage]:
        """The letters, read as a mail program reads them."""
        return [message_from_bytes(each, policy=policy.default) for each in self.letters]  # type: ignore[misc]

    def clear(self) -> None:
        """Forget what arrived."""
        self.envelopes.clear()
        self.letters.clear()
        self.answers.clear()


class Talk(socketserver.StreamRequestHandler):
    """One connection: enough of RFC 5321 for a letter."""

    server: "Server"

    def handle(self) -> None:
        """Take commands until the other side goes."""
        box, sender, to = self.server.box, "", []
        self._say("220 mail.test")
        while line := self.rfile.readline().decode().strip():
            word = line.split(" ")[0].upper()
            if word == "QUIT":
                return self._say("221 bye")
            if word in box.answers:
                self._say(box.answers[word])
                continue
            if word == "MAIL":
                sender, to = line, []
            if word == "RCPT":
                to.append(line)
            if word == "DATA":
                self._say("354 go on")
                box.letters.append(self._letter())
                box.envelopes.append((sender, to))
            self._say("250 fine")
        return None

    def _letter(self) -> bytes:
        lines = []
        while (line := self.rfile.readline()) not in {b".\r\n", b""}:
            lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        return b"".join(lines)

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())


class Server(socketserver.ThreadingTCPServer):
    """Listens on this machine only."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, box: Mailbox) -> None:
        super().__init__(("127.0.0.1", 0), Talk)
        self.box = box


@contextmanager
def open_mailbox() -> Iterator[Mailbox]:
    """Serve a mailbox as long as the block lasts."""
    box = Mailbox()
    with Server(box) as server:
        box.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield box
        server.shutdown()
