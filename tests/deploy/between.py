"""Somebody between a house and its visitors, who answers with one thing changed."""

import http.client
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

HOP = {"connection", "transfer-encoding", "content-length", "keep-alive", "date", "server"}


class Reply:
    """What the house answered, to be changed before it is passed on."""

    def __init__(self, path, asked, answer):
        self.path = path
        self.asked = asked
        self.status = answer.status
        self.headers = [(k, v) for k, v in answer.getheaders() if k.lower() not in HOP]
        self.body = answer.read()

    def seen_at(self, behind, before):
        """Let policies name the address that visitors see."""
        self.headers = [(k, v.replace(f":{behind}", f":{before}")) for k, v in self.headers]

    def without(self, name):
        """Drop a header."""
        self.headers = [(k, v) for k, v in self.headers if k.lower() != name.lower()]

    def says(self, name, value):
        """Say a header, in place of what the house said."""
        self.without(name)
        self.headers.append((name, value))


@contextmanager
def between(port, change):
    """Stand before the house on this port; give the address that visitors see then."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            reply = fetched(port, self.path, self.headers)
            reply.seen_at(port, self.server.server_address[1])
            change(reply)
            self.send_response_only(reply.status)
            for name, value in reply.headers:
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            self.wfile.write(reply.body)

        def log_message(self, *_words):
            """Say nothing of visitors."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


def fetched(port, path, headers):
    """Ask the house as this visitor did."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        asked = {k: v for k, v in headers.items() if k.lower() != "host"}
        line.request("GET", path, headers=asked)
        return Reply(path, headers, line.getresponse())
    finally:
        line.close()
