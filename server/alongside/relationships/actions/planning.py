"""How long two people mean to walk together: said at the beginning or later, moved by both."""

from django.db import transaction

from alongside.ground.announce import announce
from alongside.ground.refusal import Refused
from alongside.people.models import Account
from alongside.relationships import rules
from alongside.relationships.actions.stepping import BY, NotNow
from alongside.relationships.announcements import EndPlanned
from alongside.relationships.models import EndedBy, Plan, Relationship
from alongside.relationships.queries import side_of


class NotAPlan(Refused):
    """A day that lies behind, or too far ahead to be a plan."""

    code = "not-a-plan"
    words = "Please choose a day from today on, within the next three years."


@transaction.atomic
def plan(relationship: Relationship, *, by: Account, ends_on: int | None, today: int) -> None:
    """Say until when; sooner counts at once, later (or no day) once the other says the same."""
    held = _held(relationship)
    if not rules.is_a_plan(ends_on, today=today):
        raise NotAPlan
    side = BY[side_of(by, held)]
    found = Plan.objects.select_for_update().filter(relationship=held).first()
    if found is None:
        found = Plan(relationship=held, ends_on=None, set_by=side)
    if found.pk is not None and found.ends_on == ends_on:
        _no_wish(found)
        found.save()
        return
    if rules.is_sooner(ends_on, now=found.ends_on) or _is_wish_of_other(found, ends_on, side):
        _set(found, ends_on, side)
        announce(EndPlanned(held, found))
        return
    if found.ends_on is not None:
        found.wished_by, found.wished_ends_on = side, ends_on
        found.save()


@transaction.atomic
def drop_wish(relationship: Relationship, *, by: Account) -> None:
    """Take back a wish for more time, or say no to it; what stands, stands."""
    found = _plan_of(_held(relationship))
    _no_wish(found)
    found.save()


@transaction.atomic
def put_reminder_away(relationship: Relationship, *, by: Account, weeks: int) -> None:
    """Be told of this reminder no more; the other's are theirs."""
    held = _held(relationship)
    found = _plan_of(held)
    if weeks not in rules.REMINDERS:
        raise NotNow
    field = f"{side_of(by, held)}_heard"
    setattr(found, field, weeks)
    found.save(update_fields=[field])


def _held(relationship: Relationship) -> Relationship:
    held = Relationship.objects.select_for_update().get(pk=relationship.pk)
    if not rules.may_plan(held.state):
        raise NotNow
    return held


def _plan_of(held: Relationship) -> Plan:
    found = Plan.objects.select_for_update().filter(relationship=held).first()
    if found is None:
        raise NotNow
    return found


def _is_wish_of_other(found: Plan, ends_on: int | None, side: EndedBy) -> bool:
    return found.wished_by not in (None, side) and found.wished_ends_on == ends_on


def _set(found: Plan, ends_on: int | None, side: EndedBy) -> None:
    found.ends_on, found.set_by = ends_on, side
    found.client_heard = found.specialist_heard = None
    _no_wish(found)
    found.save()


def _no_wish(found: Plan) -> None:
    found.wished_by = found.wished_ends_on = None
