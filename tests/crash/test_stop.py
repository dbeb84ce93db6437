"""Stopping the server: soon, and without losing what had arrived."""

import asyncio
import time

import pytest

from alongside.conversations.models import Entry
from bench.faults.checking import rows_of
from bench.faults.writer import Writer, begin
from bench.seed import seed

pytestmark = [pytest.mark.both_databases, pytest.mark.slow]
LARGEST = 73 + 65_536
SOON = 5.0
GOING_DOWN = "ComeBack"


async def fill(port, seeded):
    """Write until nothing more fits between the server and one who never reads."""
    seen = await begin(port, seeded)
    writer = Writer(seeded, seeded.client, [port], seen, box=LARGEST)
    never_reads = Writer(seeded, seeded.specialist, [port], seen)
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


def test_stopping_does_not_wait_for_somebody_who_never_reads(ground):
    (seeded,) = seed(1)
    writer, took = asyncio.run(stop_beside(ground.serve(), seeded))
    assert took < SOON
    assert Entry.objects.filter(kind=3).count() == len(writer.acked)


async def stop_under_load(server, pairs):
    """Stop while everybody writes as fast as they can; nobody comes back."""
    writers = [
        Writer(each, side, [server.port], start)
        for each in pairs
        for start in [await begin(server.port, each)]
        for side in (each.client, each.specialist)
    ]
    tasks = [asyncio.create_task(writer.write_until_gone()) for writer in writers]
    while sum(len(writer.acked) for writer in writers) < 300:
        await asyncio.sleep(0.02)
    began = time.monotonic()
    await asyncio.to_thread(server.stop, within=SOON * 2)
    took = time.monotonic() - began
    await asyncio.gather(*tasks)
    return writers, took


def test_stopping_under_load_acknowledges_all_that_was_stored_and_says_goodbye(ground):
    pairs = seed(10)
    writers, took = asyncio.run(stop_under_load(ground.serve(), pairs))
    assert took < SOON
    for writer in writers:
        assert writer.said[GOING_DOWN] == 1, writer.said
        mine = [row for row in rows_of(writer.seeded) if row["sender"] == writer.side.ref]
        stored = {row["msg_id"] for row in mine if row["kind"] == 3}
        assert stored == set(writer.acked)


async def stop_on_a_slow_disk(ground, pairs):
    """Stop while the disk takes 200 ms for each flush."""
    server = ground.serve()
    ground.turn(flush=0.2)
    return await stop_under_load(server, pairs)


def test_stopping_on_a_slow_disk_takes_no_longer(ground):
    _, took = asyncio.run(stop_on_a_slow_disk(ground, seed(20)))
    assert took < SOON


def test_stopping_while_postgresql_stands_still_takes_no_longer(is_postgresql, play):
    if not is_postgresql:
        pytest.skip("SQLite stands still with its disk alone")
    assert play("ends-frozen", times=1)["longest_to_end_s"] < SOON
