"""Figures about answers: right, macro-F1, calibration error, and their ranges over groups.

Plain Python. A range is what 95 of 100 draws of whole groups give, drawn with a fixed seed.
"""

import math
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

_BINS = 10
_DRAWS = 400
_SEED = 8
_SUREST = 0.7
LENGTHS = (0, 8, 16, 31, 61)
_FEWEST_OF_EACH = 6


@dataclass(frozen=True, slots=True)
class Answer:
    """One row: its group, what is true, and how likely each answer is."""

    group: str
    truth: str
    likely: Mapping[str, float]
    sure: bool | None = None
    """Whether a room says anything of it; None: a room says nothing of what is asked."""
    words: int = 0
    leans: Mapping[str, float] = field(default_factory=dict)
    """How much is leant towards each answer: what is answered changes, not how likely it is."""

    @property
    def said(self) -> str:
        """Give the likeliest answer, after leaning; the first of several."""
        return max(
            self.likely,
            key=lambda name: self.likely[name] * math.exp(self.leans.get(name, 0.0)),
        )


def right(seen: Mapping[tuple[str, str], int]) -> float:
    """How many of all answers are right."""
    total = sum(seen.values())
    return (
        sum(n for (truth, said), n in seen.items() if truth == said) / total if total else 0.0
    )


def macro_f1(seen: Mapping[tuple[str, str], int]) -> float:
    """F1 of each answer that is true somewhere, and their mean."""
    names = {truth for (truth, _), n in seen.items() if n}
    return sum(f1(seen, name) for name in names) / len(names) if names else 0.0


def f1(seen: Mapping[tuple[str, str], int], name: str) -> float:
    """F1 of one answer."""
    both = seen.get((name, name), 0)
    either = sum(n * ((t == name) + (s == name)) for (t, s), n in seen.items())
    return 2 * both / either if either else 0.0


def calibration_error(answers: Sequence[Answer]) -> float:
    """How far sureness and rightness lie apart, over ten bins of sureness."""
    apart = sum(
        abs(sum(sure for sure, _ in some) - sum(is_right for _, is_right in some))
        for some in _bins(answers)
    )
    return apart / len(answers)


def calibration_by_chance(answers: Sequence[Answer]) -> tuple[float, float]:
    """What that error would be if every answer were right just as often as it says.

    Few rows lie apart by chance alone: the mean of 400 draws, and what 95 of 100 stay under.
    Rows are drawn one by one, though those of a group are alike: it is rather too little.
    """
    chance = random.Random(_SEED)  # noqa: S311  # draws for a figure, no secret
    bins = [[sure for sure, _ in some] for some in _bins(answers)]
    sums = [sum(some) for some in bins]
    drawn = sorted(
        sum(
            abs(much - sum(chance.random() < sure for sure in some))
            for some, much in zip(bins, sums, strict=True)
        )
        / len(answers)
        for _ in range(_DRAWS)
    )
    return sum(drawn) / _DRAWS, drawn[int(_DRAWS * 0.95) - 1]


