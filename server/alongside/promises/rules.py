"""Which word leads where, which days count, and when a row is forgotten."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

CLIENT, SPECIALIST = 1, 2
OPEN, KEPT, BROKEN, REPAIRED, STOOD, CALLED_OFF = 1, 2, 3, 4, 5, 6
# Whoever gave their word, whoever was given it, or either of the two.
GIVER, GIVEN = "giver", "given"
BOTH = (GIVER, GIVEN)

STEPS: Mapping[tuple[int, str], tuple[int, tuple[str, ...]]] = {
    (OPEN, "kept"): (KEPT, (GIVEN,)),
    (OPEN, "not-kept"): (BROKEN, BOTH),
    # Said in time by the giver, or let go of by whom it was for: nothing is broken by it.
    (OPEN, "call-off"): (CALLED_OFF, BOTH),
    (BROKEN, "repaired"): (REPAIRED, (GIVEN,)),
    # A slip of the finger, or something seen late: only whom it was for puts it right.
    (BROKEN, "kept"): (KEPT, (GIVEN,)),
    (KEPT, "not-kept"): (BROKEN, (GIVEN,)),
}
LONGEST_AHEAD = 366
MOST_OPEN = 40
MOST_MOVES = 12
# One side's words of a day, whatever became of them.
MOST_A_DAY = 20
# Somebody's own day may be one more or one less than the day in UTC.
ZONES = 1
# Nobody said anything about it: it stands as it is, and counts for nobody.
SILENT_DAYS = 28
KEPT_DAYS = 2 * 366
LONGEST_BACK = 92
LONGEST_CONTACT = 12 * 60
ROUNDED_TO = 5
MOST_CONTACTS_A_DAY = 12
MONTHS_BACK = 12
MOST_REPLIES = 100_000


def may_be_due(due_on: int, *, today: int) -> bool:
    """Say whether somebody can give their word for this day."""
    return today - ZONES <= due_on <= today + LONGEST_AHEAD


def is_in_time(due_on: int, *, today: int) -> bool:
    """Say whether the day has not passed yet, wherever on earth the two are."""
    return today <= due_on + ZONES


def may_move(state: int, due_on: int, to: int, *, moves: int, today: int) -> bool:
    """Say whether a day can still be moved: in time, to another day, and not for ever."""
    is_open = state == OPEN and moves < MOST_MOVES
    is_new = to != due_on and may_be_due(to, today=today)
    return is_open and is_new and is_in_time(due_on, today=today)


def after(
    state: int, word: str, *, part: str, due_on: int, today: int, is_reply: bool = False
) -> int | None:
    """Give the state a word leads to; None when this part cannot say it now.

    An answer stands in the talk: whoever owed it may say so themselves, in time. Whether a
    late one kept the word is for whom it was for to say.
    """
    found = STEPS.get((state, word))
    is_early = is_reply and is_in_time(due_on, today=today)
    has_answered = is_early and (state, word) == (OPEN, "kept")
    if found is None or (part not in found[1] and not has_answered):
        return None
    if word == "not-kept" and not _has_come(due_on, today=today):
        return None
    is_late_excuse = word == "call-off" and part == GIVER
    if is_late_excuse and not is_in_time(due_on, today=today):
        return None
    return found[0]


def _has_come(due_on: int, *, today: int) -> bool:
    return today >= due_on


def part_of(side: int, *, by: int) -> str:
    """Say whether a side gave the word or was given it."""
    return GIVER if side == by else GIVEN


def last_day_to_stand(today: int) -> int:
    """Give the newest due day about which nobody has said anything for four weeks."""
    return today - SILENT_DAYS - 1


def last_day_to_forget(today: int) -> int:
    """Give the newest day whose rows are kept no longer."""
    return today - KEPT_DAYS - 1


def rounded(minutes: int) -> int:
    """Give a length as the house keeps it: to the nearest five minutes, and five at least."""
    return max(ROUNDED_TO, ROUNDED_TO * ((minutes + ROUNDED_TO // 2) // ROUNDED_TO))


def may_be_noted(day: int, minutes: int, *, today: int) -> bool:
    """Say whether a contact can have been on this day, for so long."""
    is_near = today - LONGEST_BACK <= day <= today + ZONES
    return is_near and 1 <= minutes <= LONGEST_CONTACT


def may_hand_in(month: int, *, this_month: int) -> bool:
    """Say whether the counts of a month can be handed in: it is over, and not long ago."""
    return this_month - MONTHS_BACK <= month < this_month


def month_of(year: int, month: int) -> int:
    """Count months, so that they can be compared: twelve for each year."""
    return 12 * year + month - 1


# Totals of fewer people would point at one: at whoever is alone, or is left of two.
LEAST_PEOPLE = 3
# Totals are those of a quarter of a year.
TOTALS_DAYS = 91


def totals_point_at_nobody(people: int) -> bool:
    """Say whether totals over so many people may be told."""
    return people >= LEAST_PEOPLE


@dataclass(frozen=True)
class Walked:
    """With how many people a specialist walked in a year, and in its last quarter.

    `has_left`: their place is closed, so they stand on no list.
    """

    specialist: int
    in_year: int
    in_quarter: int
    has_left: bool


def summed(walked: Iterable[Walked]) -> frozenset[int]:
    """Name the specialists whose words go into sums of the whole programme.

    Nobody is among them whose own totals a list leaves out: what enters no sum cannot be
    taken from one.
    """
    return frozenset(
        one.specialist
        for one in walked
        if totals_point_at_nobody(one.in_year)
        and (one.has_left or totals_point_at_nobody(one.in_quarter))
    )
