"""Measures a round of matching from people to plan, and compares it with what others offer.

python -m bench.matching [--size 10000x700] [--all]      one JSON line

The package `matching` (last released in October 2023) is compared where somebody installed it;
it is no dependency of ours. OR-tools is there with the extra `matching`. `compared` counts for
each way, over the same whole lists: who is met, the score of all, pairs who would both rather
have each other (`blocking`), and seconds. `--small 300x25` compares at another size.
"""

import argparse
import json
import os
import platform
import resource
from collections import Counter
from collections.abc import Callable
from importlib.util import find_spec
from time import perf_counter, process_time
from typing import Any

from alongside.matching.rules.blocking import would_rather
from alongside.matching.rules.deferred import LISTED, Asking
from alongside.matching.rules.keys import Keys, PlainKeys, Round, round_of, score_of
from alongside.matching.rules.planning import BALANCED, STABLE, keys_of, plan
from alongside.matching.rules.sides import Match, with_room

from .population import Population, population

AIMS = {(10_000, 700): (3.0, 2_000), (100_000, 7_000): (60.0, 2_000)}
SMALL = (1_000, 75)
SEED = 7
Told = dict[str, Any]
# Who and where, as they stand in the round.
Pairs = set[tuple[int, int]]


def main() -> None:
    """Measure, and print one line."""
    asked = arguments()
    sizes = list(AIMS) if asked.all else [size_of(asked.size)]
    told = {
        "machine": {"python": platform.python_version(), "load": os.getloadavg()[0]},
        "rounds": [measured(*size) for size in sizes],
        "short_lists": short_lists(*SMALL),
        "compared": compared(*size_of(asked.small)),
    }
    print(json.dumps(told))


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", default="10000x700")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--small", default="{}x{}".format(*SMALL))
    return parser.parse_args()


def size_of(text: str) -> tuple[int, int]:
    """Read people x specialists."""
    people, _, specialists = text.partition("x")
    return int(people), int(specialists)


def measured(people: int, specialists: int) -> Told:
    """Both ways, end to end: scoring is included, drawing the people is not."""
    made = population(people, specialists, seed=SEED)
    told: Told = {"people": people, "specialists": specialists}
    for way in (STABLE, BALANCED):
        told[way] = timed(lambda way=way: plan(made.waiting, made.places, seed=SEED, way=way))  # type: ignore[misc]
        told[way]["peak_mb"] = peak_mb()
    seconds, most_mb = AIMS.get((people, specialists), (None, None))
    if seconds and most_mb:
        done = told[STABLE]
        told["aim"] = {"seconds": seconds, "mb": most_mb}
        told["holds"] = done["cpu_s"] <= seconds and done["peak_mb"] <= most_mb
    return told


def timed(run: Callable[[], list[Match]]) -> Told:
    """How long it takes on one core, and what comes of it."""
    began, spent = perf_counter(), process_time()
    found = run()
    return {
        "cpu_s": round(process_time() - spent, 2),
        "wall_s": round(perf_counter() - began, 2),
        "met": len(found),
        "score": sum(match.score for match in found),
        "lowest_score": min((match.score for match in found), default=0),
    }


