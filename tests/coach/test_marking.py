"""What a pack says is surely so, and surely not, and what it tells of its own mistakes."""

import json
from pathlib import Path

import numpy as np
import pytest
from listening_coach.marking import AWAY, SILENT, THERE, Aim, Asked, errors, marked
from listening_coach.telling import for_card, for_page

ROOT = Path(__file__).parents[2]
PACK = ROOT / "coach" / "packs" / "open"
AIM = Aim(right=0.85, missed=0.05)


def _asked(truth, folds=None, *, may=None, held=None):
    """All may be said of every row, unless told otherwise."""
    every = np.ones(len(truth), bool)
    folds = np.arange(len(truth)) % 5 if folds is None else folds
    return Asked(truth, folds, every if may is None else may, ~every if held is None else held)


def marks(p, truth, aim, **told):
    """The two marks of a label, from all rows."""
    return _asked(truth, **told).marks(np.ones(len(truth), bool), p, aim)


def _rare():
    """One of a hundred is there, and looks like much else."""
    p = np.concatenate([np.full(900, 0.1), np.full(90, 0.4), np.full(10, 0.4)])
    return p, np.concatenate([np.zeros(990), np.ones(10)])


def test_what_is_rare_is_not_surely_away_because_it_is_rare():
    p, truth = _rare()
    yes, no = marks(p, truth, AIM)
    assert no < 0.4, "one of ten at .4 is there: all of it would be lost"
    assert no >= 0.1
    assert yes == 1.0


def test_no_more_than_may_be_is_lost_and_what_is_said_is_right_often_enough():
    truth = np.array([0.0] * 80 + [1.0] * 100)
    p = np.concatenate([np.linspace(0.01, 0.6, 80), np.linspace(0.02, 0.99, 100)])
    yes, no = marks(p, truth, AIM)
    assert truth[p <= no].sum() <= 5 < truth[p <= no + 0.02].sum()
    assert truth[p >= yes].mean() >= 0.85 > truth[p >= yes - 0.01].mean()
    assert no < yes


def test_a_label_may_be_held_back_below_a_mark():
    p, truth = np.array([0.6, 0.7, 0.8, 0.96, 0.1]), np.array([1.0, 1.0, 1.0, 1.0, 0.0])
    assert marks(p, truth, AIM)[0] == 0.5
    assert marks(p, truth, Aim(0.85, 0.05, least=0.95))[0] == 0.95


def test_a_mark_is_measured_on_what_it_was_not_set_on():
    """In the fifth fold it is the other way round: only who did not look there is wrong."""
    truth = np.array([0.0, 1.0] * 50)
    folds = np.arange(100) // 20
    p = np.where(truth == 1, 0.9, 0.1)
    p = np.where(folds == 4, 1 - p, p)
    asked = _asked(truth, folds)
    _, said, sure = marked(asked, lambda _: ([], lambda some: p[some]), AIM)
    assert errors(said[folds == 4], truth[folds == 4])["yes"] == 1.0
    others = errors(said[folds != 4], truth[folds != 4])
    assert others["yes"] == 0.0
    assert np.array_equal(sure, p)


def test_where_nothing_may_be_said_nothing_is_counted_as_said():
    truth = np.array([1.0, 0.0, 1.0, 0.0] * 5)
    may = np.array([True, True, False, False] * 5)
    p = np.where(truth == 1, 0.9, 0.1)
    asked = _asked(truth, may=may)
    row, said, _ = marked(asked, lambda _: ([], lambda some: p[some]), AIM)
    assert set(said[~may].tolist()) == {SILENT}
    assert set(said[may].tolist()) == {THERE, AWAY}
    assert (row["errors"]["said"], row["errors"]["found"]) == (0.5, 0.5)


def test_what_is_held_back_is_never_said_to_be_there_and_may_be_said_not_to_be():
    truth = np.array([1.0, 0.0, 1.0, 0.0] * 5)
    held = np.array([False, False, True, True] * 5)
    p = np.where(truth == 1, 0.9, 0.1)
    _, said, _ = marked(_asked(truth, held=held), lambda _: ([], lambda some: p[some]), AIM)
    assert said.tolist() == [THERE, AWAY, SILENT, AWAY] * 5


def test_what_is_held_back_moves_the_mark_of_what_is_not_there_alone():
    truth = np.array([1.0, 0.0] * 50)
    p = np.where(truth == 1, 0.9, 0.1)
    # A kind in which the label is often wrong, and what is there looks as if it were not.
    held = np.arange(100) < 20
    p[held] = 1 - p[held]
    yes, no = marks(p, truth, AIM, held=held)
    assert (yes, no) == (0.5, 0.09), "ten of what is there stand at .1: too many to lose"
    assert marks(p[~held], truth[~held], AIM) == (0.5, 0.49)


def test_card_and_page_say_what_the_pack_says():
    row = json.loads((PACK / "pack.json").read_text("utf-8"))
    card = (PACK / "card.md").read_text("utf-8")
    page = (ROOT / "docs" / "listening.md").read_text("utf-8")
    for tier in (row, row.get("encoder", row)):
        assert for_card(tier) in card
    assert for_page(row) in page
    assert f"version {row['version']}" in card
    assert f"version {row['version']}" in page


@pytest.mark.parametrize("scope", ["labels", "whole"])
def test_of_what_is_there_the_pack_calls_at_most_one_in_fifteen_away(scope):
    row = json.loads((PACK / "pack.json").read_text("utf-8"))
    for name, label in row[scope].items():
        assert label["errors"]["lost"] <= 1 / 15, name
