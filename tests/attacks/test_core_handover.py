"""Attack 25: nobody hands Ada's conversation over but Ada."""

from dataclasses import replace

import pytest

from pse import frames
from pse.endorsement import is_in_force
from pse.epoch import Member
from pse.grant import sign_grant
from pse.granted import grant_in, granted_of
from pse.key_record import kr_hash_of
from pse.readers import bring_in, grant_history, let_go
from pse.refusal import Left, Trouble
from pse.signing import sign
from pse.talking import conversation_of, turn, write_body_of, write_line
from pse.vectors.handovers import handed_over, joined, room_of_three
from pse.vectors.scene import DAY, NOON, SENTENCES, asked, newcomer

LEA = "finn"


@pytest.fixture
def lea():
    return newcomer(LEA).person


@pytest.fixture
def here():
    return asked(chance_name="attack 25")


@pytest.fixture
def records(here, lea):
    return {**here.records, lea.account_id: lea.record}


def opened(here, who):
    return room_of_three(here, who).read(here.ledger)


def taken(room, posted):
    wrap = posted.wraps.get(room.person.account_id, b"")
    head = frames.Head(posted.header.conv, posted.header.n, posted.header, posted.eh_sig, wrap)
    return room.conversation.take(head)


@pytest.mark.parametrize("victim", ["ada", "ben"])
def test_25_ben_cannot_bring_somebody_in_nor_put_somebody_in_his_place(
    here, lea, records, victim
):
    bens = opened(here, here.ben).conversation
    for instead_of in (None, here.ben.account_id, here.ada.account_id):
        posted = bring_in(
            here.ben, bens, lea.record, records=records, day=DAY, instead_of=instead_of
        )
        room = opened(here, getattr(here, victim))
        with pytest.raises(Trouble):
            taken(room, posted)
        with pytest.raises(Trouble):
            write_line(room.person, room.conversation, "not sent", ts=NOON)


def test_25_a_header_of_adas_signed_by_others_is_refused(here, lea, records):
    posted = bring_in(
        here.ada, opened(here, here.ada).conversation, lea.record, records=records, day=DAY
    )
    for by in (here.ben, lea):
        signed = replace(posted, eh_sig=sign(by.ik_seed, b"anything at all"))
        with pytest.raises(Trouble):
            taken(opened(here, here.ada), signed)


def test_25_who_the_programme_does_not_stand_behind_on_that_day_is_refused(here, lea, records):
    word = lea.endorsed(b"r" * 32, display_name="Lea", from_day=DAY, days=10, serial=1)

    def behind(row: Member, day: int) -> bool:
        is_theirs = row == Member(lea.account_id, kr_hash_of(lea.record), 2)
        return is_theirs and is_in_force(word, day=day)

    adas = opened(here, here.ada).conversation
    for day, is_taken in ((DAY + 10, True), (DAY + 11, False)):
        posted = bring_in(here.ada, adas, lea.record, records=records, day=day)
        conversation = conversation_of(
            here.ben, conv=here.begun.conv, rand=here.begun.rand, sentences=SENTENCES,
            people={**here.people, lea.account_id: list(lea.records)}, today=DAY,
            behind=behind,
        )  # fmt: skip
        for frame in here.ledger.follow(here.ben.account_id):
            conversation.take(frame)
        head = frames.Head(
            posted.header.conv, posted.header.n, posted.header, posted.eh_sig,
            posted.wraps[here.ben.account_id],
        )  # fmt: skip
        if is_taken:
            conversation.take(head)
        else:
            with pytest.raises(Trouble):
                conversation.take(head)


def test_25_after_she_let_him_go_ben_opens_nothing_and_his_room_writes_nothing():
    here, _ = handed_over()
    ben = room_of_three(here, here.ben)
    for frame in here.ledger.follow(here.ben.account_id):
        ben.conversation.take(frame)
    assert ben.conversation.headers.newest.epoch_key is None
    with pytest.raises(Left):
        write_line(here.ben, ben.conversation, "after all", ts=NOON)


