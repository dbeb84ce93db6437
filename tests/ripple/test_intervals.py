"""An interval of a rounded sum holds the truth as often as it says, worked out exactly."""

from functools import cache
from math import comb

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.counts.rules import LEAST, STEP, about
from alongside.ripple.intervals import FEWEST_BATCHES, interval, share, spread, wilson

SHARES = [at / 50 for at in range(1, 46)]


@cache
def law(share):
    """How likely one batch tells 0, 5 or 10, exactly."""
    told = [0.0, 0.0, 0.0]
    for count in range(LEAST + 1):
        likely = comb(LEAST, count) * share**count * (1 - share) ** (LEAST - count)
        for lot in range(STEP):
            told[about(count, chance=(lot + 0.5) / STEP) // STEP] += likely / STEP
    return told


def laws(share, batches):
    """The same of the sum of so many, in steps of five."""
    sums = np.ones(1)
    for _ in range(batches):
        sums = np.convolve(sums, law(share))
    return sums


def covered(batches, make):
    """For each share: how often an interval made by `make` holds it."""
    intervals = [make(STEP * at, batches) for at in range(2 * batches + 1)]
    return [
        sum(
            likely
            for likely, (low, high) in zip(laws(true, batches), intervals, strict=True)
            if low - 1e-9 <= true <= high + 1e-9
        )
        for true in SHARES
    ]


def with_rounding(total, batches):
    return interval(total, batches=batches)


def as_if_counted(total, batches):
    people = LEAST * batches
    return wilson(min(total, people), people=people)


@pytest.mark.parametrize("batches", [FEWEST_BATCHES, 12, 30, 60])
def test_ninety_five_intervals_in_a_hundred_hold_what_is_true(batches):
    held = covered(batches, with_rounding)
    assert 0.94 <= sum(held) / len(held) <= 0.96
    assert min(held) >= 0.90


def test_from_a_hundred_batches_on_they_do_so_wherever_the_truth_lies():
    held = covered(100, with_rounding)
    assert 0.935 <= min(held) <= max(held) <= 0.97


@pytest.mark.parametrize("batches", [8, 60])
def test_wilsons_own_interval_would_say_it_is_surer_than_it_is(batches):
    held = covered(batches, as_if_counted)
    assert sum(held) / len(held) < 0.85


def test_the_spread_is_that_of_what_is_told():
    for true in SHARES:
        mean = sum(STEP * step * likely for step, likely in enumerate(law(true)))
        square = sum((STEP * step) ** 2 * likely for step, likely in enumerate(law(true)))
        assert mean == pytest.approx(LEAST * true)
        assert spread(true) == pytest.approx(square - mean**2)


@settings(max_examples=60)
@given(batches=st.integers(FEWEST_BATCHES, 400), part=st.floats(0, 1))
def test_what_is_told_lies_in_its_interval_and_both_are_shares(batches, part):
    told = share(STEP * round(2 * batches * part), batches=batches)
    assert 0 <= told.low <= told.about <= told.high <= 1
    assert told.people == LEAST * batches


@pytest.mark.parametrize("batches", range(FEWEST_BATCHES))
def test_a_few_batches_tell_nothing(batches):
    assert share(5, batches=batches) is None


def test_more_people_make_it_surer():
    widths = [
        share(2 * batches, batches=batches).high - share(2 * batches, batches=batches).low
        for batches in (10, 50, 250, 1_000)
    ]
    assert widths == sorted(widths, reverse=True)
    assert widths[-1] < 0.05


def test_wilson_is_wilson():
    """Known values: 10 of 40, and nobody of 8."""
    assert wilson(10, people=40) == pytest.approx((0.1419, 0.4019), abs=5e-4)
    assert wilson(0, people=8) == pytest.approx((0.0, 0.3244), abs=5e-4)
