"""Steps follow each other, and every cell of the picture has batches of its own."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.counts.rules import DAYS_OF_QUARTER, LEAST, PASSED_ON, TOPICS
from alongside.ripple import rules
from alongside.ripple.rules import GENERATIONS, STEPS, Role


def test_nobody_may_begin_before_they_were_supported_for_six_months():
    assert rules.may_begin_on([]) is None
    assert rules.may_begin_on([500, 100, 300]) == 100 + 182


@pytest.mark.parametrize(
    ("held", "comes"),
    [((), 1), ((1,), 2), ((1, 2), 3), ((1, 2, 3), None), ((2, 3), 1)],
)
def test_one_step_follows_another(held, comes):
    assert rules.next_step(held) == comes


def test_who_takes_a_step_back_takes_back_what_builds_on_it():
    assert rules.with_all_after(Role.CO_HOSTING) == [Role.CO_HOSTING, Role.TRAINED]
    assert rules.with_all_after(Role.WELCOMING) == list(STEPS)


@given(st.integers(0, 40))
def test_a_generation_is_one_further_and_the_last_holds_everybody_beyond(supporter):
    after = rules.generation_after(supporter)
    assert after == min(supporter + 1, GENERATIONS - 1)
    assert rules.generation_after(None) == 1


def test_each_cell_has_a_topic_of_its_own_that_counts_know():
    topics = [rules.topic_of(*cell) for cell in product(range(GENERATIONS), Role)]
    assert len(set(topics)) == len(topics) == GENERATIONS * len(Role)
    assert {*topics, PASSED_ON} <= set(TOPICS)


@given(st.dictionaries(st.sampled_from(TOPICS), st.integers(0, 500)))
def test_a_cell_is_told_in_whole_batches_or_not_at_all(batches):
    for cell in rules.cells(batches):
        assert cell.people is None or (cell.people >= LEAST and cell.people % LEAST == 0)


def test_a_share_is_told_with_where_it_may_well_lie_and_not_before_sixty_four_people():
    assert rules.passed_on({PASSED_ON: 7}, {PASSED_ON: 10}) is None
    told = rules.passed_on({PASSED_ON: 8}, {PASSED_ON: 15})
    assert told.people == 64
    assert told.about == pytest.approx(15 / 64)
    assert told.low < told.about < told.high
    assert rules.passed_on({}, {}) is None


@given(st.integers(0, 40_000))
def test_nobody_is_watched_in_a_quarter_that_had_begun_before_they_might_invite(day):
    first = rules.first_whole_quarter(day)
    assert first * DAYS_OF_QUARTER >= day
    assert (first - 1) * DAYS_OF_QUARTER < day


@given(st.integers(0, 40_000))
def test_an_invitation_is_open_for_seven_days_with_the_one_it_is_made_on(today):
    assert rules.last_day_of_invitation(today) - today + 1 == rules.OPEN_FOR == 7
