"""Who is met and who waits, by group: counts that never show a few people.

A group with one to seven people in a cell is hidden, and with it others, until nobody can work
out a hidden cell from the totals. Those are taken in an order that was fixed beforehand: if the
smallest were taken, the groups that are shown would say how large the hidden ones can be.
Which groups are hidden is not told: a name alone says that somebody of it waits, and as many
names as people tell each one's size.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

FEWEST = 8


@dataclass(frozen=True)
class Counted:
    """People of one group who waited equally long and were all met, or all were not."""

    group: str
    waited: int
    met: bool
    people: int = 1


@dataclass(frozen=True)
class Row:
    """What the report says of a group that is large enough."""

    group: str
    met: int
    waits: int
    share: int
    days: int


@dataclass(frozen=True)
class Report:
    """The groups that are shown, whether others are hidden, and everyone together.

    Nothing at all of fewer than eight people.
    """

    rows: list[Row]
    hides: bool
    met: int | None
    waits: int | None


def report(people: Iterable[Counted], *, order: Sequence[str] = ()) -> Report:
    """Count the groups, and hide what would show a few people.

    Beside a small group those are hidden that stand first in `order`, then others by name.
    """
    groups: dict[str, list[Counted]] = defaultdict(list)
    for one in people:
        groups[one.group].append(one)
    hidden = _hidden({name: _cells(found) for name, found in groups.items()}, order)
    rows = [_row(name, groups[name]) for name in sorted(set(groups) - hidden)]
    met, waits = _sum([_cells(found) for found in groups.values()])
    if _shows_few((met, waits)):
        return Report(rows, bool(hidden), None, None)
    return Report(rows, bool(hidden), met, waits)


def _hidden(cells: dict[str, tuple[int, int]], order: Sequence[str]) -> set[str]:
    if _shows_few(_sum(list(cells.values()))):
        return set(cells)
    hidden = {name for name, counts in cells.items() if _shows_few(counts)}
    fixed = [*(name for name in order if name in cells), *sorted(set(cells) - set(order))]
    # The first of them in any case: if it were shown, all that are hidden would be small.
    hidden |= set(fixed[:1]) if hidden else set()
    others = [name for name in fixed if name not in hidden]
    while hidden and others and _can_be_told([cells[name] for name in hidden]):
        hidden.add(others.pop(0))
    return hidden


def _can_be_told(hidden: list[tuple[int, int]]) -> bool:
    """Say whether the totals without the shown groups tell something about a few people."""
    return len(hidden) < 2 or _shows_few(_sum(hidden))


def _shows_few(cells: tuple[int, int]) -> bool:
    return any(0 < count < FEWEST for count in cells)


def _cells(people: Sequence[Counted]) -> tuple[int, int]:
    met = sum(one.people for one in people if one.met)
    return met, sum(one.people for one in people) - met


def _sum(cells: Sequence[tuple[int, int]]) -> tuple[int, int]:
    return sum(met for met, _ in cells), sum(waits for _, waits in cells)


def _row(name: str, people: Sequence[Counted]) -> Row:
    met, waits = _cells(people)
    return Row(name, met, waits, 100 * met // (met + waits), _half_within(people))


def _half_within(people: Sequence[Counted]) -> int:
    """Give the days that half of them waited at most."""
    left = (sum(one.people for one in people) + 1) // 2
    for one in sorted(people, key=lambda one: one.waited):
        left -= one.people
        if left <= 0:
            return one.waited
    raise AssertionError("half of some people are among them")
