"""The only doors to relationships."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import (
    Count,
    ExpressionWrapper,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from alongside.ground.refusal import NotYours
from alongside.people.models import Account
from alongside.relationships.announcements import Ended, HandoverDone, HandoverOver
from alongside.relationships.models import (
    GOING,
    Came,
    Invite,
    Pause,
    Plan,
    Relationship,
    State,
    WayBack,
)
from alongside.relationships.rules import (
    CLIENT,
    SPECIALIST,
    last_day_to_lapse,
    last_no_that_is_over,
    rests_until,
)
from alongside.relationships.weights import LEAST_TOLD, places


def of_person(person: Account) -> QuerySet[Relationship]:
    """Give everything that is or was between a person and others, newest first."""
    mine = Relationship.objects.filter(Q(client=person) | Q(specialist=person))
    return mine.select_related("client", "specialist").order_by("-id")


def parted(gone: Ended | HandoverDone | HandoverOver) -> list[Relationship]:
    """Give what ended with an end, a handover, or the end of a stand-in's time."""
    if isinstance(gone, Ended):
        return [gone.relationship]
    either = (gone.handover.relationship, gone.handover.made)
    return [one for one in either if one is not None and one.state == State.ENDED]


def relationship_of(person: Account, *, id: int) -> Relationship:
    """Give one relationship to someone who is part of it; NotYours else."""
    found = of_person(person).filter(pk=id).first()
    if found is None:
        raise NotYours
    return found


def side_of(person: Account, relationship: Relationship) -> str:
    """Say which side of a relationship a person is on."""
    return CLIENT if relationship.client_id == person.pk else SPECIALIST


def other_of(person: Account, relationship: Relationship) -> Account:
    """Give the other person."""
    is_client = relationship.client_id == person.pk
    return relationship.specialist if is_client else relationship.client


def loads_of(people: Iterable[Account]) -> dict[int, int]:
    """Give how many places each specialist's people take now, in one question."""
    ids = [person.pk for person in people]
    active = _with_a_place().filter(specialist__in=ids)
    rows = active.values("specialist_id").annotate(halves=Sum("weight")).order_by()
    return {row["specialist_id"]: places(row["halves"]) for row in rows}


def load_of(specialist: Account) -> int:
    """Give how many places a specialist's people take now."""
    return loads_of([specialist]).get(specialist.pk, 0)


def weights_of(specialist: Account) -> dict[int, int]:
    """Give how heavy each relationship with a place is, for its specialist alone."""
    mine = _with_a_place().filter(specialist=specialist).order_by("id")
    return dict(mine.values_list("id", "weight"))


def load_beside(specialist: str) -> Combinable:
    """Give, beside each row, what its specialist carries, as weights.told has it."""
    active = _with_a_place().filter(specialist=OuterRef(specialist))
    each = active.order_by().values("specialist")
    taken = ExpressionWrapper((Sum("weight") + 1) / 2, output_field=IntegerField())
    several = each.annotate(people=Count("pk"), taken=taken).filter(people__gte=LEAST_TOLD)
    people = each.annotate(people=Count("pk"))
    return Coalesce(_number(several.values("taken")), _number(people.values("people")), 0)


def _number(counted: QuerySet[Any, Any]) -> Subquery:
    return Subquery(counted, output_field=IntegerField())


def _with_a_place() -> QuerySet[Relationship]:
    """Standing in takes no place."""
    return Relationship.objects.filter(state__in=GOING).exclude(came=Came.STANDS_IN)


def no_rests_until(relationship: Relationship) -> int | None:
    """Give the day from which a client may ask again after this no; None if it is none."""
    if relationship.has_specialist_gone:
        return None
    days = int(settings.ASK_AGAIN_DAYS)
    return rests_until(relationship.state, relationship.ended_on, days=days)


