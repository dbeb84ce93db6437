"""The desk's part: look for matches, and approve or drop each proposal."""

from django.db import transaction

from alongside.ground.refusal import Refused
from alongside.matching.models import Apart, Proposal, Step
from alongside.matching.queries import drafted, places, sides
from alongside.matching.rules.planning import STABLE, can_balance, plan
from alongside.notices.actions import owe_person


class NotFreeNow(Refused):
    """The specialist of a proposal has no room any more."""

    code = "not-free"
    words = "This person has no room for someone new now. Please look for matches again."


class NeedsExtra(Refused):
    """Balancing the load needs software that is not installed here."""

    code = "needs-extra"
    words = "This way needs one more part of the software. Whoever runs it can add it."


@transaction.atomic
def look_for_matches(*, seed: int, today: int, way: str = STABLE) -> int:
    """Draw up proposals for everyone without one; nobody sees them before the desk says yes."""
    if way != STABLE and not can_balance():
        raise NeedsExtra
    Proposal.objects.filter(step=Step.DRAFTED).delete()
    both = sides(today=today)
    found = plan(both.waiting, both.places, seed=seed, way=way)
    made = [
        Proposal(
            wish_id=match.waiting.id,
            specialist_id=match.place.id,
            step=Step.DRAFTED,
            since_on=today,
        )
        for match in found
    ]
    Proposal.objects.bulk_create(made)
    return len(made)


@transaction.atomic
def approve(id: int, *, today: int) -> None:
    """Put a proposal before the specialist, if there is still room."""
    proposal = drafted(id)
    room = {place.id: place.room for place in places(today=today)}
    if room.get(proposal.specialist_id, 0) < 1:
        raise NotFreeNow
    moved = Proposal.objects.filter(pk=proposal.pk, step=Step.DRAFTED)
    if moved.update(step=Step.OFFERED, since_on=today):
        owe_person(proposal.specialist)


@transaction.atomic
def drop(id: int) -> None:
    """Take a draft away; the same two are not proposed again for this wish."""
    proposal = drafted(id)
    Apart.objects.get_or_create(wish_id=proposal.wish_id, specialist_id=proposal.specialist_id)
    proposal.delete()
