"""A realistic day of many people as numbers: no Django, time and chance as arguments.

Every assumption stands in `Habits`, with a name; docs/scale.md says where each comes from.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

# A number from 0 to below 1, each time another.
Chance = Callable[[], float]
HOURS = 24
# How busy each hour of the day is against the mean hour, by the people's own clock.
SHAPE = (
    0.45, 0.28, 0.18, 0.14, 0.14, 0.22, 0.45, 0.75, 0.95, 1.05, 1.10, 1.15,
    1.25, 1.15, 1.10, 1.10, 1.20, 1.35, 1.55, 1.80, 2.00, 1.95, 1.55, 0.95,
)  # fmt: skip
CURVE: tuple[float, ...] = tuple(hour * HOURS / sum(SHAPE) for hour in SHAPE)
DAY = 86_400.0
LEAST_WAIT, LONGEST_WAIT = 0.5, 15.0


@dataclass(frozen=True)
class Habits:
    """What one person does on a day, on average."""

    comes: float = 0.5  # of all people, how many come on a day
    visits: float = 3.0  # how often somebody who comes opens the room
    minutes: float = 15.0  # how long a visit holds its connection
    lines: float = 4.0  # how many lines somebody writes in one visit
    together: float = 0.3  # of all visits, in how many the other one is there too
    in_a_burst: float = 3.0  # how many lines come together, a few seconds apart
    seconds_between: float = 4.0  # within a burst
    vanishes: float = 0.3  # of all visits, how many end without a word
    hot_minute: float = 1.5  # how much busier the busiest minute is than its hour


@dataclass(frozen=True)
class Demand:
    """What one moment asks of the server."""

    hour: float
    open: int
    visits_a_second: float
    lines_a_second: float


def busy_at(hour: float) -> float:
    """How busy this time of day is against the mean, straight between the hours."""
    at = hour % HOURS
    low = int(at)
    part = float(at - low)
    return CURVE[low] * (1 - part) + CURVE[(low + 1) % HOURS] * part


def demand(people: int, hour: float, habits: Habits, *, busier: float = 1.0) -> Demand:
    """What so many people ask for at this time of day."""
    visits = people * habits.comes * habits.visits / DAY * busy_at(hour) * busier
    sockets = visits * habits.minutes * 60 * (1 + habits.together)
    return Demand(hour, round(sockets), visits * (1 + habits.together), visits * habits.lines)


def lines_in_a_day(people: int, habits: Habits) -> float:
    """All that is written in one day."""
    return people * habits.comes * habits.visits * habits.lines


@dataclass(frozen=True)
class Stage:
    """A part of the day that is replayed at its own true rate."""

    name: str
    demand: Demand
    share: float  # of the time there is for the whole replay
    is_restart: bool = False


def stages(people: int, habits: Habits) -> list[Stage]:
    """The day in five parts: the hours between them are passed over, none is sped up."""

    def at(hour: float, *, busier: float = 1.0) -> Demand:
        return demand(people, hour, habits, busier=busier)

    return [
        Stage("night", at(4), 0.10),
        Stage("noon", at(12), 0.20),
        Stage("evening", at(20), 0.30),
        Stage("the busiest minute", at(20, busier=habits.hot_minute), 0.20),
        Stage("after a restart", at(20), 0.20, is_restart=True),
    ]


def moments(rate: float, seconds: float, chance: Chance) -> Iterator[float]:
    """When something happens by itself that happens `rate` times a second on average."""
    at = 0.0
    while rate > 0:
        at += _until_next(rate, chance)
        if at >= seconds:
            return
        yield at


def line_moments(rate: float, seconds: float, habits: Habits, chance: Chance) -> list[float]:
    """When lines are written: in bursts, `rate` lines a second on average."""
    found = []
    # Bursts that began before the first moment still go on.
    before = habits.in_a_burst * habits.seconds_between * 2
    for start in moments(rate / habits.in_a_burst, seconds + before, chance):
        at = start - before
        for _ in range(_burst(habits.in_a_burst, chance)):
            if 0 <= at < seconds:
                found.append(at)
            at += _until_next(1 / habits.seconds_between, chance)
    return sorted(found)


def comes_back_after(tries: int, chance: Chance) -> float:
    """How long a room waits after a lost line; the waits of browser/wire/socket.js."""
    longest = min(LONGEST_WAIT, LEAST_WAIT * 2.0**tries)
    return LEAST_WAIT + chance() * (longest - LEAST_WAIT)


def most_people(carries: Callable[[int], bool], *, first: int, closeness: float = 0.15) -> int:
    """How many people are carried: double until it is too many, then halve the gap.

    0 when not even `first` are; stops when the gap is small against what is carried.
    """
    good, bad = 0, 0
    tried = first
    while not bad:
        if carries(tried):
            good, tried = tried, tried * 2
        else:
            bad = tried
    if not good:
        return 0
    while (bad - good) / good > closeness:
        middle = (good + bad) // 2
        if carries(middle):
            good = middle
        else:
            bad = middle
    return good


def p(part: float, values: list[float]) -> float:
    """The value below which this part of all values lies; 0 of none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))] if ordered else 0.0


def _until_next(rate: float, chance: Chance) -> float:
    """How long until what happens by itself so often a second happens again."""
    return -math.log(1 - chance()) / rate


def _burst(mean: float, chance: Chance) -> int:
    """At least one line; geometric."""
    if mean <= 1:
        return 1
    return 1 + int(math.log(1 - chance()) / math.log(1 - 1 / mean))