def rest_days_of(
    client: Account, specialists: Iterable[Account], *, today: int
) -> dict[int, int]:
    """Give who of them said no to a client so lately that it rests, and from when not."""
    since = last_no_that_is_over(today, days=int(settings.ASK_AGAIN_DAYS))
    said_no = Relationship.objects.filter(
        client=client, specialist__in=specialists, state=State.DECLINED, ended_on__gt=since
    )
    days = ((one.specialist_id, no_rests_until(one)) for one in said_no.order_by("ended_on"))
    return {pk: day for pk, day in days if day is not None}


def asked() -> QuerySet[Relationship]:
    """Give every ask that waits for an answer, oldest first."""
    waiting = Relationship.objects.filter(state=State.ASKED)
    return waiting.select_related("specialist").order_by("asked_on", "id")


def silent_asks(*, today: int) -> QuerySet[Relationship]:
    """Give every ask that nobody has answered for 14 days, oldest first."""
    return asked().filter(asked_on__lte=last_day_to_lapse(today))


def invites_of(specialist: Account) -> QuerySet[Invite]:
    """Give a specialist's invites, those that end last first."""
    mine = Invite.objects.filter(specialist=specialist).select_related("used_by")
    return mine.order_by("-ends_on", "-id")


def open_invites(*, today: int) -> QuerySet[Invite]:
    """Give every invite that can still be used."""
    return Invite.objects.filter(used_by=None, ends_on__gte=today).order_by("id")


def invites_that_led_to(page: Iterable[Relationship]) -> dict[int, Invite]:
    """Give the invite by which a relationship began, where there was one, in one question."""
    found = Invite.objects.filter(used_by__in=[one.pk for one in page]).order_by("id")
    return {one.used_by_id: one for one in found if one.used_by_id is not None}


def who_ask_now() -> QuerySet[Relationship, int]:
    """Give the clients whose ask waits for an answer."""
    return Relationship.objects.filter(state=State.ASKED).values_list("client_id", flat=True)


def pairs_of(clients: QuerySet[Any, Any]) -> list[tuple[int, int]]:
    """Give (client, specialist) of all that is or was between these clients and others."""
    found = Relationship.objects.filter(client__in=clients)
    return list(found.values_list("client_id", "specialist_id"))


def between(one: Account, other: Account, *, held: Relationship) -> list[Relationship]:
    """Give all that is or was between two people, either way round; `held` is among them."""
    ours = Q(client=one, specialist=other) | Q(client=other, specialist=one)
    return list(Relationship.objects.filter(ours | Q(pk=held.pk)).order_by("id"))


def pause_of(relationship: Relationship) -> Pause | None:
    """Give the last pause of a relationship."""
    return Pause.objects.filter(relationship=relationship).first()


def pauses_due(*, today: int) -> QuerySet[Pause, int]:
    """Give the relationships whose pause ends today, the oldest first."""
    due = Pause.objects.filter(over_on=None, until_on__lte=today).order_by("until_on", "id")
    return due.values_list("relationship_id", flat=True)


def plan_of(relationship: Relationship) -> Plan | None:
    """Give until when two people mean to walk together, if one of them said so."""
    return Plan.objects.filter(relationship=relationship).first()


@dataclass(frozen=True)
class Life:
    """What goes with a relationship on its way: a pause, a plan, a way back."""

    pause: Pause | None = None
    plan: Plan | None = None
    way_back: WayBack | None = None


def lives_of(page: Iterable[Relationship]) -> dict[int, Life]:
    """Give the pause, the plan and the way back of each, in three questions."""
    ids = [one.pk for one in page]
    pauses = {one.relationship_id: one for one in Pause.objects.filter(relationship__in=ids)}
    of_page = Plan.objects.filter(relationship__in=ids).select_related("relationship")
    plans = {one.relationship_id: one for one in of_page}
    back = {one.relationship_id: one for one in WayBack.objects.filter(relationship__in=ids)}
    return {pk: Life(pauses.get(pk), plans.get(pk), back.get(pk)) for pk in ids}
