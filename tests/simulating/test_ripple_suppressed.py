"""Linear attacks on the table of grown programmes: which small cell has one value left?

Whoever attacks knows every rule and what the page tells, and solves for the least and the most
that a cell can be, in whole numbers. A cell of one to ten people for which both are the same is
found out. Practice says: at most one in a hundred. The same attack is tried on a table that
hides small cells and tells all others as they are, so that it is not blind.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from itertools import product

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp

from alongside.counts.rules import LEAST
from alongside.simulating.ripple import growing, told
from alongside.simulating.ripple.assumptions import Assumptions

ROWS, SMALL = range(told.GENERATIONS), range(1, 11)
ASSUMED = Assumptions()
ANY = -np.inf
# A table of whole numbers: a row for each generation, a column for each role.
Table = NDArray[np.int64]


@dataclass(frozen=True)
class Shown:
    """What is true of everybody, what is true of those who are counted, and what is told."""

    everybody: Table
    true: Table
    told: Table


@cache
def tables(counted: float = ASSUMED.counted) -> list[Shown]:
    """Programmes of three sizes, year by year; so many let themselves be counted."""
    found = []
    for seed, people in product(range(2), (300, 1_000, 3_000)):
        here = growing.grow(
            people, months=60, seed=seed, assumed=replace(ASSUMED, counted=counted)
        )
        for until in range(12, 61, 12):
            all_three = (
                told.cells(here, until=until, counted=False),
                told.cells(here, until=until, counted=True),
                told.told_cells(here, until=until),
            )
            roles = [role for at, role in all_three[0] if at == 0]
            found.append(
                Shown(
                    *(
                        np.array([[one[at, r] for r in roles] for at in ROWS])
                        for one in all_three
                    )
                )
            )
    return found


def sums(of: Table, *, exact: bool) -> list[LinearConstraint]:
    """Whoever attacks knows the sum of each row and column: exactly, or as a ceiling."""
    masks = [np.zeros(of.shape) for _ in range(sum(of.shape))]
    for at, mask in enumerate(masks):
        mask[(at,) if at < len(of) else (slice(None), at - len(of))] = 1
    totals = [(mask.ravel()[None], (mask * of).sum()) for mask in masks]
    return [LinearConstraint(mask, total if exact else ANY, total) for mask, total in totals]


def found_out(
    true: Table, low: Table, high: Table, known: list[LinearConstraint]
) -> tuple[int, int]:
    """Give how many small cells have one value left, and how many small cells there are."""
    small = [at for at, count in enumerate(true.ravel()) if count in SMALL]
    hits = 0
    for at in small:
        goal = np.zeros(true.size)
        goal[at] = 1
        ends = []
        for way in (1, -1):
            solved = milp(
                way * goal,
                constraints=known,
                bounds=Bounds(low.ravel(), high.ravel()),
                integrality=np.ones(true.size),
            )
            assert solved.success
            ends.append(round(way * solved.fun))
        assert ends[0] <= true.ravel()[at] <= ends[1], "the attacker is right about the rest"
        hits += ends[0] == ends[1]
    return hits, len(small)


def share_found(
    attack: Callable[[Shown], tuple[int, int]], *, counted: float = ASSUMED.counted
) -> float:
    """Give the share of small cells that are found out, in all tables together."""
    each = [attack(one) for one in tables(counted)]
    cells = sum(cells for _, cells in each)
    assert cells > 40
    return sum(hits for hits, _ in each) / cells


def by_eights(one: Shown, known: list[LinearConstraint]) -> tuple[int, int]:
    """What the page leaves open: each cell may hold up to seven people more than it tells."""
    return found_out(one.true, one.told, one.told + LEAST - 1, known)


def test_the_page_alone_gives_no_small_cell_away():
    assert share_found(lambda one: by_eights(one, [])) == 0


def test_who_knows_how_many_there_are_of_each_kind_in_all_finds_no_small_cell_either():
    """The desk knows how many specialists there are; not how many of them are counted."""
    assert share_found(lambda one: by_eights(one, sums(one.everybody, exact=False))) <= 0.01


def test_what_the_desk_knows_finds_none_even_where_everybody_is_counted():
    """It has lists of who is supported and of specialists, and none of steps or generations."""

    def by_lists(one: Shown) -> tuple[int, int]:
        *rows, first, _, _, _, last = sums(one.everybody, exact=False)
        assert len(rows) == len(ROWS)
        return by_eights(one, [first, last])

    assert share_found(by_lists, counted=1.0) <= 0.01


def test_who_knew_the_totals_of_those_counted_would_find_some_and_so_they_are_told_nowhere():
    """No page, call or file tells them; whoever has the database has the rows themselves."""
    assert 0.01 < share_found(lambda one: by_eights(one, sums(one.true, exact=True))) < 0.2


def test_the_same_attack_finds_nearly_all_where_small_cells_are_hidden_and_others_are_not():
    def hiding(one: Shown) -> tuple[int, int]:
        is_small = np.isin(one.true, SMALL)
        low, high = np.where(is_small, 1, one.true), np.where(is_small, 10, one.true)
        return found_out(one.true, low, high, sums(one.true, exact=True))

    assert share_found(hiding) > 0.9
