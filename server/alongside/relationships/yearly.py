"""A year of a programme in plain numbers, for everybody at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count, F, Q
from django.db.models.expressions import Combinable

from alongside.relationships.desk import STANDINGS
from alongside.relationships.models import Came, Relationship, State

DAYS = 364


@dataclass(frozen=True)
class Year:
    """How many were supported in the last four quarters, began, ended; and how all stand."""

    supported: int
    begun: int
    ended: int
    standing: Mapping[str, int]


def year(*, today: int) -> Year:
    """Count a year in one question; somebody with two specialists is one person."""
    first = today - DAYS + 1
    goes = Q(agreed_on__isnull=False, agreed_on__lte=today)
    asked = Q(came=Came.ASKED)
    here = Q(ended_on=None) | Q(ended_on__gte=first)
    found = Relationship.objects.aggregate(
        supported=Count("client", distinct=True, filter=goes & here),
        begun=Count("pk", filter=asked & goes & Q(agreed_on__gte=first)),
        ended=Count("pk", filter=asked & Q(state=State.ENDED, ended_on__gte=first)),
        **{name: Count("pk", filter=Q(state__in=of)) for name, of in STANDINGS.items()},
    )
    return Year(standing={name: found.pop(name) for name in STANDINGS}, **found)


def waited(*, today: int, ends: Sequence[int]) -> list[int]:
    """Count how long a yes took in that year: up to each of these days, and longer."""
    days: Combinable = F("agreed_on") - F("asked_on")
    begun = Relationship.objects.filter(came=Came.ASKED, agreed_on__gt=today - DAYS)
    spans = [0] * (len(ends) + 1)
    kinds = begun.annotate(days=days + 0).values_list("days").order_by()
    for took, count in kinds.annotate(count=Count("pk")):
        spans[sum(took > end for end in ends)] += count
    return spans
