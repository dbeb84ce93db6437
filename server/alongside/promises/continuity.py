"""How continuous contacts were, as three figures that the literature knows; pure numbers.

COC and UPC look at how contacts are spread over people, SECON at who came after whom. Each
needs two contacts at least; with fewer there is nothing to say.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

LEAST_CONTACTS = 2


@dataclass(frozen=True)
class Continuity:
    """The figures of one row of contacts; None where there are too few."""

    contacts: int
    coc: float | None
    upc: float | None
    secon: float | None


def coc(counts: Iterable[int]) -> float | None:
    """Give Bice and Boxerman's index: 1 when all contacts were with one person."""
    each = list(counts)
    total = sum(each)
    if total < LEAST_CONTACTS:
        return None
    return (sum(n * n for n in each) - total) / (total * (total - 1))


def upc(counts: Iterable[int]) -> float | None:
    """Give the share of contacts with whoever was met most."""
    each = list(counts)
    total = sum(each)
    return max(each) / total if total >= LEAST_CONTACTS else None


def secon(people: Sequence[Hashable]) -> float | None:
    """Give the share of contacts that were with the same person as the one before."""
    if len(people) < LEAST_CONTACTS:
        return None
    same = sum(one == before for before, one in pairwise(people))
    return same / (len(people) - 1)


def continuity(people: Sequence[Hashable]) -> Continuity:
    """Give all three of contacts in their order, each named by whom it was with."""
    counts = Counter(people).values()
    return Continuity(len(people), coc(counts), upc(counts), secon(people))


def mean(figures: Iterable[float | None]) -> float | None:
    """Give the mean of the figures there are; None without any."""
    there = [one for one in figures if one is not None]
    return sum(there) / len(there) if there else None


@dataclass(frozen=True)
class Overall:
    """The figures of a whole programme: of how many people, and their means."""

    people: int
    coc: float | None
    upc: float | None
    secon: float | None


def overall(rows: Iterable[Sequence[Hashable]]) -> Overall:
    """Give the means over everybody with two contacts or more, each person counting once."""
    each = [continuity(row) for row in rows if len(row) >= LEAST_CONTACTS]
    return Overall(
        people=len(each),
        coc=mean(one.coc for one in each),
        upc=mean(one.upc for one in each),
        secon=mean(one.secon for one in each),
    )
