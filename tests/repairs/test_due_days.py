"""A reply is due on the third working day after, as the programme's week goes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.repairs.rules import MONDAY_TO_FRIDAY, due_on, is_late, weekday

DAYS = st.integers(min_value=0, max_value=40_000)
WEEKS = st.sets(st.integers(min_value=1, max_value=7), min_size=1)
# 1970-01-05 was a Monday.
MONDAY = 4


def test_the_days_of_the_week_are_the_calendars():
    assert [weekday(MONDAY + i) for i in range(8)] == [1, 2, 3, 4, 5, 6, 7, 1]


@pytest.mark.parametrize(
    ("said", "due"),
    [(0, 3), (1, 4), (2, 7), (3, 8), (4, 9), (5, 9), (6, 9), (7, 10)],
)
def test_from_monday_to_friday_three_working_days_follow(said, due):
    assert due_on(MONDAY + said, working_days=MONDAY_TO_FRIDAY) == MONDAY + due


def test_a_programme_that_works_on_saturdays_alone_has_three_weeks():
    assert due_on(MONDAY, working_days={6}) == MONDAY + 5 + 14


def test_a_week_without_a_working_day_is_refused_rather_than_waited_for():
    with pytest.raises(ValueError, match="working day"):
        due_on(MONDAY, working_days=set())


@given(DAYS, WEEKS)
def test_exactly_three_working_days_lie_between(said, week):
    due = due_on(said, working_days=week)

    assert weekday(due) in week
    assert sum(weekday(day) in week for day in range(said + 1, due + 1)) == 3


@given(DAYS, WEEKS)
def test_whoever_says_it_later_never_waits_for_an_earlier_day(said, week):
    assert due_on(said, working_days=week) <= due_on(said + 1, working_days=week)


def test_the_last_day_itself_is_still_in_time():
    assert not is_late(10, answered=False, today=10)
    assert is_late(10, answered=False, today=11)
    assert not is_late(10, answered=True, today=11)
