"""What a reader who knows all the rules works out of these figures: attacks of counts."""

from itertools import pairwise, product
from random import Random

import pytest

from alongside.counts.rules import LEAST
from alongside.ripple import rules
from alongside.ripple.rules import GENERATIONS, Role, topic_of
from tests.counts.test_attacks import by_lot, cells_that_fit, exactly, gain

# Of a hundred people, so many passed it on: the question has two answers only.
OFTEN = [(no / 10, 0.0, 0.0, 0.0, 1 - no / 10) for no in range(1, 10)]


@pytest.mark.parametrize("words", OFTEN)
def test_who_knows_the_other_seven_guesses_the_eighth_at_most_ten_points_better(words):
    """Each person is in one batch of it in a life: there is no second to compare it with."""
    assert -1e-9 <= gain(words, by_lot) <= 0.1 + 1e-9


def test_where_few_pass_it_on_the_reader_gains_next_to_nothing():
    assert gain((0.84, 0.0, 0.0, 0.0, 0.16), by_lot) < 0.01


def test_the_same_reader_finds_the_eighth_out_from_exact_counts():
    assert gain((0.84, 0.0, 0.0, 0.0, 0.16), exactly) > 0.15


def pictures(people, chance):
    """Each picture shown while people reach one cell after another, and what is true."""
    counted = dict.fromkeys(range(30, 30 + GENERATIONS * len(Role)), 0)
    for _ in range(people):
        generation, role = (
            chance.randrange(GENERATIONS),
            chance.choice([0, 0, 0, 1, 1, 2, 3, 4]),
        )
        counted[topic_of(generation, role)] += 1
        batches = {topic: many // LEAST for topic, many in counted.items()}
        yield rules.cells(batches), dict(counted)


@pytest.mark.parametrize("seed", range(5))
def test_no_two_pictures_differ_by_fewer_than_eight_people(seed):
    shown = [[cell.people or 0 for cell in cells] for cells, _ in pictures(300, Random(seed))]
    for before, after in pairwise(shown):
        for one, next_one in zip(before, after, strict=True):
            assert next_one - one in (0, LEAST)
        # Rows, columns and the whole are sums of eights as well.
        assert (sum(after) - sum(before)) in (0, LEAST)


@pytest.mark.parametrize("seed", range(5))
def test_no_picture_fixes_how_many_are_in_a_cell(seed):
    """Behind each number stand eight possibilities, behind an empty place as many."""
    *_, (cells, true) = pictures(500, Random(seed))
    for cell in cells:
        here = true[topic_of(cell.generation, cell.role)]
        assert (cell.people or 0) <= here < (cell.people or 0) + LEAST


def test_rounding_to_the_nearest_eight_would_give_the_one_who_tips_it_away():
    """What is not done: a number that is made anew each day steps at the fifth of eight."""
    shown = [(people + LEAST // 2) // LEAST * LEAST for people in range(40)]
    steps = [at for at, (one, after) in enumerate(pairwise(shown), 1) if after != one]
    assert shown[steps[0]] > steps[0]


@pytest.mark.parametrize("batches", [1, 2, 3])
def test_the_interval_attack_fixes_no_small_cell_of_a_share(batches):
    for figures in product((0, 5, 10), repeat=batches):
        fitting = cells_that_fit(figures)
        assert all(len({counts[cell] for counts in fitting}) > 1 for cell in (0, 1))
