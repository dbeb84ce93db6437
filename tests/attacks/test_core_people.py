"""Attacks 8, 9, 10 and 34: nobody is shown as a specialist whom the programme does not back."""

from dataclasses import replace

import pytest

from pse.endorsement import Endorsement
from pse.key_record import (
    first_key_record,
    key_record_bytes,
    kr_hash_of,
    next_key_record,
    verify_key_records,
)
from pse.profile import verify_listed
from pse.promise import agreement_hash, sign_agree, verify_agree
from pse.refusal import BadRecord, Refused, WrongSignature
from pse.signing import sign, verify_key_of
from pse.vectors.change import flip
from pse.vectors.people import ROSTER, endorsement
from pse.vectors.scene import DAY, HOME, PROMISE, ROSTER_SEED, newcomer, profile_fields
from pse.wrapping import wrap_key_of

SERVERS_OWN = b"the server's own seed, 32 bytes!"


@pytest.fixture
def ben():
    return newcomer("ben").person


@pytest.fixture
def finn():
    return newcomer("finn").person


@pytest.fixture
def listed(ben):
    return {
        "profile": ben.profiled(profile_fields(), ver=1, day=DAY),
        "endorsement": endorsement(),
        "home": HOME,
        "roster": ROSTER,
        "records": [ben.record],
        "today": DAY,
    }


def shown(listed, **lies):
    return verify_listed(**{**listed, **lies})


def test_ada_is_shown_ben_whom_the_programme_backs(listed):
    assert shown(listed)["name"] == "Ben"


def test_8_the_servers_own_keys_for_ben_are_refused_at_first_contact(ben, listed):
    theirs = first_key_record(
        ik_seed=SERVERS_OWN,
        ik=verify_key_of(SERVERS_OWN),
        ek=wrap_key_of(SERVERS_OWN),
        rand=b"r" * 16,
        day=DAY,
    )
    profile = replace(listed["profile"], sig=sign(SERVERS_OWN, b"anything"))
    for record in (theirs, replace(theirs, account_id=ben.account_id)):
        with pytest.raises(Refused):
            shown(listed, records=[record], profile=profile)


def test_8_bens_id_cannot_be_claimed_with_other_first_keys(ben):
    claimed = replace(ben.record, ik=verify_key_of(SERVERS_OWN), ek=wrap_key_of(SERVERS_OWN))
    signed = replace(claimed, sig=resign(claimed, SERVERS_OWN))
    with pytest.raises(BadRecord, match="other keys"):
        verify_key_records([signed])


def resign(record, seed):
    return sign(seed, key_record_bytes(record))


def test_9_new_keys_without_bens_old_signature_are_refused(ben):
    later = next_key_record(
        ben.record,
        ik_seed=SERVERS_OWN,
        ik=verify_key_of(SERVERS_OWN),
        ek=wrap_key_of(SERVERS_OWN),
        prev_ik_seed=SERVERS_OWN,
        day=DAY,
    )
    with pytest.raises(WrongSignature):
        verify_key_records([ben.record, later])
    with pytest.raises(Refused):
        verify_key_records([later])


def test_9_an_endorsement_does_not_move_to_new_keys_by_itself(ben, listed):
    later = next_key_record(
        ben.record,
        ik_seed=SERVERS_OWN,
        ik=verify_key_of(SERVERS_OWN),
        ek=wrap_key_of(SERVERS_OWN),
        prev_ik_seed=ben.ik_seed,
        day=DAY,
    )
    assert verify_key_records([ben.record, later]) == later
    with pytest.raises(BadRecord, match="other keys"):
        shown(listed, records=[ben.record, later])


@pytest.mark.parametrize("today", [DAY - 1, DAY + 91, DAY + 1_000])
def test_10_an_endorsement_out_of_its_days_shows_nobody(listed, today):
    with pytest.raises(BadRecord):
        shown(listed, today=today)


def test_10_an_endorsement_by_somebody_else_shows_nobody(ben, listed):
    made = ben.endorsed(SERVERS_OWN, display_name="Ben", from_day=DAY, serial=9)
    with pytest.raises(WrongSignature):
        shown(listed, endorsement=made)


def test_10_an_endorsement_of_another_account_shows_nobody(finn, listed):
    fields = profile_fields("Finn")
    with pytest.raises(BadRecord, match="another account"):
        shown(listed, records=[finn.record], profile=finn.profiled(fields, ver=1, day=DAY))


@pytest.mark.parametrize("role", [1, 3, 4, 5])
def test_10_another_role_shows_nobody_as_a_specialist(listed, role):
    with pytest.raises(BadRecord):
        shown(listed, endorsement=endorsement(role=role))


def test_10_an_endorsement_of_another_programme_shows_nobody(listed):
    with pytest.raises(WrongSignature):
        shown(listed, home=b"h" * 16)


def test_10_nobody_is_backed_for_longer_than_ninety_days(ben, listed):
    with pytest.raises(BadRecord, match="90"):
        ben.endorsed(ROSTER_SEED, display_name="Ben", from_day=DAY, days=91, serial=1)
    with pytest.raises(BadRecord, match="90"):
        shown(listed, endorsement=endorsement(to_day=DAY + 91))


def test_10_no_endorsement_can_be_made_up_from_two(ben, finn, listed):
    one, two = endorsement(), finn_endorsed(finn)
    mixed = Endorsement(
        finn.account_id,
        kr_hash_of(finn.record),
        one.role,
        one.display_name,
        one.from_day,
        one.to_day,
        one.serial,
        two.sig,
    )
    with pytest.raises(Refused):
        shown(listed, endorsement=mixed, records=[finn.record])


def finn_endorsed(finn):
    return finn.endorsed(ROSTER_SEED, display_name="Finn", from_day=DAY, serial=2)


def test_34_every_changed_byte_of_a_profile_is_refused(listed):
    profile = listed["profile"]
    for at in range(len(profile.text)):
        with pytest.raises(Refused):
            shown(listed, profile=replace(profile, text=flip(profile.text, at)))


def test_34_a_profile_cannot_be_dressed_as_another_edition_or_person(finn, listed):
    profile = listed["profile"]
    for lie in (replace(profile, ver=2), replace(profile, day=DAY + 1)):
        with pytest.raises(WrongSignature):
            shown(listed, profile=lie)
    with pytest.raises(WrongSignature):
        shown(listed, profile=finn.profiled(profile_fields(), ver=1, day=DAY))


def test_34_a_profile_with_another_name_than_the_endorsed_one_is_refused(ben, listed):
    with pytest.raises(BadRecord, match="somebody else"):
        shown(listed, profile=ben.profiled(profile_fields("Dr Ben"), ver=2, day=DAY))


def test_a_server_cannot_show_ada_and_ben_two_promises(ben):
    softer = agreement_hash([("two-read", ("Harbour",))])
    given = {"home": HOME, "conv": b"c" * 16}
    signed = sign_agree(
        ben.ik_seed, account_id=ben.account_id, role=2, day=DAY, promise=softer, **given
    )
    with pytest.raises(WrongSignature):
        verify_agree(signed, promise=PROMISE, record=ben.record, **given)
