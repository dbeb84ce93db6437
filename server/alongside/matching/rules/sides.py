"""The two sides of a round: people who wait, and places with room."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from pse.matching import Shown, Wishes

# A draw is a place in a lot of at most a million people; the score stands above it in a key.
DRAW_BITS = 20
MOST = 1 << DRAW_BITS
WEEK = 7


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody who let the programme choose; `apart` holds whom they never meet, and no why."""

    id: int
    wishes: Wishes
    waited: int = 0
    apart: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Place:
    """A specialist with room for this many more."""

    id: int
    shown: Shown
    room: int
    load: int = 0
    # Topics they do not take now.
    not_now: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Match:
    """One proposal of a round."""

    waiting: Waiting
    place: Place
    score: int


class TooMany(ValueError):
    """More people than one round takes."""


def with_room(places: Iterable[Place]) -> list[Place]:
    """Give the places somebody could come to."""
    return [place for place in places if place.room > 0]


def draws(people: Sequence[Waiting] | Sequence[Place], *, seed: int) -> list[int]:
    """Draw lots: a place from 0 on for everyone, whatever the order they stand in."""
    if len(people) > MOST:
        raise TooMany(f"a round takes at most {MOST} people of a side")
    lots = sorted(range(len(people)), key=lambda at: (_lot(people[at].id, seed), people[at].id))
    drawn = [0] * len(people)
    for lot, at in enumerate(lots):
        drawn[at] = lot
    return drawn


def weeks(waited: int) -> int:
    """Give the whole weeks somebody has waited: whoever waited a week longer comes first."""
    return max(0, waited) // WEEK


def _lot(id: int, seed: int) -> bytes:
    return blake2b(f"{seed}:{id}".encode(), digest_size=16).digest()
