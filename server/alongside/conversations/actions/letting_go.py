"""Who talked with whom is forgotten too: two years after the end, once no word is left.

What was said goes by its own time, often earlier. Until then the other may still read; so a
talk without an end of its own stays until whoever asked closes their place.
"""

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from alongside.conversations.actions.forgetting import hold
from alongside.conversations.models import Conversation, Epoch, Mode
from alongside.conversations.rules import last_day_to_let_go
from alongside.ground.held import unheld
from alongside.people.holding.queries import held_people
from alongside.people.models import Block
from alongside.relationships.actions import forget_relationship
from alongside.relationships.models import OVER, Agreement, Handover, Invite, Relationship

# The timers come again in ten minutes.
AT_ONCE = 50
_OWN = (Conversation, Handover, Invite, Agreement)


def forget_old_relationships(*, today: int) -> int:
    """Forget that two people talked, one pair at a time; gives how many."""
    due = list(_due(today=today).order_by("pk")[:AT_ONCE])
    return sum(_forget(one, today=today) for one in due)


@transaction.atomic
def _forget(relationship: Relationship, *, today: int) -> bool:
    """Somebody may have asked to keep it since it was listed."""
    mine = Relationship.objects.select_for_update().filter(pk=relationship.pk)
    if not mine.exists() or not _due(today=today).filter(pk=relationship.pk).exists():
        return False
    theirs = Conversation.objects.filter(relationship=relationship).order_by("-pk")
    for conversation in theirs:
        hold(conversation.pk)
    theirs.update(continues=None)
    theirs.delete()
    forget_relationship(relationship)
    return True


def _due(*, today: int) -> QuerySet[Relationship]:
    last = last_day_to_let_go(today=today)
    over = Relationship.objects.filter(state__in=OVER).annotate(
        last_day=Coalesce("ended_on", "asked_on")
    )
    # Whom it was handed over to goes first, and takes along that it was.
    handed_on = Handover.objects.filter(relationship=OuterRef("pk"), made__isnull=False)
    # Whoever blocked somebody can take it back as long as the block stands.
    blocked = Block.objects.filter(
        Q(blocker=OuterRef("client"), blocked=OuterRef("specialist"))
        | Q(blocker=OuterRef("specialist"), blocked=OuterRef("client"))
    )
    # What a court asked to keep, of what the server can read.
    held = held_people(today=today)
    kept = Q(client__in=held) | Q(specialist__in=held)
    old = over.filter(last_day__lte=last).exclude(Exists(handed_on)).exclude(Exists(blocked))
    old = old.exclude(kept)
    return unheld(old.exclude(Exists(_that_stay(OuterRef("pk")))), but=_OWN)


def _that_stay(relationship: OuterRef) -> QuerySet[Conversation]:
    """Talks with words left, or that something else still needs."""
    left = Epoch.objects.filter(conversation=OuterRef("pk"), forgotten=False)
    needed_by_another = Conversation.objects.filter(continues=OuterRef("pk")).exclude(
        relationship=F("continues__relationship")
    )
    free = unheld(Conversation.objects.all(), but=(Conversation,)).values("pk")
    theirs = Conversation.objects.filter(relationship=relationship)
    return theirs.filter(
        (~Q(mode=Mode.GONE) & Exists(left)) | Exists(needed_by_another) | ~Q(pk__in=free)
    )
