"""In what context each line of a log was sealed, also after its words were forgotten."""

from collections.abc import Iterable

from django.db.models import Q

from alongside.conversations.chains import hashes_of
from alongside.conversations.models import Conversation, Entry, Epoch, Member
from alongside.people.models import Account

# Whoever asks names stretches, so that nobody here learns which of their lines was meant.
STRETCH = 32


def contexts_of(
    conv: bytes, *, member: Account, stretches: Iterable[int]
) -> dict[int, bytes] | None:
    """Give h_aad by number, in these stretches of a log this person belongs to; None if none.

    A number that is not among them has never been given to a line.
    """
    conversation = Conversation.objects.filter(
        pk__in=Member.objects.filter(account=member).values("conversation"), ref=conv
    ).first()
    if conversation is None:
        return None
    where = Q(pk__in=[])
    for one in stretches:
        where |= Q(n__range=(one * STRETCH, one * STRETCH + STRETCH - 1))
    headers = {one.epoch: one for one in Epoch.objects.filter(conversation=conversation)}
    found = Entry.objects.filter(where, conversation=conversation).order_by("n")
    return {
        entry.n: hashes_of(entry, conversation.ref, headers.get(entry.epoch))[0]
        for entry in found.iterator(chunk_size=STRETCH)
    }
