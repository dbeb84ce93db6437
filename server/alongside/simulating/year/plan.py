"""What happens in a made-up year, day by day: drawn from a number, and always the same from it.

Days count from 0, a year ago, to TODAY. Everything keeps to the rules that real people are
held to: nobody has more than their seat allows, an ask is answered or lapses, and nobody is in
two places.
"""

import heapq
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from alongside.relationships.rules import LONGEST_PAUSE, SILENCE_DAYS

TODAY = 364
AHEAD = 21
CAP = 12
LOOKS = 12
WEEK = 7
# A specialist's hours: Monday to Friday; what is moved finds its time at the end of a day.
WEEKDAYS, HOURS, LATE = range(5), range(9, 17), range(17, 21)
MINUTES = (30, 45, 50, 60)
ASKED, ACTIVE, PAUSED, ENDED = "asked", "active", "paused", "ended"
DECLINED, WITHDRAWN, LAPSED = "declined", "withdrawn", "lapsed"
CLIENT, SPECIALIST, PROGRAMME = 1, 2, 4
SAID, PLACE_CLOSED, PLANNED = 0, 1, 2
# What becomes of a meeting.
KEPT, MOVED, CLIENT_MISSED, SPECIALIST_MISSED, CANCELLED, COMING = (
    "kept",
    "moved",
    "client missed",
    "specialist missed",
    "cancelled",
    "coming",
)


@dataclass(frozen=True)
class Habits:
    """How people are, on the whole; shares of one, and days."""

    yes: float = 0.8
    no: float = 0.08
    taken_back: float = 0.04
    days_together: float = 150
    planned: float = 0.4
    pauses: float = 0.2
    comes_again: float = 0.15
    waits: float = 0.25
    fortnightly: float = 0.3
    kept: float = 0.84
    moved: float = 0.08
    client_missed: float = 0.04
    specialist_missed: float = 0.02


@dataclass(frozen=True)
class Meeting:
    """One time of two people, and what became of it; moved ones were to be at `was`."""

    day: int
    hour: int
    minutes: int
    became: str
    was: tuple[int, int] | None = None


@dataclass(frozen=True)
class Rest:
    """The last pause of two people."""

    by: int
    since: int
    until: int
    is_chosen: bool


@dataclass(frozen=True)
class Walk:
    """One ask, and what became of it until today."""

    client: int
    specialist: int
    asked: int
    state: str
    answered: int | None = None
    ended: int | None = None
    ended_by: int | None = None
    ended_how: int = SAID
    planned: int | None = None
    rest: Rest | None = None
    waiting: int | None = None
    meetings: tuple[Meeting, ...] = ()

    @property
    def last(self) -> int:
        """Give the last day on which it is there."""
        return TODAY if self.ended is None else self.ended


@dataclass(frozen=True)
class Year:
    """How many people there are, and all their walks, in the order in which they were asked."""

    clients: int
    specialists: int
    walks: tuple[Walk, ...]


