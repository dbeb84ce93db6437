"""What a reader works out who knows all the rules: the limits of docs/counts.md, held.

The five words of a check-in are 0 to 4; what is told of a batch is about how many said 4.
Every attack is tried on something that gives way as well, so that none is blind.
"""

from collections import Counter
from itertools import product
from math import comb
from random import Random

import pytest

from alongside.counts import rules
from alongside.counts.rules import LEAST, STEP

WORDS, WHOLLY = range(5), 4
SPREAD = (0.2, 0.2, 0.2, 0.2, 0.2)
USUAL = (0.03, 0.05, 0.10, 0.25, 0.57)
LOW = (0.57, 0.25, 0.10, 0.05, 0.03)
TWO_CAMPS = (0.40, 0.05, 0.10, 0.05, 0.40)


def by_lot(count):
    """How often each figure comes of a count."""
    lots = Counter(rules.about(count, chance=(at + 0.5) / STEP) for at in range(STEP))
    return {figure: often / STEP for figure, often in lots.items()}


def exactly(count):
    """What a count without rounding tells."""
    return {count: 1.0}


def gain(words, told, *, batches=1):
    """How much better than the best guess a reader does who knows all but one, exactly.

    That one says the same in each batch; the others say what people say.
    """
    yes = words[WHOLLY]
    seen = {(1.0, 1.0): 1.0}
    for _ in range(batches):
        seen = _one_batch_more(seen, yes, told)
    hit = 0.0
    for (if_yes, if_no), often in seen.items():
        likely = [p * (if_yes if word == WHOLLY else if_no) for word, p in enumerate(words)]
        hit += often * max(likely)
    return hit - max(words)


def _one_batch_more(seen, yes, told):
    """Multiply what each figure makes of the two possibilities into what was seen before."""
    more = Counter()
    for known in range(LEAST):
        often = comb(LEAST - 1, known) * yes**known * (1 - yes) ** (LEAST - 1 - known)
        with_yes, without = told(known + 1), told(known)
        for figure, ((if_yes, if_no), before) in product({*with_yes, *without}, seen.items()):
            both = if_yes * with_yes.get(figure, 0.0), if_no * without.get(figure, 0.0)
            more[round(both[0], 12), round(both[1], 12)] += often * before
    return more


@pytest.mark.parametrize("words", [SPREAD, USUAL, LOW])
def test_who_knows_what_seven_said_guesses_the_eighth_at_most_five_points_better(words):
    assert 0 <= gain(words, by_lot) <= 0.05


def test_where_two_camps_stand_against_each_other_it_is_less_than_ten_points():
    assert gain(TWO_CAMPS, by_lot) < 0.10


def test_no_batch_ever_gives_more_than_ten_points_whatever_people_say():
    chance = Random(5)
    for _ in range(400):
        drawn = [chance.random() ** chance.choice((1, 3, 9)) for _ in WORDS]
        assert gain([each / sum(drawn) for each in drawn], by_lot) <= 0.1 + 1e-9


@pytest.mark.parametrize(("words", "limit"), [(SPREAD, 0.08), (USUAL, 0.08), (TWO_CAMPS, 0.16)])
def test_who_says_the_same_in_four_batches_is_found_out_only_slowly(words, limit):
    assert gain(words, by_lot, batches=4) <= limit


@pytest.mark.parametrize("words", [SPREAD, USUAL, TWO_CAMPS])
def test_the_same_reader_works_out_far_more_from_an_exact_count(words):
    assert gain(words, exactly) > 0.15


def test_the_differencing_attack_on_two_batches_is_no_better_than_chance_and_five_points():
    """A new person is in the second batch; whoever reads both figures guesses their word."""
    chance, hits, tries = Random(11), 0, 20_000
    for _ in range(tries):
        before = [chance.choice(WORDS) for _ in range(LEAST)]
        after = [chance.choice(WORDS) for _ in range(LEAST)]
        newest = after[-1]
        told = [
            rules.about(batch.count(WHOLLY), chance=chance.random())
            for batch in (before, after)
        ]
        guess = WHOLLY if told[1] > told[0] else chance.choice(WORDS[:WHOLLY])
        hits += guess == newest
    assert hits / tries <= 1 / len(WORDS) + 0.05


@pytest.mark.parametrize("people", [8, 25, 50])
def test_the_same_attack_on_a_live_average_finds_every_new_answer(people):
    chance = Random(people)
    for _ in range(300):
        answers = [chance.choice(WORDS) for _ in range(people)]
        newest = chance.choice(WORDS)
        before = round(sum(answers) / people, 2)
        after = round((sum(answers) + newest) / (people + 1), 2)
        guess = min(WORDS, key=lambda one: abs(after - (before * people + one) / (people + 1)))
        assert guess == newest


def cells_that_fit(figures):
    """The interval attack: every (yes, no) that a quarter of these figures can stand for."""
    each = [
        {count for count in range(LEAST + 1) if figure in by_lot(count)} for figure in figures
    ]
    sums = {sum(counts) for counts in product(*each)}
    return {(yes, len(figures) * LEAST - yes) for yes in sums}


@pytest.mark.parametrize("batches", [1, 2, 3])
def test_the_interval_attack_fixes_no_small_cell_in_any_quarter(batches):
    """At most one in a hundred may be worked out (practice); here it is none."""
    for figures in product((0, 5, 10), repeat=batches):
        fitting = cells_that_fit(figures)
        for cell in (0, 1):
            possible = {counts[cell] for counts in fitting}
            assert len(possible) > 1, figures


def test_the_interval_attack_bites_where_small_cells_are_hidden_but_totals_are_not():
    found = tried = 0
    chance = Random(3)
    for _ in range(3_000):
        cells = [chance.choice((0, 3, 6, 9, 14, 25)) + chance.randrange(3) for _ in range(4)]
        hidden = [cell for cell in cells if 1 <= cell <= 10]
        tried += len(hidden)
        found += len(hidden) == 1  # the total less what is shown
    assert found / tried > 0.05
