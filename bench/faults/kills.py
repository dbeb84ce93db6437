"""kill -9 at random moments: of the relay, of the database, of its sessions, of the proxy."""

import asyncio
import random
from collections.abc import Callable

from .checking import Figures
from .ground import Ground
from .proxy import Nginx
from .talk import Talk, talk_through

REST = (0.2, 0.7)


def kill_relay(ground: Ground, times: int) -> Figures:
    """The relay is killed and started again."""
    relay = ground.serve()

    def kill() -> None:
        relay.kill()
        relay.start()

    return _again_and_again(kill, relay.port, times)


def kill_postmaster(ground: Ground, times: int) -> Figures:
    """The whole of PostgreSQL is killed and started again."""
    relay, database = ground.serve(), ground.database

    def kill() -> None:
        database.kill()
        database.start()

    return _again_and_again(kill, relay.port, times)


def kill_backend(ground: Ground, times: int) -> Figures:
    """One session of the relay is killed; PostgreSQL ends all of them and recovers."""
    return _again_and_again(ground.database.kill_a_backend, ground.serve().port, times)


def end_backend(ground: Ground, times: int) -> Figures:
    """One session of the relay is ended by an administrator."""
    return _again_and_again(ground.database.end_a_backend, ground.serve().port, times)


def kill_proxy(ground: Ground, times: int) -> Figures:
    """nginx is killed, workers and all, and started again."""
    nginx = Nginx(ground.folder / "nginx", ground.serve().port)

    def kill() -> None:
        nginx.kill()
        nginx.start()

    try:
        return _again_and_again(kill, nginx.port, times)
    finally:
        nginx.kill()


def _again_and_again(kill: Callable[[], None], port: int, times: int) -> Figures:
    chance = random.Random(times)

    async def fault(talk: Talk) -> None:
        for _ in range(times):
            await talk.goes_on(more=1)
            await asyncio.sleep(chance.uniform(*REST))
            await asyncio.to_thread(kill)
        await talk.goes_on()

    return {"kills": times, **talk_through(fault, [port])}
