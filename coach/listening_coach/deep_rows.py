"""Lays replies out for learning: many in a row of one length, so that one program fits all.

A client's message stands once, with all its replies behind it; each reply attends to itself and
to the message, the message to itself alone. What is learnt is so what a room works out.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from listening_coach.encoder import Shape, last
from listening_coach.gathering import Example
from listening_coach.pieces import BEGINS, ENDS, PAD, UNKNOWN, Pieces

LONG = 256
SENTENCES, REPLIES = 64, 32
Ints = NDArray[np.int32]
Batch = dict[str, Any]
"""Arrays by name: `Rows._laid` says which."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A reply in pieces: its number, what came before it, and its sentences."""

    number: int
    before: tuple[int, ...]
    sentences: tuple[tuple[int, ...], ...]

    @property
    def size(self) -> int:
        """Count the rows of the reply alone."""
        return sum(map(len, self.sentences)) + 1


def cut(examples: Sequence[Example], pieces: Pieces, shape: Shape) -> list[Cut]:
    """Cut replies into pieces as a room does."""
    found = []
    for number, one in enumerate(examples):
        before = (BEGINS, *last(pieces.cut(one.before), shape.before), ENDS)
        left, sentences = shape.draft, []
        for text in one.sentences:
            sentences.append(tuple(pieces.cut(text)[:left]))
            left -= len(sentences[-1])
        found.append(Cut(number, before, tuple(sentences)))
    return found


class Rows:
    """Replies, their labels, and ways to lay them out."""

    def __init__(
        self,
        examples: Sequence[Example],
        cuts: Sequence[Cut],
        heads: Sequence[str],
        whole: Sequence[str],
    ) -> None:
        """Write labels as numbers: 1, 0, and -1 where nothing is known."""
        self._cuts = cuts
        self._known = [
            np.array([[_known(row, head) for head in heads] for row in one.known], np.float32)
            for one in examples
        ]
        self._whole = np.array(
            [[_known(one.whole, head) for head in whole] for one in examples], np.float32
        )
        self._importance = np.array([one.importance for one in examples], np.float32)
        self._sizes = len(heads), len(whole)
        starts = np.cumsum([0, *(len(one.sentences) for one in examples)])
        self.first_sentence: Sequence[int] = starts.tolist()

    def batches(
        self, chosen: Sequence[int], wide: int, chance: random.Random | None, gone: float = 0.0
    ) -> Iterator[Batch]:
        """Lay chosen replies out, `wide` rows at a time; chance mixes them and hides pieces."""
        bins = self._packed(chosen, chance)
        for at in range(0, len(bins), wide):
            some = bins[at : at + wide]
            laid = [self._laid(one, chance, gone) for one in some]
            laid += [self._laid([], None, 0.0)] * (wide - len(some))
            yield {name: np.stack([one[name] for one in laid]) for name in laid[0]}

    def _packed(self, chosen: Sequence[int], chance: random.Random | None) -> list[list[Cut]]:
        """Put replies to one message side by side, and as many as fit into a row."""
        together = dict[tuple[int, ...], list[Cut]]()
        for number in chosen:
            one = self._cuts[number]
            together.setdefault(one.before, []).append(one)
        lots = [lot for all_of in together.values() for lot in _lots(all_of)]
        if chance is None:
            lots.sort(key=lambda lot: -_size(lot))
        else:
            chance.shuffle(lots)
        bins, room = list[list[Cut]](), list[int]()
        for lot in lots:
            size, sentences = _size(lot), sum(len(one.sentences) for one in lot)
            for at in range(max(0, len(bins) - 24), len(bins)):
                held = sum(len(one.sentences) for one in bins[at])
                if (
                    room[at] >= size
                    and held + sentences <= SENTENCES
                    and len(bins[at]) + len(lot) <= REPLIES
                ):
                    bins[at] += lot
                    room[at] -= size
                    break
            else:
                bins.append(list(lot))
                room.append(LONG - size)
        if chance is not None:
            chance.shuffle(bins)
        return bins

    def _laid(self, some: Sequence[Cut], chance: random.Random | None, gone: float) -> Batch:
        found: Batch = {
            "numbers": np.full(LONG, PAD, np.int32),
            "positions": np.zeros(LONG, np.int32),
            "kinds": np.zeros(LONG, np.int32),
            "message": np.full(LONG, -1, np.int32),
            "reply": np.full(LONG, -1, np.int32),
            "sentence": np.full(LONG, -1, np.int32),
            "known": np.full((SENTENCES, self._sizes[0]), -1, np.float32),
            "whole": np.full((REPLIES, self._sizes[1]), -1, np.float32),
            "much": np.zeros(SENTENCES, np.float32),
            "much_whole": np.zeros(REPLIES, np.float32),
            "at": np.full(SENTENCES, -1, np.int32),
            "at_whole": np.full(REPLIES, -1, np.int32),
        }
        place = sentence = 0
        messages = dict[tuple[int, ...], int]()
        for reply, one in enumerate(some):
            if one.before not in messages:
                messages[one.before] = len(messages)
                here = slice(place, place + len(one.before))
                found["numbers"][here] = one.before
                found["positions"][here] = np.arange(len(one.before))
                found["message"][here] = messages[one.before]
                place += len(one.before)
            here = slice(place, place + one.size)
            found["numbers"][here] = [n for part in one.sentences for n in part] + [ENDS]
            found["positions"][here] = len(one.before) + np.arange(one.size)
            found["kinds"][here] = 1
            found["message"][here] = messages[one.before]
            found["reply"][here] = reply
            for which, part in enumerate(one.sentences):
                found["sentence"][place : place + len(part)] = sentence
                if part:
                    found["known"][sentence] = self._known[one.number][which]
                    found["at"][sentence] = self.first_sentence[one.number] + which
                    found["much"][sentence] = self._importance[one.number]
                place += len(part)
                sentence += 1
            place += 1
            found["whole"][reply] = self._whole[one.number]
            found["at_whole"][reply] = one.number
            found["much_whole"][reply] = self._importance[one.number]
        if chance is not None and gone:
            for at in range(place):
                if found["sentence"][at] >= 0 and chance.random() < gone:
                    found["numbers"][at] = UNKNOWN
        return found


def _lots(replies: Sequence[Cut]) -> Iterator[list[Cut]]:
    """Replies to one message, three at most, as far as they fit into one row."""
    lot = list[Cut]()
    for one in replies:
        if lot and (len(lot) == 3 or _size([*lot, one]) > LONG):
            yield lot
            lot = []
        lot.append(one)
    if lot:
        yield lot


def _size(lot: Sequence[Cut]) -> int:
    return len(lot[0].before) + sum(one.size for one in lot)


def _known(row: Mapping[str, bool], head: str) -> float:
    return float(row[head]) if head in row else -1.0
