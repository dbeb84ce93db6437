"""Learns the heads of a pack from examples, and how sure each label may call itself.

Every group (a message with all its replies) is in one of five folds. What a head says of a fold
is learnt without it; from that come calibration and marks (`marking.py`), and the error rates a
pack tells: of each fold, by what was chosen on the other four.
"""

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from listening_coach.features import Lists, bucket, weighted
from listening_coach.gathering import Example
from listening_coach.holding import MANY, NO_ADVICE, PICTURES, SWEARING, Hold
from listening_coach.learning import Floats, Rows, learn, sigmoid
from listening_coach.marking import (
    SILENT,
    THERE,
    Aim,
    Asked,
    Fitted,
    Flags,
    Parts,
    marked,
    platt,
)
from listening_coach.reading import Groups, features_of, of_whole, places, together

FOLDS = 5
SENTENCE_HEADS = (
    "question", "open", "reflection", "warmth", "understanding", "exploring",
    "advising", "unasked", "information", "own_story",
)  # fmt: skip
WHOLE_HEADS = ("whole_warmth", "whole_understanding", "whole_exploring")
LABELS = {
    "question": ("question",), "open": ("open",), "reflection": ("reflection",),
    "warmth": ("warmth",), "understanding": ("understanding",), "exploring": ("exploring",),
    "advice": ("advising", "unasked"), "information": ("information",),
    "own_story": ("own_story",),
}  # fmt: skip
ONLY = {"unasked": frozenset("x")}
# A label is held back in what a room can see (short sentences, long replies, swearing and
# pictures) where it is more than .05 less often right than elsewhere: coach/packs/open/card.md
# has the figures. With the first tier alone, and with both. What has the form of advice and is
# none ("You could not tell her.") is seldom in our corpus, and was called advice.
_SHORT, _LONG = (5, MANY), (0, 47)
HELD: Mapping[str, Hold] = {
    "open": Hold(_SHORT),
    "reflection": Hold(_SHORT, _LONG, frozenset({SWEARING})),
    "warmth": Hold(_SHORT),
    "understanding": Hold((0, 20), _LONG),
    "exploring": Hold(_SHORT, _LONG),
    "whole_understanding": Hold(reply=_LONG),
    "whole_exploring": Hold(reply=_LONG),
    "advice": Hold(beside=frozenset({NO_ADVICE})),
}
HELD_OF_BOTH: Mapping[str, Hold] = {
    **HELD,
    "understanding": Hold(reply=_LONG),
    "advice": Hold(beside=frozenset({NO_ADVICE, PICTURES})),
}
LOWEST = -9.0
# The lowest mark from which four of five are right on sentences of another kind too, at it and
# at every one above with twenty sentences or more (coach/packs/open/card.md says on which).
LEAST = {"advice": 0.98}
DEEP = "deep_"


@dataclass(frozen=True, slots=True)
class Choice:
    """What is chosen before anything is learnt."""

    buckets: int
    weights: Mapping[str, float]
    strength: float
    right: float = 0.85
    missed: float = 0.05


CHOICE = Choice(1 << 15, {"w": 1.0, "c": 1.0, "s": 1.0, "k": 0.3, "x": 0.3}, 3.0)


def written_lists() -> dict[str, Any]:
    """Give the lists of words as they stand in `lists.json`, and in every pack."""
    found: dict[str, Any] = json.loads(
        (Path(__file__).parent / "lists.json").read_text(encoding="utf-8")
    )
    return found


def own_lists() -> Lists:
    """Give the lists of words as they are used."""
    return Lists.of(written_lists())


@dataclass(frozen=True, slots=True)
class Sure:
    """How sure a label was of rows it had not learnt, whether it was right, and where they are.

    `replies` counts the examples: a group of them is never in two folds.
    """

    likely: Floats
    truth: Floats
    replies: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Trained:
    """Learnt weights, a row a head, and what a pack says beside them."""

    heads: tuple[dict[str, Any], ...]
    matrix: NDArray[np.float32]
    labels: dict[str, Any]
    whole: dict[str, Any]
    told: dict[str, NDArray[np.int64]] = field(default_factory=dict)
    unseen: dict[str, Floats] = field(default_factory=dict)
    sure: dict[str, Sure] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Labels:
    """Labels as a pack tells them, and what they said of each row, told from other folds."""

    labels: dict[str, Any]
    whole: dict[str, Any]
    told: dict[str, NDArray[np.int64]]
    sure: dict[str, Sure]


def fold_of(group: str) -> int:
    """Give the fold a group is in: always the same."""
    return zlib.crc32(group.encode()) % FOLDS


