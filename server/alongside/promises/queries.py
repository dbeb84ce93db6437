"""The only doors to what was said would be done, to contacts, and to counts."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet, Sum

from alongside.ground.refusal import NotYours
from alongside.people.models import Account
from alongside.promises.continuity import Continuity, Overall, continuity, overall
from alongside.promises.models import Became, Contact, Pledge, ReplyCount, Side
from alongside.relationships.models import GOING, Relationship, State

PAGE = 50


def side_in(person: Account, relationship: Relationship) -> Side:
    """Say which of the two somebody is; NotYours for anybody else who may read along."""
    if relationship.client_id == person.pk:
        return Side.CLIENT
    if relationship.specialist_id == person.pk:
        return Side.SPECIALIST
    raise NotYours


def walked_since(day: int) -> Q:
    """Name the relationships in which two walked together on that day or later."""
    return Q(state__in=GOING) | Q(state=State.ENDED, ended_on__gte=day)


def open_pledges(relationship: Relationship) -> list[Pledge]:
    """Give what is still to be done between two people, the nearest day first."""
    found = Pledge.objects.filter(relationship=relationship, state=Became.OPEN)
    return list(found.order_by("due_on", "id"))


def past_pledges(relationship: Relationship, *, before: int | None) -> list[Pledge]:
    """Give what something became of, newest first, one more than a page to tell of another."""
    found = Pledge.objects.filter(relationship=relationship).exclude(state=Became.OPEN)
    if before is not None:
        found = found.filter(pk__lt=before)
    return list(found.order_by("-id")[: PAGE + 1])


def pledge_of(relationship: Relationship, ref: bytes) -> Pledge:
    """Give one by its name; NotYours else."""
    found = Pledge.objects.filter(relationship=relationship, ref=ref).first()
    if found is None:
        raise NotYours
    return found


def contacts_of(relationship: Relationship, *, before: int | None) -> list[Contact]:
    """Give the contacts of two people, the last noted first, one more than a page."""
    found = Contact.objects.filter(relationship=relationship)
    if before is not None:
        found = found.filter(pk__lt=before)
    return list(found.order_by("-id")[: PAGE + 1])


def contact_of(relationship: Relationship, ref: bytes) -> Contact:
    """Give one by its name; NotYours else."""
    found = Contact.objects.filter(relationship=relationship, ref=ref).first()
    if found is None:
        raise NotYours
    return found


def reply_counts_of(specialist: Account, *, since: int) -> QuerySet[ReplyCount]:
    """Give the counts a specialist handed in, from a month on, the newest first."""
    return ReplyCount.objects.filter(specialist=specialist, month__gte=since).order_by("-month")


@dataclass(frozen=True)
class Totals:
    """What became of a specialist's own words, of all their talks together.

    `moved` counts those of all that were moved in time at least once.
    """

    open: int = 0
    kept: int = 0
    moved: int = 0
    broken: int = 0
    repaired: int = 0


def totals(specialists: Iterable[Account], *, since: int) -> dict[int, Totals]:
    """Give each specialist's totals from a day on, in one question; never split by client."""
    given = Pledge.objects.filter(
        relationship__specialist__in=[one.pk for one in specialists], by=Side.SPECIALIST
    )
    counted = given.filter(Q(state=Became.OPEN) | Q(settled_on__gte=since))
    rows = counted.values("relationship__specialist").annotate(
        open=Count("id", filter=Q(state=Became.OPEN)),
        kept=Count("id", filter=Q(state=Became.KEPT)),
        moved=Count("id", filter=Q(moves__gt=0)),
        broken=Count("id", filter=Q(state=Became.BROKEN)),
        repaired=Count("id", filter=Q(state=Became.REPAIRED)),
    )
    each = rows.order_by().values_list(
        "relationship__specialist", "open", "kept", "moved", "broken", "repaired"
    )
    return {specialist: Totals(*counts) for specialist, *counts in each}


@dataclass(frozen=True)
class Services:
    """What a whole programme gave outside the room in some days: contacts, minutes, people."""

    contacts: int
    minutes: int
    people: int


def services(*, since: int, until: int) -> Services:
    """Give the totals of contacts of a programme, both days included."""
    found = Contact.objects.filter(day__gte=since, day__lte=until).aggregate(
        contacts=Count("id"),
        minutes=Sum("minutes"),
        people=Count("relationship__client", distinct=True),
    )
    return Services(found["contacts"], found["minutes"] or 0, found["people"])


def continuity_of(client: Account, *, since: int, until: int) -> Continuity:
    """Give the three figures of one person's contacts."""
    found = Contact.objects.filter(
        relationship__client=client, day__gte=since, day__lte=until
    ).order_by("day", "id")
    return continuity(list(found.values_list("relationship__specialist", flat=True)))


def continuity_of_programme(*, since: int, until: int) -> Overall:
    """Give the means over all clients; who shows them holds them back while few are in."""
    rows: dict[int, list[int]] = {}
    found = Contact.objects.filter(day__gte=since, day__lte=until).order_by("day", "id")
    pairs = found.values_list("relationship__client", "relationship__specialist")
    for client, specialist in pairs.iterator():
        rows.setdefault(client, []).append(specialist)
    return overall(rows.values())
