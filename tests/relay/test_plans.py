"""However much is stored, nobody waits longer: no question reads a table of entries whole."""

import os
import re
from dataclasses import replace

import pytest
from django.db import connection

from alongside.conversations.desk import long_waits_at_desk, waiting_at_desk
from alongside.conversations.models import Entry, Head
from alongside.conversations.queries import standings_of
from alongside.ground import clock
from alongside.people.models import Account
from alongside_relay import missed
from alongside_relay.ledger import Ledger
from alongside_relay.store_postgres import PostgreSQL
from alongside_relay.store_sqlite import SQLite
from alongside_relay.submission import Submission
from bench.fill import fill
from bench.pair import entry_of
from pse.frames import Send

from .conftest import database_address

pytestmark = pytest.mark.django_db(transaction=True)
ENTRIES, IN_EACH = 8_000, 400
MUST_NOT_BE_READ_WHOLE = ("conversations_entry", "conversations_wrap", "conversations_epoch")


@pytest.fixture
def talks():
    return fill(ENTRIES, in_each=IN_EACH)


def driver_of(address, **how):
    """A driver that writes down what it is asked, and can say how that is found."""
    kind = PostgreSQL if connection.vendor == "postgresql" else SQLite
    explain = "EXPLAIN " if connection.vendor == "postgresql" else "EXPLAIN QUERY PLAN "

    class Explained(kind):
        asked = plans = ()

        def match(self, sql, shape, given):
            if given:
                self._keep(sql, super().match(explain + sql, shape, given))
            return super().match(sql, shape, given)

        def write(self, sql, shape, given):
            if given:
                self._keep(sql, super().match(explain + sql, shape, given))
            super().write(sql, shape, given)

        def rows(self, sql, *values):
            self._keep(sql, super().rows(explain + sql, *values))
            return super().rows(sql, *values)

        def rows_all(self, queries):
            return [self.rows(sql, *values) for sql, values in queries]

        def _keep(self, sql, rows):
            self.asked = (*self.asked, sql)
            self.plans = (*self.plans, as_text(rows))

    return Explained(address, **how)


def as_text(rows):
    return "\n".join(str(row[-1]) for row in rows)


def plans_of(ask):
    """How the database finds what Django asks for."""
    asked = []

    def remember(execute, sql, params, many, context):
        asked.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(remember):
        ask()
    explain = "EXPLAIN " if connection.vendor == "postgresql" else "EXPLAIN QUERY PLAN "
    with connection.cursor() as cursor:
        for sql, params in asked:
            cursor.execute(explain + sql, params)
            yield as_text(cursor.fetchall())


def read_whole(plan):
    """The tables that a plan reads from their first row to their last."""
    if connection.vendor == "postgresql":
        by_no_key = r"Index (?:Only )?Scan using \w+ on (\w+)[^\n]*(?!\n\s+Index Cond)(?:\n|$)"
        return {
            name
            for kind in (r"Seq Scan on (\w+)", by_no_key)
            for name in re.findall(kind, plan)
        }
    # SQLite names a table by what the statement calls it; e and s are the relay's names.
    called = {"e": "conversations_entry", "s": "conversations_epoch"}
    scanned = re.findall(r"^SCAN (\w+)(?! VIRTUAL)", plan, re.MULTILINE)
    return {called.get(name, name) for name in scanned}


def assert_found_by_key(plans):
    assert plans
    for plan in plans:
        assert not read_whole(plan) & set(MUST_NOT_BE_READ_WHOLE), plan


def next_line_of(talk):
    """What Ada of this talk would send now."""
    head = Head.objects.get(pk=talk.row)
    entry = replace(entry_of(talk), msg_id=os.urandom(16), sseq=1, seen_n=head.n, seen_h=head.h)
    side = talk.client
    return Submission(None, side.account, side.ref, side.token, Send(entry))


def test_a_line_is_stored_without_reading_the_others(talks):
    settled = []
    driver = driver_of(database_address())
    ledger = Ledger(
        lambda: driver,
        settled.extend,
        name="here",
        home=bytes(16),
        log_seed=bytes(32),
        clock=clock.now,
        is_here=lambda account: False,
    )
    for talk in talks[:3]:
        ledger.submit(next_line_of(talk))
    ledger.start()
    ledger.wake()
    ledger.close(within=10)

    assert [type(outcome) for _, outcome in settled] == [list] * 3
    assert any("INSERT" in plan.upper() for plan in driver.asked)
    assert_found_by_key(driver.plans)


@pytest.mark.parametrize("after_n", [0, IN_EACH // 2, 2**40])
def test_coming_back_reads_only_what_was_missed(talks, after_n):
    talk = talks[len(talks) // 2]
    driver = driver_of(database_address(), is_reader=True)
    driver.begin_reading()

    how = {"conv": talk.conv, "account": talk.client.account}
    start = missed.start(driver, **how, after_n=after_n)
    step = missed.step(driver, **how, after_n=start.base_n, headers_n=start.step.n)
    page = missed.page(driver, **how, before_n=IN_EACH, count=50)
    driver.rollback()
    driver.close()

    assert start.step.n == step.n == IN_EACH + 1
    assert page.last_n == IN_EACH - 1
    assert_found_by_key(driver.plans)


def test_the_desk_and_a_persons_list_read_no_lines(talks):
    person = Account.objects.get(pk=talks[0].specialist.account)
    today = clock.today()

    plans = [
        *plans_of(lambda: standings_of(person, before=None)),
        *plans_of(lambda: waiting_at_desk(today)),
        *plans_of(lambda: long_waits_at_desk(today, answer_within_hours=48)),
    ]

    assert_found_by_key(plans)


def test_a_question_that_reads_everything_would_be_seen(talks):
    for ask in (Entry.objects.filter(sseq=7).first, Entry.objects.filter(sseq=7).count):
        assert read_whole(*plans_of(ask)) == {"conversations_entry"}