def peak_mb() -> int:
    """The most memory this process has held so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def short_lists(people: int, specialists: int) -> list[Told]:
    """What lists of k names alone would do, and that looking beyond them mends it."""
    made = population(people, specialists, seed=SEED)
    round = round_of(made.waiting, with_room(made.places), seed=SEED)
    keys = keys_of(round)
    return [_short(round, keys, listed) for listed in (5, LISTED, specialists)]


def _short(round: Round, keys: Keys, listed: int) -> Told:
    cut = Asking(round, keys, listed=listed, beyond=False).plan()
    whole = Asking(round, keys, listed=listed).plan()
    return {
        "k": listed,
        "alone": {"met": len(cut), "blocking": sum(1 for _ in would_rather(round, keys, cut))},
        "and_beyond": {
            "met": len(whole),
            "blocking": sum(1 for _ in would_rather(round, keys, whole)),
        },
    }


def compared(people: int, specialists: int) -> Told:
    """The same small round by every way there is, each held against the same whole lists."""
    made = population(people, specialists, seed=SEED)
    round = round_of(made.waiting, with_room(made.places), seed=SEED)
    keys = keys_of(round)
    ways: dict[str, Callable[[], Pairs]] = {
        "plain_python": lambda: planned_by(round, PlainKeys(round)),
        "numpy": lambda: planned_by(round, keys_of(round)),
        "or_tools_balanced": lambda: pairs_of(round, planned(made, way=BALANCED)),
    }
    told: Told = {"people": people, "specialists": specialists}
    told |= {name: judged(round, keys, way) for name, way in ways.items()}
    told["matching_package"] = theirs(round, keys)
    return told


def planned(made: Population, *, way: str) -> list[Match]:
    """What a desk would be proposed."""
    return plan(made.waiting, made.places, seed=SEED, way=way)


def planned_by(round: Round, keys: Keys) -> Pairs:
    """The default, with keys of one kind or the other."""
    return {(who, at) for who, at, _ in Asking(round, keys, listed=LISTED).plan()}


def pairs_of(round: Round, found: list[Match]) -> Pairs:
    """A plan as places in the round."""
    who = {one.id: at for at, one in enumerate(round.waiting)}
    place = {one.id: at for at, one in enumerate(round.places)}
    return {(who[match.waiting.id], place[match.place.id]) for match in found}


def judged(round: Round, keys: Keys, way: Callable[[], Pairs]) -> Told:
    """Seconds, and of what comes of it: who is met, how well it fits, who would rather."""
    began, spent = perf_counter(), process_time()
    found = way()
    told = {"cpu_s": process_time() - spent, "wall_s": perf_counter() - began}
    held = [(who, at, keys.row(who)[at]) for who, at in sorted(found)]
    return {
        **{name: round_to(seconds) for name, seconds in told.items()},
        "met": len(held),
        "score": sum(score_of(key) for _, _, key in held),
        "blocking": sum(1 for _ in would_rather(round, keys, held)),
        "fullest": fullest(round, found),
    }


def fullest(round: Round, found: Pairs) -> int:
    """How full the fullest place is afterwards, of a hundred; above it nobody could be."""
    taken = Counter(at for _, at in found)
    shares = [
        100 * (place.load + taken[at]) // (place.load + place.room)
        for at, place in enumerate(round.places)
    ]
    return max(shares, default=0)


def theirs(round: Round, keys: Keys) -> Told | str:
    """Deferred acceptance of the package `matching`, over whole ready-made lists."""
    if find_spec("matching") is None:
        return "not installed: pip install --no-deps matching==1.4.3"
    from matching.games import HospitalResident

    began = perf_counter()
    wishes, orders = _lists(round, keys)
    lists = round_to(perf_counter() - began)
    room = {at: round.places[at].room for at in orders}

    def solve() -> Pairs:
        game = HospitalResident.create_from_dictionaries(wishes, orders, room)
        solved = game.solve(optimal="resident")
        return {
            (int(who.name[1:]), place.name) for place, kept in solved.items() for who in kept
        }

    told = judged(round, keys, solve)
    return {**told, "lists_s": lists, "same_as_ours": solve() == planned_by(round, keys)}


def round_to(seconds: float) -> float:
    """Seconds as they are shown."""
    return round(seconds, 2)


def _lists(round: Round, keys: Keys) -> tuple[dict[str, list[int]], dict[int, list[str]]]:
    """Everyone's whole order, both ways: what the package wants before it begins."""
    turns = round.turns()
    wishes: dict[str, list[int]] = {}
    asked: dict[int, list[tuple[int, str]]] = {at: [] for at in range(len(round.places))}
    for who in range(len(round.waiting)):
        row = keys.row(who)
        order = sorted((at for at, key in enumerate(row) if key), key=lambda at: -row[at])
        if order:
            wishes[f"w{who}"] = order
        for at in order:
            asked[at].append((turns[who] | row[at], f"w{who}"))
    orders = {
        at: [name for _, name in sorted(found, reverse=True)] for at, found in asked.items()
    }
    return wishes, {at: names for at, names in orders.items() if names}


if __name__ == "__main__":
    main()
