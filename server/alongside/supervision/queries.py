"""The only doors to times together: one's own, for each of the two."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from alongside.ground.refusal import NotYours
from alongside.keys.queries import Signed, is_supervisor_in_force, signed_of
from alongside.people.models import Account
from alongside.programme.queries import supported_by, supporter_of
from alongside.supervision.models import Letter, Together, Wrap
from alongside.supervision.rules import PAGE


@dataclass(frozen=True)
class Listed:
    """A page of one's own times together, and whom one may meet."""

    page: list[Together]
    letters: dict[int, int]
    more: bool
    supporter: Account | None
    supported: list[Account]
    people: list[Signed]


@dataclass(frozen=True)
class Whole:
    """One time together with all its letters."""

    together: Together
    letters: list[tuple[Letter, list[Wrap]]]
    may_write: bool
    people: list[Signed]


def listed(person: Account, *, page: int, today: int) -> Listed:
    """Give one's own, the newest day first, and with whom a new one may be."""
    found = own(person).order_by("-meets_on", "-id")
    rows = list(found[page * PAGE : (page + 1) * PAGE + 1])
    shown = rows[:PAGE]
    supporter, supported = _mine_to_meet(person, today=today)
    named = [one for row in shown for one in (row.specialist, row.supporter) if one]
    named += [*supported, *([supporter] if supporter else [])]
    others = [one for one in named if one.pk != person.pk]
    return Listed(
        shown,
        _letters_in(shown),
        len(rows) > PAGE,
        supporter,
        supported,
        list(signed_of(others).values()),
    )


def whole(person: Account, ref: bytes, *, today: int) -> Whole:
    """Give one of one's own with its letters, the oldest first; NotYours else."""
    found = own(person).filter(ref=ref).first()
    if found is None:
        raise NotYours
    letters = list(Letter.objects.filter(together=found).select_related("by").order_by("id"))
    wraps: dict[int, list[Wrap]] = defaultdict(list)
    for one in Wrap.objects.filter(letter__together=found).select_related("account"):
        wraps[one.letter_id].append(one)
    others = [one for one in (found.specialist, found.supporter) if one and one != person]
    return Whole(
        found,
        [(one, wraps[one.pk]) for one in letters],
        may_meet(found, today=today),
        list(signed_of(others).values()),
    )


def own(person: Account) -> QuerySet[Together]:
    """Give the times together that are of one of the two."""
    mine = Together.objects.filter(Q(specialist=person) | Q(supporter=person))
    return mine.select_related("specialist", "supporter")


def may_meet(one: Together, *, today: int) -> bool:
    """Say whether the two still meet: as the team noted it, and the programme stands by it."""
    if one.supporter is None or one.specialist.closed or one.supporter.closed:
        return False
    if supporter_of(one.specialist) != one.supporter:
        return False
    return is_supervisor_in_force(one.supporter, today=today)


def _mine_to_meet(person: Account, *, today: int) -> tuple[Account | None, list[Account]]:
    supporter = supporter_of(person)
    if supporter is not None and not is_supervisor_in_force(supporter, today=today):
        supporter = None
    if not is_supervisor_in_force(person, today=today):
        return supporter, []
    return supporter, supported_by(person)


def _letters_in(found: list[Together]) -> dict[int, int]:
    counted = Letter.objects.filter(together__in=found).values("together_id")
    return dict(counted.annotate(n=Count("id")).values_list("together_id", "n"))
