"""The database is full, read-only, restarted, or not there at all; the clock jumps."""

import asyncio
import shutil
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from .checking import Figures
from .ground import Ground
from .talk import Talk, talk_through

DISK = "300m"
REFUSED_FOR = 20.0
HOUR = 3600
# Sign-ins of a scene last twelve hours.
BEYOND_ALL_SIGN_INS = 13 * HOUR


def restart(ground: Ground, times: int) -> Figures:
    """PostgreSQL is stopped and started again as a service manager does it."""
    longest = 0.0

    async def fault(talk: Talk) -> None:
        nonlocal longest
        for _ in range(times):
            await talk.goes_on()
            await asyncio.to_thread(ground.database.stop)
            await asyncio.to_thread(ground.database.start)
            longest = max(longest, await talk.goes_on(more=1))

    figures = talk_through(fault, [ground.serve().port])
    return {"restarts": times, **figures, "longest_until_back_s": round(longest, 2)}


def ends_frozen(ground: Ground, times: int) -> Figures:
    """PostgreSQL stands still as a whole, and the relay is asked to end."""
    relay, longest = ground.serve(), 0.0

    async def fault(talk: Talk) -> None:
        nonlocal longest
        for _ in range(times):
            await talk.goes_on()
            with ground.database.frozen():
                knocking = asyncio.create_task(talk.writers[0].look_in())
                await asyncio.sleep(0.5)
                began = time.monotonic()
                await asyncio.to_thread(relay.stop, within=60)
                longest = max(longest, time.monotonic() - began)
                await knocking
            await asyncio.to_thread(relay.start)

    figures = talk_through(fault, [relay.port])
    return {"times": times, **figures, "longest_to_end_s": round(longest, 2)}


def refused(ground: Ground, times: int) -> Figures:
    """Nobody answers at the database's address for twenty seconds."""

    async def away(talk: Talk) -> None:
        await asyncio.to_thread(ground.database.stop)
        await _nothing_is_acknowledged(talk, REFUSED_FOR)
        await asyncio.to_thread(ground.database.start)

    return _trouble(ground, away, times)


def read_only(ground: Ground, times: int) -> Figures:
    """The database may be read and not written, as after a failover to the wrong machine."""
    return _trouble(ground, _Locked(ground).lock, times)


def full(ground: Ground, times: int) -> Figures:
    """The disk of the database is full, for a while."""
    data = ground.folder / "data"
    filler = data / "filler"

    async def fill(talk: Talk) -> None:
        _fill(filler, data)
        await talk.hears("not stored yet")
        _fill(filler, data)
        await _nothing_is_acknowledged(talk, 3.0)
        filler.unlink()
        if ground.cluster is not None and not ground.cluster.is_up:
            await asyncio.to_thread(ground.cluster.start)

    return _trouble(ground, fill, times)


def clock(ground: Ground, times: int) -> Figures:
    """The machine's clock jumps by hours, back and forth."""

    async def jump(talk: Talk) -> None:
        for _ in range(times):
            for hours in (2, -5, 9, -26, 0):
                ground.turn(ahead=hours * HOUR)
                await asyncio.sleep(0.5)
                await talk.goes_on()
            ground.turn(ahead=BEYOND_ALL_SIGN_INS)
            await asyncio.sleep(0.5)
            await _nothing_is_acknowledged(talk, 2.0)
            ground.turn(ahead=0)
            await talk.goes_on()

    figures = talk_through(jump, [ground.serve().port])
    return {"jumps": 7 * times, **figures}


def _trouble(ground: Ground, trouble: Callable[[Talk], Awaitable[None]], times: int) -> Figures:
    longest = 0.0

    async def fault(talk: Talk) -> None:
        nonlocal longest
        for _ in range(times):
            await talk.goes_on()
            before = talk.heard("not stored yet")
            await trouble(talk)
            assert talk.heard("not stored yet") > before, "nobody was told"
            longest = max(longest, await talk.goes_on(more=1))

    figures = talk_through(fault, [ground.serve().port])
    return {"times": times, **figures, "longest_until_back_s": round(longest, 2)}


async def _nothing_is_acknowledged(talk: Talk, for_seconds: float) -> None:
    # What was stored before the trouble began may still be on its way.
    await asyncio.sleep(0.2)
    acknowledged = talk.acknowledged
    await asyncio.sleep(for_seconds)
    assert talk.acknowledged == acknowledged


class _Locked:
    """Makes a database read-only for a while."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    async def lock(self, talk: Talk) -> None:
        (relay,) = self._ground.relays
        if self._ground.kind == "sqlite":
            relay.may_write(False)
        else:
            self._ground.database.set("default_transaction_read_only", "on")
            await asyncio.sleep(0.3)
        await _nothing_is_acknowledged(talk, 3.0)
        if self._ground.kind == "sqlite":
            relay.may_write(True)
        else:
            self._ground.database.set("default_transaction_read_only", "off")


def _fill(filler: Path, disk: Path) -> None:
    until = time.monotonic() + 20
    with filler.open("ab") as file:
        while (free := shutil.disk_usage(disk).free) > 0 and time.monotonic() < until:
            try:
                file.write(bytes(min(free, 1 << 20)))
                file.flush()
            except OSError:
                return
