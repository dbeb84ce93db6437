"""Who may make a header, and what a header has to bring for each reader."""

from dataclasses import replace

import pytest

from pse import frames, wire
from pse.epoch import Member, make_epoch, wraps_hash_of
from pse.epoch_rules import check_wraps
from pse.refusal import BadHeader, Malformed, Trouble
from pse.remembered import Mark
from pse.talking import turn
from pse.vectors.scene import DAY, asked, newcomer
from tests.attacks.hostile import told


@pytest.fixture
def scene():
    return asked(chance_name="headers")


def test_nobody_is_given_a_key_under_keys_that_are_not_theirs(scene):
    header, records = scene.begun.frame.header, scene.records
    for row in header.members:
        other = next(one for one in records.values() if one.account_id != row.account_id)
        for wrong in ({**records, row.account_id: other},):
            with pytest.raises(BadHeader):
                make_epoch(header, epoch_key=bytes(32), records=wrong, ik_seed=bytes(32))
        renamed = tuple(
            Member(one.account_id, b"k" * 32, one.role) if one == row else one
            for one in header.members
        )
        with pytest.raises(BadHeader):
            make_epoch(
                replace(header, members=renamed),
                epoch_key=bytes(32),
                records=records,
                ik_seed=bytes(32),
            )


def test_a_header_that_leaves_a_reader_without_a_wrap_is_refused(scene):
    begun = scene.begun.frame
    for account_id, wrapped in begun.wraps.items():
        short = {**begun.wraps, account_id: wrapped[:-1]}
        for wraps in ({account_id: wrapped}, {}, short):
            header = replace(begun.header, wraps_hash=wraps_hash_of(wraps))
            with pytest.raises(BadHeader):
                check_wraps(header, wraps)


def test_wraps_travel_in_one_order_only(scene):
    begun = scene.begun.frame
    raw = wire.encode(begun)
    rows = [account_id + wrapped for account_id, wrapped in sorted(begun.wraps.items())]
    for swapped in (rows[::-1], [rows[0], rows[0]]):
        with pytest.raises(Malformed):
            wire.decode(raw.replace(b"".join(rows), b"".join(swapped)))


def test_lines_without_any_header_stop_at_once(scene):
    stored = scene.ledger.stored()[0]
    for n in (0, 1):
        base = frames.Base(scene.begun.conv, n, scene.ledger.hashes[n])
        with pytest.raises(Trouble):
            told(scene.room(scene.ada).conversation, [base, stored])


def test_what_was_remembered_of_a_header_is_checked_too(scene):
    room = scene.room(scene.ada).read(scene.ledger)
    posted = turn(scene.ada, room.conversation, records=scene.records, day=DAY)
    scene.ledger.store(posted)
    mark = room.take(scene.ledger).conversation.mark()
    assert scene.room(scene.ada, pin=mark).read(scene.ledger)
    forked = replace(mark, h=bytes(32))
    with pytest.raises(Trouble, match="last visit"):
        scene.room(scene.ada, pin=forked).read(scene.ledger)


def test_a_beginning_that_is_not_the_remembered_one_shows_nothing(scene):
    room = scene.room(scene.ada).read(scene.ledger)
    mark: Mark = replace(room.conversation.mark(), h=bytes(32))
    conversation = scene.room(scene.ada, pin=mark).conversation
    head, base, *_ = scene.ledger.follow(scene.ada.account_id, after=mark.n)
    conversation.take(head)
    with pytest.raises(Trouble, match="last visit"):
        conversation.take(base)


def test_finn_is_no_reader_of_adas_talk(scene):
    finn, lines = scene.room(newcomer("finn").person).conversation, scene.ledger
    shown = told(finn, lines.follow(scene.ada.account_id))

    assert [line.body for line in shown] == [None]
    assert finn.headers.newest.epoch_key is None
