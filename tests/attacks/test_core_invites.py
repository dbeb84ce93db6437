"""Attack 8, first contact by a link, in the reference: what a server changes does not fit."""

from dataclasses import replace

import pytest

from pse.base64url import from_text, to_text
from pse.ids import conv_id_of
from pse.invite import (
    SIZE,
    Newcomer,
    bind_of,
    check_invite,
    house_of,
    read_invite,
    who_of,
    write_invite,
    yes_of,
)
from pse.key_record import first_key_record, kr_hash_of, lock_of, next_key_record
from pse.refusal import BadRecord, Refused
from pse.signing import verify_key_of
from pse.vectors.invites import came, invite
from pse.vectors.scene import DAY, HOME, LOG_SEED, ROSTER_SEED, newcomer
from pse.wrapping import wrap_key_of

SERVERS_OWN = b"the server's own seed, 32 bytes!"
ROSTER, LOG = verify_key_of(ROSTER_SEED), verify_key_of(LOG_SEED)


@pytest.fixture
def house():
    return house_of(HOME, roster=ROSTER, log=LOG)


def test_8_bens_link_is_bens_and_of_this_house(house):
    ben = newcomer("ben").person.record

    check_invite(read_invite(write_invite(invite())), house=house, who=who_of(HOME, ben))


def test_8_the_servers_own_keys_for_ben_do_not_fit_bens_link(house):
    theirs = first_key_record(
        ik_seed=SERVERS_OWN,
        ik=verify_key_of(SERVERS_OWN),
        ek=wrap_key_of(SERVERS_OWN),
        rand=bytes(16),
        day=DAY,
    )

    with pytest.raises(BadRecord):
        check_invite(invite(), house=house, who=who_of(HOME, theirs))


def test_8_another_lock_of_bens_own_account_does_not_fit_either(house):
    ben = newcomer("ben").person
    other = next_key_record(
        ben.record,
        prev_ik_seed=ben.ik_seed,
        ik_seed=SERVERS_OWN,
        ik=verify_key_of(SERVERS_OWN),
        ek=wrap_key_of(SERVERS_OWN),
        day=DAY,
    )

    with pytest.raises(BadRecord):
        check_invite(invite(), house=house, who=who_of(HOME, lock_of([ben.record, other])))


def test_8_another_roster_or_log_is_another_house():
    here = {"roster": ROSTER, "log": LOG}
    for name in here:
        other = house_of(HOME, **{**here, name: verify_key_of(SERVERS_OWN)})
        with pytest.raises(BadRecord):
            check_invite(invite(), house=other)


def test_8_no_changed_byte_of_a_link_goes_unseen(house):
    ben = who_of(HOME, newcomer("ben").person.record)
    text, bind = write_invite(invite()), bind_of(invite(), came("ada"), home=HOME)
    for at in range(SIZE):
        raw = bytearray(from_text(text))
        raw[at] ^= 1
        try:
            changed = read_invite(to_text(bytes(raw)))
            check_invite(changed, house=house, who=ben)
        except Refused:
            continue
        assert bind_of(changed, came("ada"), home=HOME) != bind, at


def test_8_what_is_handed_in_fits_one_person_one_talk_one_invite():
    ada, finn = came("ada"), came("finn")
    again = conv_id_of(1, ada.account_id, ada.kr_hash, b"another talk now")
    cases = [
        (invite(), ada),
        (invite(), finn),
        (invite(), replace(ada, conv=again)),
        (
            invite(),
            Newcomer(ada.account_id, kr_hash_of(newcomer("finn").person.record), ada.conv),
        ),
        (invite(inv=b"second of Ben's."), ada),
        (invite(key=bytes(16)), ada),
        (invite(how=2), ada),
    ]
    made = [make(*case, home=HOME) for case in cases for make in (bind_of, yes_of)]

    assert len(set(made)) == len(made)
