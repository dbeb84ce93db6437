"""A year of what was said would be done, of contacts and answers: of everybody at once."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, Q, Sum

from alongside.promises.continuity import Overall, overall
from alongside.promises.models import Became, Contact, Pledge, ReplyCount, Side


@dataclass(frozen=True)
class Words:
    """What became of what one side said, in all talks together."""

    kept: int = 0
    # Of all that were settled: their day was moved in time at least once.
    moved: int = 0
    broken: int = 0
    repaired: int = 0


@dataclass(frozen=True)
class Replies:
    """How many answers came in the time that was said, as devices counted and handed in."""

    within: int
    later: int
    much_later: int


def words(*, since: int) -> dict[int, Words]:
    """Give what became of each side's words from a day on, in one question."""
    settled = Pledge.objects.filter(settled_on__gte=since).exclude(state=Became.CALLED_OFF)
    rows = settled.values("by").annotate(
        kept=Count("pk", filter=Q(state=Became.KEPT)),
        moved=Count("pk", filter=Q(moves__gt=0)),
        broken=Count("pk", filter=Q(state=Became.BROKEN)),
        repaired=Count("pk", filter=Q(state=Became.REPAIRED)),
    )
    each = rows.order_by("by").values_list("by", "kept", "moved", "broken", "repaired")
    found = {side: Words(*counts) for side, *counts in each}
    return {int(side): found.get(side, Words()) for side in Side.values}


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
