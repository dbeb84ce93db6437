"""What two people of a made-up year said they would do, noted, found hard, and answered.

Drawn from a number, walk by walk, and always the same from it. Days are those of the plan.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from alongside.simulating.year import plan
from alongside.simulating.year.plan import CLIENT, SPECIALIST, TODAY, Meeting, Walk, Year

OPEN, KEPT, BROKEN, REPAIRED, STOOD, CALLED_OFF = (
    "open",
    "kept",
    "broken",
    "repaired",
    "stood",
    "called off",
)
# Nobody said anything for so long: it stands as it is.
SILENT = 28
STATEMENTS = range(1, 7)
QUARTER = 91


@dataclass(frozen=True)
class Habits:
    """How people are, on the whole; days from one to the next, and shares of one."""

    words_every: int = 36
    contacts_every: int = 30
    hurts_every: int = 240
    clients_hurt: float = 0.9
    replied: float = 0.85
    closed: float = 0.75
    tells_desk: float = 0.4
    answers: float = 0.3
    wholly: float = 0.7
    became: Sequence[tuple[str, float]] = (
        (KEPT, 0.74),
        (BROKEN, 0.1),
        (REPAIRED, 0.06),
        (CALLED_OFF, 0.04),
        (STOOD, 0.06),
    )


@dataclass(frozen=True)
class Word:
    """What one side said they would do by a day; `meeting`: to be there, and no tap."""

    by: int
    made: int
    due: int
    became: str
    settled: int | None = None
    moves: int = 0
    meeting: Meeting | None = None


@dataclass(frozen=True)
class Contact:
    """They spoke by phone or met outside."""

    by: int
    is_phone: bool
    day: int
    minutes: int


@dataclass(frozen=True)
class Hurt:
    """Something that did not sit right; whoever said it may have closed it."""

    by: int
    said: int
    replied: int | None
    closed: int | None
    tells_desk: bool


@dataclass(frozen=True)
class Answer:
    """A client let one answer be counted."""

    day: int
    statement: int
    wholly: bool


@dataclass(frozen=True)
class Between:
    """All of it, of one walk."""

    words: tuple[Word, ...] = ()
    contacts: tuple[Contact, ...] = ()
    hurts: tuple[Hurt, ...] = ()
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True)
class Replies:
    """How soon one specialist answered in one month: so many months ago."""

    specialist: int
    months_ago: int
    within: int
    later: int
    much_later: int


def between(year: Year, *, seed: int, habits: Habits | None = None) -> Iterator[Between]:
    """Draw what was between each two, in the order of their walks."""
    for at, walk in enumerate(year.walks):
        chance = random.Random(f"between {seed} {at}")  # noqa: S311
        yield (
            _Pair(walk, chance, habits or Habits()).all()
            if walk.answered is not None
            else (Between())
        )


def replies(year: Year, *, seed: int) -> Iterator[Replies]:
    """Draw what each specialist handed in for the months of the year that are over."""
    chance = random.Random(f"replies {seed}")  # noqa: S311
    for specialist in range(year.specialists):
        for ago in range(1, 12):
            much_later, later = chance.randint(0, 2), chance.randint(0, 6)
            yield Replies(specialist, ago, chance.randint(10, 60), later, much_later)


@dataclass(frozen=True)
class _Pair:
    """Two people who walked together, while what was between them is drawn."""

    walk: Walk
    chance: random.Random
    habits: Habits
    began: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "began", self.walk.answered or 0)

    def all(self) -> Between:
        return Between(
            words=(*self._of_meetings(), *self._words()),
            contacts=tuple(self._contacts()),
            hurts=tuple(self._hurts()),
            answers=tuple(self._answers()),
        )

    def _of_meetings(self) -> Iterator[Word]:
        """Whoever agrees to a time gives their word to be there, each of the two."""
        for one in self.walk.meetings:
            if one.became == plan.COMING and self.walk.state != plan.ACTIVE:
                continue
            mover = self._somebody(0.6)
            made = max(self.began, min(TODAY, (one.was or [one.day])[0]) - plan.WEEK)
            for side in (CLIENT, SPECIALIST):
                became = _of_meeting(one.became, side)
                moves = int(one.became == plan.MOVED and side == mover)
                settled = None if became == OPEN else one.day
                yield Word(side, made, one.day, became, settled, moves, one)

    def _words(self) -> Iterator[Word]:
        for made in self._days(self.habits.words_every):
            moves = int(self.chance.random() < 0.2)
            due = made + self.chance.randint(1, 10) + 7 * moves
            became, settled = self._became(due)
            yield Word(self._somebody(0.35), made, due, became, settled, moves)

    def _became(self, due: int) -> tuple[str, int | None]:
        drawn = self._drawn()
        is_over = self.walk.ended is not None
        if due >= self.walk.last:
            return (CALLED_OFF, self.walk.ended) if is_over else (OPEN, None)
        if drawn == STOOD and due < TODAY - SILENT and due + SILENT < self.walk.last:
            return STOOD, due
        if drawn == STOOD:
            return (CALLED_OFF, self.walk.ended) if is_over else (OPEN, None)
        return drawn, min(self.walk.last, due + self.chance.randint(0, 2))

    def _drawn(self) -> str:
        names, weights = zip(*self.habits.became, strict=True)
        (drawn,) = self.chance.choices(names, weights)
        return str(drawn)

    def _contacts(self) -> Iterator[Contact]:
        for day in self._days(self.habits.contacts_every):
            is_phone, minutes = self.chance.random() < 0.7, 5 * self.chance.randint(1, 12)
            yield Contact(self._somebody(0.3), is_phone, day, minutes)

    def _hurts(self) -> Iterator[Hurt]:
        for said in self._days(self.habits.hurts_every):
            by = self._somebody(self.habits.clients_hurt)
            replied = self._later(said, 0, 5, self.habits.replied)
            closed = self._later(replied or said, 1, 14, self.habits.closed)
            wished = self.chance.random() < self.habits.tells_desk
            yield Hurt(by, said, replied, closed, wished and by == CLIENT)

    def _answers(self) -> Iterator[Answer]:
        """Once a quarter for each statement, as the device offers it."""
        for first in range(self.began, self.walk.last + 1, QUARTER):
            for statement in STATEMENTS:
                day = first + self.chance.randrange(QUARTER)
                is_said = self.chance.random() < self.habits.answers
                wholly = self.chance.random() < self.habits.wholly
                if is_said and self._is_there(day):
                    yield Answer(day, statement, wholly)

    def _days(self, every: int) -> Iterator[int]:
        """Days on which both could write, about so far from one to the next."""
        day = self.began
        while True:
            day += 1 + round(self.chance.expovariate(1 / every))
            if day > self.walk.last:
                return
            if self._is_there(day):
                yield day

    def _is_there(self, day: int) -> bool:
        rest = self.walk.rest
        is_last = day == self.walk.last and self.walk.ended is not None
        return (
            day <= self.walk.last
            and not is_last
            and not (rest is not None and rest.since <= day <= rest.until)
        )

    def _later(self, day: int, soonest: int, latest: int, share: float) -> int | None:
        """A day after another, where it comes at all before today or the end."""
        later = day + self.chance.randint(soonest, latest)
        comes = self.chance.random() < share
        return later if comes and self._is_there(later) else None

    def _somebody(self, clients: float) -> int:
        return CLIENT if self.chance.random() < clients else SPECIALIST


def _of_meeting(became: str, side: int) -> str:
    if became == plan.CANCELLED:
        return CALLED_OFF
    if became == plan.COMING:
        return OPEN
    missed_by = {plan.CLIENT_MISSED: CLIENT, plan.SPECIALIST_MISSED: SPECIALIST}
    return BROKEN if missed_by.get(became) == side else KEPT
