"""A line that was taken back: after 14 days nobody can open it, and nothing else is touched."""

import pytest

from alongside.conversations.actions import forget_expired, forget_taken_back
from alongside.conversations.actions.forgetting import AT_ONCE
from alongside.conversations.models import Conversation, Entry, Head, TakenBack
from alongside.ground import clock
from pse import frames
from pse.entry import Entry as Sealed
from pse.entry import Target, entry_hashes, sign_erase
from tests.conversations.test_forgetting import chain_holds, lines
from tests.stored import store

TODAY = clock.today()


def written(conv):
    entries = Entry.objects.select_related("conversation").filter(
        conversation__ref=conv, kind=3
    )
    return list(entries.order_by("n"))


def target(entry):
    return Target(entry.n, bytes(entry.msg_id), entry_hashes(stored_as(entry))[1])


def stored_as(entry):
    head = Head.objects.get(conversation=entry.conversation_id)
    return Sealed(
        entry.kind, entry.conversation.ref, entry.epoch, head.eh_hash, entry.sender,
        entry.msg_id, entry.sseq, entry.seen_n, entry.seen_h, entry.fc, entry.box,
    )  # fmt: skip


def take_back(member, conv, entries, *, key=None):
    """Store what the wire stores of an erase."""
    conversation = Conversation.objects.get(ref=conv)
    head = Head.objects.get(conversation=conversation)
    draft = Sealed(
        5, conv, head.epoch, head.eh_hash, member.account.ref, head.n.to_bytes(16, "little"),
        head.n, head.n, head.h, b"", b"",
    )  # fmt: skip
    made = sign_erase(
        draft, ik_seed=key or member.person.ik_seed, targets=[target(each) for each in entries]
    )
    store(frames.Send(made))
    for each in entries:
        TakenBack.objects.create(
            conversation=conversation, n=each.n, by_n=head.n + 1, on_day=TODAY
        )


def test_a_line_taken_back_goes_when_fourteen_whole_days_are_over(talking, ada):
    lines(3, talking.conv, ada.account.ref)
    _, second, _ = written(talking.conv)
    take_back(ada, talking.conv, [second])

    assert forget_taken_back(today=TODAY + 14) == 0
    assert forget_taken_back(today=TODAY + 15) == 1

    gone = Entry.objects.get(conversation=second.conversation_id, n=second.n)
    assert (gone.box, gone.msg_id, gone.fc) == (None, None, None)
    assert Entry.objects.filter(box__isnull=False, kind=3).count() == 2
    assert not TakenBack.objects.exists()
    forget_expired(today=TODAY + 9_999)
    assert chain_holds(talking.conv)


def test_many_lines_go_in_short_steps(talking, ada):
    lines(AT_ONCE + 5, talking.conv, ada.account.ref)
    found = written(talking.conv)
    for start in range(0, len(found), 32):
        take_back(ada, talking.conv, found[start : start + 32])

    assert forget_taken_back(today=TODAY + 15) == AT_ONCE + 5
    assert forget_taken_back(today=TODAY + 15) == 0


def test_nothing_goes_that_no_reader_would_believe(talking, ada, ben):
    lines(2, talking.conv, ada.account.ref)
    first, second = written(talking.conv)
    take_back(ada, talking.conv, [first], key=ben.person.ik_seed)
    TakenBack.objects.create(
        conversation=second.conversation, n=second.n, by_n=first.n, on_day=TODAY
    )

    assert forget_taken_back(today=TODAY + 15) == 0
    assert not TakenBack.objects.exists()
    assert Entry.objects.filter(kind=3, box__isnull=False).count() == 2


@pytest.mark.parametrize("kind", [1, 2])
def test_hellos_and_headers_never_go_that_way(talking, ada, kind):
    entry = Entry.objects.select_related("conversation").get(kind=kind)
    conversation = entry.conversation
    lines(1, talking.conv, ada.account.ref)
    take_back(ada, talking.conv, written(talking.conv))
    TakenBack.objects.filter(conversation=conversation).update(n=entry.n)

    assert forget_taken_back(today=TODAY + 15) == 0
    assert Entry.objects.get(conversation=conversation, n=entry.n).box is not None
