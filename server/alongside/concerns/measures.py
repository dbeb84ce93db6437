"""Measures from a word to removal: what each stops, who decides, how long an appeal is open."""

from collections.abc import Collection
from enum import IntEnum

WORD, NO_HELLOS, NO_CIRCLES, PAUSE, REMOVAL = KINDS = range(1, 6)
STAYS, SHORTER, LIFTED = OUTCOMES = range(1, 4)
# Days of the kinds that last; a word says nothing more, and a removal has no end.
LEAST_DAYS, MOST_DAYS = 1, 90
# A pause of so many days one officer may set alone.
ALONE = 7
# Another pause so soon after one is a longer one by another name.
PAUSED_LATELY = 30
APPEAL_WITHIN = 30
# A second officer has so long; then nothing came of it.
SECOND_WITHIN = 7
KEPT_AFTER = 180
# A talk of somebody removed rests until its time for an appeal is over, and then ends.
RESTS_FOR_GOOD = 3_650
# Closed quarters that the desk is shown.
QUARTERS_SHOWN = 8


class Stops(IntEnum):
    """What a measure can stop: the numbers of `people.models.Stopped`."""

    HELLOS = 1
    CIRCLES = 2
    WRITING = 3


_STOPS: dict[int, tuple[Stops, ...]] = {
    WORD: (),
    NO_HELLOS: (Stops.HELLOS,),
    NO_CIRCLES: (Stops.CIRCLES,),
    PAUSE: (Stops.HELLOS, Stops.CIRCLES, Stops.WRITING),
    REMOVAL: (Stops.HELLOS, Stops.CIRCLES, Stops.WRITING),
}


class Counted(IntEnum):
    """What is counted by the quarter: measures by kind, and what became of them."""

    RAISED = 1
    IN_TIME = 2
    LATE = 3
    AGAIN = 4
    OF_KIND = 10  # 11 to 15
    NO_SECOND = 20
    OF_OUTCOME = 30  # 31 to 33


COUNTED = (1, 2, 3, 4, *(10 + kind for kind in KINDS), 20, *(30 + one for one in OUTCOMES))


def stops_of(kind: int) -> tuple[Stops, ...]:
    """Give what a measure of a kind stops while it lasts."""
    return _STOPS[kind]


def is_length(kind: int, days: int) -> bool:
    """Say whether a measure of a kind can last so many days; 0 is no length."""
    if kind in (WORD, REMOVAL):
        return days == 0
    return kind in KINDS and LEAST_DAYS <= days <= MOST_DAYS


def takes_two(kind: int, days: int, *, after_a_pause: bool = False) -> bool:
    """Say whether a second officer has to agree before anything happens."""
    return kind == REMOVAL or (kind == PAUSE and (days > ALONE or after_a_pause))


def fewest_officers(*, two: bool) -> int:
    """Give how many officers there must be, so that somebody is left to hear an appeal."""
    return 3 if two else 2


def last_pause_that_counts(today: int) -> int:
    """Give the first last day of a pause after which another one takes two officers."""
    return today - PAUSED_LATELY


def ends_on(kind: int, days: int, *, began_on: int) -> int | None:
    """Give the first day on which it is over: at once for a word, never for a removal."""
    if kind == REMOVAL:
        return None
    return began_on + days


def may_appeal(*, began_on: int | None, appealed: bool, today: int) -> bool:
    """Say whether whoever it is for may still ask somebody else to look, once."""
    return began_on is not None and not appealed and today - began_on <= APPEAL_WITHIN


def may_hear(officer: int, *, on: int, by: int | None, second: int | None) -> bool:
    """Say whether an officer may decide an appeal: never one's own, nobody who did before."""
    return officer not in (on, by, second)


def is_shorter(days: int, *, than: int, kind: int) -> bool:
    """Say whether a measure becomes shorter; a removal may become a pause of so many days."""
    return LEAST_DAYS <= days <= MOST_DAYS and (kind == REMOVAL or days < than)


def ends_for_good(*, began_on: int, today: int) -> bool:
    """Say whether the time for an appeal against a removal is over."""
    return today - began_on > APPEAL_WITHIN


def last_begun_without_second(today: int) -> int:
    """Give the newest day of a measure that waited for a second officer for too long."""
    return today - SECOND_WITHIN - 1


def last_over_to_forget(today: int) -> int:
    """Give the newest last day of a measure that is kept no longer."""
    return today - KEPT_AFTER - 1


def quarters_shown(now: int) -> Collection[int]:
    """Give the closed quarters that are shown, the oldest first; the one that runs is not."""
    return range(now - QUARTERS_SHOWN, now)
