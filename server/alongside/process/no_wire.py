"""What stands where there is no wire, or nothing but the wire: one short answer."""

from alongside.process.house import Receive, Scope, Send


class Nothing:
    """Starts and stops with the house, and gives everybody the same answer."""

    def __init__(self, status: int, words: bytes) -> None:
        self._status = status
        self._words = words

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer."""
        if scope["type"] == "lifespan":
            await _live(receive, send)
            return
        headers = [(b"content-type", b"text/plain"), (b"cache-control", b"no-store")]
        await send({"type": "http.response.start", "status": self._status, "headers": headers})
        await send({"type": "http.response.body", "body": self._words})


# Once a programme has ended nobody comes in.
no_wire = Nothing(410, b"ended")
# Another process does this part; the proxy in front should not have asked here.
elsewhere = Nothing(404, b"not here")


async def _live(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return
