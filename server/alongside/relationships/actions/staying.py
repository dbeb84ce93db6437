"""Until which day the one before stays on, once somebody else has come: a day, and no clock."""

from django.db import transaction

from alongside.ground.announce import announce
from alongside.ground.refusal import NotYours, Refused
from alongside.people.models import Account
from alongside.relationships import handing
from alongside.relationships.actions.stepping import NotNow
from alongside.relationships.announcements import StayNamed
from alongside.relationships.models import ACCOMPANIED, Handover, HandoverKind, Relationship
from alongside.relationships.queries import side_of
from alongside.relationships.rules import CLIENT


class NotAStay(Refused):
    """A day that is past, or too far away to be of any help."""

    code = "not-a-stay"
    words = "Please choose a day in the next eight weeks."


@transaction.atomic
def stay_until(
    relationship: Relationship, *, until_on: int | None, by: Account, today: int
) -> None:
    """Let the client name the day on which their room asks them whether the one before goes.

    Nobody is removed on it: who reads is what the client's own header says, before and after.
    """
    held = Relationship.objects.select_for_update().get(pk=relationship.pk)
    if side_of(by, held) != CLIENT:
        raise NotYours
    under_way = Handover.objects.select_for_update().filter(
        relationship=held, kind=HandoverKind.HANDOVER, state__in=ACCOMPANIED
    )
    found = under_way.first()
    if found is None:
        raise NotNow
    if not handing.is_stay(until_on, today=today):
        raise NotAStay
    if found.until_on == until_on:
        return
    found.until_on = until_on
    found.save(update_fields=["until_on"])
    announce(StayNamed(found))
