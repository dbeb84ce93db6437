"""Attacks on a lock that goes on: P6, P9 and P19, and the word of the programme (0039)."""

from dataclasses import replace

import pytest

from pse import frames
from pse.endorsement import verify_endorsement
from pse.epoch import open_epoch
from pse.key_record import kr_hash_of, next_key_record, verify_key_records
from pse.refusal import BadRecord, NotOpened, Refused, Trouble
from pse.renewal import renew_keys
from pse.signing import verify_key_of
from pse.talking import turn
from pse.vectors.people import ROSTER, endorsement, renewed_lock, routine
from pse.vectors.scene import DAY, HOME, asked, newcomer
from pse.wrapping import wrap_key_of

THIEF = b"whoever has the five words of Be"


@pytest.fixture
def ben():
    return newcomer("ben").person


def stands(records, **change):
    verify_endorsement(endorsement(**change), home=HOME, roster=ROSTER, records=records)


def other_lock(before, seed):
    """Another identity, signed on by the one before."""
    return next_key_record(
        before,
        ik_seed=THIEF,
        ik=verify_key_of(THIEF),
        ek=wrap_key_of(THIEF),
        prev_ik_seed=seed,
        day=before.day,
    )


def test_9_the_programmes_word_goes_on_with_the_lock():
    for many in (1, 2, 3, 4):
        stands(routine(many))


def test_9_it_does_not_go_on_with_another_lock(ben):
    for before in (routine(1), routine(3)):
        with pytest.raises(BadRecord, match="other keys"):
            stands((*before, other_lock(before[-1], ben.ik_seed)))


def test_9_it_does_not_come_back_with_a_lock_that_was_left(ben):
    chain = renewed_lock()
    again = next_key_record(
        chain[-1],
        ik_seed=ben.ik_seed,
        ik=ben.record.ik,
        ek=ben.record.ek,
        prev_ik_seed=bytes(range(40, 72)),
        day=chain[-1].day,
    )
    verify_key_records([*chain, again])
    with pytest.raises(BadRecord, match="other keys"):
        stands((*chain, again))


def test_9_no_generation_is_skipped_and_none_is_left_out():
    chain = routine(4)
    for lie in ((chain[0], chain[2]), chain[1:], (chain[0], chain[0]), chain[::-1], ()):
        with pytest.raises(Refused):
            stands(lie)


def test_9_it_names_a_record_of_this_chain_or_nobodys():
    with pytest.raises(BadRecord, match="other keys"):
        stands(routine(2), kr_hash=b"k" * 32)
    with pytest.raises(BadRecord, match="other keys"):
        stands(routine(1), kr_hash=kr_hash_of(routine(2)[1]))
    with pytest.raises(BadRecord, match="another account"):
        stands(routine(2), account_id=b"i" * 16)


def test_9_finns_chain_has_no_part_in_it():
    finn = newcomer("finn").person
    with pytest.raises(BadRecord):
        stands([finn.record])
    with pytest.raises(BadRecord):
        stands((*routine(1), finn.record))


def test_p6_a_header_cannot_name_a_lock_that_ben_never_signed():
    scene = asked(chance_name="locks")
    room = scene.room(scene.ada).read(scene.ledger)
    theirs = other_lock(scene.ben.record, THIEF)
    bens = scene.room(scene.ben).read(scene.ledger)
    records = {**scene.records, scene.ben.account_id: theirs}
    posted = turn(scene.ben, bens.conversation, records=records, day=DAY + 3)
    wrap = posted.wraps[scene.ada.account_id]
    head = frames.Head(scene.begun.conv, posted.header.n, posted.header, posted.eh_sig, wrap)
    with pytest.raises(Trouble):
        room.conversation.take(head)


def test_p19_the_bundle_of_later_opens_no_wrap_of_what_was_forgotten():
    scene = asked(chance_name="forgotten keys")
    head = scene.ledger.follow(scene.ada.account_id)[0]
    mine = head.header.member(scene.ada.account_id)
    assert open_epoch(head.header, head.wrap, member=mine, ek_seed=scene.ada.secrets.ek[0])

    later = replace(scene.ada)
    for days in (90, 180, 270, 360, 450, 540):
        renew_keys(later, day=DAY + days, months=[12])

    assert 0 not in later.secrets.ek
    for seed in later.secrets.ek.values():
        with pytest.raises(NotOpened):
            open_epoch(head.header, head.wrap, member=mine, ek_seed=seed)
