"""How long each way of choosing took people, said only when there are enough of them."""

from collections.abc import Mapping

ENOUGH = 8
# Longer waits are counted as this long.
LONGEST = 90
QUARTER = 91
QUARTERS_KEPT = 4


def quarter_of(day: int) -> int:
    """Give the quarter of a year a day is counted in."""
    return day // QUARTER


def first_quarter_kept(today: int) -> int:
    """Give the oldest quarter whose counts are still told."""
    return quarter_of(today) - QUARTERS_KEPT + 1


def counted_as(days: int) -> int:
    """Give the length of time a wait is counted under."""
    return min(max(0, days), LONGEST)


def half_within(counts: Mapping[int, int]) -> int | None:
    """Give the days within which half of the people had somebody; None of fewer than eight."""
    people = sum(counts.values())
    if people < ENOUGH:
        return None
    reached = 0
    for days in sorted(counts):
        reached += counts[days]
        if 2 * reached >= people:
            return days
    raise AssertionError("half of some people are among them")
