"""What the desk sees of wishes and proposals: ticks and days, never a client's name."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, QuerySet, TextField
from django.db.models.functions import Cast

from alongside.keys.queries import Signed, signed_of
from alongside.matching.models import Proposal, Step, Wish
from alongside.matching.queries import wishes_of
from alongside.matching.rules.fairness import Counted, Report, report
from pse.matching import Reason, Shown, reasons

WAITS = "waits"
STEPS = {"drafted": Step.DRAFTED, "offered": Step.OFFERED, "shown": Step.SHOWN}
FILTERS = (WAITS, *STEPS)
A_PAGE = 50
ALL_AT_MOST = 100_000
OTHERS = "other"


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
    """One page of wishes, and whether others follow."""

    rows: list[WishAtDesk]
    more: bool
    # Whose they are, by number: told to them, shown to nobody.
    whose: tuple[int, ...] = ()


def counts() -> Counts:
    """Count the wishes by where they stand, in one question."""
    rows = Wish.objects.values("proposal__step").annotate(count=Count("id")).order_by()
    found: dict[int | None, int] = {row["proposal__step"]: row["count"] for row in rows}
    steps = [found.get(step, 0) for step in (None, Step.DRAFTED, Step.OFFERED, Step.SHOWN)]
    return Counts(sum(steps), *steps)


def listing(*, today: int, step: str, lang: str, page: int, size: int = A_PAGE) -> Listing:
    """Give one page of wishes, the longest waiting first."""
    start = (page - 1) * size
    found = list(_filtered(step, lang)[start : start + size + 1])
    whose = tuple(wish.account_id for wish in found[:size])
    return Listing(_rows(found[:size], today=today), len(found) > size, whose)


def fairness(by: str, *, today: int) -> Report:
    """Say who has a proposal and who waits: by a language, or by what was wished for."""
    rows = Wish.objects.values_list("facts", "langs", "handed_on", "proposal")
    return report(
        Counted(group, today - handed_on, proposal is not None)
        for facts, langs, handed_on, proposal in rows
        for group in [_group(by, facts, langs)]
    )


GROUPS = {
    "language": (),
    "gender": ("woman", "man", "nonbinary"),
    "age": ("age-18-29", "age-30-44", "age-45-59", "age-60-plus"),
}


def _group(by: str, facts: list[str], langs: list[str]) -> str:
    """Give the group of a wish; several ticks, or none, are one group of their own."""
    ticked = langs if by == "language" else [fact for fact in GROUPS[by] if fact in facts]
    return ticked[0] if len(ticked) == 1 else OTHERS


def _filtered(step: str, lang: str) -> QuerySet[Wish]:
    found = Wish.objects.select_related("proposal__specialist").order_by("handed_on", "id")
    if step == WAITS:
        found = found.filter(proposal=None)
    elif step in STEPS:
        found = found.filter(proposal__step=STEPS[step])
    if lang:
        found = found.annotate(spoken=Cast("langs", TextField()))
        found = found.filter(spoken__contains=json.dumps(lang))
    return found


def _rows(wishes: list[Wish], *, today: int) -> list[WishAtDesk]:
    proposals = [found for found in map(_proposal_of, wishes) if found is not None]
    signed = signed_of(one.specialist for one in proposals)
    return [_row(wish, signed, today=today) for wish in wishes]


def _row(wish: Wish, signed: dict[int, Signed], *, today: int) -> WishAtDesk:
    ticked = (wish.facts, wish.langs, wish.matters, wish.anyone)
    days, proposal = max(0, today - wish.handed_on), _proposal_of(wish)
    if proposal is None:
        return WishAtDesk(wish.pk, days, *ticked, step=WAITS)
    fields = _fields(signed[proposal.specialist_id])
    shown = Shown(frozenset(fields.get("facts", ())), frozenset(fields.get("langs", ())))
    return WishAtDesk(
        wish.pk,
        days,
        *ticked,
        step=Step(proposal.step).name.lower(),
        proposal=proposal.pk,
        specialist=str(fields.get("name", "")),
        reasons=tuple(reasons(wishes_of(wish), shown)),
    )


def _proposal_of(wish: Wish) -> Proposal | None:
    found: Proposal | None = getattr(wish, "proposal", None)
    return found


def _fields(signed: Signed) -> dict[str, Iterable[str]]:
    return json.loads(signed.profile.shown) if signed.profile else {}
