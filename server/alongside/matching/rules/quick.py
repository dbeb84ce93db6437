"""The same keys, many at a time, with numpy (the extra `matching`)."""

from collections.abc import Callable, Iterable, Iterator, MutableSequence, Sequence
from typing import Generic, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from alongside.matching.rules.keys import MAY_MEET, Round
from alongside.matching.rules.sides import DRAW_BITS
from pse.matching import FACT, LANGUAGE, MATTERS, Shown, Wishes
from pse.profile import LANGS, known_facts

_FACTS = {fact: at for at, fact in enumerate(sorted(known_facts()))}
_LANGS = {code: at for at, code in enumerate(sorted(LANGS))}
_BLOCK_CELLS = 1 << 16
Keyed = NDArray[np.uint32]
Asked = TypeVar("Asked")


def _bits(ids: frozenset[str], known: dict[str, int]) -> int:
    return sum(1 << known[id] for id in ids if id in known)


def _meeting(shown: Shown, langs: frozenset[str], *, anyone: bool, minor: bool) -> int:
    speaks = bool(langs & shown.langs)
    if (langs and not speaks) or (minor and not shown.cleared):
        return 0
    return MAY_MEET | (LANGUAGE << DRAW_BITS if speaks and not anyone else 0)


class QuickKeys:
    """Keys of a round, in blocks that stay in the processor's cache."""

    def __init__(self, round: Round) -> None:
        self._round = round
        self._shown = [place.shown for place in round.places]
        self._place_facts = np.array(
            [_bits(shown.facts, _FACTS) for shown in self._shown], np.uint64
        )
        self._place_lots = np.array(round.place_drawn, np.uint32)
        self._lots = np.array(round.drawn, np.uint32)
        self._facts = np.array([self._wished(one.wishes) for one in round.waiting], np.uint64)
        self._most = _Rows(self._for_most)
        self._meet = _Rows(self._for_meeting)
        wishes = [one.wishes for one in round.waiting]
        self._most_of = self._most.numbers(
            None if one.anyone else one.matters for one in wishes
        )
        self._meet_of = self._meet.numbers((one.langs, one.anyone, one.minor) for one in wishes)
        ids = {place.id: at for at, place in enumerate(round.places)}
        self._apart = [
            [ids[id] for id in one.apart if id in ids] if one.apart else []
            for one in round.waiting
        ]

    def first(self, most: int) -> Iterator[list[int]]:
        """Give each waiting person's highest keys, the highest first."""
        places = len(self._round.places)
        step = max(1, _BLOCK_CELLS // max(1, places))
        for start in range(0, len(self._lots), step):
            keys = self.block(start, min(start + step, len(self._lots)))
            if most < places:
                keys = np.partition(keys, places - most, axis=1)[:, places - most :]
            keys.sort(axis=1)
            for row in keys[:, ::-1].tolist():
                yield row if row and row[-1] else [key for key in row if key]

    def row(self, at: int) -> list[int]:
        """Give one waiting person's keys, a place each."""
        return cast(list[int], self.block(at, at + 1)[0].tolist())

    def mirror(self, worst: Sequence[int]) -> MutableSequence[int]:
        """Keep beside the round whom each place would let go first."""
        return cast(MutableSequence[int], np.array(worst, np.int64))

    def best_open(self, at: int, worst: Sequence[int], turn: int) -> tuple[int, int]:
        """Give the best place that would keep somebody, and its key; 0 if none would."""
        keys = self.block(at, at + 1)[0]
        keys[np.asarray(worst) >= (keys.astype(np.int64) | turn)] = 0
        found = int(keys.argmax())
        return found, int(keys[found])

    def block(self, start: int, end: int) -> Keyed:
        """Give the keys of some who wait, a row each."""
        rows = slice(start, end)
        meet = self._meet.rows[self._meet_of[rows]]
        shared = np.bitwise_count(self._facts[rows, None] & self._place_facts)
        keys: Keyed = shared.astype(np.uint32)
        keys *= np.uint32(FACT << DRAW_BITS)
        keys += self._most.rows[self._most_of[rows]]
        keys += meet
        keys |= self._lots[rows, None] ^ self._place_lots
        keys *= meet >> np.uint32(31)
        for at in range(start, end):
            if self._apart[at]:
                keys[at - start, self._apart[at]] = 0
        return keys

    @staticmethod
    def _wished(wishes: Wishes) -> int:
        return 0 if wishes.anyone else _bits(wishes.facts, _FACTS)

    def _for_most(self, matters: str | None) -> list[int]:
        worth = MATTERS << DRAW_BITS
        return [
            worth if matters in shown.facts or matters in shown.langs else 0
            for shown in self._shown
        ]

    def _for_meeting(self, asked: tuple[frozenset[str], bool, bool]) -> list[int]:
        langs, anyone, minor = asked
        return [_meeting(one, langs, anyone=anyone, minor=minor) for one in self._shown]


class _Rows(Generic[Asked]):
    """One row for each thing that is asked alike by many."""

    def __init__(self, make: Callable[[Asked], list[int]]) -> None:
        self._make = make
        self.rows: Keyed = np.zeros((0, 0), np.uint32)

    def numbers(self, asked: Iterable[Asked]) -> NDArray[np.intp]:
        """Number what is asked, and make the row of each."""
        number: dict[Asked, int] = {}
        found = [number.setdefault(one, len(number)) for one in asked]
        self.rows = np.array([self._make(one) for one in number], np.uint32)
        return np.array(found, np.intp)
