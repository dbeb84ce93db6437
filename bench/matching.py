"""Measures a round of matching from people to plan, and compares it with what others offer.

python -m bench.matching [--size 10000x700] [--all]      one JSON line

The package `matching` (last released in 2023) is compared where somebody installed it; it is
no dependency of ours. OR-tools is there with the extra `matching`.
"""

import argparse
import json
import os
import platform
import resource
from collections.abc import Callable
from importlib.util import find_spec
from itertools import islice
from time import perf_counter, process_time
from typing import Any

from alongside.matching.rules.blocking import would_rather
from alongside.matching.rules.deferred import LISTED, Asking
from alongside.matching.rules.keys import Keys, PlainKeys, Round, round_of
from alongside.matching.rules.planning import BALANCED, STABLE, keys_of, plan
from alongside.matching.rules.sides import Match, with_room

from .population import Population, population

AIMS = {(10_000, 700): (3.0, 2_000), (100_000, 7_000): (60.0, 2_000)}
SMALL = (1_000, 75)
SEED = 7
Told = dict[str, Any]


def main() -> None:
    """Measure, and print one line."""
    asked = arguments()
    sizes = list(AIMS) if asked.all else [size_of(asked.size)]
    told = {
        "machine": {"python": platform.python_version(), "load": os.getloadavg()[0]},
        "rounds": [measured(*size) for size in sizes],
        "short_lists": short_lists(*SMALL),
        "compared": compared(*SMALL),
    }
    print(json.dumps(told))


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", default="10000x700")
    parser.add_argument("--all", action="store_true")
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
    """The same small round by us without numpy, with it, and by the package `matching`."""
    made = population(people, specialists, seed=SEED)
    plain = timed(lambda: _plain(made))
    told = {"people": people, "specialists": specialists, "plain_python": plain}
    told["numpy"] = timed(lambda: plan(made.waiting, made.places, seed=SEED))
    told["or_tools"] = timed(lambda: plan(made.waiting, made.places, seed=SEED, way=BALANCED))
    return {**told, "matching_package": theirs(made, listed=10)}


def _plain(made: Population) -> list[Match]:
    round = round_of(made.waiting, with_room(made.places), seed=SEED)
    found = Asking(round, PlainKeys(round), listed=LISTED).plan()
    return [Match(round.waiting[who], round.places[at], 0) for who, at, _ in found]


def theirs(made: Population, *, listed: int) -> Told | str:
    """Deferred acceptance of the package `matching`, over ready-made lists of k names."""
    if find_spec("matching") is None:
        return "not installed"
    from matching.games import HospitalResident

    round = round_of(made.waiting, with_room(made.places), seed=SEED)
    wishes, orders = _lists(round, listed)
    room = {at: round.places[at].room for at in orders}
    began = perf_counter()
    game = HospitalResident.create_from_dictionaries(wishes, orders, room)
    solved = game.solve(optimal="resident")
    wall = round_to(perf_counter() - began)
    met = {(who.name, place.name) for place, kept in solved.items() for who in kept}
    ours = Asking(round, keys_of(round), listed=listed, beyond=False).plan()
    same = {(f"w{who}", at) for who, at, _ in ours} == met
    return {"k": listed, "wall_s": wall, "met": len(met), "same_as_ours": same}


def round_to(seconds: float) -> float:
    """Seconds as they are shown."""
    return round(seconds, 2)


def _lists(round: Round, listed: int) -> tuple[dict[str, list[int]], dict[int, list[str]]]:
    keys, turns = keys_of(round), round.turns()
    wishes, items = {}, {at: [] for at in range(len(round.places))}  # type: ignore[var-annotated]
    for who in range(len(round.waiting)):
        row = keys.row(who)
        order = sorted((at for at, key in enumerate(row) if key), key=lambda at: -row[at])
        if order:
            wishes[f"w{who}"] = list(islice(order, listed))
        for at in order[:listed]:
            items[at].append((turns[who] | row[at], f"w{who}"))
    orders = {
        at: [name for _, name in sorted(found, reverse=True)] for at, found in items.items()
    }
    return wishes, {at: names for at, names in orders.items() if names}


if __name__ == "__main__":
    main()
