"""Runs the one process: uvicorn, the timers beside it, and a calm end."""

import logging
from contextlib import suppress

import uvicorn

from alongside.process.house import Application
from alongside.process.mailing import mailing
from alongside.process.ticking import ticking

# Someone who asks the process to stop waits five seconds at most.
GRACE = 3
LONGEST_FRAME = 70_000


def run(app: Application, *, listen: str, port: int) -> None:
    """Serve until a signal asks to stop."""
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
    # Ctrl-C has done its work once uvicorn has closed everything.
    with ticking(), mailing(), suppress(KeyboardInterrupt):
        uvicorn.Server(configuration(app, listen=listen, port=port)).run()


def configuration(app: Application, *, listen: str, port: int) -> uvicorn.Config:
    """Give uvicorn's settings: no log of visitors, no compression before sealing."""
    return uvicorn.Config(
        app,
        host=listen,
        port=port,
        loop="uvloop",
        ws="websockets-sansio",
        ws_max_size=LONGEST_FRAME,
        ws_per_message_deflate=False,
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=GRACE,
    )
