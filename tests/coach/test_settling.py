"""Answers of a research pack are settled on groups that it did not learn from."""

import numpy as np
from listening_coach.measures import Answer, calibration_error, macro_f1
from listening_coach.settling import is_kept_back, settled

CHANCE = np.random.default_rng(8)


def _drawn(many, rates):
    truth = CHANCE.choice(len(rates), many, p=rates)
    right = np.eye(len(rates))[truth]
    return truth, 2.0 * right + CHANCE.normal(size=right.shape)


def _given(found, tiers):
    return sum(w * one for w, one in zip(found.weights, tiers, strict=True)) + found.constants


def _said(found, tiers):
    return (_given(found, tiers) + found.leans).argmax(1)


def _apart(found, tiers, truth):
    sums = _given(found, tiers)
    likely = np.exp(sums) / np.exp(sums).sum(1, keepdims=True)
    said = _said(found, tiers)
    answers = [
        Answer("g", str(true), dict(zip("012", map(float, one), strict=True)), leans=leans)
        for true, one in zip(truth, likely, strict=True)
        for leans in [dict(zip("012", found.leans, strict=True))]
    ]
    assert [int(one.said) for one in answers] == said.tolist()
    return calibration_error(answers)


def test_a_tier_that_says_nothing_of_use_weighs_next_to_nothing():
    truth, told = _drawn(600, [0.4, 0.35, 0.25])
    noise = CHANCE.normal(size=told.shape)
    found = settled([noise, told], truth, begin=(0.5, 0.5))
    assert abs(found.weights[0]) < 0.25
    assert found.weights[1] > 1


def test_how_sure_is_how_often_right():
    truth, told = _drawn(2000, [0.5, 0.5])
    found = settled([5 * told], truth, begin=(1.0,))
    sums = _given(found, [5 * told])
    likely = np.exp(sums) / np.exp(sums).sum(1, keepdims=True)
    assert abs(likely.max(1).mean() - (likely.argmax(1) == truth).mean()) < 0.03


def test_a_rare_answer_is_given_where_that_makes_the_mean_of_all_better():
    truth, told = _drawn(1500, [0.85, 0.12, 0.03])
    told[:, 2] -= 2
    found = settled([told], truth, begin=(1.0,))
    said = _said(found, [told])
    before = _of(truth, told.argmax(1))
    assert (said == 2).any()
    assert _of(truth, said) > before + 0.02
    assert _apart(found, [told], truth) < 0.03


def test_a_rare_answer_is_not_given_at_the_cost_of_many_that_were_right():
    truth = np.array([0] * 76 + [0] * 30 + [1] * 8 + [2] * 92)
    told = np.array(
        [[3.0, 0.0, 0.0]] * 76 + [[2.0, 1.5, 0.0]] * 38 + [[0.0, 0.0, 3.0]] * 92,
    )
    leant_to = np.where(np.arange(len(truth)) // 38 == 2, 1, told.argmax(1))
    assert _of(truth, leant_to) > _of(truth, told.argmax(1)) + 0.02
    said = _said(settled([told], truth, begin=(1.0,)), [told])
    assert (said == truth).mean() >= (told.argmax(1) == truth).mean() - 0.02


def _of(truth, said):
    pairs = list(zip(map(str, truth), map(str, said), strict=True))
    return macro_f1({pair: pairs.count(pair) for pair in set(pairs)})


def test_about_a_tenth_is_kept_back_and_always_the_same():
    kept = [f"g{at}" for at in range(5000) if is_kept_back(f"g{at}")]
    assert 400 < len(kept) < 600
    assert kept == [f"g{at}" for at in range(5000) if is_kept_back(f"g{at}")]