class Table:
    """The examples as sparse rows: one for each sentence, one for each whole reply."""

    def __init__(self, examples: Sequence[Example], lists: Lists, choice: Choice) -> None:
        """Lay them out."""
        self._choice = choice
        self._places = dict[str, int]()
        shown = [features_of(one.sentences, one.before, lists) for one in examples]
        self.reply_of = np.array([at for at, all_of in enumerate(shown) for _ in all_of])
        replies = [" ".join(one.sentences) for one in examples]
        self._where = {
            "sentence": [
                place
                for one, reply in zip(examples, replies, strict=True)
                for place in places(one.sentences, reply, lists)
            ],
            "whole": [of_whole(reply) for reply in replies],
        }
        self._shown = {
            "sentence": [groups for all_of in shown for groups in all_of],
            "whole": [together(all_of) for all_of in shown],
        }
        folds = np.array([fold_of(one.group) for one in examples])
        self.folds = {"sentence": folds[self.reply_of], "whole": folds}
        self._known = {
            "sentence": [known for one in examples for known in one.known],
            "whole": [one.whole for one in examples],
        }
        much = np.array([one.importance for one in examples])
        self.importance = {"sentence": much[self.reply_of], "whole": much}
        self._rows = {scope: self._laid(shown) for scope, shown in self._shown.items()}

    def rows(self, scope: str, only: frozenset[str] | None) -> Rows:
        """Give all rows of a scope, or with some groups of features alone."""
        if only is None:
            return self._rows[scope]
        part = [{g: n for g, n in groups.items() if g in only} for groups in self._shown[scope]]
        return self._laid(part)

    def truth(self, scope: str, head: str) -> tuple[NDArray[np.int64], Floats]:
        """Give the rows of which a head is known, and what is known."""
        known = self._known[scope]
        rows = np.array([at for at, row in enumerate(known) if head in row], np.int64)
        return rows, np.array([known[at][head] for at in rows], np.float64)

    def lets(self, scope: str, hold: Hold) -> Flags:
        """Say of each row whether a label may be said there."""
        return np.array([hold.lets(place) for place in self._where[scope]], np.bool_)

    def _laid(self, shown: Sequence[Groups]) -> Rows:
        return Rows.of([self._row(groups) for groups in shown], self._choice.buckets)

    def _row(self, groups: Groups) -> dict[int, float]:
        row = dict[int, float]()
        for name, much in weighted(groups, self._choice.weights).items():
            at = self._places.get(name)
            if at is None:
                at = self._places[name] = bucket(name, self._choice.buckets)
            row[at] = row.get(at, 0.0) + much
        return row


def train(examples: Sequence[Example], lists: Lists, choice: Choice) -> Trained:
    """Learn every head that is known often enough, and calibrate every label."""
    table = Table(examples, lists, choice)
    scopes = {
        **dict.fromkeys(SENTENCE_HEADS, "sentence"),
        **dict.fromkeys(WHOLE_HEADS, "whole"),
    }
    heads, matrix, unseen = list[dict[str, Any]](), list[Floats](), dict[str, Floats]()
    for head, scope in scopes.items():
        weights, constant, unseen[head] = learnt(table, scope, head, choice)
        heads.append({"id": head, "scope": scope, "constant": constant})
        matrix.append(weights)
    found = marked_labels(table, unseen, choice, LEAST)
    return Trained(
        tuple(heads),
        np.array(matrix, np.float32),
        found.labels,
        found.whole,
        found.told,
        unseen,
        found.sure,
    )


def marked_labels(
    table: Table, unseen: Mapping[str, Floats], choice: Choice, least: Mapping[str, float]
) -> Labels:
    """Calibrate every label and set its marks, from scores of rows that were not learnt.

    Where `unseen` holds scores of the second tier too (`deep_...`), labels lean on both.
    """
    found = Labels({}, {}, {}, {})
    for name in LABELS:
        found.labels[name] = _label(table, name, unseen, choice, least, found)
    for head in WHOLE_HEADS:
        found.whole[head[6:]] = _whole(table, head, unseen, choice, found)
    return found


def of_everything(table: Table, scope: str, head: str, choice: Choice) -> tuple[Floats, float]:
    """Give a head's weights and its constant, learnt from every row that knows it."""
    rows, truth = table.truth(scope, head)
    return learn(
        table.rows(scope, ONLY.get(head)).chosen(rows),
        truth,
        strength=choice.strength,
        importance=table.importance[scope][rows],
    )


def learnt(table: Table, scope: str, head: str, choice: Choice) -> tuple[Floats, float, Floats]:
    """Give a head's weights, its constant, and scores of every row learnt without its fold."""
    weights, constant = of_everything(table, scope, head, choice)
    rows, truth = table.truth(scope, head)
    everything = table.rows(scope, ONLY.get(head))
    much = table.importance[scope][rows]
    unseen = np.zeros(len(everything))
    for fold in range(FOLDS):
        seen = table.folds[scope][rows] != fold
        part, shift = learn(
            everything.chosen(rows[seen]),
            truth[seen],
            strength=choice.strength,
            importance=much[seen],
        )
        there = np.flatnonzero(table.folds[scope] == fold)
        unseen[there] = everything.chosen(there).times(part) + shift
    return weights, constant, unseen


