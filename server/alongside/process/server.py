"""Runs the one process: uvicorn, the timers beside it, and a calm end."""

import logging
from contextlib import suppress
from typing import Any, cast

import uvicorn

from alongside.process.house import House
from alongside.process.mailing import mailing
from alongside.process.ticking import ticking

# Someone who asks the process to stop waits five seconds at most.
GRACE = 3


def run(house: House, *, listen: str, port: int) -> None:
    """Serve until a signal asks to stop."""
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
    # Ctrl-C has done its work once uvicorn has closed everything.
    with ticking(), mailing(), suppress(KeyboardInterrupt):
        uvicorn.Server(configuration(house, listen=listen, port=port)).run()


def configuration(house: House, *, listen: str, port: int) -> uvicorn.Config:
    """Give uvicorn's settings: the wire's own sockets, no log of visitors."""
    return uvicorn.Config(
        house,
        host=listen,
        port=port,
        loop="uvloop",
        ws=cast(Any, house.sockets or "none"),  # uvicorn calls it as it would a class
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=GRACE,
    )
