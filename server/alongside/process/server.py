"""Runs the one process: uvicorn, the timers beside it, and a calm end."""

import logging
import socket
from contextlib import suppress
from typing import Any, cast

import uvicorn
from django.conf import settings

from alongside.process.house import House
from alongside.process.mailing import mailing
from alongside.process.ticking import ticking

# Someone who asks the process to stop waits five seconds at most.
GRACE = 3


def run(house: House, *, listen: str, port: int) -> None:
    """Serve until a signal asks to stop, with what happens by itself beside it."""
    with ticking(), mailing():
        run_alone(house, listen=listen, port=port)


def run_alone(house: House, *, listen: str, port: int) -> None:
    """Serve until a signal asks to stop, and nothing else."""
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
    # Ctrl-C has done its work once uvicorn has closed everything.
    with suppress(KeyboardInterrupt):
        Calm(configuration(house, listen=listen, port=port), house).run()


class Calm(uvicorn.Server):
    """Ends the wire first: whoever waits there for an answer is still given one."""

    def __init__(self, config: uvicorn.Config, house: House) -> None:
        super().__init__(config)
        self._house = house

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Say goodbye, then close the doors."""
        if self._house.leave is not None:
            await self._house.leave()
        await super().shutdown(sockets)


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
        forwarded_allow_ips=list(settings.ENVIRONMENT.proxies),
        timeout_graceful_shutdown=GRACE,
    )
