"""A round, from both sides to a plan: stable by default, or with the load balanced."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from importlib.util import find_spec

from alongside.matching.rules.deferred import LISTED, Asking
from alongside.matching.rules.keys import Keys, PlainKeys, Round, round_of, score_of
from alongside.matching.rules.sides import Match, Place, Waiting, with_room

STABLE, BALANCED = "stable", "balanced"
WAYS = (STABLE, BALANCED)


class NeedsExtra(RuntimeError):
    """Balancing the load needs the extra `matching`, which is not installed here."""


def plan(
    waiting: Iterable[Waiting],
    places: Iterable[Place],
    *,
    seed: int,
    way: str = STABLE,
    listed: int = LISTED,
) -> list[Match]:
    """Give who could walk with whom; nobody who walks with someone already is touched."""
    round = round_of(list(waiting), with_room(places), seed=seed)
    if not round.waiting or not round.places:
        return []
    planned = _ways()[way](round, keys_of(round), listed)
    found = [
        Match(round.waiting[who], round.places[at], score_of(key)) for who, at, key in planned
    ]
    if way == BALANCED:
        found += _beyond_the_lists(round, found, seed=seed)
    return sorted(found, key=lambda match: match.waiting.id)


def _beyond_the_lists(round: Round, found: list[Match], *, seed: int) -> list[Match]:
    """Let whoever the flow left waiting ask everyone who still has room."""
    met, taken = {match.waiting.id for match in found}, Counter(m.place.id for m in found)
    left = [one for one in round.waiting if one.id not in met]
    room = [replace(place, room=place.room - taken[place.id]) for place in round.places]
    return plan(left, room, seed=seed)


def keys_of(round: Round) -> Keys:
    """Give the quick keys where numpy is, the plain ones else: they are the same."""
    if not has_numpy():
        return PlainKeys(round)
    from alongside.matching.rules.quick import QuickKeys

    return QuickKeys(round)


def has_numpy() -> bool:
    """Say whether numpy is installed."""
    return find_spec("numpy") is not None


def can_balance() -> bool:
    """Say whether the load can be balanced here."""
    return has_numpy() and find_spec("ortools") is not None


def _ways() -> dict[str, Callable[[Round, Keys, int], list[tuple[int, int, int]]]]:
    return {STABLE: _stable, BALANCED: _balanced}


def _stable(round: Round, keys: Keys, listed: int) -> list[tuple[int, int, int]]:
    return Asking(round, keys, listed=listed).plan()


def _balanced(round: Round, keys: Keys, listed: int) -> list[tuple[int, int, int]]:
    if not can_balance():
        raise NeedsExtra("install alongside[matching] to balance the load")
    from alongside.matching.rules.balance import balanced

    return balanced(round, keys, listed=listed)
