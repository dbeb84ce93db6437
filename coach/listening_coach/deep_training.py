"""Learns a second tier for a pack: a small encoder, its scores by folds, and labels of both.

Parts are written to files one by one, so that what was begun goes on where it stopped: where
the encoder starts (`start.npz`), what is said of each fold by an encoder that did not learn it
(`fold0.npz` ...), the encoder learnt from everything (`all.npz`).
"""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np

from listening_coach.deep_learning import (
    heaviness,
    like_a_teacher,
    scored,
    with_labels,
)
from listening_coach.deep_plan import Plan
from listening_coach.deep_rows import Rows, cut
from listening_coach.deep_start import Params, chosen_pieces, cut_to, whole_encoder
from listening_coach.encoder import Shape
from listening_coach.gathering import Example
from listening_coach.learning import Floats
from listening_coach.pieces import Pieces
from listening_coach.training import DEEP, SENTENCE_HEADS, WHOLE_HEADS, fold_of

PIECES = "lines"


class Deepening:
    """The parts of a second tier, in a folder."""

    def __init__(
        self,
        examples: Sequence[Example],
        weights: Path,
        folder: Path,
        plan: Plan,
        whole: Sequence[str] = WHOLE_HEADS,
        once: int = 0,
    ) -> None:
        """Cut the examples into pieces; `whole` names the heads of whole replies.

        The first `once` examples are learnt in the first round alone.
        """
        folder.mkdir(parents=True, exist_ok=True)
        self.plan, self._weights, self._folder = plan, weights, folder
        self._examples, self._whole, self._once = examples, tuple(whole), once
        self.lines = self._begun_pieces() or chosen_pieces(
            weights, _texts(examples), plan.pieces
        )
        self.shape = Shape.of(plan.sizes(len(self.lines)))
        cuts = cut(examples, Pieces(self.lines), self.shape)
        self._rows = Rows(examples, cuts, SENTENCE_HEADS, self._whole)
        self._folds = [fold_of(one.group) for one in examples]

    def make(self, part: str) -> None:
        """Make a part that is not there yet."""
        if self._file(part).exists():
            return
        if part == "start":
            pieces = {PIECES: np.array(self.lines)}
            _save(self._file(part), _flat(self._started()) | pieces)
        elif part == "all":
            _save(self._file(part), _flat(self._learnt(lambda _: True)))
        else:
            fold = int(part.removeprefix("fold"))
            params = self._learnt(lambda other: other != fold)
            _save(self._file(part), self._scores(params, lambda other: other == fold))

    def params(self) -> Params:
        """Give the encoder learnt from everything."""
        return self._read("all")

    def unseen(self) -> dict[str, Floats]:
        """Give each head's scores of what was not learnt; nan where no fold was left out."""
        found = dict[str, Floats]()
        for fold in self.plan.folds:
            with np.load(self._file(f"fold{fold}")) as held:
                for name in held.files:
                    mine = found.setdefault(name, np.full(len(held[name]), np.nan))
                    mine[:] = np.where(np.isnan(held[name]), mine, held[name])
        return found

    def _begun_pieces(self) -> list[str]:
        """Give the pieces an encoder was started with: more text later does not change them."""
        if not self._file("start").exists():
            return []
        with np.load(self._file("start")) as held:
            return [str(line) for line in held[PIECES]]

    def _file(self, part: str) -> Path:
        return self._folder / f"{part}.npz"

    def _started(self) -> Params:
        plan = self.plan
        every = range(len(self._examples))
        teacher = whole_encoder(self._weights, self.lines, plan.layers)
        some = list(self._rows.batches(every, plan.alike.wide, random.Random(1)))  # noqa: S311
        start = cut_to(teacher, self.shape, heaviness(teacher, some[:24]))
        return like_a_teacher(start, teacher, self._rows, every, plan.alike)

    def _learnt(self, may: Callable[[int], bool]) -> Params:
        start = self._read("start")
        for name, many in (("sentence", len(SENTENCE_HEADS)), ("whole", len(self._whole))):
            start[name] = (
                np.zeros((many, self.plan.width), np.float32),
                np.zeros(many, np.float32),
            )
        chosen = [at for at, fold in enumerate(self._folds) if may(fold)]
        often, once = (
            [at for at in chosen if (at < self._once) is is_once] for is_once in (False, True)
        )
        lesson = replace(self.plan.labels, choices=choices_of(self._whole))
        return with_labels(start, self._rows, often, lesson, once)

    def _scores(self, params: Params, may: Callable[[int], bool]) -> dict[str, Floats]:
        chosen = [at for at, fold in enumerate(self._folds) if may(fold)]
        sentences = self._rows.first_sentence[-1]
        found = {
            "sentence": np.full((sentences, len(SENTENCE_HEADS)), np.nan),
            "whole": np.full((len(self._examples), len(self._whole)), np.nan),
        }
        for kind, place, row in scored(params, self._rows, chosen, self.plan.labels.wide):
            found[kind][place] = row
        names = {"sentence": SENTENCE_HEADS, "whole": self._whole}
        return {
            DEEP + head: found[kind][:, at]
            for kind, heads in names.items()
            for at, head in enumerate(heads)
        }

    def _read(self, part: str) -> Params:
        with np.load(self._file(part)) as held:
            return _nested({name: held[name] for name in held.files if name != PIECES})


def choices_of(heads: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Say from where to where heads stand that are answers to one question (`task/answer`)."""
    found = []
    begins = 0
    for task, some in groupby(heads, key=lambda head: head.partition("/")[0]):
        many = len(list(some))
        if many > 1 and heads[begins].startswith(f"{task}/"):
            found.append((begins, begins + many))
        begins += many
    return tuple(found)


def _texts(examples: Sequence[Example]) -> Iterator[str]:
    for one in examples:
        yield from (one.before, *one.sentences)


def _save(file: Path, arrays: Mapping[str, Any]) -> None:
    """Write it beside, then in its place: a part is whole or not there."""
    beside = file.with_suffix(".part")
    with beside.open("wb") as opened:
        np.savez(opened, **arrays)
    beside.replace(file)


def _flat(params: Params, name: str = "") -> dict[str, Any]:
    found = dict[str, Any]()
    for key, of in params.items():
        if isinstance(of, list):
            for at, layer in enumerate(of):
                found |= _flat(layer, f"{at}/")
        elif isinstance(of, tuple):
            found |= {f"{name}{key}/matrix": of[0], f"{name}{key}/bias": of[1]}
        else:
            found[name + key] = of
    return found


def _nested(flat: Mapping[str, Any]) -> Params:
    layers = dict[int, Params]()
    found: Params = {}
    for name, of in flat.items():
        first, *rest = name.split("/")
        into = layers.setdefault(int(first), {}) if first.isdigit() else found
        key = rest[0] if first.isdigit() else first
        if name.endswith("/matrix"):
            into[key] = (of, flat[name.replace("/matrix", "/bias")])
        elif not name.endswith("/bias"):
            into[key] = of
    found["layers"] = [layers[at] for at in sorted(layers)]
    return found
