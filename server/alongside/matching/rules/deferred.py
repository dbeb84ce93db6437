"""Deferred acceptance: no two people would both rather have each other than what they got.

Everyone asks the place that fits best; a place keeps who comes first in its order and lets
the others ask on. The answer is the same whatever the order of asking (Gale and Shapley).
"""

from heapq import heappush, heapreplace

from alongside.matching.rules.keys import LOT, TURN_AT, Keys, Round, at_each_lot

# Most people find a place among so many; whoever does not is looked at against all of them.
LISTED = 20
_FULL = 1 << 62


class Asking:
    """One round of asking, from the first question to the last."""

    def __init__(self, round: Round, keys: Keys, *, listed: int, beyond: bool = True) -> None:
        self._round, self._keys, self._beyond = round, keys, beyond
        self._lists = list(keys.first(listed))
        self._cut = [len(one) == listed < len(round.places) for one in self._lists]
        self._asked = [0] * len(self._lists)
        self._turns = round.turns()
        self._held: list[list[int]] = [[] for _ in round.places]
        self._worst = [0 if place.room > 0 else _FULL for place in round.places]
        self._mirror = keys.mirror(self._worst)
        self._place_at = at_each_lot(round.place_drawn)
        self._who_at = at_each_lot(round.drawn)
        self.looked_beyond = 0

    def plan(self) -> list[tuple[int, int, int]]:
        """Give (who, place, key) of everyone who found a place."""
        asking = list(range(len(self._lists)))
        while asking:
            moved = self._ask(asking.pop())
            if moved is not None:
                asking.append(moved)
        return [
            (self._who_at[(item ^ lot) & LOT], at, item & ((1 << TURN_AT) - 1))
            for at, (held, lot) in enumerate(
                zip(self._held, self._round.place_drawn, strict=True)
            )
            for item in held
        ]

    def _ask(self, who: int) -> int | None:
        """Let somebody ask until a place keeps them; give who had to leave it."""
        mine, turn, lot = self._lists[who], self._turns[who], self._round.drawn[who]
        for asked in range(self._asked[who], len(mine)):
            at = self._place_at[(mine[asked] ^ lot) & LOT]
            if self._worst[at] < turn | mine[asked]:
                self._asked[who] = asked + 1
                return self._keep(at, turn | mine[asked])
        self._asked[who] = len(mine)
        return self._ask_beyond(who) if self._beyond and self._cut[who] else None

    def _ask_beyond(self, who: int) -> int | None:
        """Look at every place that would keep somebody now; one that would not never will."""
        self.looked_beyond += 1
        turn = self._turns[who]
        at, best = self._keys.best_open(who, self._mirror, turn)
        return self._keep(at, turn | best) if best else None

    def _keep(self, at: int, item: int) -> int | None:
        held, room = self._held[at], self._round.places[at].room
        if len(held) < room:
            heappush(held, item)
            left = None
        else:
            left = self._who_at[(heapreplace(held, item) ^ self._round.place_drawn[at]) & LOT]
        self._worst[at] = self._mirror[at] = held[0] if len(held) == room else 0
        return left
