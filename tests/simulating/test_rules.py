"""The made-up day: it adds up, and the same number makes the same day."""

import random
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.simulating import rules
from alongside.simulating.rules import Habits

HABITS = Habits()
PEOPLE = 100_000


def test_a_day_is_as_long_as_its_hours():
    assert sum(rules.CURVE) == pytest.approx(24)
    assert mean(rules.busy_at(minute / 60) for minute in range(24 * 60)) == pytest.approx(1)


def test_what_is_written_in_all_minutes_is_what_is_written_in_a_day():
    minutes = (rules.demand(PEOPLE, minute / 60, HABITS) for minute in range(24 * 60))
    written = sum(minute.lines_a_second * 60 for minute in minutes)

    assert written == pytest.approx(rules.lines_in_a_day(PEOPLE, HABITS), rel=1e-6)


@given(hour=st.floats(0, 48), people=st.integers(1, 10**7))
def test_no_hour_asks_for_less_than_nothing_and_twice_the_people_ask_for_twice(hour, people):
    once = rules.demand(people, hour, HABITS)
    twice = rules.demand(2 * people, hour, HABITS)

    assert once.lines_a_second > 0
    assert twice.lines_a_second == pytest.approx(2 * once.lines_a_second)


def test_the_evening_is_busier_than_the_night_and_a_restart_ends_the_day():
    night, noon, evening, hottest, restart = rules.stages(PEOPLE, HABITS)

    assert night.demand.open < noon.demand.open < evening.demand.open < hottest.demand.open
    assert restart.is_restart
    assert sum(stage.share for stage in rules.stages(PEOPLE, HABITS)) == pytest.approx(1)


def test_the_same_number_makes_the_same_day():
    def lines(seed):
        return rules.line_moments(20, 60, HABITS, random.Random(seed).random)

    assert lines(7) == lines(7)
    assert lines(7) != lines(8)


def test_bursts_change_when_lines_come_and_not_how_many():
    counts = [
        len(rules.line_moments(20, 60, HABITS, random.Random(seed).random))
        for seed in range(200)
    ]

    assert mean(counts) == pytest.approx(20 * 60, rel=0.03)


@given(rate=st.floats(0.1, 50), seed=st.integers(0, 100))
def test_every_moment_lies_within_its_time(rate, seed):
    found = list(rules.moments(rate, 10, random.Random(seed).random))

    assert found == sorted(found)
    assert all(0 <= moment < 10 for moment in found)


def test_nobody_comes_to_an_empty_day():
    assert list(rules.moments(0, 10, random.Random(1).random)) == []


@given(limit=st.integers(1_000, 10**7))
def test_the_search_ends_close_below_the_limit(limit):
    tried = []

    def carries(people):
        tried.append(people)
        return people <= limit

    most = rules.most_people(carries, first=1_000)

    assert limit / 1.16 <= most <= limit
    assert len(tried) < 25


def test_a_machine_that_carries_nobody_is_told_so():
    assert rules.most_people(lambda people: False, first=1_000) == 0


@given(tries=st.integers(0, 30), seed=st.integers(0, 100))
def test_a_room_waits_as_long_as_the_real_one_does(tries, seed):
    assert 0.5 <= rules.comes_back_after(tries, random.Random(seed).random) <= 15


def test_a_part_of_nothing_is_nothing():
    assert rules.p(0.99, []) == 0
    assert rules.p(0.99, [3.0, 1.0, 2.0]) == 3.0
