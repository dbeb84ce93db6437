"""A cable is pulled: between the relay and its database, or between people and the relay.

The relay lives in a network namespace of its own with two cables, one for people and one for
the database; only root may make one.
"""

import asyncio
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from .checking import Figures
from .ground import Ground
from .proxy import Line
from .talk import Fault, Talk, come_anew, talk_through

PEOPLE, DATABASE = "10.213.1", "10.213.2"
DATABASE_HOST = f"{DATABASE}.1"
CUT_FOR = 20.0


def cut_database(ground: Ground, times: int) -> Figures:
    """Nothing passes between relay and PostgreSQL; people are told, and then it goes on."""

    async def fault(talk: Talk) -> None:
        for _ in range(times):
            await talk.goes_on()
            before = talk.heard("not stored yet")
            _pull("pse-db")
            await asyncio.sleep(CUT_FOR)
            assert talk.heard("not stored yet") > before, "nobody was told"
            _plug("pse-db")
            waits.append(await talk.goes_on(more=1))

    waits: list[float] = []
    return {"cuts": times, **_apart(ground, fault), **_longest(waits)}


def cut_people(ground: Ground, times: int) -> Figures:
    """Nothing passes between people and the relay, and neither side is told."""

    async def fault(talk: Talk) -> None:
        for _ in range(times):
            await talk.goes_on()
            _pull("pse-people")
            await asyncio.sleep(CUT_FOR)
            _plug("pse-people")
            waits.append(await talk.goes_on(more=1))

    waits: list[float] = []
    return {"cuts": times, **_apart(ground, fault), **_longest(waits)}


def cut_line(ground: Ground, times: int) -> Figures:
    """A line on the way stands still, or breaks in the middle of a frame; needs no root."""
    relay = ground.serve()

    async def fault(talk: Talk) -> None:
        for number in range(times):
            await asyncio.sleep(0.3)
            line.cut()
            await asyncio.sleep(0.2 if number % 2 else 1.5)
            line.hang_up()
            line.mend()
            await talk.goes_on(more=5)

    line = Line(relay.port)
    figures = talk_through(fault, [], way_in=relay.port, line=line)
    return {"cuts": times, **figures}


def _apart(ground: Ground, fault: Fault) -> Figures:
    with cables() as netns:
        ground.database.listen(DATABASE_HOST)
        come_anew()
        address = ground.address.replace("127.0.0.1", DATABASE_HOST)
        relay = ground.serve(host=f"{PEOPLE}.2", netns=netns, address=address)
        try:
            return talk_through(fault, [relay.port], host=relay.host)
        finally:
            relay.let_go()


@contextmanager
def cables() -> Iterator[str]:
    """A namespace with a cable to people and one to the database; gives its name."""
    netns = f"pse-{os.getpid()}"
    _ip("netns", "add", netns)
    try:
        for name, net in (("pse-people", PEOPLE), ("pse-db", DATABASE)):
            _ip("link", "add", name, "type", "veth", "peer", "name", "in", "netns", netns)
            inside = f"{name}-in"
            _ip("-n", netns, "link", "set", "in", "name", inside)
            _ip("addr", "add", f"{net}.1/24", "dev", name)
            _ip("-n", netns, "addr", "add", f"{net}.2/24", "dev", inside)
            _ip("link", "set", name, "up")
            _ip("-n", netns, "link", "set", inside, "up")
        _ip("-n", netns, "link", "set", "lo", "up")
        yield netns
    finally:
        for name in ("pse-people", "pse-db"):
            subprocess.run(["ip", "link", "del", name], check=False, capture_output=True)
        _ip("netns", "del", netns)


def _pull(cable: str) -> None:
    _ip("link", "set", cable, "down")


def _plug(cable: str) -> None:
    _ip("link", "set", cable, "up")


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True)


def _longest(waits: list[float]) -> Figures:
    return {"longest_until_back_s": round(max(waits), 2)}
