"""Looks for two people who would both rather have each other: what a plan must not hold."""

from collections.abc import Iterator, Sequence

from alongside.matching.rules.keys import Keys, Round

Planned = Sequence[tuple[int, int, int]]


def would_rather(round: Round, keys: Keys, planned: Planned) -> Iterator[tuple[int, int]]:
    """Give every (who, place) that blocks a plan."""
    turns, mine = round.turns(), {who: key for who, _, key in planned}
    worst = worst_of(round, planned)
    for who in range(len(round.waiting)):
        for at, key in enumerate(keys.row(who)):
            if key > mine.get(who, 0) and worst[at] < turns[who] | key:
                yield who, at


def worst_of(round: Round, planned: Planned) -> list[int]:
    """Give whom each place would let go first; 0 where there is room."""
    turns = round.turns()
    held: list[list[int]] = [[] for _ in round.places]
    for who, at, key in planned:
        held[at].append(turns[who] | key)
    return [
        min(items) if len(items) >= place.room else 0
        for items, place in zip(held, round.places, strict=True)
    ]
