"""A way back after an end: open while both wish it, and neither learns of one wish alone."""

from django.db import transaction

from alongside.ground.announce import announce
from alongside.people.models import Account
from alongside.people.queries import is_blocked
from alongside.relationships import rules
from alongside.relationships.actions.stepping import NotNow
from alongside.relationships.announcements import BothWishBack
from alongside.relationships.models import Relationship, WayBack
from alongside.relationships.queries import side_of


@transaction.atomic
def wish_back(relationship: Relationship, *, by: Account, wish: bool, today: int) -> None:
    """Say that one would be glad to meet again, or not any more.

    Somebody who is blocked may wish as before: an answer of its own would tell them.
    """
    held = Relationship.objects.select_for_update().get(pk=relationship.pk)
    until = rules.way_back_until(held.ended_on or 0)
    if not rules.may_wish_back(held.state, until=until, today=today):
        raise NotNow
    found, _ = WayBack.objects.get_or_create(relationship=held, defaults={"until_on": until})
    was_both = found.client and found.specialist
    setattr(found, side_of(by, held), wish)
    found.save()
    if not was_both and is_way_back(held.client, held.specialist, today=today):
        announce(BothWishBack(held))


def is_way_back(client: Account, specialist: Account, *, today: int) -> bool:
    """Say whether both wished to meet again, and neither blocked the other since."""
    open_ones = WayBack.objects.filter(
        relationship__client=client,
        relationship__specialist=specialist,
        client=True,
        specialist=True,
        until_on__gte=today,
    )
    return open_ones.exists() and not is_blocked(client, specialist)


def forget_ways_back(*, today: int) -> int:
    """Forget wishes whose last day is over; gives how many."""
    return WayBack.objects.filter(until_on__lt=today).delete()[0]
