"""What the desk sees of wishes and proposals: ticks and days, never a client's name."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, TextField
from django.db.models.functions import Cast

from alongside.keys.models import Profile
from alongside.keys.queries import shown_by_accounts
from alongside.matching.models import Proposal, Step, Wish
from alongside.matching.queries import wishes_of
from alongside.matching.rules.fairness import Counted, Report, report
from pse.matching import Reason, Shown, reasons
from pse.profile import LANGS

WAITS = "waits"
STEPS = {"drafted": Step.DRAFTED, "offered": Step.OFFERED, "shown": Step.SHOWN}
FILTERS = (WAITS, *STEPS)
A_PAGE = 50
A_PIECE = 1_000
OTHERS = "other"
# The day a wish was handed over, and its number: where a page goes on.
Mark = tuple[int, int]


@dataclass(frozen=True)
class WishAtDesk:
    """One wish: a number instead of a name, its ticks, and what is proposed."""

    number: int
    days: int
    facts: list[str]
    langs: list[str]
    matters: str
    anyone: bool
    step: str
    proposal: int | None = None
    specialist: str = ""
    reasons: tuple[Reason, ...] = ()

    @property
    def shared(self) -> list[str]:
        """Give what both ticked, by id."""
        return [reason.id for reason in self.reasons]


@dataclass(frozen=True)
class Counts:
    """How many wishes stand where."""

    wishes: int
    waits: int
    drafted: int
    offered: int
    shown: int


@dataclass(frozen=True)
class Listing:
    """One page of wishes; `after` is where the next one goes on, if there is one."""

    rows: list[WishAtDesk]
    after: Mark | None
    # Whose they are and who is proposed, by number: told to them, shown to nobody.
    whose: tuple[int, ...] = ()


def counts() -> Counts:
    """Count the wishes by where they stand, in two questions."""
    rows = Proposal.objects.values_list("step").annotate(count=Count("pk")).order_by()
    found: dict[int, int] = dict(rows)
    steps = [found.get(step, 0) for step in STEPS.values()]
    wishes = Wish.objects.count()
    return Counts(wishes, wishes - sum(steps), *steps)


def listing(
    *, today: int, step: str, lang: str, after: Mark | None = None, size: int = A_PAGE
) -> Listing:
    """Give one page of wishes, the longest waiting first."""
    found = list(_filtered(step, lang, after)[: size + 1])
    rows, more = found[:size], len(found) > size
    mark = (rows[-1].handed_on, rows[-1].pk) if more else None
    return Listing(_rows(rows, today=today), mark, tuple(_whose(rows)))


def whole_list(*, today: int, step: str, lang: str) -> Iterator[Listing]:
    """Give all of a list, piece by piece."""
    asked: dict[str, Any] = {"today": today, "step": step, "lang": lang, "size": A_PIECE}
    piece = listing(**asked)
    yield piece
    while piece.after is not None:
        piece = listing(**asked, after=piece.after)
        yield piece


def waits(*, today: int) -> list[int]:
    """Give the whole days each wish has waited, the longest first."""
    days = Wish.objects.order_by("handed_on").values_list("handed_on", flat=True)
    return [max(0, today - day) for day in days]


def fairness(*, today: int) -> dict[str, Report]:
    """Say who has a proposal and who waits, by a language and by what was wished for."""
    found = _counted(today)
    return {
        by: report(
            (Counted(*one, people) for one, people in counted.items()),
            order=[OTHERS, *reversed(GROUPS[by])],
        )
        for by, counted in found.items()
    }


# What is hidden beside a small group is taken from the end, whatever the numbers are.
GROUPS: Mapping[str, tuple[str, ...]] = {
    "language": ("en", *sorted(LANGS - {"en"})),
    "age": ("age-18-29", "age-30-44", "age-45-59", "age-60-plus"),
    "gender": ("woman", "man", "nonbinary"),
}


def _counted(today: int) -> dict[str, Counter[tuple[str, int, bool]]]:
    """Count the wishes by group, days and whether there is a proposal; ticks are text."""
    met = set(Proposal.objects.values_list("wish_id", flat=True))
    rows = Wish.objects.annotate(
        ticked=Cast("facts", TextField()), spoken=Cast("langs", TextField())
    ).values_list("pk", "handed_on", "ticked", "spoken")
    counted = {by: Counter[tuple[str, int, bool]]() for by in GROUPS}
    group = cache(_group)
    for number, handed_on, facts, langs in rows:
        stands = max(0, today - handed_on), number in met
        counted["language"][group("language", langs), *stands] += 1
        counted["age"][group("age", facts), *stands] += 1
        counted["gender"][group("gender", facts), *stands] += 1
    return counted


def _group(by: str, ticks: str) -> str:
    """Give the group of a wish; several ticks, or none, are one group of their own."""
    ticked = [id for id in GROUPS[by] if f'"{id}"' in ticks]
    return ticked[0] if len(ticked) == 1 else OTHERS


def _filtered(step: str, lang: str, after: Mark | None) -> QuerySet[Wish]:
    found = Wish.objects.select_related("proposal").order_by("handed_on", "id")
    if step == WAITS:
        # Looked up for each wish in line, so that fifty are found without reading all.
        proposed = Proposal.objects.filter(wish=OuterRef("pk")).values("step")
        found = found.alias(proposed=Subquery(proposed[:1])).filter(proposed=None)
    elif step in STEPS:
        found = found.filter(proposal__step=STEPS[step])
    if lang:
        found = found.annotate(spoken=Cast("langs", TextField()))
        found = found.filter(spoken__contains=json.dumps(lang))
    if after is None:
        return found
    day, number = after
    return found.filter(Q(handed_on__gt=day) | Q(pk__gt=number), handed_on__gte=day)


def _rows(wishes: list[Wish], *, today: int) -> list[WishAtDesk]:
    proposals = [found for found in map(_proposal_of, wishes) if found is not None]
    shown = shown_by_accounts(one.specialist_id for one in proposals)
    return [_row(wish, shown, today=today) for wish in wishes]


def _row(wish: Wish, shown: dict[int, Profile], *, today: int) -> WishAtDesk:
    ticked = (wish.facts, wish.langs, wish.matters, wish.anyone)
    days, proposal = max(0, today - wish.handed_on), _proposal_of(wish)
    if proposal is None:
        return WishAtDesk(wish.pk, days, *ticked, step=WAITS)
    profile = shown.get(proposal.specialist_id)
    fields = json.loads(profile.shown) if profile else {}
    theirs = Shown(frozenset(fields.get("facts", ())), frozenset(fields.get("langs", ())))
    return WishAtDesk(
        wish.pk,
        days,
        *ticked,
        step=Step(proposal.step).name.lower(),
        proposal=proposal.pk,
        specialist=str(fields.get("name", "")),
        reasons=tuple(reasons(wishes_of(wish), theirs)),
    )


def _whose(wishes: list[Wish]) -> Iterator[int]:
    """Give whoever ticked these wishes, and whoever is proposed for them by name."""
    for wish in wishes:
        yield wish.account_id
        if (proposal := _proposal_of(wish)) is not None:
            yield proposal.specialist_id


def _proposal_of(wish: Wish) -> Proposal | None:
    found: Proposal | None = getattr(wish, "proposal", None)
    return found
