from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from alongside.conversations.actions import forget_expired, sweep_gone
from alongside.conversations.actions.forgetting import AT_ONCE
from alongside.conversations.as_sealed import as_sealed
from alongside.conversations.models import Conversation, Entry, Epoch, Head, Mode, Wrap
from alongside.conversations.rules import last_day_to_forget
from alongside.ground import clock
from alongside.timers.actions import run_due
from pse import frames
from pse.chain import chain_next, chain_start, h_aad, h_box
from pse.entry import ERASE, LEAVE, entry_hashes
from pse.entry import Entry as Sealed
from tests.cast import ask_papers
from tests.stored import store

TODAY = clock.today()
LAST_DAY = TODAY + 31 + 12 * 31


def lines(count, conv, sender, **other):
    """Store so many more lines; what is in a box nobody here can tell."""
    conversation = Conversation.objects.get(ref=conv)
    for _ in range(count):
        head = Head.objects.get(conversation=conversation)
        store(
            frames.Send(
                Sealed(
                    conv=conv,
                    epoch=head.epoch,
                    eh_hash=head.eh_hash,
                    sender=sender,
                    msg_id=head.n.to_bytes(16, "big"),
                    sseq=head.n,
                    seen_n=head.n,
                    seen_h=head.h,
                    **{"kind": 3, "fc": bytes(32), "box": b"\1" + bytes(1_096), **other},
                )
            )
        )


def chain_holds(conv):
    """Whether the hashes that are left still lead to the head."""
    conversation = Conversation.objects.get(ref=conv)
    h = chain_start(conv)
    for entry in Entry.objects.filter(conversation=conversation).order_by("n"):
        aad, box = entry.h_aad, entry.h_box
        if entry.kind == 1:
            header = Epoch.objects.get(conversation=conversation, epoch=entry.epoch)
            aad, box = h_aad(header.eh), h_box(header.eh_sig)
        if entry.kind in (LEAVE, ERASE):
            eh_hash = Epoch.objects.get(conversation=conversation, epoch=entry.epoch).eh_hash
            aad, box = entry_hashes(as_sealed(entry, conv=conv, eh_hash=eh_hash))
        if aad is None:
            return False
        h = chain_next(h, conv=conv, n=entry.n, kind=entry.kind, h_aad=aad, h_box=box)
    return h == Head.objects.get(conversation=conversation).h


def test_what_was_written_is_kept_as_long_as_the_promise_says_and_at_most_a_month_more(talking):
    assert forget_expired(today=LAST_DAY) == 0
    assert Wrap.objects.count() == 2

    assert forget_expired(today=LAST_DAY + 1) == 1
    assert not Wrap.objects.exists()
    assert Epoch.objects.get().forgotten


def test_what_is_forgotten_leaves_only_hashes_and_the_chain_still_holds(talking, ada):
    lines(AT_ONCE * 2 + 3, talking.conv, ada.account.ref)
    assert not chain_holds(talking.conv)

    forget_expired(today=LAST_DAY + 1)

    left = Entry.objects.exclude(kind=1)
    assert left.count() == AT_ONCE * 2 + 4
    assert not left.exclude(box=None, fc=None, msg_id=None, seen_n=None, seen_h=None).exists()
    assert chain_holds(talking.conv)
    assert list(left.order_by("n").values_list("sseq", flat=True)[:3]) == [1, 2, 3]


def test_that_somebody_left_is_told_as_long_as_the_talk_is_there(talking, ada):
    """A reader never finds a leave missing: without it the talk would stand still."""
    lines(2, talking.conv, ada.account.ref)
    lines(1, talking.conv, ada.account.ref, kind=4, fc=b"", box=bytes(72))

    forget_expired(today=LAST_DAY + 1)

    kept = Entry.objects.filter(box__isnull=False).exclude(kind=1)
    assert [entry.kind for entry in kept] == [4]
    assert Epoch.objects.get().forgotten


def test_a_conversation_without_an_end_date_is_not_forgotten(talking):
    Epoch.objects.update(retention=0)

    assert forget_expired(today=LAST_DAY + 9_999) == 0


@pytest.mark.parametrize("retention", range(1, 25))
def test_every_length_of_keeping_runs_out_on_its_day(talking, retention):
    Epoch.objects.update(retention=retention)
    last = TODAY + 31 + retention * 31

    assert forget_expired(today=last) == 0
    assert forget_expired(today=last + 1) == 1
    assert last_day_to_forget(retention, today=last + 1) == TODAY


def test_forgetting_that_was_interrupted_goes_on_where_it_stopped(talking, ada, monkeypatch):
    from alongside.conversations.actions import forgetting

    lines(AT_ONCE + 5, talking.conv, ada.account.ref)
    expired = forgetting._expired(today=LAST_DAY + 1).first()
    assert forgetting._forget_some(expired) is False
    assert not Wrap.objects.exists()
    assert Entry.objects.filter(box__isnull=False, kind__gt=1).exists()

    assert forget_expired(today=LAST_DAY + 1) == 1
    assert forget_expired(today=LAST_DAY + 1) == 0
    assert chain_holds(talking.conv)


def test_what_slipped_in_while_an_ask_was_taken_back_is_swept_away(asked, ada, ben):
    begun = ask_papers(ada, ben)
    ada.room.post(f"/api/relationships/{asked.pk}/withdraw")
    assert ada.room.post("/api/asks", begun.payload).status_code == 201
    Conversation.objects.filter(ref=begun.conv).update(mode=Mode.GONE)
    store(begun.frame)

    assert sweep_gone() == 3
    assert sweep_gone() == 0
    assert not Wrap.objects.exists()
    assert chain_holds(begun.conv)


def test_timers_do_what_is_due_once_and_may_be_run_again(asked, ada):
    later = clock.now() + timedelta(days=14)
    run_due(now=later)
    run_due(now=later)

    asked.refresh_from_db()
    assert (asked.state, asked.ended_on) == ("lapsed", clock.day_of(later))
    assert not Wrap.objects.exists()


def test_the_database_refuses_a_line_that_is_neither_sealed_nor_forgotten(asked):
    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.filter(kind=2).update(box=None)
