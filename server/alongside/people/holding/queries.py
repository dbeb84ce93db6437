"""The doors to holds: whom one is about is asked by timers, all of them by the operator."""

from django.db.models import QuerySet

from alongside.ground.refusal import NotYours
from alongside.people.holding.rules import may_tell
from alongside.people.models import Account, Hold


def in_force(*, today: int) -> QuerySet[Hold]:
    """Give the holds that hold something today."""
    return Hold.objects.filter(lifted_on=None, until_on__gt=today)


def held_people(*, today: int) -> QuerySet[Hold, int]:
    """Give the accounts about whom something is held, for a question that leaves them out."""
    return in_force(today=today).values_list("account_id", flat=True)


def holds() -> list[Hold]:
    """Give every hold that is remembered, the one that ends first at the top."""
    return list(Hold.objects.select_related("account").order_by("until_on", "id"))


def hold_numbered(number: int) -> Hold:
    """Give one, held until the transaction ends; NotYours else."""
    found = Hold.objects.select_for_update(of=("self",)).select_related("account")
    hold = found.filter(pk=number).first()
    if hold is None:
        raise NotYours
    return hold


def told_until(person: Account, *, today: int) -> int | None:
    """Give until when something is held about somebody, if they may know; else None."""
    mine = in_force(today=today).filter(account=person)
    days = [one.until_on for one in mine if may_tell(one.silent_until, today=today)]
    return max(days, default=None)