def _label(
    table: Table,
    name: str,
    unseen: Mapping[str, Floats],
    choice: Choice,
    least_mark: Mapping[str, float],
    found: Labels,
) -> dict[str, Any]:
    """Set a label's marks; `found` takes what it says of each sentence, by other folds."""
    leant = {head: _tiers(head, unseen) for head in LABELS[name]}
    known = {head: _read_rows(table, "sentence", head, unseen) for head in LABELS[name]}
    rows, truth = known[LABELS[name][0]]
    for those, whether in list(known.values())[1:]:
        narrow = np.zeros(len(table.reply_of))
        narrow[those] = whether
        truth = truth * narrow[rows]
    folds = table.folds["sentence"]

    def fit(chosen: Flags) -> Fitted:
        allowed = set(folds[rows[chosen]].tolist())
        parts = Parts()
        for head, (those, whether) in known.items():
            among = np.isin(folds[those], list(allowed))
            columns = [unseen[one][those[among]] for one in leant[head]]
            weights, constant = platt(columns, whether[among])
            parts.append({"a": dict(zip(leant[head], weights, strict=True)), "b": constant})
        return parts, lambda some: _likely(parts, unseen, rows[some])

    hold = _held(name, unseen)
    held = ~table.lets("sentence", hold)[rows]
    may = np.ones(len(rows), np.bool_)
    if name == "open":
        may = found.told["question"][rows] == THERE
    aim = Aim(choice.right, choice.missed, least_mark.get(name, 0.5))
    row, said, sure = marked(Asked(truth, folds[rows], may, held), fit, aim)
    found.told[name] = np.full(len(table.reply_of), SILENT)
    found.told[name][rows] = said
    found.sure[name] = Sure(sure, truth, table.reply_of[rows])
    return {
        "parts": row.pop("parts"),
        **hold.written(),
        **row,
    }


def _held(name: str, unseen: Mapping[str, Floats]) -> Hold:
    has_both = any(head.startswith(DEEP) for head in unseen)
    return (HELD_OF_BOTH if has_both else HELD).get(name, Hold())


def _tiers(head: str, unseen: Mapping[str, Floats]) -> list[str]:
    """Name a head in each tier there is."""
    return [one for one in (head, DEEP + head) if one in unseen]


def _read_rows(
    table: Table, scope: str, head: str, unseen: Mapping[str, Floats]
) -> tuple[NDArray[np.int64], Floats]:
    """Give what is known of rows that every tier has read."""
    rows, truth = table.truth(scope, head)
    read = np.all([np.isfinite(unseen[one][rows]) for one in _tiers(head, unseen)], axis=0)
    return rows[read], truth[read]


def _likely(parts: Parts, unseen: Mapping[str, Floats], rows: NDArray[np.int64]) -> Floats:
    sure = np.ones(len(rows))
    for part in parts:
        score = sum((a * unseen[head][rows] for head, a in part["a"].items()), part["b"])
        sure = sure * sigmoid(np.asarray(score))
    return sure


def _whole(
    table: Table,
    head: str,
    unseen: Mapping[str, Floats],
    choice: Choice,
    found: Labels,
) -> dict[str, Any]:
    name = head[6:]
    rows, truth = _read_rows(table, "whole", head, unseen)
    scored = dict[str, Floats]()
    for one, of_all in zip(_tiers(name, unseen), _tiers(head, unseen), strict=True):
        scored[one] = np.full(len(unseen[head]), LOWEST)
        np.fmax.at(scored[one], table.reply_of, unseen[one])
        scored[of_all] = unseen[of_all]
    folds = table.folds["whole"][rows]

    def fit(chosen: Flags) -> Fitted:
        some = rows[chosen]
        weights, constant = platt([one[some] for one in scored.values()], truth[chosen])
        parts: Parts = [{"a": dict(zip(scored, weights, strict=True)), "b": constant}]
        return parts, lambda those: _likely(parts, scored, rows[those])

    hold = _held(head, unseen)
    held = ~table.lets("whole", hold)[rows]
    asked = Asked(truth, folds, np.ones(len(rows), np.bool_), held)
    row, said, sure = marked(asked, fit, Aim(choice.right, choice.missed))
    found.told[head] = np.full(len(unseen[head]), SILENT)
    found.told[head][rows] = said
    found.sure[head] = Sure(sure, truth, rows)
    return {"parts": row.pop("parts"), **hold.written(), **row}
