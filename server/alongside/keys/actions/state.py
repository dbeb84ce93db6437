"""Saving sealed state: compare and set, so that two devices never overwrite each other."""

from django.db import transaction

from alongside.ground.refusal import Refused
from alongside.keys.models import StateIndex, StatePart
from alongside.keys.queries import State, state_of
from alongside.keys.rules import check_state
from alongside.people.models import Account
from pse.refusal import Malformed
from pse.state import Part as PartPaper
from pse.state import State as StatePaper
from pse.state import state_hash_of


class StateMoved(Refused):
    """Another device saved first; the newest state comes with the refusal."""

    code = "state-moved"
    words = "Another of your windows saved first."
    status = 409

    def __init__(self, newest: State) -> None:
        super().__init__()
        self.newest = newest


@transaction.atomic
def save_state(person: Account, state: StatePaper) -> None:
    """Replace the index and the parts that changed; StateMoved unless it follows the newest."""
    check_state(state)
    index = StateIndex.objects.select_for_update().get(account=person)
    is_next = state.ctr == index.ctr + 1 and state.prev == state_hash_of(index.sealed_index)
    if not is_next or state.g != index.g:
        raise StateMoved(state_of(person))
    StateIndex.objects.filter(account=person).update(
        ctr=state.ctr, prev=state.prev, sealed_index=state.box
    )
    for part in state.parts:
        _replace(person, part)


def keep_first_state(person: Account, state: StatePaper) -> None:
    """Store a newcomer's index and all four parts."""
    StateIndex.objects.create(
        account=person, g=state.g, ctr=state.ctr, prev=state.prev, sealed_index=state.box
    )
    StatePart.objects.bulk_create(
        StatePart(account=person, name=part.name, ver=part.ver, sealed_part=part.box)
        for part in state.parts
    )


def _replace(person: Account, part: PartPaper) -> None:
    kept = StatePart.objects.get(account=person, name=part.name)
    if (kept.ver, kept.sealed_part) == (part.ver, part.box):
        return
    if part.ver <= kept.ver:
        raise Malformed("a part that changed has a higher version")
    kept.ver, kept.sealed_part = part.ver, part.box
    kept.save(update_fields=["ver", "sealed_part"])
