"""When a concern is due, who may answer it, how many a day, and how long it is kept."""

from collections.abc import Collection, Sequence

# Working days within which an answer is promised, until the programme says it itself.
ANSWER_WITHIN = 5
LEAST_WITHIN, MOST_WITHIN = 1, 20
# Officers hear of what is due so many days ahead.
WARN_DAYS = 1
# Of what is late they hear on its first late day, and so many days after each time.
LATE_AGAIN = 7
# A day holds so much; the next day everything is open again.
MOST_A_DAY, LETTERS_A_DAY, LETTERS_IN_ALL = 5, 20, 60
# From the answer on; and what nobody answers goes so long after its day.
KEPT_AFTER_ANSWER, KEPT_AFTER_DUE = 180, 365
FEWEST_READERS, MOST_READERS = 2, 8
LONGEST_OUTSIDE, MOST_OUTSIDE = 120, 5
# So long it is said at home that something was answered or decided.
NEWS_DAYS = 7


def due_on(day: int, *, within: int, working_days: Collection[int]) -> int:
    """Give the last day on which an answer is in time: so many working days after.

    `working_days` are weekdays from 1 (Monday) to 7; ValueError without any.
    """
    if not set(working_days) & set(range(1, 8)):
        raise ValueError("at least one day of the week is a working day")
    left = within
    while left:
        day += 1
        left -= (day + 3) % 7 + 1 in working_days
    return day


def warn_until(today: int) -> int:
    """Give the last due day of which officers hear today."""
    return today + WARN_DAYS


def tell_again_from(today: int) -> int:
    """Give the newest day on which somebody heard that something is late, to hear anew."""
    return today - LATE_AGAIN


def readers(able: Sequence[int], *first: Collection[int | None]) -> set[int]:
    """Choose whom a letter is sealed to: as many as fit, those named first before the rest."""

    def turn(one: int) -> tuple[bool, ...]:
        return tuple(one not in some for some in first)

    return set(sorted(able, key=turn)[:MOST_READERS])


def may_answer(officer: int, *, answered_by: int | None) -> bool:
    """Say whether an officer may look at it: never whoever answered it the first time."""
    return officer != answered_by


def last_answer_to_forget(today: int) -> int:
    """Give the newest day of an answer that is kept no longer."""
    return today - KEPT_AFTER_ANSWER - 1


def last_due_to_forget(today: int) -> int:
    """Give the newest due day of a concern that nobody answered and that is kept no longer."""
    return today - KEPT_AFTER_DUE - 1


def outside_of(text: str) -> list[str]:
    """Give the addresses outside, one a line; ValueError for more or longer ones than fit."""
    found = [line.strip() for line in text.splitlines() if line.strip()]
    if len(found) > MOST_OUTSIDE or any(len(one) > LONGEST_OUTSIDE for one in found):
        raise ValueError("five short lines at most")
    return found


def news_since(today: int) -> int:
    """Give the first day whose answers are still said to be new, where people come in."""
    return today - NEWS_DAYS
