"""The only doors to what did not sit right."""

from dataclasses import dataclass

from django.db.models import QuerySet

from alongside.ground.refusal import NotYours
from alongside.keys.queries import name_beside
from alongside.people.models import Account
from alongside.relationships.models import Relationship, State
from alongside.repairs.models import Repair
from alongside.repairs.rules import MOST_OPEN


@dataclass(frozen=True)
class LateReply:
    """What the desk may know of a late reply, where whoever waits wanted that: from whom."""

    days_late: int
    specialist_name: str
    whose: list[Account]


def repairs_of(relationship: Relationship) -> list[Repair]:
    """Give all that is open between two people, oldest first; each has MOST_OPEN at most."""
    found = Repair.objects.filter(relationship=relationship).order_by("id")
    return list(found[: 2 * MOST_OPEN])


def open_count(relationship: Relationship, *, by: Account) -> int:
    """Give how many one of two people has open."""
    return Repair.objects.filter(relationship=relationship, by=by).count()


def repair_of(relationship: Relationship, ref: bytes) -> Repair:
    """Give one that is open between two people, held until the transaction ends; NotYours."""
    held = Repair.objects.select_for_update()
    found = held.filter(relationship=relationship, ref=ref).first()
    if found is None:
        raise NotYours
    return found


def late_replies_at_desk(*, today: int, size: int | None = None) -> list[LateReply]:
    """Give the late replies that the desk was meant to know of, the latest first."""
    late = _late(today=today).annotate(called=name_beside("relationship__specialist"))
    rows = late.select_related("relationship__client", "relationship__specialist")
    return [
        LateReply(
            today - one.due_on,
            one.called or "",
            [one.relationship.client, one.relationship.specialist],
        )
        for one in rows.order_by("due_on", "id")[:size]
    ]


def untold_late(*, today: int) -> list[int]:
    """Give the late replies that the desk was meant to know of, and was not told of yet."""
    return list(_late(today=today).filter(desk_told=False).values_list("pk", flat=True))


def _late(*, today: int) -> QuerySet[Repair]:
    late = Repair.objects.filter(answered=False, tells_desk=True, due_on__lt=today)
    # In a pause nobody can reply.
    return late.filter(relationship__state=State.ACTIVE)
