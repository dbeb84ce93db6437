"""Four relays on one PostgreSQL, serving the same conversations."""

import asyncio
import random

from .checking import Figures
from .ground import Ground
from .talk import Talk, talk_through

RELAYS = 4
PAIRS = 6
FROZEN_FOR = 60.0


def several(ground: Ground, times: int) -> Figures:
    """Everybody comes in now by this relay and now by that; no lock waits in a circle."""
    relays = [ground.serve() for _ in range(RELAYS)]

    async def fault(talk: Talk) -> None:
        await talk.goes_on(more=times, within=600)

    figures = talk_through(fault, [each.port for each in relays], pairs=PAIRS, rest=0, stay=1.5)
    assert not figures["heard"].get("not stored yet"), "somebody waited for a lock too long"
    return {"relays": RELAYS, **figures, **_deadlocks(ground)}


def several_killed(ground: Ground, times: int) -> Figures:
    """One of the four, by chance, is killed and started again."""
    relays = [ground.serve() for _ in range(RELAYS)]

    async def fault(talk: Talk) -> None:
        for _ in range(times):
            await asyncio.sleep(random.uniform(0.2, 0.7))
            relay = random.choice(relays)
            relay.kill()
            await talk.goes_on(more=1)
            await asyncio.to_thread(relay.start)
        await talk.goes_on()

    ports = [each.port for each in relays]
    figures = talk_through(fault, ports, pairs=PAIRS, stay=3)
    return {"relays": RELAYS, "kills": times, **figures, **_deadlocks(ground)}


def several_frozen(ground: Ground, times: int) -> Figures:
    """One of the four stands still, perhaps with locks in its hand; the others go on."""
    relays = [ground.serve() for _ in range(RELAYS)]
    longest = 0.0

    async def fault(talk: Talk) -> None:
        nonlocal longest
        for _ in range(times):
            await asyncio.sleep(random.uniform(0.2, 0.7))
            frozen = random.choice(relays)
            frozen.freeze()
            try:
                for pair in talk.pairs:
                    took = await talk.goes_on(more=1, within=FROZEN_FOR, pair=pair)
                    longest = max(longest, took)
            finally:
                frozen.thaw()
        await talk.goes_on()

    ports = [each.port for each in relays]
    figures = talk_through(fault, ports, pairs=PAIRS, stay=3)
    waited = {"longest_wait_s": round(longest, 1)}
    return {"relays": RELAYS, "frozen": times, **figures, **waited, **_deadlocks(ground)}


def _deadlocks(ground: Ground) -> Figures:
    ((found,),) = ground.database.ask(
        "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"
    )
    assert found == 0
    return {"deadlocks": found}
