"""How sure labels are of what they did not learn is told, and how far that is from right."""

import numpy as np
import pytest
from listening_coach.exporting import read_sure, write_sure
from listening_coach.gathering import Example
from listening_coach.sureness import error, error_range, table
from listening_coach.training import CHOICE, LABELS, WHOLE_HEADS, Sure, own_lists, train

SAID = ("I'm so glad you wrote.", "That sounds lonely.", "What was it like?", "Ring them.")


def test_a_label_that_is_right_as_often_as_it_says_has_no_error():
    likely = np.repeat([0.15, 0.85], 100)
    truth = np.array([1.0] * 15 + [0.0] * 85 + [1.0] * 85 + [0.0] * 15)
    assert error(likely, truth) == pytest.approx(0.0, abs=1e-9)
    assert error(likely, 1 - truth) == pytest.approx(0.7)


def test_the_range_is_over_messages_and_not_over_their_replies():
    chance = np.random.default_rng(1)
    truth = (chance.random(400) < 0.3).astype(np.float64)
    alone, together = np.arange(400), np.arange(400) // 40
    same = np.repeat((chance.random(10) < 0.3).astype(np.float64), 40)
    likely = np.full(400, 0.3)
    low, high = error_range(likely, truth, alone)
    wide = error_range(likely, same, together)
    assert low <= error(likely, truth) <= high
    assert wide[1] - wide[0] > 2 * (high - low)


def test_the_table_names_each_label_and_speaks_of_long_replies_apart():
    short, long = (
        Example("a", "", ("Yes.",), ({},), {}),
        Example("b", "", ("so " * 50,), ({},), {}),
    )
    rows = np.array([0] * 150 + [1] * 120)
    told = table([short, long], {"warmth": Sure(np.full(270, 0.5), rows * 1.0, rows)})
    last = list(told)[-1]
    assert last.startswith("| `warmth` | 270 | 0.056 (")
    assert "| 120 | 0.500 (0.500 to 0.500) | -0.500 |" in last


def test_how_sure_each_label_was_is_kept_for_every_row_it_was_asked_of(tmp_path):
    """Learnt from a few plain examples: what counts is whose rows they are, not how right."""
    examples = [
        Example(
            f"group {at}", "", SAID[: 1 + at % 4],
            tuple(
                dict.fromkeys(_SENTENCE, (at + place) % 3 == 0) for place in range(1 + at % 4)
            ),
            dict.fromkeys(WHOLE_HEADS, at % 2 == 0),
        )
        for at in range(40)
    ]  # fmt: skip
    learnt = train(examples, own_lists(), CHOICE)
    write_sure(tmp_path / "sure.npz", learnt.sure)
    sure = read_sure(tmp_path / "sure.npz")
    assert set(sure) == {*LABELS, *WHOLE_HEADS}
    assert len(sure["question"].truth) == sum(len(one.sentences) for one in examples)
    assert sure["whole_warmth"].replies.tolist() == list(range(40))
    assert sure["whole_warmth"].truth.tolist() == [float(at % 2 == 0) for at in range(40)]
    assert all(((one.likely > 0) & (one.likely < 1)).all() for one in sure.values())


_SENTENCE = (
    "question", "open", "reflection", "warmth", "understanding", "exploring",
    "advising", "unasked", "information", "own_story",
)  # fmt: skip
