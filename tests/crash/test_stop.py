"""Stopping the server: soon, and without losing what had arrived."""

import asyncio
import time

import pytest

from alongside.conversations.models import Entry
from bench.process import Server, free_port
from bench.seed import seed
from tests.relay.conftest import database_address

from .writer import Writer, begin

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
LARGEST = 73 + 65_536
SOON = 5.0


async def fill(port, seeded):
    """Write until nothing more fits between the server and one who never reads."""
    seen = await begin(port, seeded)
    writer = Writer(seeded, seeded.client, port, seen, box=LARGEST)
    never_reads = Writer(seeded, seeded.specialist, port, seen)
    socket = await never_reads.connected()
    await never_reads.begin(socket)
    task = asyncio.create_task(writer.write())
    while len(writer.acked) < 250:
        await asyncio.sleep(0.02)
    writer.is_going = False
    await task
    return writer, socket


async def stop_beside(server, seeded):
    """Stop the server while somebody never reads; gives back how long it took."""
    writer, socket = await fill(server.port, seeded)
    began = time.monotonic()
    await asyncio.to_thread(server.stop, within=SOON * 2)
    took = time.monotonic() - began
    socket.transport.abort()
    return writer, took


def test_stopping_does_not_wait_for_somebody_who_never_reads():
    (seeded,) = seed(1)
    server = Server("relay", database_address(), port=free_port(), is_pinned=False)
    writer, took = asyncio.run(stop_beside(server, seeded))
    assert took < SOON
    assert Entry.objects.filter(kind=3).count() == len(writer.acked)
