"""Taking a step: held until the transaction ends, by the side that may take it."""

from alongside.ground.refusal import Refused
from alongside.people.models import Account
from alongside.relationships import rules
from alongside.relationships.models import EndedBy, Relationship
from alongside.relationships.queries import side_of

BY = {rules.CLIENT: EndedBy.CLIENT, rules.SPECIALIST: EndedBy.SPECIALIST}


class NotNow(Refused):
    """This step cannot be taken from here."""

    code = "not-now"
    words = "That is not possible now. Please look again at where things stand."


def held_for(relationship: Relationship, step: str, *, by: Account) -> Relationship:
    """Hold a relationship until the transaction ends; NotNow unless this side may step so."""
    held = Relationship.objects.select_for_update().get(pk=relationship.pk)
    is_theirs = rules.may_take(step, by=side_of(by, held))
    if not is_theirs or rules.after(held.state, step) is None:
        raise NotNow
    return held
