"""A late reply is known at the desk only where the client wished it, and nothing else of it."""

import os

import pytest
from django.test import Client

from alongside.ground import clock
from alongside.notices.models import Owed, Reach
from alongside.relationships import actions as relationships
from alongside.repairs.actions import owe_for_late_replies
from alongside.repairs.models import Repair
from alongside.timers.actions import run_due
from tests.web.reading import Page

TODAY = clock.today()


@pytest.fixture
def reach(desk):
    """Dora wants notes."""
    return Reach.objects.create(
        desk_user=desk, ref=bytes(16), address="dora@desk.example.org", confirmed=True
    )


def late(days=1):
    Repair.objects.update(due_on=TODAY - days)


def seen_at_desk(desk):
    at_desk = Client()
    at_desk.force_login(desk)
    return Page(at_desk.get("/desk/"))


def test_the_desk_is_owed_one_note_and_no_second_one(between, ref, ada, reach):
    between.say(ada, ref, tells_desk=True)
    assert owe_for_late_replies(today=Repair.objects.get().due_on) == 0

    late()
    run_due(now=clock.now())
    assert Owed.objects.filter(reach=reach).exists()

    Owed.objects.all().delete()
    run_due(now=clock.now())
    assert not Owed.objects.exists()


def test_whoever_did_not_wish_it_is_never_told_of(between, ref, ada, desk, reach):
    between.say(ada, ref)
    late(30)

    run_due(now=clock.now())

    assert not Owed.objects.exists()
    assert "A reply is late" not in seen_at_desk(desk).text


def test_a_wish_that_comes_later_counts_and_one_taken_back_is_gone(
    between, ref, ada, desk, reach
):
    between.say(ada, ref)
    late(2)
    between.wish(ada, ref)
    assert "A reply is late" in seen_at_desk(desk).text

    between.wish(ada, ref, tells_desk=False)
    run_due(now=clock.now())

    assert not Owed.objects.exists()
    assert "A reply is late" not in seen_at_desk(desk).text


def test_the_desk_reads_from_whom_the_reply_is_and_not_who_waits_or_why(
    between, ref, ada, desk
):
    between.say(ada, ref, tells_desk=True)
    late(2)

    page = seen_at_desk(desk)

    assert "A reply is late" in page.text
    assert "From Ben" in page.text
    assert "The reply is 2 days late." in page.text
    assert ada.username not in page.html


def test_a_reply_or_a_close_takes_it_off_the_desk(between, ada, ben, desk):
    answered, closed = os.urandom(16), os.urandom(16)
    for ref in (answered, closed):
        between.say(ada, ref, tells_desk=True)
    late()

    between.reply(ben, answered)
    between.close(ada, closed)

    assert "A reply is late" not in seen_at_desk(desk).text


def test_ben_cannot_have_ada_looked_after_by_the_desk(between, ref, ben, desk):
    between.say(ben, ref, tells_desk=True)
    late()

    assert between.seen(ben)[0]["tells_desk"] is False
    assert "A reply is late" not in seen_at_desk(desk).text


def test_a_late_reply_is_told_as_late(between, ref, ada, ben, heard):
    between.say(ada, ref)
    late()
    assert between.seen(ben)[0]["late"]

    between.reply(ben, ref)

    assert not between.seen(ben)[0]["late"]
    assert not heard[-1].in_time


def test_many_are_asked_for_in_as_many_questions_as_one(
    between, ada, desk, django_assert_max_num_queries
):
    for _ in range(9):
        between.say(ada, os.urandom(16), tells_desk=True)
    late()
    seen_at_desk(desk)

    with django_assert_max_num_queries(40):
        page = seen_at_desk(desk)

    assert page.text.count("From Ben") == 9


def test_nobody_is_told_of_as_late_in_a_pause_in_which_nobody_can_reply(
    between, ref, ada, talking, desk, reach
):
    between.say(ada, ref, tells_desk=True)
    late(9)
    relationships.pause(talking, by=ada.account, until=TODAY + 20, today=TODAY)

    run_due(now=clock.now())

    assert not Owed.objects.exists()
    assert "A reply is late" not in seen_at_desk(desk).text