def _bins(answers: Sequence[Answer]) -> list[list[tuple[float, bool]]]:
    """How sure each answer is and whether it is right, together with those as sure."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(_BINS)]
    for answer in answers:
        sure = answer.likely[answer.said] / (sum(answer.likely.values()) or 1.0)
        bins[min(_BINS - 1, int(sure * _BINS))].append((sure, answer.said == answer.truth))
    return bins


def figures(answers: Sequence[Answer]) -> dict[str, object]:
    """Everything that is told about one task."""
    by_group = dict[str, Counter[tuple[str, str]]]()
    for answer in answers:
        by_group.setdefault(answer.group, Counter())[answer.truth, answer.said] += 1
    seen = sum(by_group.values(), Counter[tuple[str, str]]())
    names = sorted({truth for truth, _ in seen})
    ranges = _ranges(list(by_group.values()))
    return {
        "n": len(answers),
        "groups": len(by_group),
        "accuracy": round(right(seen), 4),
        "accuracy_range": ranges[0],
        "macro_f1": round(macro_f1(seen), 4),
        "macro_f1_range": ranges[1],
        "f1": {name: round(f1(seen, name), 4) for name in names},
        "calibration_error": round(calibration_error(answers), 4),
        "calibration_error_by_chance": [
            round(one, 4) for one in calibration_by_chance(answers)
        ],
        "majority": _majority(answers),
        "abstention": _abstention(answers),
    }


def _ranges(groups: Sequence[Mapping[tuple[str, str], int]]) -> tuple[list[float], list[float]]:
    chance = random.Random(_SEED)  # noqa: S311  # draws for a range, no secret
    drawn = []
    for _ in range(_DRAWS):
        total = Counter[tuple[str, str]]()
        for one in chance.choices(groups, k=len(groups)):
            for cell, n in one.items():
                total[cell] += n
        drawn.append((right(total), macro_f1(total)))
    low, high = int(_DRAWS * 0.025), int(_DRAWS * 0.975) - 1
    found = []
    for which in (0, 1):
        values = sorted(pair[which] for pair in drawn)
        found.append([round(values[low], 4), round(values[high], 4)])
    return found[0], found[1]


def _majority(answers: Sequence[Answer]) -> dict[str, float]:
    most = Counter(answer.truth for answer in answers).most_common(1)[0][0]
    seen = Counter((answer.truth, most) for answer in answers)
    return {"accuracy": round(right(seen), 4), "macro_f1": round(macro_f1(seen), 4)}


def _abstention(answers: Sequence[Answer]) -> dict[str, float]:
    ranked = sorted(answers, key=lambda answer: -answer.likely[answer.said])
    surest = ranked[: max(1, int(len(ranked) * _SUREST))]
    found = {"accuracy_of_surest_70": _accuracy(surest)}
    if any(answer.sure is not None for answer in answers):
        said = [answer for answer in answers if answer.sure]
        found["said"] = round(len(said) / len(answers), 4)
        found["accuracy_of_said"] = _accuracy(said)
    return found


def _accuracy(answers: Sequence[Answer]) -> float:
    return round(right(Counter((one.truth, one.said) for one in answers)), 4)


def area(answers: Sequence[Answer], name: str) -> float | None:
    """How often one that is there stands above one that is not; alike counts half.

    No mark and no share can make this better. None: there are too few of either to tell.
    """
    ranked = sorted(answers, key=lambda answer: answer.likely[name])
    there = sum(answer.truth == name for answer in ranked)
    if min(there, len(ranked) - there) < _FEWEST_OF_EACH:
        return None
    above = below = 0.0
    for _, some in groupby(ranked, key=lambda answer: answer.likely[name]):
        alike = [answer.truth == name for answer in some]
        yes, no = sum(alike), len(alike) - sum(alike)
        above += yes * (below + no / 2)
        below += no
    return round(above / (there * (len(ranked) - there)), 4)


def area_by_words(answers: Sequence[Answer], name: str) -> dict[str, tuple[int, float | None]]:
    """Give, by how many words a row has at least: how many rows, and their area."""
    found = dict[str, tuple[int, float | None]]()
    for least, more in zip(LENGTHS, (*LENGTHS[1:], math.inf), strict=True):
        some = [answer for answer in answers if least <= answer.words < more]
        found[str(least)] = len(some), area(some, name)
    return found


def recall_at(answers: Sequence[Answer], name: str, precision: float) -> float:
    """How much of what is there is found, at the deepest place that is still this precise."""
    ranked = sorted(answers, key=lambda answer: -answer.likely[name])
    there = sum(answer.truth == name for answer in ranked)
    best = found = 0
    for at, answer in enumerate(ranked, 1):
        found += answer.truth == name
        if found >= precision * at:
            best = found
    return round(best / there, 4) if there else 0.0


def by_mark(answers: Sequence[Answer], name: str) -> dict[str, list[int]]:
    """From each mark up: how many are said to be there, and how many of those are."""
    found = dict[str, list[int]]()
    for mark in range(50, 100):
        there = [
            answer.truth == name for answer in answers if answer.likely[name] >= mark / 100
        ]
        found[f"{mark / 100:.2f}"] = [len(there), sum(there)]
    return found


def lowest_mark(found: Mapping[str, Sequence[int]], right: float, fewest: int) -> str | None:
    """Give the lowest mark from which so many are right, at it and at all above with enough."""
    best = None
    for mark, (said, there) in sorted(found.items(), reverse=True):
        if said < fewest:
            continue
        if there < right * said:
            break
        best = mark
    return best
