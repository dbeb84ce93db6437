"""A year of what was said would be done, of contacts and answers: of everybody at once."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, OuterRef, Q, Subquery, Sum

from alongside.promises import rules
from alongside.promises.continuity import Overall, overall
from alongside.promises.models import Became, Contact, Pledge, ReplyCount, Side
from alongside.promises.queries import walked_since
from alongside.relationships.models import Relationship


@dataclass(frozen=True)
class Words:
    """What became of what one side said, in all talks together."""

    kept: int = 0
    # Of all that were settled: their day was moved in time at least once.
    moved: int = 0
    broken: int = 0
    repaired: int = 0

    def __add__(self, more: "Words") -> "Words":
        """Add what became of some more."""
        both = zip(vars(self).values(), vars(more).values(), strict=True)
        return Words(*(one + another for one, another in both))


@dataclass(frozen=True)
class Replies:
    """How many answers came in the time that was said, as devices counted and handed in."""

    within: int
    later: int
    much_later: int


def words(*, since: int, today: int) -> dict[int, Words]:
    """Give what became of each side's words from a day on, in one question.

    Of specialists' own, those alone whose totals are told of them too (`rules.summed`).
    """
    settled = Pledge.objects.filter(settled_on__gte=since).exclude(state=Became.CALLED_OFF)
    rows = settled.values(
        "by", "relationship__specialist", "relationship__specialist__closed"
    ).annotate(
        in_year=_walked_with(since),
        in_quarter=_walked_with(today - rules.TOTALS_DAYS),
        kept=Count("pk", filter=Q(state=Became.KEPT)),
        moved=Count("pk", filter=Q(moves__gt=0)),
        broken=Count("pk", filter=Q(state=Became.BROKEN)),
        repaired=Count("pk", filter=Q(state=Became.REPAIRED)),
    )
    each: list[dict[str, Any]] = [{**row} for row in rows.order_by()]
    told = rules.summed(_walked(row) for row in each)
    sums = {int(side): Words() for side in Side.values}
    for row in each:
        if row["by"] == Side.CLIENT or row["relationship__specialist"] in told:
            sums[row["by"]] += Words(*(row[name] for name in vars(Words())))
    return sums


def _walked(row: Mapping[str, Any]) -> rules.Walked:
    who = "relationship__specialist"
    return rules.Walked(
        row[who], row["in_year"] or 0, row["in_quarter"] or 0, row[f"{who}__closed"]
    )


def _walked_with(since: int) -> Subquery:
    """With how many the specialist of a row walked from a day on."""
    theirs = Relationship.objects.filter(
        walked_since(since), specialist=OuterRef("relationship__specialist")
    )
    counted = theirs.order_by().values("specialist")
    return Subquery(counted.annotate(people=Count("client", distinct=True)).values("people"))


@dataclass(frozen=True)
class Outside:
    """Contacts by phone or in person that one of two noted, and how continuous they were."""

    contacts: int
    minutes: int
    same: Overall


def outside(*, since: int, until: int) -> Outside:
    """Add up the contacts of these days, both included, in one question."""
    found = Contact.objects.filter(day__gte=since, day__lte=until).order_by("day", "pk")
    rows = found.values_list("relationship__client", "relationship__specialist", "minutes")
    whom: dict[int, list[int]] = defaultdict(list)
    contacts = minutes = 0
    for client, specialist, long in rows.iterator():
        whom[client].append(specialist)
        contacts, minutes = contacts + 1, minutes + long
    return Outside(contacts, minutes, overall(whom.values()))


def replies(*, since_month: int) -> Replies:
    """Add up what specialists handed in, from a month on."""
    handed = ReplyCount.objects.filter(month__gte=since_month)
    found = handed.aggregate(
        within=Sum("within"), later=Sum("later"), much_later=Sum("much_later")
    )
    return Replies(**{name: number or 0 for name, number in found.items()})
