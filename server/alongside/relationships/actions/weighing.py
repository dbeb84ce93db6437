"""A specialist says, for themselves alone, how heavy it is to walk with somebody."""

from django.db import transaction

from alongside.ground.refusal import NotYours
from alongside.people.models import Account
from alongside.relationships.actions.stepping import NotNow
from alongside.relationships.models import GOING, Came, Relationship
from alongside.relationships.queries import side_of
from alongside.relationships.rules import SPECIALIST
from alongside.relationships.weights import WEIGHTS


@transaction.atomic
def weigh(relationship: Relationship, weight: int, *, by: Account) -> None:
    """Keep a weight; NotYours for the client, NotNow where nobody has a place."""
    held = Relationship.objects.select_for_update().get(pk=relationship.pk)
    if side_of(by, held) != SPECIALIST:
        raise NotYours
    if held.state not in GOING or held.came == Came.STANDS_IN or weight not in WEIGHTS:
        raise NotNow
    held.weight = weight
    held.save(update_fields=["weight"])
