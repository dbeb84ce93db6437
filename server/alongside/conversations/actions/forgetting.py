"""Forgetting: keys first, then boxes. What stays are the hashes that keep the chain whole."""

from collections.abc import Sequence

from django.db import connection, transaction
from django.db.models import Q, QuerySet

from alongside.conversations.as_sealed import as_sealed
from alongside.conversations.models import Conversation, Entry, Epoch, Head, Mode, Wrap
from alongside.conversations.rules import last_day_to_forget
from pse.entry import HEADER, entry_hashes

# One transaction stays short enough that nobody who writes notices it.
AT_ONCE = 50
# Row by row in plain SQL: one statement with fifty cases in it takes ten times as long.
_TAKE_AWAY = """
    UPDATE conversations_entry
    SET msg_id = NULL, seen_n = NULL, seen_h = NULL, fc = NULL, box = NULL,
        h_aad = %s, h_box = %s
    WHERE conversation_id = %s AND n = %s
"""
LONGEST_RETENTION = 24


def forget_expired(*, today: int) -> int:
    """Forget every epoch whose time has run out, in short steps; gives how many epochs."""
    forgotten = 0
    while (epoch := _expired(today=today).first()) is not None:
        forgotten += _forget_some(epoch)
    return forgotten


def sweep_gone() -> int:
    """Empty what is left of conversations that are gone; gives how many boxes there were."""
    emptied = 0
    while (some := _sweep_some()) > 0:
        emptied += some
    return emptied


def destroy(conversation: Conversation) -> int:
    """Delete every wrap of a conversation and its first boxes; gives how many wraps.

    Long ones are emptied to the end by `sweep_gone`; without wraps nobody opens them.
    """
    _hold(conversation.pk)
    wraps, _ = Wrap.objects.filter(conversation=conversation).delete()
    _empty(_full(conversation.pk)[:AT_ONCE])
    return wraps


@transaction.atomic
def _forget_some(epoch: Epoch) -> bool:
    """Forget one step further; True when the epoch is forgotten to the end."""
    _hold(epoch.conversation_id)
    Wrap.objects.filter(conversation=epoch.conversation_id, epoch=epoch.epoch).delete()
    in_epoch = _full(epoch.conversation_id).filter(epoch=epoch.epoch)
    if _empty(in_epoch[:AT_ONCE]) == AT_ONCE:
        return False
    return Epoch.objects.filter(pk=epoch.pk, forgotten=False).update(forgotten=True) > 0


@transaction.atomic
def _sweep_some() -> int:
    """Empty one step of one conversation that is gone."""
    gone = Q(conversation__mode=Mode.GONE)
    left = Entry.objects.filter(gone, box__isnull=False).exclude(kind=HEADER)
    wraps = Wrap.objects.filter(gone).values_list("conversation_id", flat=True)
    one = left.values_list("conversation_id", flat=True).first() or wraps.first()
    if one is None:
        return 0
    _hold(one)
    deleted, _ = Wrap.objects.filter(conversation=one).delete()
    return deleted + _empty(_full(one)[:AT_ONCE])


def _expired(*, today: int) -> QuerySet[Epoch]:
    run_out = Q()
    for retention in range(1, LONGEST_RETENTION + 1):
        day = last_day_to_forget(retention, today=today)
        run_out |= Q(retention=retention, day__lte=day)
    found = Epoch.objects.filter(run_out, forgotten=False)
    return found.order_by("conversation_id", "epoch")


def _hold(conversation_id: int) -> None:
    """Let the relay wait: it holds the same row while it stores."""
    Head.objects.select_for_update().filter(pk=conversation_id).first()


def _full(conversation_id: int) -> QuerySet[Entry]:
    full = Entry.objects.filter(conversation=conversation_id, box__isnull=False)
    return full.exclude(kind=HEADER).select_related("conversation").order_by("n")


def _empty(entries: QuerySet[Entry]) -> int:
    """Take the boxes away and leave the two hashes of each."""
    full = list(entries)
    headers = _header_hashes(full)
    rows = [(*_hashes(one, headers), one.conversation_id, one.n) for one in full]
    with connection.cursor() as cursor:
        cursor.executemany(_TAKE_AWAY, rows)
    return len(full)


def _header_hashes(entries: Sequence[Entry]) -> dict[tuple[int, int], bytes]:
    ids = {entry.conversation_id for entry in entries}
    epochs = Epoch.objects.filter(conversation__in=ids).order_by("conversation_id", "epoch")
    return {(one.conversation_id, one.epoch): one.eh_hash for one in epochs}


def _hashes(entry: Entry, headers: dict[tuple[int, int], bytes]) -> tuple[bytes, bytes]:
    eh_hash = headers[entry.conversation_id, entry.epoch]
    return entry_hashes(as_sealed(entry, conv=entry.conversation.ref, eh_hash=eh_hash))
