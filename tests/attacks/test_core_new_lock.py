"""Attacks on a lock renewed whole (P10): what a thief of the old words finds, and tries."""

from dataclasses import replace

import pytest

from pse import as_json
from pse.account import open_slot
from pse.as_json import bundle_json, key_record_json, read_slot, slot_summary, state_json
from pse.base64url import to_text
from pse.bundle import open_bundle
from pse.endorsement import verify_endorsement
from pse.holder import Person
from pse.key_record import kr_hash_of, next_key_record, verify_key_records
from pse.new_lock import renew_lock
from pse.person import come_back
from pse.refusal import BadRecord, NotOpened, Refused, RolledBack
from pse.state import check_not_rolled_back, open_state, saved_of
from pse.talking import turn
from pse.vectors.new_locks import WORDS, renewed
from pse.vectors.people import ROSTER, endorsement
from pse.vectors.scene import DAY, HOME, asked, newcomer
from pse.wrapping import wrap_key_of
from tests.attacks.hostile import HostileServer


@pytest.fixture
def here():
    return renewed()


def served(here, **lies):
    """The honest server of today, with some fields from another day."""
    after, made = here.after, here.made.payload
    slots = [read_slot(made[way]["slot"]) for way in ("words", "spare")]
    me = {
        "account_id": to_text(after.account_id),
        "username": after.username,
        "key_records": [key_record_json(record) for record in after.records],
        "slots": [slot_summary(slot) for slot in slots],
        "bundle": bundle_json(after.bundle),
        "state": state_json(after.state),
    }
    return HostileServer({**me, **lies}, as_json.slot_json(slots[0]))


def back(here, server):
    lock = here.made.locks[0]
    return come_back(lock, server.answer(), home=HOME, username=here.after.username)


def test_5_ada_comes_back_with_the_new_words_and_reads_with_the_old_seeds(here):
    person = back(here, served(here))
    assert (person.g, person.root_key) == (1, here.after.root_key)
    assert person.secrets.ek[0] == here.before.secrets.ek[0]
    assert person.secrets.ik != here.before.secrets.ik
    assert person.values[1] == here.before.values[1]
    assert person.trust.people == here.before.trust.people


def test_3_the_old_words_and_the_old_code_open_neither_new_way_in(here):
    for way in ("words", "spare"):
        slot = read_slot(here.made.payload[way]["slot"])
        for lock in newcomer("ada").locks:
            with pytest.raises(NotOpened):
                open_slot(
                    replace(slot, type=lock.type, salt=lock.salt),
                    lock,
                    home=HOME,
                    account_id=here.after.account_id,
                    g=1,
                )


def test_3_the_old_root_key_opens_neither_bundle_nor_state(here):
    account, old = here.after.account_id, here.before.root_key
    with pytest.raises(NotOpened):
        open_bundle(old, here.after.bundle, home=HOME, account_id=account)
    with pytest.raises(NotOpened):
        open_state(old, here.after.state, account_id=account)


@pytest.mark.parametrize("names", [("state",), ("bundle",), ("bundle", "state"), ("records",)])
def test_16_a_server_that_brings_the_old_generation_back_is_found_out(here, names):
    before = here.before
    old = {
        "state": {"state": state_json(before.state)},
        "bundle": {"bundle": bundle_json(before.bundle)},
        "records": {"key_records": [key_record_json(before.record)]},
    }
    lies = {key: value for name in names for key, value in old[name].items()}
    with pytest.raises(Refused):
        back(here, served(here, **lies))


def test_16_a_line_of_the_new_generation_tells_of_a_state_rolled_back(here):
    with pytest.raises(RolledBack):
        check_not_rolled_back(here.before.state, [saved_of(here.after.state)])
    check_not_rolled_back(here.after.state, [saved_of(here.before.state)])


def test_9_the_thief_signs_nothing_behind_the_new_lock(here):
    old_ik, newest = here.before.ik_seed, here.after.record
    forged = next_key_record(
        newest,
        ik_seed=old_ik,
        ik=here.before.record.ik,
        ek=wrap_key_of(b"t" * 32),
        prev_ik_seed=old_ik,
        day=DAY + 6,
    )
    with pytest.raises(Refused):
        verify_key_records([*here.after.records, forged])


def test_9_a_lock_of_the_thiefs_beside_it_is_another_story(here):
    old_ik, first = here.before.ik_seed, here.before.record
    beside = next_key_record(
        first,
        ik_seed=old_ik,
        ik=first.ik,
        ek=wrap_key_of(b"t" * 32),
        prev_ik_seed=old_ik,
        day=DAY + 6,
    )
    verify_key_records([first, beside])
    assert kr_hash_of(beside) != kr_hash_of(here.after.records[1])


def test_10_the_programmes_word_stays_with_the_old_lock():
    ben = replace(newcomer("ben").person)
    word = endorsement()
    verify_endorsement(word, home=HOME, roster=ROSTER, records=ben.records)
    renew_lock(ben, day=DAY + 5, words=WORDS)
    with pytest.raises(BadRecord, match="other keys"):
        verify_endorsement(word, home=HOME, roster=ROSTER, records=ben.records)


def test_26_no_old_seed_opens_what_is_written_after_it():
    scene = asked(chance_name="a stolen lock")
    old = dict(scene.ada.secrets.ek)
    ada: Person = replace(scene.ada)
    renew_lock(ada, day=DAY + 1, words=WORDS)
    room = scene.room(ada).read(scene.ledger)
    records = {**scene.records, ada.account_id: ada.record}
    posted = turn(ada, room.conversation, records=records, day=DAY + 1)
    wrap = posted.wraps[ada.account_id]
    member = posted.header.member(ada.account_id)
    from pse.epoch import open_epoch

    assert open_epoch(posted.header, wrap, member=member, ek_seed=ada.secrets.ek[1])
    for seed in old.values():
        with pytest.raises(NotOpened):
            open_epoch(posted.header, wrap, member=member, ek_seed=seed)
