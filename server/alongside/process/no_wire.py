"""What stands in the wire's place once a programme has ended: nobody comes in."""

from alongside.process.house import Receive, Scope, Send


async def no_wire(scope: Scope, receive: Receive, send: Send) -> None:
    """Start and stop with the house, and answer that the wire is gone."""
    if scope["type"] == "lifespan":
        await _live(receive, send)
    else:
        headers = [(b"content-type", b"text/plain"), (b"cache-control", b"no-store")]
        await send({"type": "http.response.start", "status": 410, "headers": headers})
        await send({"type": "http.response.body", "body": b"ended"})


async def _live(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return
