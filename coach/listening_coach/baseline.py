"""What plain words reach on the research tables: a model to stand beside a pack.

`python -m listening_coach.baseline TABLES [FOLD]`. For each task: words and pairs of words, and
runs of two to four letters and signs, weighed by how rare they are (TF-IDF); for each answer
one logistic regression, in which what is there weighs as much as what is not. It learns from
all folds but one and is judged on that one, or on each in turn.
"""

import math
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from listening_coach.judging import FILES, TASKS, rows_of
from listening_coach.learning import Floats, Rows, learn
from listening_coach.measures import Answer, figures

FOLDS = ("0", "1", "2", "3", "4")
_WORD = re.compile(r"[\w']+")
_LETTERS = range(2, 5)
_STRENGTH = 10.0
_FEWEST = 2


def names(text: str) -> Iterator[str]:
    """Give words, pairs of words, and runs of letters of a text."""
    words = _WORD.findall(text.lower())
    yield from words
    yield from (f"{one} {other}" for one, other in pairwise(words))
    for word in text.lower().split():
        framed = f" {word} "
        for many in _LETTERS:
            yield from (f"c:{framed[at : at + many]}" for at in range(len(framed) - many + 1))


class Words:
    """The names of some texts, and how rare each is among them."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Keep names that occur in two texts or more."""
        seen = Counter(name for text in texts for name in set(names(text)))
        kept = sorted(name for name, many in seen.items() if many >= _FEWEST)
        self._places = {name: at for at, name in enumerate(kept)}
        self._rare = [math.log((1 + len(texts)) / (1 + seen[name])) + 1 for name in kept]

    def rows(self, texts: Sequence[str]) -> Rows:
        """Lay texts out, each of length one."""
        return Rows.of([self._row(text) for text in texts], len(self._places))

    def _row(self, text: str) -> dict[int, float]:
        found = Counter(self._places[name] for name in names(text) if name in self._places)
        row = {at: (1 + math.log(many)) * self._rare[at] for at, many in found.items()}
        size = math.sqrt(sum(much * much for much in row.values())) or 1.0
        return {at: much / size for at, much in row.items()}


def answered(tables: Path, task: str, fold: str) -> Iterator[Answer]:
    """Answer a task on a fold, learnt from the others."""
    one = TASKS[task]
    asked = [
        (row, truth)
        for row in rows_of(tables / FILES[task], one)
        if (truth := one.truth(row)) is not None
    ]
    learnt = [(row[one.text], truth) for row, truth in asked if row["fold"] != fold]
    here = [(row, truth) for row, truth in asked if row["fold"] == fold]
    words = Words([text for text, _ in learnt])
    shown, judged = (
        words.rows([text for text, _ in learnt]),
        words.rows([row[one.text] for row, _ in here]),
    )
    answers = sorted({truth for _, truth in learnt})
    scores = np.stack(
        [_score(shown, [truth == answer for _, truth in learnt], judged) for answer in answers]
    )
    raised = np.exp(scores - scores.max(0))
    for (row, truth), likely in zip(here, (raised / raised.sum(0)).T, strict=True):
        yield Answer(row["group"], truth, dict(zip(answers, map(float, likely), strict=True)))


def _score(shown: Rows, truth: Sequence[bool], judged: Rows) -> Floats:
    known: NDArray[np.float64] = np.array(truth, np.float64)
    share = min(max(known.mean(), 1 / len(known)), 1 - 1 / len(known))
    much = np.where(known > 0, 0.5 / share, 0.5 / (1 - share))
    weights, constant = learn(shown, known, strength=_STRENGTH, importance=much)
    return judged.times(weights) + constant


def main(tables: Path, folds: Sequence[str]) -> None:
    """Print what each task reaches, over the folds named."""
    for task in FILES:
        told = figures([one for fold in folds for one in answered(tables, task, fold)])
        sys.stdout.write(
            f"{task}: macro-F1 {told['macro_f1']}, {told['macro_f1_range']}, right "
            f"{told['accuracy']}, calibration error {told['calibration_error']}, "
            f"n {told['n']}\n"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:] or FOLDS)
