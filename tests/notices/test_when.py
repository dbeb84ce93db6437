"""When notes go out, and when they do not."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.ground.clock import day_of
from alongside.notices.actions import came_in, owe_coordinators, send_due
from alongside.notices.actions.owing import Reach
from alongside.notices.actions.reaching import leave_address
from alongside.notices.rules import is_quiet, next_try
from tests.notices.conftest import DORAS, NOON, is_owed, owe, reached, wish

MADRID = ZoneInfo("Europe/Madrid")
NIGHT = {"begins": 21 * 60, "ends": 8 * 60}


def test_nothing_owed_sends_nothing(mailbox, ben):
    reached(ben.account)

    send_due(now=NOON)

    assert mailbox.letters == []


def test_what_was_sent_is_owed_no_more(mailbox, ben):
    reach = reached(ben.account)
    owe(reach)

    send_due(now=NOON)
    send_due(now=NOON + timedelta(days=3))

    assert len(mailbox.letters) == 1
    assert not is_owed(reach)


def test_after_a_note_none_follows_until_ben_was_in_again(mailbox, ben):
    reach = reached(ben.account)
    owe(reach)
    send_due(now=NOON)

    owe(reach)
    send_due(now=NOON + timedelta(hours=3))
    assert len(mailbox.letters) == 1

    came_in(ben.account)
    owe(reach)
    send_due(now=NOON + timedelta(hours=3))
    assert len(mailbox.letters) == 2


def test_a_hello_after_a_note_nobody_saw_is_not_left_for_more_than_a_day(mailbox, ben):
    reach = reached(ben.account)
    owe(reach)
    send_due(now=NOON)
    owe(reach)

    send_due(now=NOON + timedelta(hours=23))
    assert len(mailbox.letters) == 1

    send_due(now=NOON + timedelta(hours=24))
    assert len(mailbox.letters) == 2


def test_who_comes_in_and_goes_gets_at_most_one_note_an_hour(mailbox, ben):
    reach = reached(ben.account)
    for minute in range(0, 120, 10):
        owe(reach)
        send_due(now=NOON + timedelta(minutes=minute))
        came_in(ben.account)

    assert len(mailbox.letters) == 2


def test_who_opens_the_wire_is_owed_nothing(mailbox, ben):
    reach = reached(ben.account)
    owe(reach)

    assert ben.room.post("/api/ticket").status_code == 200
    send_due(now=NOON)

    assert not is_owed(reach)
    assert mailbox.letters == []


def test_in_quiet_hours_a_note_waits_and_then_goes(mailbox, ben):
    owe(reached(ben.account))
    night = datetime(2026, 11, 25, 22, 30, tzinfo=UTC)

    send_due(now=night)
    send_due(now=datetime(2026, 11, 26, 6, 59, tzinfo=UTC))
    assert mailbox.letters == []

    send_due(now=datetime(2026, 11, 26, 7, 0, tzinfo=UTC))
    assert len(mailbox.letters) == 1


def test_a_link_that_somebody_waits_for_comes_at_night_as_well(mailbox, ben):
    night = datetime(2026, 11, 25, 22, 30, tzinfo=UTC)
    leave_address(ben.account, wish(), now=night)

    send_due(now=night)

    assert len(mailbox.letters) == 1


@pytest.mark.parametrize(
    ("moment", "quiet"),
    [
        # Madrid moves its clocks on 29 March (02:00 becomes 03:00) and 25 October 2026.
        ("2026-03-28T07:30:00+00:00", False),
        ("2026-03-29T05:59:00+00:00", True),
        ("2026-03-29T06:00:00+00:00", False),
        ("2026-03-29T18:59:00+00:00", False),
        ("2026-03-29T19:00:00+00:00", True),
        ("2026-10-25T06:30:00+00:00", True),
        ("2026-10-25T07:00:00+00:00", False),
        ("2026-10-25T19:30:00+00:00", False),
        ("2026-10-25T20:00:00+00:00", True),
    ],
)
def test_quiet_hours_follow_the_clock_on_bens_wall_when_it_moves(moment, quiet):
    now = datetime.fromisoformat(moment)

    assert is_quiet(now, zone=MADRID, **NIGHT) is quiet


def test_quiet_hours_may_lie_within_a_day_and_may_be_none():
    noon = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)

    assert is_quiet(noon, zone=UTC, begins=11 * 60, ends=13 * 60)
    assert not is_quiet(noon, zone=UTC, begins=13 * 60, ends=14 * 60)
    assert not is_quiet(noon, zone=UTC, begins=720, ends=720)


@given(minute=st.integers(0, 1439), begins=st.integers(0, 1439), ends=st.integers(0, 1439))
def test_what_is_quiet_one_way_round_is_not_quiet_the_other(minute, begins, ends):
    now = datetime(2026, 11, 26, minute // 60, minute % 60, tzinfo=UTC)
    if begins != ends:
        one = is_quiet(now, zone=UTC, begins=begins, ends=ends)
        other = is_quiet(now, zone=UTC, begins=ends, ends=begins)
        assert one is not other


@given(st.integers(1, 1000))
def test_a_server_that_fails_is_asked_later_and_later_and_not_for_ever(failures):
    first, then = (next_try(NOON, failures=each) - NOON for each in (failures, failures + 1))

    assert timedelta(minutes=10) <= first <= then <= timedelta(hours=6)


def test_dora_is_told_of_a_long_wait_once(mailbox, desk):
    reach, today = reached(desk, DORAS), day_of(NOON)

    for _ in range(3):
        owe_coordinators(waits_day=today - 2)
        send_due(now=NOON)
    assert len(mailbox.letters) == 1

    came_in(desk)
    owe_coordinators(waits_day=today - 1)
    assert is_owed(reach)


def test_dora_is_told_once_that_a_word_ends_soon(mailbox, desk):
    reached(desk, DORAS)
    for _ in range(2):
        owe_coordinators(endings_day=day_of(NOON) + 30)
        send_due(now=NOON)

    assert len(mailbox.letters) == 1


def test_a_coordinators_wait_owes_nothing_to_ben(ben, desk, mailbox):
    reach = reached(ben.account)

    owe_coordinators(waits_day=1)

    assert not is_owed(reach)


def test_dora_who_signs_in_is_owed_nothing(desk, mailbox):
    reach = reached(desk, DORAS)
    owe(reach)

    came_in(desk)

    assert not is_owed(reach)
    assert Reach.objects.get().rest_until is None
