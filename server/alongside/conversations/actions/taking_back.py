"""Lines that were taken back: after 14 days their boxes go, and two hashes stay."""

from collections.abc import Iterator

from django.db import transaction

from alongside.conversations.actions.forgetting import AT_ONCE, empty, hold
from alongside.conversations.as_sealed import as_sealed
from alongside.conversations.models import Entry, Epoch, Member, TakenBack
from alongside.conversations.rules import last_day_taken_back
from alongside.keys.models import KeyRecord
from pse.entry import ERASE, MESSAGE, Target, verify_erase
from pse.pae import labelled
from pse.refusal import Refused


def forget_taken_back(*, today: int) -> int:
    """Let go of every line that was taken back long enough ago; gives how many boxes."""
    gone = 0
    last_day = last_day_taken_back(today=today)
    while (
        due := TakenBack.objects.filter(on_day__lte=last_day).order_by("pk").first()
    ) is not None:
        gone += _forget_some(due.conversation_id, last_day=last_day)
    return gone


@transaction.atomic
def _forget_some(conversation_id: int, *, last_day: int) -> int:
    """Take one step in one conversation: the boxes go, and the rows that named them."""
    hold(conversation_id)
    due = TakenBack.objects.filter(conversation=conversation_id, on_day__lte=last_day)
    rows = list(due.order_by("n")[:AT_ONCE])
    numbers = [row.n for row in rows if _is_named(row)]
    entries = Entry.objects.filter(conversation=conversation_id, n__in=numbers, kind=MESSAGE)
    full = entries.filter(box__isnull=False).select_related("conversation").order_by("n")
    emptied = empty(full)
    TakenBack.objects.filter(
        conversation=conversation_id, n__in=[row.n for row in rows]
    ).delete()
    return emptied


def _is_named(row: TakenBack) -> bool:
    """Say whether the entry that takes a line back is one that every reader will accept."""
    found = Entry.objects.select_related("conversation").filter(kind=ERASE, box__isnull=False)
    erase = found.filter(conversation=row.conversation_id, n=row.by_n).first()
    if erase is None:
        return False
    return any(target.n == row.n for target in _targets(erase))


def _targets(erase: Entry) -> tuple[Target, ...]:
    epoch = Epoch.objects.get(conversation=erase.conversation_id, epoch=erase.epoch)
    sealed = as_sealed(erase, conv=erase.conversation.ref, eh_hash=epoch.eh_hash)
    for ik in _keys_in(epoch, erase):
        try:
            return verify_erase(sealed, ik=ik)
        except Refused:
            continue
    return ()


def _keys_in(epoch: Epoch, erase: Entry) -> Iterator[bytes]:
    """Give the key that the epoch's header names for this writer."""
    members = Member.objects.filter(conversation=erase.conversation_id).order_by("id")
    for role in members.filter(account__ref=erase.sender).values_list("role", flat=True):
        records = KeyRecord.objects.filter(account__ref=erase.sender).order_by("-gen")
        for record in records:
            if labelled("pse1/member", erase.sender, record.kr_hash, role) in epoch.eh:
                yield record.ik
