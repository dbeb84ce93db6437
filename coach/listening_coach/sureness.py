"""Tells whether labels are right as often as they are sure.

`python -m listening_coach.sureness EXAMPLES SURE` (`sure.npz` or `sure_deep.npz`). Every row
was told by other folds: its message was neither learnt from nor calibrated on. The error is how
far likelihood and truth lie apart, over ten bins; its range is what 95 of 100 draws of whole
messages give; `lean` is how much too likely (above nought) a label is on the whole.
"""

import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from listening_coach.exporting import read_sure
from listening_coach.gathering import Example, read_examples
from listening_coach.learning import Floats
from listening_coach.reading import size
from listening_coach.training import Sure

BINS = 10
LONG = 40
FEWEST = 100
_DRAWS = 200
_SEED = 8


def table(examples: Sequence[Example], sure: Mapping[str, Sure]) -> Iterator[str]:
    """Give a table: each label over all replies, and over those of forty words or more."""
    yield "| label | rows | error (range) | lean | in long replies | error (range) | lean |"
    yield "|---|---|---|---|---|---|---|"
    words = np.array([sum(size(text) for text in one.sentences) for one in examples])
    names = {name: at for at, name in enumerate(dict.fromkeys(one.group for one in examples))}
    groups = np.array([names[one.group] for one in examples])
    for name, one in sure.items():
        long = words[one.replies] >= LONG
        cells = [
            cell
            for some in (np.ones(len(long), np.bool_), long)
            for cell in _cells(one.likely[some], one.truth[some], groups[one.replies[some]])
        ]
        yield f"| `{name}` | {' | '.join(cells)} |"


def error(likely: Floats, truth: Floats) -> float:
    """How far likelihood and truth lie apart, over ten bins."""
    return _error(*_bins(likely, truth, np.zeros(len(likely), np.int64)))


def error_range(
    likely: Floats, truth: Floats, groups: NDArray[np.int64]
) -> tuple[float, float]:
    """Give what 95 of 100 draws of whole groups give, drawn with a fixed seed."""
    _, places = np.unique(groups, return_inverse=True)
    apart, rows = _bins(likely, truth, places)
    chance = random.Random(_SEED)  # noqa: S311  # draws for a range, no secret
    every = range(len(rows))
    drawn = sorted(
        _error(apart[some], rows[some])
        for some in (np.array(chance.choices(every, k=len(rows))) for _ in range(_DRAWS))
    )
    return drawn[int(_DRAWS * 0.025)], drawn[int(_DRAWS * 0.975) - 1]


def _bins(likely: Floats, truth: Floats, places: NDArray[np.int64]) -> tuple[Floats, Floats]:
    """Give for each group, by bins, how much too likely its rows were, and how many."""
    bins = np.minimum(BINS - 1, (likely * BINS).astype(np.int64))
    apart = np.zeros((int(places.max(initial=-1)) + 1, BINS))
    rows = np.zeros_like(apart)
    np.add.at(apart, (places, bins), likely - truth)
    np.add.at(rows, (places, bins), 1.0)
    return apart, rows


def _error(apart: Floats, rows: Floats) -> float:
    return float(np.abs(apart.sum(0)).sum() / rows.sum()) if rows.sum() else 0.0


def _cells(likely: Floats, truth: Floats, groups: NDArray[np.int64]) -> list[str]:
    if len(likely) < FEWEST:
        return [str(len(likely)), "-", "-"]
    low, high = error_range(likely, truth, groups)
    lean = float(np.mean(likely - truth))
    return [
        f"{len(likely):,}",
        f"{error(likely, truth):.3f} ({low:.3f} to {high:.3f})",
        f"{lean:+.3f}",
    ]


if __name__ == "__main__":
    _examples = list(read_examples(Path(sys.argv[1])))
    for _line in table(_examples, read_sure(Path(sys.argv[2]))):
        sys.stdout.write(f"{_line}\n")
