"""kill -9 while people write: nothing acknowledged is lost, nothing is there twice."""

import asyncio
import random
from itertools import pairwise

import pytest

from alongside.conversations.models import Conversation, Entry, Head, Place
from bench.pair import header_of
from bench.process import Server, free_port
from bench.seed import seed
from pse.chain import chain_next, chain_start, h_aad, h_box
from pse.entry import Entry as SealedEntry
from pse.entry import aad_of
from pse.epoch import eh_hash_of, epoch_bytes
from tests.relay.conftest import database_address

from .writer import Writer, begin

pytestmark = [
    pytest.mark.both_databases,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
]
PAIRS = 3
KILLS = {"sqlite": 20, "postgresql": 5}


def start(port):
    return Server("relay", database_address(), port=port, is_pinned=False)


async def write_and_kill(pairs, port, kills):
    """Everybody writes; the server is killed and started again; gives back the writers."""
    chance = random.Random(kills)
    server = await asyncio.to_thread(start, port)
    writers = [
        Writer(seeded, side, port, await begin(port, seeded))
        for seeded in pairs
        for side in (seeded.client, seeded.specialist)
    ]
    tasks = [asyncio.create_task(writer.write()) for writer in writers]
    for _ in range(kills):
        await asyncio.sleep(chance.uniform(0.2, 0.6))
        server.kill()
        server = await asyncio.to_thread(start, port)
    await asyncio.sleep(0.5)
    for writer in writers:
        writer.is_going = False
    try:
        async with asyncio.timeout(30):
            await asyncio.gather(*tasks)
    finally:
        server.kill()
    return writers


def test_kill_9_loses_no_acknowledged_line_and_doubles_none(is_postgresql):
    kill_and_check(KILLS["postgresql" if is_postgresql else "sqlite"])


@pytest.mark.proof
def test_a_hundred_kills_lose_nothing_either():
    kill_and_check(100)


def kill_and_check(kills):
    """Kill so often, then hold every line against what was acknowledged and shown."""
    pairs = seed(PAIRS)
    writers = asyncio.run(write_and_kill(pairs, free_port(), kills))
    for writer in writers:
        assert writer.comebacks >= kills
        assert len(writer.acked) > kills
        check_acknowledged(writer)
        check_shown(writer)
    for seeded in pairs:
        check_chain(seeded)


def check_acknowledged(writer):
    """Every acknowledged line is stored, where and as it was acknowledged."""
    rows = Entry.objects.filter(conversation__ref=writer.seeded.conv, sender=writer.side.ref)
    stored = {bytes(row.msg_id): (row.n, bytes(row.h)) for row in rows if row.kind == 3}
    assert stored == {id_: (ack.n, ack.h) for id_, ack in writer.acked.items()}


def check_shown(writer):
    """Nothing was shown twice, or in another order than that of the chain."""
    numbers = [each.n for each in writer.shown]
    assert all(earlier < later for earlier, later in pairwise(numbers))


def check_chain(seeded):
    """The chain holds from its beginning, and head and places stand at its end."""
    conversation = Conversation.objects.get(ref=seeded.conv)
    n, h, counts = 0, chain_start(seeded.conv), {}
    for row in Entry.objects.filter(conversation=conversation).order_by("n"):
        h = chain_next(h, conv=seeded.conv, n=n + 1, kind=row.kind, **hashes_of(row, seeded))
        n += 1
        assert (row.n, bytes(row.h)) == (n, h)
        if row.kind == 3:
            counts[bytes(row.sender)] = counts.get(bytes(row.sender), 0) + 1
            assert row.sseq == counts[bytes(row.sender)]
    head = Head.objects.get(conversation=conversation)
    assert (head.n, bytes(head.h)) == (n, h)
    for place in Place.objects.filter(conversation=conversation).select_related("account"):
        assert place.sseq == counts[bytes(place.account.ref)]


def hashes_of(row, seeded):
    """What the chain takes of a stored row."""
    header = header_of(seeded)
    if row.kind == 1:
        return {"h_aad": h_aad(epoch_bytes(header.header)), "h_box": h_box(header.eh_sig)}
    entry = SealedEntry(
        row.kind,
        seeded.conv,
        row.epoch,
        eh_hash_of(header.header),
        bytes(row.sender),
        bytes(row.msg_id),
        row.sseq,
        row.seen_n,
        bytes(row.seen_h),
        bytes(row.fc),
        bytes(row.box),
    )
    return {"h_aad": h_aad(aad_of(entry)), "h_box": h_box(entry.box)}
