"""When everybody comes back at once: the door stays quick, whatever those inside still read."""

import asyncio
import threading
from functools import partial

import pytest

from alongside_relay.app import connect
from alongside_relay.sign_ins import SignIns
from alongside_relay.worker import Reader
from bench.seed import seed

from .conftest import database_address

pytestmark = [pytest.mark.both_databases]


@pytest.fixture
def reader(transactional_db):
    made = Reader(partial(connect(database_address()), is_reader=True))
    yield made
    made.close(within=5)


def test_all_who_knock_at_once_are_looked_up_together(reader):
    people = [side for pair in seed(6) for side in (pair.client, pair.specialist)]
    questions, ask = [], reader.ask

    def counted(question, **how):
        questions.append(question)
        return ask(question, **how)

    reader.ask = counted
    sign_ins = SignIns(reader)

    async def everybody():
        first = asyncio.create_task(sign_ins.find(people[0].token))
        await asyncio.sleep(0)
        return await asyncio.gather(first, *(sign_ins.find(one.token) for one in people))

    found = asyncio.run(everybody())
    assert [one.account for one in found[1:]] == [one.account for one in people]
    assert len(questions) <= 2


def test_a_sign_in_that_ended_before_it_is_asked_is_not_found(reader, ada):
    sign_ins = SignIns(reader)

    async def twice():
        before = await sign_ins.find(ada.token.pk)
        await asyncio.to_thread(end, ada)
        return before, await sign_ins.find(ada.token.pk)

    before, after = asyncio.run(twice())
    assert before.account == ada.account.pk
    assert after is None


def end(somebody):
    from django.db import connection

    somebody.token.delete()
    connection.close()


def test_whoever_stands_at_the_door_does_not_wait_for_those_who_catch_up(reader):
    may_go_on, answered = threading.Event(), []

    async def storm():
        standing = asyncio.create_task(reader.ask(lambda _db: may_go_on.wait(5)))
        await asyncio.sleep(0.05)
        inside = [reader.ask(lambda _db: answered.append("inside")) for _ in range(20)]
        everybody = [asyncio.create_task(each) for each in inside]
        await asyncio.sleep(0)
        knocking = reader.ask(lambda _db: answered.append("door"), is_at_the_door=True)
        everybody.append(asyncio.create_task(knocking))
        await asyncio.sleep(0)
        may_go_on.set()
        await asyncio.gather(standing, *everybody)

    asyncio.run(storm())
    assert answered == ["door", *["inside"] * 20]