def test_25_what_he_writes_later_all_the_same_stops_the_conversation(here, lea, records):
    ada, ben = opened(here, here.ada), opened(here, here.ben)
    for posted in (bring_in(here.ada, ada.conversation, lea.record, records=records, day=DAY),):
        here.ledger.store(posted)
        for room in (ada, ben):
            room.take(here.ledger)
    late = write_line(here.ben, ben.conversation, "one more thing", ts=NOON)
    here.ledger.store(
        let_go(here.ada, ada.conversation, here.ben.account_id, records=records, day=DAY)
    )
    ada.take(here.ledger)
    here.ledger.store(late)
    with pytest.raises(Trouble, match="not a member"):
        ada.take(here.ledger)


@pytest.fixture
def granting(here, lea, records):
    """Ada's room with Lea in it and two stretches of before; nothing granted yet."""
    ada = opened(here, here.ada)
    here.ledger.store(turn(here.ada, ada.conversation, records=records, day=DAY))
    ada.take(here.ledger)
    bring = bring_in(here.ada, ada.conversation, lea.record, records=records, day=DAY)
    here.ledger.store(bring)
    ada.take(here.ledger)
    return ada


def lea_reads(here, lea, sent, wraps):
    """What she holds of epochs 0 and 1 when these wraps and this entry are served to her."""
    numbers = {head.header.epoch: head.n for head in here.ledger.heads()}
    for epoch, wrap in wraps.items():
        n = numbers[epoch]
        here.ledger.wraps[n] = {**here.ledger.wraps[n], lea.account_id: wrap}
    here.ledger.store(sent)
    room = room_of_three(here, lea)
    lines = [line for frame in joined(here, lea) for line in room.conversation.take(frame)]
    known = [room.conversation.headers.numbered(epoch) for epoch in (0, 1)]
    return lines[-1], [one.epoch_key is not None for one in known]


def test_25_an_honest_grant_opens_exactly_what_it_says(here, lea, granting):
    sent, wraps = grant_history(here.ada, granting.conversation, lea.record, [1], ts=NOON)
    line, opens = lea_reads(here, lea, sent, wraps)
    assert (line.fault, opens) == (None, [False, True])


@pytest.mark.parametrize("how", ["by Ben", "to other keys", "as of another header"])
def test_25_a_grant_that_is_forged_or_from_elsewhere_opens_nothing(here, lea, granting, how):
    sent, wraps = grant_history(here.ada, granting.conversation, lea.record, [0, 1], ts=NOON)
    granting.conversation.take(frames.Stored(here.ledger.n + 1, sent.entry))
    (good,) = granting.conversation.headers.grants
    writer = opened(here, here.ada)
    changed = {
        "by Ben": sign_grant(here.ben.ik_seed, good),
        "to other keys": sign_grant(here.ada.ik_seed, replace(good, to_kr_hash=b"k" * 32)),
        "as of another header": sign_grant(
            here.ada.ik_seed, replace(good, at_eh_hash=b"h" * 32)
        ),
    }[how]
    body = granted_of(changed, sc=here.ada.saved, ts=NOON)
    assert grant_in(body, conv=good.conv) == changed
    forged = write_body_of(here.ada, writer.conversation, body)
    line, opens = lea_reads(here, lea, forged, wraps)
    assert line.fault is not None
    assert opens == [False, False]


def test_25_adas_own_grant_repeated_by_ben_opens_nothing(here, lea, granting):
    sent, wraps = grant_history(here.ada, granting.conversation, lea.record, [0, 1], ts=NOON)
    granting.conversation.take(frames.Stored(here.ledger.n + 1, sent.entry))
    (good,) = granting.conversation.headers.grants
    ben = opened(here, here.ben)
    again = write_body_of(
        here.ben, ben.conversation, granted_of(good, sc=here.ben.saved, ts=NOON)
    )
    line, opens = lea_reads(here, lea, again, wraps)
    assert line.fault is not None
    assert opens == [False, False]


def test_25_wraps_alone_open_nothing(here, lea, granting):
    _, wraps = grant_history(here.ada, granting.conversation, lea.record, [0, 1], ts=NOON)
    plain = write_line(here.ada, granting.conversation, "Nothing of before.", ts=NOON)
    assert lea_reads(here, lea, plain, wraps)[1] == [False, False]
