"""The only doors to handovers, and to all who ever belonged to one talk."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from alongside.ground.refusal import NotYours
from alongside.people.models import Account
from alongside.relationships.handing import last_day_to_lapse
from alongside.relationships.models import (
    ACCOMPANIED,
    GOING,
    UNDER_WAY,
    Agreement,
    Came,
    Handed,
    Handover,
    Relationship,
)


@dataclass(frozen=True)
class Outstanding:
    """What the desk may know of handovers: numbers, never who."""

    suggested: int
    asked: int
    under_way: int


def asked_of(person: Account) -> list[Handover]:
    """Give who asks somebody to take over or to stand in, oldest first."""
    found = Handover.objects.filter(to=person, state=Handed.ASKED)
    with_both = found.select_related("relationship__client", "relationship__specialist", "to")
    return list(with_both.order_by("id"))


def ask_to(person: Account, *, id: int) -> Handover:
    """Give one of these; NotYours for any other."""
    found = Handover.objects.filter(pk=id, to=person, state=Handed.ASKED).first()
    if found is None:
        raise NotYours
    return found


def under_way(relationship: Relationship) -> Handover | None:
    """Give the handover of a relationship that is asked, agreed to, or while three read."""
    found = Handover.objects.filter(relationship=relationship, state__in=UNDER_WAY)
    return found.select_related("to", "made").first()


def asked_over_on(today: int, *, by: Account) -> int:
    """Count whom a client asked on a day to take over or to stand in, called off or not."""
    mine = Handover.objects.filter(relationship__client=by, asked_on=today)
    return mine.exclude(client_sig=None).count()


def coming_by(relationship: Relationship) -> Handover | None:
    """Give the handover by which this relationship came to be, while it is not done."""
    found = Handover.objects.filter(made=relationship, state__in=ACCOMPANIED)
    return found.select_related("relationship", "to").first()


def is_accompanied(relationship: Relationship) -> bool:
    """Say whether somebody else may be in the talk of a relationship now."""
    found = Handover.objects.filter(relationship=relationship, state__in=ACCOMPANIED)
    return found.exists()


def is_between(relationship: Relationship) -> bool:
    """Say whether a handover is asked or under way, on either side of it."""
    either = Q(relationship=relationship) | Q(made=relationship)
    return Handover.objects.filter(either, state__in=UNDER_WAY).exists()


def is_among_three(relationship: Relationship) -> bool:
    """Say whether all three know of it; of an ask alone the one before knows nothing."""
    either = Q(relationship=relationship) | Q(made=relationship)
    return Handover.objects.filter(either, state__in=ACCOMPANIED).exists()


def handovers_of(page: Iterable[Relationship]) -> list[Handover]:
    """Give every handover that these relationships were part of, oldest first."""
    ids = [one.pk for one in page]
    either = Q(relationship__in=ids) | Q(made__in=ids)
    found = Handover.objects.filter(either).order_by("id")
    return list(found.select_related("to", "relationship__specialist", "made"))


def talks_of(page: Iterable[Relationship]) -> dict[bytes, list[Relationship]]:
    """Give all relationships that one talk ever had, by its first identifier, oldest first."""
    found: dict[bytes, list[Relationship]] = {bytes(one.conv): [] for one in page}
    rows = Relationship.objects.filter(conv__in=list(found)).order_by("id")
    for row in rows.select_related("client", "specialist"):
        found[bytes(row.conv)].append(row)
    return found


def editions_of(family: Iterable[Relationship]) -> dict[int, list[Agreement]]:
    """Give the later editions under which a talk stood, by relationship, oldest first."""
    found: dict[int, list[Agreement]] = {one.pk: [] for one in family}
    rows = Agreement.objects.filter(relationship__in=found, in_force_on__isnull=False)
    for row in rows.order_by("relationship", "version"):
        found[row.relationship_id].append(row)
    return found


def seen_in_talk(
    one: Relationship, talk: Iterable[Relationship], came: Iterable[Handover]
) -> list[Relationship]:
    """Give whose coming somebody with this relationship knows of: up to them, and next."""
    with_them = {each.made_id for each in came if each.relationship_id == one.pk}
    return [each for each in talk if each.pk <= one.pk or each.pk in with_them]


def silent(*, today: int) -> QuerySet[Handover, int]:
    """Give every suggestion and ask that nobody has answered for 14 days."""
    waiting = Handover.objects.filter(state__in=(Handed.SUGGESTED, Handed.ASKED))
    due = waiting.filter(asked_on__lte=last_day_to_lapse(today))
    return due.order_by("id").values_list("pk", flat=True)


def accompanied() -> QuerySet[Handover, int]:
    """Give every handover in which a header may have changed who reads."""
    found = Handover.objects.filter(state__in=ACCOMPANIED).order_by("id")
    return found.values_list("pk", flat=True)


def outstanding() -> Outstanding:
    """Count what is open, in one question."""
    rows = Handover.objects.filter(state__in=(Handed.SUGGESTED, *UNDER_WAY)).values("state")
    counts = {row["state"]: row["count"] for row in rows.annotate(count=Count("pk")).order_by()}
    return Outstanding(
        suggested=counts.get(Handed.SUGGESTED, 0),
        asked=counts.get(Handed.ASKED, 0),
        under_way=sum(counts.get(state, 0) for state in ACCOMPANIED),
    )


def waiting_for(person: Account) -> int:
    """Give how many ask somebody to take over or to stand in now."""
    return Handover.objects.filter(to=person, state=Handed.ASKED).count()


def handover_seen_by(person: Account, relationship: Relationship) -> Handover | None:
    """Give what is under way around a relationship of theirs, from either side of it."""
    either = Q(relationship=relationship) | Q(made=relationship)
    found = Handover.objects.filter(either, state__in=ACCOMPANIED)
    three = Q(relationship__client=person) | Q(relationship__specialist=person) | Q(to=person)
    return found.filter(three).select_related("relationship").first()


def handover_with_history(relationship: Relationship) -> Handover | None:
    """Give by which handover somebody reads to whom the client may give of before."""
    either = Q(relationship=relationship) | Q(made=relationship)
    here = Q(state=Handed.TOGETHER) | Q(state=Handed.DONE, made__came=Came.HANDED_OVER)
    found = Handover.objects.filter(either, here, made__state__in=GOING)
    return found.select_related("relationship", "made", "to").order_by("id").last()
