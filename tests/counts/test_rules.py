"""When a batch closes and what is told of it, as values."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from alongside.counts import rules
from alongside.counts.rules import LEAST, STEP

COUNTS = st.integers(0, LEAST)
CHANCES = st.floats(0, 1, exclude_max=True)


def told_of(count):
    """Every figure that can come of a count, and how often it does."""
    # The lot changes at whole fifths alone, so that the middle of each stands for it.
    lots = [rules.about(count, chance=(at + 0.5) / STEP) for at in range(STEP)]
    return {figure: Fraction(lots.count(figure), STEP) for figure in lots}


@given(COUNTS, CHANCES)
def test_a_figure_is_a_whole_step_and_less_than_one_away(count, chance):
    figure = rules.about(count, chance=chance)
    assert figure % STEP == 0
    assert abs(figure - count) < STEP


@given(COUNTS)
def test_figures_are_true_on_average(count):
    assert sum(figure * often for figure, often in told_of(count).items()) == count


@given(st.integers(0, LEAST - 1))
def test_one_person_more_changes_what_is_told_one_time_in_five(count):
    fewer, more = told_of(count), told_of(count + 1)
    moved = sum(abs(fewer.get(one, 0) - more.get(one, 0)) for one in {*fewer, *more}) / 2
    assert moved == Fraction(1, 5)


@given(st.integers(0, 100))
def test_no_batch_closes_with_fewer_than_eight(people):
    assert rules.is_full(people) == (people >= 8)


@given(st.integers(-3, 12), st.integers(-3, 12), st.integers(0, 12))
def test_a_tally_that_cannot_be_true_is_nobodys(people, said_yes, tags):
    could_be = 0 <= said_yes <= people < LEAST and people == tags
    assert rules.is_true(people, said_yes, tags=tags) == could_be


@given(st.integers(0, 60_000))
def test_a_year_is_four_quarters_and_all_of_it_is_kept(today):
    year = rules.quarters_of_year(today)
    assert [*year] == [year[-1] - 3 + at for at in range(4)]
    assert year[-1] == rules.quarter_of(today)
    assert year[0] >= rules.first_quarter_kept(today)
