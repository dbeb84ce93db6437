"""Made-up people in numbers: from a seed, in proportions like those of real programmes."""

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from random import Random

from alongside.matching.rules.sides import Place, Waiting
from pse.matching import Shown, Wishes

# A language after another is spoken by about half as many (Zipf).
LANGS = ("en", "es", "fr", "ar", "zh", "pt", "hi", "ru", "uk", "vi", "tl", "de", "pl")
BEEN_THROUGH = ("alcohol", "opioids", "depression", "anxiety", "grief", "trauma", "gambling")
LIFE = ("parent", "carer", "veteran", "student", "shift-work", "rural", "city", "lgbtq")
WAY = ("mostly-listens", "straight-talk", "humour", "practical", "less-harm")
WHEN = ("mornings", "daytime", "evenings", "weekends")
GENDERS = ("woman", "man", "nonbinary")
AGES = ("age-18-29", "age-30-44", "age-45-59", "age-60-plus")
CONFLICTS, VETOES, NO_WISH = 0.05, 0.02, 0.1


@dataclass(frozen=True)
class About:
    """Who somebody is, for the fairness report alone; matching never reads it."""

    language: str
    gender: str
    age: str


@dataclass(frozen=True)
class Population:
    """Everyone of a made-up programme."""

    waiting: list[Waiting]
    places: list[Place]
    about: dict[int, About]


def population(people: int, specialists: int, *, seed: int) -> Population:
    """Draw a programme with about a tenth more room than people."""
    chance = Random(seed)
    places = [_place(chance, id, people / specialists) for id in range(specialists)]
    about = {id: _about(chance) for id in range(people)}
    waiting = [_waiting(chance, id, about[id], specialists) for id in range(people)]
    return Population(waiting, places, about)


def _place(chance: Random, id: int, wanted: float) -> Place:
    langs = {"en"} if chance.random() < 0.8 else set()
    langs |= {_zipf(chance, LANGS)}
    facts = {chance.choice(GENDERS), chance.choice(AGES), *chance.sample(WAY, 2)}
    facts |= {_zipf(chance, BEEN_THROUGH), _zipf(chance, BEEN_THROUGH), chance.choice(LIFE)}
    facts |= set(chance.sample(WHEN, chance.randint(1, 3)))
    room = max(1, round(chance.uniform(0.2, 2.0) * wanted))
    load = chance.randint(0, 6)
    return Place(
        id, Shown(frozenset(facts), frozenset(langs), chance.random() < 0.2), room, load
    )


def _about(chance: Random) -> About:
    return About(_zipf(chance, LANGS), chance.choice(GENDERS), chance.choice(AGES))


def _waiting(chance: Random, id: int, about: About, specialists: int) -> Waiting:
    waited = min(int(chance.expovariate(1 / 9)), 90)
    apart = frozenset(
        chance.randrange(specialists) for odds in (CONFLICTS, VETOES) if chance.random() < odds
    )
    langs = frozenset({about.language})
    if chance.random() < NO_WISH:
        return Waiting(id, Wishes(langs=langs, anyone=True), waited, apart)
    facts = {_zipf(chance, BEEN_THROUGH), chance.choice(WHEN), chance.choice(LIFE)}
    facts |= {about.gender} if chance.random() < 0.3 else set()
    facts |= {about.age} if chance.random() < 0.2 else set()
    matters = chance.choice([None, *sorted(facts)])
    return Waiting(id, Wishes(frozenset(facts), langs, matters), waited, apart)


def _zipf(chance: Random, of: Sequence[str]) -> str:
    heights = list(accumulate(1 / (rank + 1) ** 1.2 for rank in range(len(of))))
    return of[bisect(heights, chance.random() * heights[-1])]
