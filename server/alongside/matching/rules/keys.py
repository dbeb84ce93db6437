"""One number for each pair: whether they may meet, how well it fits, and a drawn lot."""

from collections.abc import Iterator, MutableSequence, Sequence
from dataclasses import dataclass
from heapq import nlargest
from typing import Protocol

from alongside.matching.rules.sides import DRAW_BITS, MOST, Place, Waiting, draws, weeks
from pse.matching import may_meet, score

LOT = MOST - 1
MAY_MEET = 1 << 31
# Above the key stands whose turn it is: the weeks waited, then how few they could meet at all.
TURN_AT, WEEKS_AT = 32, 40
# No score reaches this: what matters most, a language, and every fact there is.
SCORES = (MAY_MEET >> DRAW_BITS) - 1
Asked = tuple[frozenset[str], bool]


class Keys(Protocol):
    """The keys of a round; 0 is a pair that never meets."""

    def first(self, most: int) -> Iterator[list[int]]:
        """Give each waiting person's highest keys, the highest first."""

    def row(self, at: int) -> list[int]:
        """Give one waiting person's keys, a place each."""

    def mirror(self, worst: Sequence[int]) -> MutableSequence[int]:
        """Keep beside the round whom each place would let go first."""

    def best_open(self, at: int, worst: Sequence[int], turn: int) -> tuple[int, int]:
        """Give the best place that would keep somebody, and its key; 0 if none would."""


@dataclass(frozen=True)
class Round:
    """Everyone of a round with their lots."""

    waiting: Sequence[Waiting]
    places: Sequence[Place]
    drawn: Sequence[int]
    place_drawn: Sequence[int]

    def turns(self) -> list[int]:
        """Give whose turn it is: longer waiting first, then whoever has fewer to meet."""
        few: dict[Asked, int] = {}
        return [
            weeks(one.waited) << WEEKS_AT | self._few(one, few) << TURN_AT
            for one in self.waiting
        ]

    def _few(self, one: Waiting, known: dict[Asked, int]) -> int:
        """Say how few could meet somebody, in powers of two; who keeps apart is not counted."""
        asked = (one.wishes.langs, one.wishes.minor)
        if asked not in known:
            meet = sum(may_meet(one.wishes, place.shown) for place in self.places)
            known[asked] = DRAW_BITS + 1 - meet.bit_length()
        return known[asked]


def round_of(waiting: Sequence[Waiting], places: Sequence[Place], *, seed: int) -> Round:
    """Draw the lots of a round."""
    return Round(waiting, places, draws(waiting, seed=seed), draws(places, seed=seed + 1))


def score_of(key: int) -> int:
    """Give the score in a key."""
    return (key & (MAY_MEET - 1)) >> DRAW_BITS


def at_each_lot(drawn: Sequence[int]) -> list[int]:
    """Give who holds each lot."""
    held = [0] * len(drawn)
    for at, lot in enumerate(drawn):
        held[lot] = at
    return held


def key_of(one: Waiting, place: Place, *, lots: int) -> int:
    """Give a pair's key, straight from the definition."""
    if not may_meet(one.wishes, place.shown, apart=place.id in one.apart):
        return 0
    return MAY_MEET | score(one.wishes, place.shown) << DRAW_BITS | lots


class PlainKeys:
    """Keys pair by pair: enough for any programme, and what the quick way is held against."""

    def __init__(self, round: Round) -> None:
        self._round = round

    def first(self, most: int) -> Iterator[list[int]]:
        """Give each waiting person's highest keys, the highest first."""
        for at in range(len(self._round.waiting)):
            yield [key for key in nlargest(most, self.row(at)) if key]

    def row(self, at: int) -> list[int]:
        """Give one waiting person's keys, a place each."""
        one, drawn = self._round.waiting[at], self._round.drawn[at]
        both = zip(self._round.places, self._round.place_drawn, strict=True)
        return [key_of(one, place, lots=drawn ^ lot) for place, lot in both]

    def mirror(self, worst: Sequence[int]) -> MutableSequence[int]:
        """Keep beside the round whom each place would let go first."""
        return list(worst)

    def best_open(self, at: int, worst: Sequence[int], turn: int) -> tuple[int, int]:
        """Give the best place that would keep somebody, and its key; 0 if none would."""
        best, found = 0, 0
        for place, (key, kept) in enumerate(zip(self.row(at), worst, strict=True)):
            if key > best and kept < turn | key:
                best, found = key, place
        return found, best