def specialists_for(relationships: int) -> int:
    """Give how many specialists so many relationships need."""
    return max(2, -(-relationships // CAP))


def plan(relationships: int, *, seed: int, habits: Habits | None = None) -> Year:
    """Draw a year of so many relationships."""
    return _Drawing(random.Random(f"year {seed}"), habits or Habits()).year(relationships)  # noqa: S311


class _Drawing:
    """One year while it is drawn."""

    def __init__(self, chance: random.Random, habits: Habits) -> None:
        self.chance = chance
        self.habits = habits
        self.walks: list[Walk] = []
        self.free: list[tuple[int, int]] = []
        self.taken: set[tuple[str, int, int, int]] = set()

    def year(self, relationships: int) -> Year:
        many = specialists_for(relationships)
        # The last day of each walk of each seat, the next one first.
        seats: list[list[int]] = [[] for _ in range(many)]
        clients = 0
        for asked in sorted(self._asked() for _ in range(relationships)):
            specialist = self._free_seat(seats, asked)
            client = self._who_comes_again(asked)
            if client is None:
                client, clients = clients, clients + 1
            walk = self._walk(client, specialist, asked)
            if walk.state == ENDED and walk.last < TODAY:
                self.free.append((walk.last, client))
            heapq.heappush(seats[specialist], walk.last)
            self.walks.append(walk)
        return Year(clients, many, tuple(self.walks))

    def _asked(self) -> int:
        # A quarter was there when the year began, as far as a year can tell.
        return 0 if self.chance.random() < 0.25 else self.chance.randint(0, TODAY)

    def _free_seat(self, seats: list[list[int]], day: int) -> int:
        """Somebody with room on that day; whoever has fewest, where a few tries find none."""
        for _ in range(LOOKS):
            at = self.chance.randrange(len(seats))
            if _held(seats[at], day) < CAP:
                return at
        return min(range(len(seats)), key=lambda at: _held(seats[at], day))

    def _who_comes_again(self, day: int) -> int | None:
        """Now and then somebody whose time with another is over, and not a newcomer."""
        if not self.free or self.chance.random() >= self.habits.comes_again:
            return None
        at = self.chance.randrange(len(self.free))
        if self.free[at][0] >= day:
            return None
        self.free[at], self.free[-1] = self.free[-1], self.free[at]
        return self.free.pop()[1]

    def _walk(self, client: int, specialist: int, asked: int) -> Walk:
        answer = self._answer(Walk(client, specialist, asked, ASKED))
        return answer if answer.state != ACTIVE else self._together(answer)

    def _answer(self, asked: Walk) -> Walk:
        habits, drawn = self.habits, self.chance.random()
        if drawn < habits.yes:
            day, state, by = asked.asked + self._few(3), ACTIVE, None
        elif drawn < habits.yes + habits.no:
            day, state, by = asked.asked + self._few(5), DECLINED, SPECIALIST
        elif drawn < habits.yes + habits.no + habits.taken_back:
            day, state, by = asked.asked + 1 + self._few(5), WITHDRAWN, CLIENT
        else:
            day, state, by = asked.asked + SILENCE_DAYS, LAPSED, PROGRAMME
        if day > TODAY:
            return replace(asked, waiting=asked.asked)
        if state == ACTIVE:
            return replace(asked, state=state, answered=day)
        return replace(asked, state=state, ended=day, ended_by=by)

    def _together(self, walk: Walk) -> Walk:
        began = walk.answered or 0
        end = began + WEEK + round(self.chance.expovariate(1 / self.habits.days_together))
        planned = end if self.chance.random() < self.habits.planned else None
        if end <= TODAY:
            by, how = self._ends(planned)
            walk = replace(walk, state=ENDED, ended=end, ended_by=by, ended_how=how)
        walk = replace(walk, planned=planned, rest=self._rest(walk))
        if walk.rest is not None and walk.rest.until > walk.last and walk.state == ACTIVE:
            walk = replace(walk, state=PAUSED)
        elif walk.state == ACTIVE and self.chance.random() < self.habits.waits:
            walk = replace(walk, waiting=max(began, TODAY - self._few(6)))
        return replace(walk, meetings=tuple(self._meetings(walk)))

    def _ends(self, planned: int | None) -> tuple[int, int]:
        by = CLIENT if self.chance.random() < 0.65 else SPECIALIST
        if planned is not None:
            return by, PLANNED
        return by, PLACE_CLOSED if self.chance.random() < 0.08 else SAID

    def _rest(self, walk: Walk) -> Rest | None:
        began, room = walk.answered or 0, walk.last - (walk.answered or 0)
        if room < 2 * WEEK or self.chance.random() >= self.habits.pauses:
            return None
        since = began + self.chance.randint(WEEK, room - 1)
        is_chosen = self.chance.random() < 0.7
        days = self.chance.randint(WEEK, LONGEST_PAUSE) if is_chosen else LONGEST_PAUSE
        until = since + days
        if walk.state == ENDED and until >= walk.last:
            # They ended while they rested, or it was called back before.
            return None
        return Rest(
            CLIENT if self.chance.random() < 0.6 else SPECIALIST, since, until, is_chosen
        )

    def _meetings(self, walk: Walk) -> Iterator[Meeting]:
        every = 2 * WEEK if self.chance.random() < self.habits.fortnightly else WEEK
        weekday, hour = self.chance.choice(WEEKDAYS), self.chance.choice(HOURS)
        minutes = self.chance.choice(MINUTES)
        first = (walk.answered or 0) + 2
        first += (weekday - first) % WEEK
        until = TODAY + AHEAD if walk.ended is None else walk.ended - 1
        for day in range(first, until + 1, every):
            if walk.rest is None or not walk.rest.since <= day <= walk.rest.until:
                yield from self._meeting(walk, day, hour, minutes)

    def _meeting(self, walk: Walk, day: int, hour: int, minutes: int) -> Iterator[Meeting]:
        became = COMING if day >= TODAY else self._became()
        if became == MOVED:
            later = day + self.chance.randint(0, 2)
            moved = self._take(walk, later, LATE) if later < walk.last else None
            if moved is not None:
                yield Meeting(later, moved, minutes, MOVED, was=(day, hour))
            return
        found = self._take(walk, day, [hour, *HOURS])
        if found is not None:
            yield Meeting(day, found, minutes, became)

    def _take(self, walk: Walk, day: int, hours: Sequence[int]) -> int | None:
        """The first of these hours in which neither of the two is anywhere else."""
        for hour in hours:
            both = {
                ("specialist", walk.specialist, day, hour),
                ("client", walk.client, day, hour),
            }
            if not both & self.taken:
                self.taken |= both
                return hour
        return None

    def _became(self) -> str:
        habits, drawn = self.habits, self.chance.random()
        for became, share in (
            (KEPT, habits.kept),
            (MOVED, habits.moved),
            (CLIENT_MISSED, habits.client_missed),
            (SPECIALIST_MISSED, habits.specialist_missed),
        ):
            if drawn < share:
                return became
            drawn -= share
        return CANCELLED

    def _few(self, most: int) -> int:
        """Rather few days than many."""
        return min(self.chance.randint(0, most), self.chance.randint(0, most))


def _held(seat: list[int], day: int) -> int:
    """How many somebody walks with on that day; those who have gone leave the seat."""
    while seat and seat[0] < day:
        heapq.heappop(seat)
    return len(seat)
